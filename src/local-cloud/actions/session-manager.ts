import { isRecord } from '../../kernel/is-record.ts';
import type { ActionContext } from '../action.ts';
import { cutPage } from '../paging.ts';
import { judgeOf } from '../permissions/policy.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { AGENT_VERSION, AgentSession } from '../session-manager/agent-session.ts';
import { type Session, streamUrl } from '../session-manager/sessions.ts';
import type { Instance } from '../state/resources.ts';
import { type JsonAction, type JsonInput, requiredText, textOf } from './json-action.ts';

/** What an agent has to be allowed to report and to open sessions (part of AmazonSSMManagedInstanceCore). */
const AGENT_ACTIONS = [
  'ssm:UpdateInstanceInformation',
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];
const PORT_FORWARDING = 'AWS-StartPortForwardingSession';

const describeInstanceInformation: JsonAction = {
  name: 'DescribeInstanceInformation',
  run: (context, input) => {
    const wanted = wantedInstances(input);
    const managed = context.region.instances
      .all()
      .filter((instance) => isManaged(context, instance) && (wanted === undefined || wanted.includes(instance.id)));
    const most = input['MaxResults'] ?? 50;
    if (typeof most !== 'number' || !Number.isInteger(most) || most < 5 || most > 50) {
      throw new CloudError('ValidationException', `MaxResults is ${JSON.stringify(most)}; it takes 5 to 50`);
    }
    const { items, next } = cutPage(
      managed,
      textOf(input, 'NextToken'),
      Math.min(most, context.cloud.limits.pageSize ?? most),
      new CloudError('InvalidNextToken', 'The specified token is not valid.'),
    );
    return {
      ...(next === undefined ? {} : { NextToken: next }),
      InstanceInformationList: items.map((instance) => ({
        InstanceId: instance.id,
        PingStatus: 'Online',
        LastPingDateTime: context.now / 1_000,
        AgentVersion: AGENT_VERSION,
        IsLatestVersion: false,
        PlatformType: 'Linux',
        ResourceType: 'EC2Instance',
      })),
    };
  },
};

const startSession: JsonAction = {
  name: 'StartSession',
  run: (context, input) => {
    const target = requiredText(input, 'Target');
    const document = textOf(input, 'DocumentName') ?? 'SSM-SessionManagerRunShell';
    if (document !== PORT_FORWARDING) {
      throw new CloudError('InvalidDocument', `The document ${document} is not part of the local cloud.`);
    }
    const portNumber = parameter(input, 'portNumber', '80');
    const localPortNumber = parameter(input, 'localPortNumber', '0');
    const instance = context.region.instances.all().find(({ id }) => id === target);
    if (instance === undefined || !isManaged(context, instance)) {
      throw new CloudError('TargetNotConnected', `${target} is not connected.`);
    }
    const { cloud } = context;
    const { sessions, clock } = cloud;
    const id = `local-${cloud.newId('s').slice(2)}`;
    const agent = new AgentSession({
      sessionId: id,
      instanceId: target,
      portNumber,
      localPortNumber,
      clock,
      ids: cloud.ids,
      where: () => portOf(instance, portNumber),
      onEnd: () => sessions.end(id, ''),
    });
    const session = { id, instanceId: target, agent, tokens: new Set<string>() };
    const answer = wayInto(context, session);
    sessions.add(session);
    return answer;
  },
};

const resumeSession: JsonAction = {
  name: 'ResumeSession',
  run: (context, input) => {
    const id = requiredText(input, 'SessionId');
    const session = context.cloud.sessions.get(id);
    if (session === undefined) throw noSession(id);
    return wayInto(context, session);
  },
};

const terminateSession: JsonAction = {
  name: 'TerminateSession',
  run: ({ cloud }, input) => {
    const id = requiredText(input, 'SessionId');
    cloud.sessions.end(id, '');
    // SSM answers so for sessions that have ended before, too.
    return { SessionId: id };
  },
};

export const sessionManagerActions: readonly JsonAction[] = [
  describeInstanceInformation,
  resumeSession,
  startSession,
  terminateSession,
];

function wayInto({ cloud }: ActionContext, { id, tokens }: Session): Record<string, string> {
  const { servedAt } = cloud.sessions;
  if (servedAt === undefined) {
    throw new CloudError('InternalServerError', 'This cloud is not served: it has no data channels.', 500);
  }
  const token = `token-${cloud.newUuid()}${cloud.newUuid()}`;
  tokens.add(token);
  return { SessionId: id, StreamUrl: streamUrl(servedAt, id), TokenValue: token };
}

/** The SSH server is all that a machine is known to have; in the sandbox it may be on another port than it says. */
function portOf(
  { machine }: Instance,
  portNumber: string,
): { readonly host: string; readonly port: number } | undefined {
  const running = machine?.machine;
  if (running === undefined) return undefined;
  const isSsh = portNumber === '22' || portNumber === String(running.sshPort);
  return isSsh ? { host: running.address, port: running.sshPort } : undefined;
}

/** Whether an agent runs on the instance and may report: it needs an instance profile that allows it. */
function isManaged({ cloud }: ActionContext, { state, machine, instanceProfile }: Instance): boolean {
  if (state !== 'running' || machine?.machine === undefined || !machine.isIdle) return false;
  const name = instanceProfile?.replace(/^.*\//, '');
  const role = cloud.iam.roles.get(cloud.iam.profiles.get(name ?? '')?.role ?? '');
  if (role === undefined) return false;
  // The profiles that are there from the beginning are good for all that a bake needs.
  if (role.isSeeded) return true;
  const judges = [...role.policies.values()].map((policy) => judgeOf(policy));
  return AGENT_ACTIONS.every((action) =>
    judges.some((allows) => allows({ action, resource: '*', context: new Map() })),
  );
}

/** The ids that a filter names; undefined: all instances. */
function wantedInstances(input: JsonInput): readonly unknown[] | undefined {
  const filters = [input['Filters'], input['InstanceInformationFilterList']].flat().filter(isRecord);
  const values = filters.flatMap(({ Key: key, key: listKey, Values: some, valueSet }) => {
    if ((key ?? listKey) === 'InstanceIds') return [some ?? valueSet].flat();
    throw new CloudError('InvalidFilterKey', 'The local cloud filters by InstanceIds only.');
  });
  return filters.length === 0 ? undefined : values;
}

function parameter(input: JsonInput, name: string, otherwise: string): string {
  const { Parameters: parameters } = input;
  const values = isRecord(parameters) ? parameters[name] : undefined;
  if (values === undefined) return otherwise;
  const [value] = Array.isArray(values) ? values : [];
  if (typeof value === 'string' && /^\d{1,5}$/.test(value)) return value;
  throw new CloudError('InvalidParameters', `The parameter ${name} has to be one port number.`);
}

function noSession(id: string): CloudError {
  return new CloudError('DoesNotExistException', `The session ${id} does not exist or has ended.`);
}

import { isRecord } from '../../kernel/is-record.ts';
import type { CloudState } from '../state/cloud-state.ts';
import type { KmsKey } from '../state/kms-keys.ts';
import type { RegionState } from '../state/region-state.ts';
import type { Resource } from '../state/resources.ts';
import type { Demand } from './policy.ts';

/** A request, as far as permissions go by it. */
export interface AskedCall {
  readonly service: string;
  readonly action: string;
  /** By their full names: `TagSpecification.1.Tag.1.Key`. */
  readonly parameters: Readonly<Record<string, string>>;
}

type Place = { readonly cloud: CloudState; readonly region: RegionState };

/** What the actions that make something make (Service Authorization Reference, "Actions defined by Amazon EC2"). */
const MADE: Readonly<Record<string, readonly string[]>> = {
  RunInstances: ['instance', 'volume', 'network-interface'],
  CreateFleet: ['fleet'],
  CreateLaunchTemplate: ['launch-template'],
  CreateImage: ['image', 'snapshot'],
  CopyImage: ['image', 'snapshot'],
  CreateKeyPair: ['key-pair'],
  ImportKeyPair: ['key-pair'],
  CreateSecurityGroup: ['security-group'],
};

/** All that a request needs to be allowed: its own action, and those that it implies. The first is its own. */
export function demandsOf(call: AskedCall, place: Place): readonly Demand[] {
  const common = [
    ['aws:requestedregion', [place.region.name]] as const,
    ['aws:tagkeys', tagKeysOf(call)] as const,
    ...requestTagsOf(call),
  ];
  const own = `${call.service}:${call.action}`;
  const demand = (action: string, resource: string, more: readonly (readonly [string, readonly string[]])[] = []) => ({
    action,
    resource,
    context: new Map([...common, ...more]),
  });
  if (call.service === 'iam') {
    const [kind, tag] = call.parameters['InstanceProfileName'] === undefined ? ['role', 'TagRole'] : PROFILE;
    const name = call.parameters['InstanceProfileName'] ?? call.parameters['RoleName'] ?? '*';
    const arn = `arn:aws:iam::${place.cloud.accountId}:${kind}/${name}`;
    const isTagged = call.parameters['Tags.member.1.Key'] !== undefined;
    const passed = call.action === 'AddRoleToInstanceProfile' ? call.parameters['RoleName'] : undefined;
    return [
      demand(own, arn),
      ...(isTagged ? [demand(`iam:${tag}`, arn)] : []),
      ...(passed === undefined ? [] : [demand('iam:PassRole', roleArn(place, passed))]),
    ];
  }
  if (call.service === 'kms') {
    const key = keyOf(call, place);
    if (key === undefined) return [demand(own, '*')];
    return [demand(own, key.arn, [['kms:resourcealiases', place.region.keys.aliasesOf(key)]])];
  }
  if (call.service === 'secretsmanager') return [demand(own, secretOf(call, place))];
  if (call.service === 'sts') return [demand(own, call.parameters['RoleArn'] ?? '*')];
  if (call.service === 'ssm') {
    if (SESSION_ACTIONS.test(call.action)) {
      return sessionResources(call, place).map(({ arn, tags }) => demand(own, arn, ssmTagKeys(tags)));
    }
    const arns = parametersOf(call, place);
    const { Tags: tags } = bodyOf(call);
    const isTagged = call.action === 'PutParameter' && Array.isArray(tags) && tags.length > 0;
    return [
      ...arns.map((arn) => demand(own, arn)),
      ...(isTagged ? arns.map((arn) => demand('ssm:AddTagsToResource', arn)) : []),
    ];
  }
  if (call.service !== 'ec2') return [demand(own, '*')];

  const named = namedResources(call, place);
  const made = (MADE[call.action] ?? []).map((kind) => ({ kind, arn: ec2Arn(place, kind, '*'), tags: undefined }));
  const all = [...made, ...named];
  const ownDemands = all.map(({ arn, tags }) => demand(own, arn, tagKeys(tags)));
  return [
    ...(ownDemands.length === 0 ? [demand(own, '*')] : ownDemands),
    // A fleet launches by itself, with the caller's permissions.
    ...(call.action === 'CreateFleet' ? [demand('ec2:RunInstances', ec2Arn(place, 'instance', '*'))] : []),
    ...taggedKinds(call).map((kind) =>
      demand('ec2:CreateTags', ec2Arn(place, kind, '*'), [['ec2:createaction', [call.action]]]),
    ),
    ...profilesOf(call, place).map((profile) =>
      demand('iam:PassRole', roleArn(place, place.cloud.iam.profiles.get(profile)?.role ?? profile), [
        ['iam:passedtoservice', ['ec2.amazonaws.com']],
      ]),
    ),
  ];
}

/** What a JSON request says; nothing where it is no JSON object, which the action itself refuses. */
function bodyOf({ parameters }: AskedCall): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(parameters['body'] ?? '');
    return isRecord(body) ? body : {};
  } catch {
    return {};
  }
}

function textIn(call: AskedCall, ...names: readonly string[]): string | undefined {
  const body = bodyOf(call);
  return names.map((name) => body[name]).find((value) => typeof value === 'string');
}

/** The secret that a call to Secrets Manager is about; one that is not there yet has any six characters at its end. */
function secretOf(call: AskedCall, { cloud, region }: Place): string {
  const given = textIn(call, 'SecretId', 'Name');
  if (given === undefined) return '*';
  const secrets = [...region.secrets.values()];
  const secret = secrets.find(({ name, arn }) => name === given || arn === given || arn.slice(0, -7) === given);
  return secret?.arn ?? `arn:aws:secretsmanager:${region.name}:${cloud.accountId}:secret:${given}-??????`;
}

/** The parameters that a call to Systems Manager is about, by their ARNs. */
function parametersOf(call: AskedCall, { cloud, region }: Place): readonly string[] {
  const { action } = call;
  const { Name, Names, ResourceId } = bodyOf(call);
  const names = action === 'DescribeParameters' ? [] : [Name, ResourceId, ...(Array.isArray(Names) ? Names : [])];
  const arns = names
    .filter((name) => typeof name === 'string')
    .map((name) => name.replace(/:\d+$/, ''))
    .map((name) =>
      name.startsWith('arn:')
        ? name
        : `arn:aws:ssm:${region.name}:${name.startsWith('/aws/') ? '' : cloud.accountId}:parameter/${name.replace(/^\//, '')}`,
    );
  return arns.length === 0 ? ['*'] : arns;
}

/** The key that a call to KMS is about; undefined: none, or one that is not there. */
function keyOf(call: AskedCall, { region }: Place): KmsKey | undefined {
  const identifier = textIn(call, 'KeyId', 'TargetKeyId');
  return identifier === undefined ? undefined : region.keys.find(identifier);
}

const SESSION_ACTIONS = /Session$|^DescribeInstanceInformation$/;

/** What a call about sessions is about (Service Authorization Reference, "Actions defined by AWS Systems Manager"). */
function sessionResources(call: AskedCall, place: Place): readonly NamedResource[] {
  const { action } = call;
  const given = (name: string): string | undefined => textIn(call, name);
  const { region, cloud } = place;
  if (action === 'StartSession') {
    const target = given('Target') ?? '*';
    const document = given('DocumentName') ?? 'SSM-SessionManagerRunShell';
    return [
      { arn: ec2Arn(place, 'instance', target), tags: region.instances.get(target)?.tags },
      { arn: `arn:aws:ssm:${region.name}::document/${document}`, tags: undefined },
    ];
  }
  const session = action === 'ResumeSession' || action === 'TerminateSession' ? given('SessionId') : undefined;
  if (session === undefined) return [{ arn: '*', tags: undefined }];
  return [{ arn: `arn:aws:ssm:${region.name}:${cloud.accountId}:session/${session}`, tags: undefined }];
}

function ssmTagKeys(tags: ReadonlyMap<string, string> | undefined): [string, string[]][] {
  return [...(tags ?? [])].flatMap(([key, value]) =>
    ['aws', 'ssm'].map((prefix): [string, string[]] => [`${prefix}:resourcetag/${key.toLowerCase()}`, [value]]),
  );
}

const PROFILE = ['instance-profile', 'TagInstanceProfile'] as const;

interface NamedResource {
  readonly arn: string;
  readonly tags: ReadonlyMap<string, string> | undefined;
}

/** The resources that a request acts upon, with their tags. Describing and reading regions is about none. */
function namedResources({ action, parameters }: AskedCall, place: Place): readonly NamedResource[] {
  if (action.startsWith('Describe')) return [];
  const { region } = place;
  const names = Object.entries(parameters).flatMap(([name, value]): NamedResource[] => {
    if (/^(SourceImageId|VpcId)$/.test(name) || SAYS_NOTHING.test(name)) return [];
    if (name === 'KeyName' && MADE[action]?.includes('key-pair') !== true) {
      const pair = region.keyPairs.all().find((each) => each.name === value);
      return [{ arn: ec2Arn(place, 'key-pair', value), tags: pair?.tags }];
    }
    if (name === 'LaunchTemplateName' && action !== 'CreateLaunchTemplate') {
      const template = region.launchTemplates.all().find((each) => each.name === value);
      return [{ arn: ec2Arn(place, 'launch-template', template?.id ?? value), tags: template?.tags }];
    }
    const [, prefix = ''] = /^([a-z]+)-[0-9a-f]{8,17}$/.exec(value) ?? [];
    const found = tableOf(region, prefix);
    return found === undefined ? [] : [{ arn: ec2Arn(place, found.kind, value), tags: found.table.get(value)?.tags }];
  });
  return [...new Map(names.map((named) => [named.arn, named])).values()];
}

/** Parameters whose values may look like identifiers and name nothing that is acted upon. */
const SAYS_NOTHING = /(^|\.)(Tag\.\d+\.(Key|Value)|Description|ClientToken|Name)$|^LaunchTemplateData\./;

interface Rows {
  get(id: string): Resource | undefined;
}

function tableOf(region: RegionState, prefix: string): { readonly kind: string; readonly table: Rows } | undefined {
  const tables: Readonly<Record<string, readonly [string, Rows]>> = {
    i: ['instance', region.instances],
    ami: ['image', region.images],
    snap: ['snapshot', region.snapshots],
    vol: ['volume', region.volumes],
    sg: ['security-group', region.securityGroups],
    subnet: ['subnet', region.subnets],
    key: ['key-pair', region.keyPairs],
    lt: ['launch-template', region.launchTemplates],
    eni: ['network-interface', region.interfaces],
  };
  const found = Object.hasOwn(tables, prefix) ? tables[prefix] : undefined;
  return found === undefined ? undefined : { kind: found[0], table: found[1] };
}

/** The kinds of resources that a create call gives tags to. */
function taggedKinds({ action, parameters }: AskedCall): readonly string[] {
  if (action === 'CreateTags') return [];
  return Object.entries(parameters).flatMap(([name, kind]) => {
    const [, index] = /^TagSpecification\.(\d+)\.ResourceType$/.exec(name) ?? [];
    return index !== undefined && parameters[`TagSpecification.${index}.Tag.1.Key`] !== undefined ? [kind] : [];
  });
}

/** The instance profiles that a launch hands over. */
function profilesOf({ action, parameters }: AskedCall, { region }: Place): readonly string[] {
  const templates =
    action === 'CreateFleet' ? Object.values(parameters).map((id) => region.launchTemplates.get(id)) : [];
  const launches = action === 'RunInstances' ? [parameters] : [];
  return [
    ...launches.flatMap((launch) => [launch['IamInstanceProfile.Name'], launch['IamInstanceProfile.Arn']]),
    ...templates.flatMap((template) => [
      template?.versions.at(-1)?.data.IamInstanceProfile?.Name,
      template?.versions.at(-1)?.data.IamInstanceProfile?.Arn,
    ]),
  ].flatMap((name) => (name === undefined ? [] : [name.replace(/^.*\//, '')]));
}

/** The keys of the tags that a request gives. */
function tagKeysOf({ parameters }: AskedCall): readonly string[] {
  return Object.entries(parameters).flatMap(([name, key]) =>
    /(^|\.)Tags?\.(member\.)?\d+\.Key$/.test(name) ? [key] : [],
  );
}

/** The tags that a request gives, as the condition key `aws:RequestTag/KEY` has them. */
function requestTagsOf({ parameters }: AskedCall): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(parameters).flatMap(([name, key]) => {
    const [, tag] = /^((?:.+\.)?Tags?\.(?:member\.)?\d+)\.Key$/.exec(name) ?? [];
    return tag === undefined
      ? []
      : [[`aws:requesttag/${key.toLowerCase()}`, [parameters[`${tag}.Value`] ?? '']] as const];
  });
}

function tagKeys(tags: ReadonlyMap<string, string> | undefined): [string, string[]][] {
  return [...(tags ?? [])].flatMap(([key, value]) =>
    ['aws', 'ec2'].map((prefix): [string, string[]] => [`${prefix}:resourcetag/${key.toLowerCase()}`, [value]]),
  );
}

function ec2Arn({ cloud, region }: Place, kind: string, id: string): string {
  // Images and snapshots are written without an account.
  const account = kind === 'image' || kind === 'snapshot' ? '' : cloud.accountId;
  return `arn:aws:ec2:${region.name}:${account}:${kind}/${id}`;
}

function roleArn({ cloud }: Place, name: string): string {
  return `arn:aws:iam::${cloud.accountId}:role/${name}`;
}

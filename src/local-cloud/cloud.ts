import { orAborted, withDeadline } from '../kernel/deadline.ts';
import { Endpoint } from './endpoint.ts';
import { FaultInjector } from './faults.ts';
import { InstanceLifecycle } from './instance-lifecycle.ts';
import { describeLeftover, type Leftover, leftoversOf } from './leftovers.ts';
import type { CallRecord, FaultPlan, LocalCloudOptions } from './options.ts';
import type { CloudOutcome, CloudRequest, CloudResponse } from './protocol/http.ts';
import type { Sessions } from './session-manager/sessions.ts';
import { CloudState } from './state/cloud-state.ts';

/** A machine behind an instance, for whoever wants to connect to it. */
export interface MachineInfo {
  readonly region: string;
  readonly instanceId: string;
  readonly state: string;
  readonly address: string;
  readonly sshPort: number;
}

/** An EC2, STS, IAM and SSM of one's own, in memory. */
export interface LocalCloud {
  readonly accountId: string;
  /** Answers one request; the HTTP server and the in-process handler both end here. */
  handle(request: CloudRequest): Promise<CloudOutcome>;
  /** Every call so far, oldest first; none where the options say so. */
  readonly calls: readonly CallRecord[];
  /** Plans a fault from now on; returns the way to take it back. */
  addFault(plan: FaultPlan): () => void;
  /** Takes a spot instance back, as EC2 may at any time. */
  reclaim(instanceId: string): void;
  /** The sessions of Session Manager that are open. */
  readonly sessions: Sessions;
  /** What a finished run should not have left behind; empty is good. */
  leftovers(): readonly Leftover[];
  /** The machines that are there now. */
  machines(): readonly MachineInfo[];
  /** Ends all machines. The cloud can't be used afterwards. */
  close(): Promise<void>;
}

/** How long `close` waits for machines that are just being booted, stopped or kept. */
const CLOSE_MS = 20_000;

export function createLocalCloud(options: LocalCloudOptions): LocalCloud {
  const state = new CloudState(options);
  const faults = new FaultInjector(options.faults ?? []);
  const calls: CallRecord[] = [];
  const endpoint = new Endpoint(state, options, faults, (call) => {
    if (options.keepsCalls ?? true) calls.push(call);
  });
  const cloud: LocalCloud = {
    accountId: state.accountId,
    handle: async (request) => ownRoute(cloud, request) ?? endpoint.answer(request),
    calls,
    addFault: (plan) => faults.add(plan),
    reclaim: (instanceId) => reclaim(state, instanceId),
    sessions: state.sessions,
    leftovers: () => leftoversOf(state),
    machines: () => machinesOf(state),
    close: async () => {
      for (const { id } of state.sessions.all()) state.sessions.end(id, '');
      const instances = [...state.regions.values()].flatMap((region) => region.instances.all());
      const work = Promise.all(instances.flatMap(({ machine }) => (machine === undefined ? [] : [machine.settled()])));
      // Work that hangs must not keep the host, which ends it all, from being closed.
      await withDeadline(
        options.clock,
        CLOSE_MS,
        () => undefined,
        undefined,
        (signal) => orAborted(work, signal),
      ).catch(() => undefined);
      await options.machineHost?.close();
    },
  };
  return cloud;
}

/** Throws when something is left behind, naming all of it. */
export function assertEmpty(cloud: LocalCloud): void {
  const leftovers = cloud.leftovers();
  if (leftovers.length > 0) throw new Error(`Left behind in the cloud:\n${leftovers.map(describeLeftover).join('\n')}`);
}

function reclaim(state: CloudState, instanceId: string): void {
  state.catchUp();
  for (const region of state.regions.values()) {
    const instance = region.instances.get(instanceId);
    if (instance?.spotRequestId !== undefined) new InstanceLifecycle(state, region).reclaim(instance);
  }
}

function machinesOf(state: CloudState): MachineInfo[] {
  state.catchUp();
  return [...state.regions.values()].flatMap((region) =>
    region.instances.all().flatMap((instance) => {
      const machine = instance.machine?.machine;
      if (machine === undefined) return [];
      const { address, sshPort } = machine;
      return [{ region: region.name, instanceId: instance.id, state: instance.state, address, sshPort }];
    }),
  );
}

/** The few paths that are this cloud's own and need no signature. */
function ownRoute(cloud: LocalCloud, request: CloudRequest): CloudResponse | undefined {
  if (!request.path.startsWith('/_bake-ami/')) return undefined;
  if (request.method !== 'GET') return json(405, { error: 'Only GET is possible here.' });
  switch (request.path) {
    case '/_bake-ami/health':
      return json(200, { status: 'ok', accountId: cloud.accountId });
    case '/_bake-ami/leftovers':
      return json(200, cloud.leftovers());
    case '/_bake-ami/machines':
      return json(200, cloud.machines());
    default:
      return json(404, { error: `There is nothing at ${request.path}. Known: health, leftovers, machines.` });
  }
}

function json(status: number, value: unknown): CloudResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

import type { MachineSpecification } from './machine-host.ts';
import { CloudError } from './protocol/cloud-error.ts';
import type { CloudState } from './state/cloud-state.ts';
import type { RegionState } from './state/region-state.ts';
import type { Instance, InstanceState, NetworkInterface, SpotRequest } from './state/resources.ts';

/** How long a terminated instance is still listed (EC2: about an hour). */
const REMEMBERED_MS = 3_600_000;

export interface InstanceChange {
  readonly instance: Instance;
  readonly previous: InstanceState;
}

/** Moves instances through their states: pending, running, stopping, stopped, shutting-down, terminated. */
export class InstanceLifecycle {
  readonly #cloud: CloudState;
  readonly #region: RegionState;

  constructor(cloud: CloudState, region: RegionState) {
    this.#cloud = cloud;
    this.#region = region;
  }

  /** Starts an instance's life: it was just added, in the state `pending`. */
  launch(instance: Instance, machine: MachineSpecification): void {
    instance.machine?.boot(machine, () => this.#machineWentOff(instance));
    this.#comeUp(instance, instance.createdAt);
  }

  /** Ends an instance that was just added, before anything of it is there. `problem` begins with EC2's code and a colon. */
  failToLaunch(instance: Instance, problem: string): void {
    const reason = { code: problem.replace(/:.*$/s, ''), message: problem };
    const at = instance.createdAt + this.#cloud.delays.address;
    instance.cancelTransition = this.#region.timeline.schedule(at, () => this.#end(instance, reason));
  }

  /** All of them, or none where one of them can't be. */
  start(instances: readonly Instance[]): readonly InstanceChange[] {
    for (const { id, state } of instances) {
      if (!['pending', 'running', 'stopped'].includes(state)) {
        throw incorrectState(`The instance '${id}' is not in a state from which it can be started.`);
      }
    }
    return instances.map((instance) => this.#start(instance));
  }

  #start(instance: Instance): InstanceChange {
    const { state } = instance;
    if (state !== 'stopped') return { instance, previous: state };
    const now = this.#cloud.clock.now();
    instance.state = 'pending';
    instance.launchedAt = now;
    instance.stateReason = undefined;
    instance.transitionReason = '';
    instance.machine?.start();
    this.#comeUp(instance, now);
    return { instance, previous: state };
  }

  /** All of them, or none where one of them can't be. */
  stop(instances: readonly Instance[]): readonly InstanceChange[] {
    for (const instance of instances) this.#checkStop(instance);
    return instances.map((instance) => {
      const { state } = instance;
      if (state === 'stopping' || state === 'stopped') return { instance, previous: state };
      instance.machine?.stop();
      this.#goDown(instance, userShutdown());
      return { instance, previous: state };
    });
  }

  #checkStop(instance: Instance): void {
    const { state } = instance;
    if (state === 'stopping' || state === 'stopped') return;
    if (state !== 'running' && state !== 'pending') {
      throw incorrectState(`The instance '${instance.id}' is not in a state from which it can be stopped.`);
    }
    if (this.#spotRequest(instance)?.kind === 'one-time') {
      throw new CloudError(
        'UnsupportedOperation',
        `You can't stop the Spot Instance '${instance.id}' because it is associated with a one-time Spot Instance request. ` +
          'You can only stop Spot Instances associated with persistent Spot Instance requests.',
      );
    }
    if (instance.disableApiStop) throw protectedInstance(instance, 'stopped', 'disableApiStop');
  }

  /** All of them, or none where one of them can't be. */
  reboot(instances: readonly Instance[]): void {
    for (const { id, state } of instances) {
      if (state !== 'running') {
        throw incorrectState(`The instance '${id}' is not in a state from which it can be rebooted.`);
      }
    }
    for (const { machine } of instances) {
      machine?.stop();
      machine?.start();
    }
  }

  /** All of them, or none of a zone in which one is protected (API reference, TerminateInstances). */
  terminate(instances: readonly Instance[]): readonly InstanceChange[] {
    const isOver = ({ state }: Instance): boolean => state === 'shutting-down' || state === 'terminated';
    const guarded = instances.filter((instance) => instance.disableApiTermination && !isOver(instance));
    const zones = new Set(guarded.map(({ availabilityZone }) => availabilityZone));
    const changes = instances
      .filter(({ availabilityZone }) => !zones.has(availabilityZone))
      .map((instance) => {
        const { state } = instance;
        if (!isOver(instance)) this.#end(instance, userShutdown());
        return { instance, previous: state };
      });
    const [first] = guarded;
    if (first !== undefined) throw protectedInstance(first, 'terminated', 'disableApiTermination');
    return changes;
  }

  /** EC2 takes a spot instance back, as it may at any time. */
  reclaim(instance: Instance): void {
    if (instance.state === 'shutting-down' || instance.state === 'terminated') return;
    this.#end(instance, {
      code: 'Server.SpotInstanceTermination',
      message: 'Server.SpotInstanceTermination: Spot instance termination',
    });
  }

  #spotRequest({ spotRequestId }: Instance): SpotRequest | undefined {
    return spotRequestId === undefined ? undefined : this.#region.spotRequests.get(spotRequestId);
  }

  #comeUp(instance: Instance, from: number): void {
    const { delays } = this.#cloud;
    instance.cancelTransition();
    const isUp = (): boolean => instance.machine?.isIdle ?? true;
    const cancelAddress = this.#region.timeline.schedule(
      from + Math.min(delays.address, delays.running),
      () => this.#assignAddresses(instance),
      isUp,
    );
    const cancelRunning = this.#region.timeline.schedule(
      from + delays.running,
      () => {
        if (instance.machine?.failure !== undefined) {
          this.#end(instance, {
            code: 'Server.InternalError',
            message: `Server.InternalError: Internal error on launch: ${instance.machine.failure}`,
          });
          return;
        }
        instance.state = 'running';
        instance.stateReason = undefined;
      },
      isUp,
    );
    instance.cancelTransition = () => {
      cancelAddress();
      cancelRunning();
    };
  }

  #assignAddresses(instance: Instance): void {
    const address = instance.machine?.machine?.address;
    this.#interfaces(instance).forEach((networkInterface, index) => {
      if (address !== undefined && index === 0) networkInterface.privateAddress = address;
      if (!networkInterface.wantsPublicAddress) return;
      networkInterface.publicAddress = address ?? documentationAddress(networkInterface.id);
    });
  }

  #machineWentOff(instance: Instance): void {
    if (instance.state !== 'running' && instance.state !== 'pending') return;
    const reason = {
      code: 'Client.InstanceInitiatedShutdown',
      message: 'Client.InstanceInitiatedShutdown: Instance initiated shutdown',
    };
    if (instance.shutdownBehavior === 'terminate') this.#end(instance, reason);
    else this.#goDown(instance, reason);
  }

  #goDown(instance: Instance, reason: StateReason): void {
    this.#change(instance, 'stopping', reason);
    instance.cancelTransition = this.#region.timeline.schedule(
      this.#cloud.clock.now() + this.#cloud.delays.stopped,
      () => {
        instance.state = 'stopped';
        for (const networkInterface of this.#interfaces(instance)) networkInterface.publicAddress = undefined;
      },
      () => instance.machine?.isIdle ?? true,
    );
  }

  #end(instance: Instance, reason: StateReason): void {
    this.#change(instance, 'shutting-down', reason);
    instance.machine?.terminate();
    instance.cancelTransition = this.#region.timeline.schedule(
      this.#cloud.clock.now() + this.#cloud.delays.terminated,
      (at) => this.#bury(instance, at),
      () => instance.machine?.isIdle ?? true,
    );
  }

  /** The instance has ended: its interfaces go, and those of its volumes that are to go with it. */
  #bury(instance: Instance, at: number): void {
    instance.state = 'terminated';
    instance.endedAt = at;
    this.#cloud.sessions.endOf(instance.id);
    const request = this.#spotRequest(instance);
    if (request !== undefined) request.state = 'closed';
    for (const id of instance.interfaceIds) this.#region.interfaces.delete(id);
    for (const volume of this.#region.volumes.all()) {
      if (volume.attachment?.instanceId !== instance.id) continue;
      if (volume.attachment.deleteOnTermination) this.#region.volumes.delete(volume.id);
      else volume.attachment = undefined;
    }
    this.#region.timeline.schedule(at + REMEMBERED_MS, () => this.#region.instances.delete(instance.id));
  }

  #change(instance: Instance, state: InstanceState, reason: StateReason): void {
    instance.cancelTransition();
    instance.state = state;
    instance.stateReason = reason;
    const moment = new Date(this.#cloud.clock.now()).toISOString().slice(0, 19).replace('T', ' ');
    instance.transitionReason = reason.code.startsWith('Client.User')
      ? `User initiated (${moment} GMT)`
      : reason.message;
  }

  #interfaces(instance: Instance): NetworkInterface[] {
    return instance.interfaceIds
      .map((id) => this.#region.interfaces.get(id))
      .filter((networkInterface) => networkInterface !== undefined);
  }
}

type StateReason = NonNullable<Instance['stateReason']>;

function userShutdown(): StateReason {
  return {
    code: 'Client.UserInitiatedShutdown',
    message: 'Client.UserInitiatedShutdown: User initiated shutdown',
  };
}

function incorrectState(message: string): CloudError {
  return new CloudError('IncorrectInstanceState', message);
}

function protectedInstance(instance: Instance, participle: string, attribute: string): CloudError {
  return new CloudError(
    'OperationNotPermitted',
    `The instance '${instance.id}' may not be ${participle}. Modify its '${attribute}' instance attribute and try again.`,
  );
}

/** A public address for an instance without a machine: from RFC 5737's ranges, so that nothing real can be reached. */
function documentationAddress(seed: string): string {
  const number = Number.parseInt(seed.slice(-4), 16) || 0;
  const network = number & 0x100 ? '203.0.113' : '198.51.100';
  return `${network}.${(number % 254) + 1}`;
}

import type { Instance } from '@aws-sdk/client-ec2';
import type { Communicator, ConnectTarget, Tunnel } from '../../../engine/ports.ts';
import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import { addressOf } from '../addresses.ts';
import { ConsoleHostKeys } from '../console-host-keys.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { assertAlive } from '../instance-state.ts';
import { type Bake, note } from '../site.ts';
import { tellWaiting } from '../tell-waiting.ts';

/** An instance that runs and has no public address is looked at once more: the address may be shown a little later. */
const LOOKS_FOR_PUBLIC_ADDRESS = 2;
const WATCH_PACE_MS = 5_000;

/**
 * Connects to the instance, from the moment it has an address, or through the tunnel. Ends at once when the instance goes
 * away meanwhile.
 */
export async function connect(bake: Bake, instanceId: string, tunnel?: Tunnel): Promise<Communicator> {
  const { connector, context } = bake;
  const giveUp = new AbortController();
  let isConnected = false;
  const connected = connector.connect(
    connectTarget(bake, instanceId, tunnel, () => isConnected),
    AbortSignal.any([context.signal, giveUp.signal]),
  );
  const enough = new AbortController();
  const lost = watch(bake, instanceId, AbortSignal.any([context.signal, enough.signal]));
  try {
    const communicator = await Promise.race([connected, lost]);
    isConnected = true;
    return communicator;
  } catch (thrown) {
    let reason = thrown;
    giveUp.abort(thrown);
    if (!context.signal.aborted) reason = await diagnose(bake, instanceId, toBakeError(thrown));
    // A connection that comes about now is not wanted any more.
    connected.then(
      (communicator) => communicator.close(),
      () => undefined,
    );
    throw reason;
  } finally {
    enough.abort();
    lost.catch(() => undefined);
  }
}

/** Rejects when the instance is no longer alive; never resolves. */
async function watch(bake: Bake, instanceId: string, signal: AbortSignal): Promise<never> {
  const { aws, region } = bake;
  return aws.poller(region).instance<never>(
    instanceId,
    (instance) => {
      assertAlive(instanceId, instance);
      return undefined;
    },
    {
      signal,
      paceMs: WATCH_PACE_MS,
      firstLookMs: WATCH_PACE_MS,
      onLook: tellWaiting(bake, `an answer of ${instanceId}`),
    },
  );
}

/** `isConnected`: whether there was a connection, so that whoever tries wants another one. */
function connectTarget(
  bake: Bake,
  instanceId: string,
  tunnel: Tunnel | undefined,
  isConnected: () => boolean,
): ConnectTarget {
  const { dependencies, connector } = bake;
  const consoleKeys = new ConsoleHostKeys(bake, instanceId);
  const { clock } = bake.context;
  let known: string | undefined;
  let nextLookAt = 0;
  return {
    name: instanceId,
    tunnel,
    async checkAlive(signal) {
      // Until it is connected, `watch` does it.
      if (!isConnected() || clock.monotonic() < nextLookAt) return;
      nextLookAt = clock.monotonic() + WATCH_PACE_MS;
      const lost = await whyLost(bake, instanceId, signal);
      if (lost !== undefined) throw lost;
    },
    async address(signal) {
      if (tunnel !== undefined) return tunnel;
      if (dependencies.locateMachine !== undefined && connector.fixedHost === undefined) {
        return dependencies.locateMachine(instanceId, signal);
      }
      known ??= connector.fixedHost ?? (await firstAddress(bake, instanceId, signal));
      return { host: known };
    },
    get provenHostKeys() {
      return consoleKeys.isOpen ? (signal: AbortSignal) => consoleKeys.read(signal) : undefined;
    },
  };
}

/** Why the instance can't be reached any more, where EC2 tells; one look. */
export async function whyLost(bake: Bake, instanceId: string, signal: AbortSignal): Promise<BakeError | undefined> {
  const { aws, region } = bake;
  try {
    const look = (instance: Instance | undefined): true => {
      assertAlive(instanceId, instance);
      return true;
    };
    await aws.poller(region).instance(instanceId, look, { signal });
  } catch (thrown) {
    const error = toBakeError(thrown);
    // Whoever may not look just now (credentials may have expired) goes on trying.
    return error.code === 'instance-lost' ? error : undefined;
  }
  return undefined;
}

/** Waits for the address that the template wants; EC2 shows it while the instance is still pending. */
async function firstAddress(bake: Bake, instanceId: string, signal: AbortSignal): Promise<string> {
  const { aws, region, options } = bake;
  const wanted = options.ssh_interface || undefined;
  let looks = 0;
  return aws.poller(region).instance(
    instanceId,
    (instance: Instance | undefined) => {
      assertAlive(instanceId, instance);
      if (instance === undefined) return undefined;
      const address = addressOf(instance, wanted);
      if (address !== undefined) return address;
      if (instance.State?.Name !== 'running') return undefined;
      looks += 1;
      if (looks < LOOKS_FOR_PUBLIC_ADDRESS) return undefined;
      if (wanted !== undefined || !instance.PrivateIpAddress) throw withoutAddress(instanceId, wanted);
      note(bake, `The instance ${instanceId} has no public address: connecting to ${instance.PrivateIpAddress}`);
      return instance.PrivateIpAddress;
    },
    { signal, onLook: tellWaiting(bake, `an address of the instance ${instanceId}`) },
  );
}

function withoutAddress(instanceId: string, wanted: string | undefined): BakeError {
  return new BakeError(`The instance ${instanceId} runs and has no ${wanted ?? 'address'}`, {
    code: 'no-address',
    category: 'connection',
    hint:
      wanted === 'public_ip' || wanted === 'public_dns'
        ? 'Give it one with associate_public_ip_address = true in a public subnet (DNS names also need enableDnsHostnames in the VPC), or connect from within the network with ssh_interface = "private_ip".'
        : 'Check the subnet and ssh_interface.',
  });
}

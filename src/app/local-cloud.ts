import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { createLocalCloud, type LocalCloud } from '../local-cloud/cloud.ts';
import { describeLeftover } from '../local-cloud/leftovers.ts';
import type { MachineHost } from '../local-cloud/machine-host.ts';
import { closeInheritedDescriptors } from '../local-cloud/sandbox/inherited-descriptors.ts';
import { sandboxMachineHost } from '../local-cloud/sandbox/sandbox-machine-host.ts';
import { removeStale } from '../local-cloud/sandbox/state-folder.ts';
import { serveLocalCloud } from '../local-cloud/server.ts';
import { serveControl } from './local-cloud/local-cloud-control.ts';
import type { LocalCloudHandle } from './local-cloud/local-cloud-handle.ts';

/** A local cloud in this process. `bake-ami local-cloud` is this and nothing else. */
export interface LocalCloudRequest {
  readonly clock: Clock;
  readonly ids: Ids;
  /** On the loopback interface; 0: any free one. */
  readonly port: number;
  /** The region that counts as the caller's own. */
  readonly region: string;
  /** `sandbox`: instances are machines that can be logged in to (Linux, root); `none`: they only have states. */
  readonly machines: 'sandbox' | 'none';
  /**
   * What the machines see of the network: the host's own (`host`, so that templates can download), or nothing but a
   * loopback interface (`isolated`).
   */
  readonly network: 'host' | 'isolated';
  /** Folders of this computer that machines must not see, beyond what the sandbox hides by itself; absolute. */
  readonly hide: readonly string[];
  /** Whether this process is there for the local cloud alone: what it has inherited is closed then. */
  readonly ownsProcess?: boolean;
  /** The account's id, twelve digits; undefined: 123456789012. */
  readonly accountId?: string | undefined;
  /** Ends by itself after this long, in milliseconds; undefined: never. */
  readonly lifetimeMs: number | undefined;
  /** Aborted: it ends. */
  readonly signal: AbortSignal;
}

export interface RunningLocalCloud {
  /**
   * `bake-ami local-cloud -json` prints it as one line of JSON and then nothing more on stdout; without `-json`,
   * `localCloudEnvironment(handle)` is what is printed as exports.
   */
  readonly handle: LocalCloudHandle;
  /** Resolves when it has ended, for whatever reason, and everything of it is gone. */
  readonly ended: Promise<void>;
  /** Ends it. */
  close(): Promise<void>;
}

/** Disks are large, and /tmp may be memory. */
const STATE_PARENT = '/var/tmp';
const STATE_PREFIX = 'bake-ami-local-cloud-';

/** The regions that every AWS account has without asking for them (AWS: "Regions and Zones", enabled by default). */
const REGIONS = `us-east-1 us-east-2 us-west-1 us-west-2 ca-central-1 sa-east-1
  eu-central-1 eu-north-1 eu-west-1 eu-west-2 eu-west-3
  ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-southeast-1 ap-southeast-2`.split(/\s+/);

/** Opens a local cloud and serves it on the loopback interface until it is closed. */
export async function openLocalCloud(request: LocalCloudRequest): Promise<RunningLocalCloud> {
  const { clock, ids, lifetimeMs, port, region, signal } = request;
  const machineHost = request.machines === 'sandbox' ? await sandbox(request) : undefined;
  const cloud = createLocalCloud({
    clock,
    ids,
    regions: [...new Set([...REGIONS, region])],
    keepsCalls: false,
    // A rehearsal can't know the keys of an account.
    kmsKeys: 'any',
    ...(request.accountId !== undefined && { accountId: request.accountId }),
    ...(machineHost !== undefined && { machineHost }),
  });
  const server = await serveLocalCloud(cloud, { port });

  const closing = new AbortController();
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => {
    closed ??= (async () => {
      closing.abort();
      await server.close();
      await cloud.close();
    })();
    return closed;
  };
  const token = ids.token(32);
  const control = await serveControl(token, { left: () => leftIn(cloud), stop: close });

  const ended = ending(clock, lifetimeMs, AbortSignal.any([signal, closing.signal]))
    .then(close)
    .then(() => control.close());
  return {
    handle: {
      endpoint: server.url,
      region,
      accessKeyId: `LOCAL${ids.token(15).toUpperCase()}`,
      secretAccessKey: ids.token(40),
      pid: process.pid,
      control: { url: control.url, token },
    },
    ended,
    close: async () => {
      await close();
      await ended;
    },
  };
}

async function sandbox({ clock, ids, network, hide, ownsProcess }: LocalCloudRequest): Promise<MachineHost> {
  await removeDeadState();
  if (ownsProcess) closeInheritedDescriptors();
  const stateFolder = path.join(STATE_PARENT, STATE_PREFIX + ids.token(12));
  return sandboxMachineHost({ stateFolder, network, hide, clock, ids });
}

/** What local clouds that were killed have left on the disk. */
async function removeDeadState(): Promise<void> {
  const names = await readdir(STATE_PARENT).catch(() => []);
  const folders = names.filter((name) => name.startsWith(STATE_PREFIX)).map((name) => path.join(STATE_PARENT, name));
  // Folders in use, and those of other users, stay.
  await Promise.allSettled(folders.map((folder) => removeStale(folder)));
}

async function ending(clock: Clock, lifetimeMs: number | undefined, signal: AbortSignal): Promise<void> {
  const untilAborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const lifetime = lifetimeMs === undefined ? untilAborted : clock.sleep(lifetimeMs, signal).catch(() => undefined);
  await Promise.race([untilAborted, lifetime]);
}

function leftIn(cloud: LocalCloud): readonly string[] {
  return cloud.leftovers().map(describeLeftover);
}

import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import type { LocalCloudHandle } from './local-cloud-handle.ts';

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

import type { Image } from '@aws-sdk/client-ec2';
import { snapshotIdsOf } from '../../aws/undo/image.ts';
import type { Bake } from './site.ts';
import { tellWaiting } from './tell-waiting.ts';

/** Below this much, EC2's percentage says too little about the time that is left. */
const TELLING_PERCENT = 10;
/** There is nothing to tell of a snapshot that has only just begun. Milliseconds. */
const FIRST_LOOK_MS = 2_000;

/**
 * How much of an image's snapshots is done: it is told to people, and it says how often a look at the image is worth it.
 * Nothing depends on it: whatever goes wrong here is passed over.
 */
export class SnapshotProgress {
  readonly #bake: Bake;
  readonly #region: string;
  readonly #tell: (state: string | undefined, waitedMs: number) => void;
  readonly #startedAt: number;
  readonly #end = new AbortController();
  readonly #percent = new Map<string, number>();
  #highest = -1;
  /** When `percent` last rose to a new value. */
  #roseAt = 0;

  constructor(bake: Bake, region: string, imageId: string) {
    this.#bake = bake;
    this.#region = region;
    this.#tell = tellWaiting(bake, `the AMI ${imageId} in ${region}`, () => this.known);
    this.#startedAt = bake.context.clock.monotonic();
  }

  /** Give it to the wait for the image as `onLook`. */
  get onLook(): (state: string | undefined, waitedMs: number) => void {
    return this.#tell;
  }

  follow(image: Image | undefined): void {
    if (image?.State !== 'pending') return;
    for (const id of snapshotIdsOf(image)) {
      if (!this.#percent.has(id)) this.#watch(id);
    }
  }

  /** Those that were seen so far. */
  get snapshotIds(): readonly string[] {
    return [...this.#percent.keys()];
  }

  /** Of all snapshots together, 0 to 100. */
  get percent(): number {
    const all = [...this.#percent.values()];
    return all.length === 0 ? 0 : Math.floor(all.reduce((sum, one) => sum + one, 0) / all.length);
  }

  /** How long the slowest snapshot probably still takes, if it goes on as it did. Milliseconds. */
  remainingMs(): number | undefined {
    const slowest = Math.min(100, ...this.#percent.values());
    if (this.#percent.size === 0 || slowest < TELLING_PERCENT) return undefined;
    const taken = this.#roseAt - this.#startedAt;
    const since = this.#bake.context.clock.monotonic() - this.#roseAt;
    return Math.max(0, (taken * (100 - slowest)) / slowest - since);
  }

  /** The same; undefined as long as nothing is known of them. */
  get known(): number | undefined {
    return this.#percent.size === 0 ? undefined : this.percent;
  }

  end(): void {
    this.#end.abort();
  }

  #watch(id: string): void {
    const { aws, context } = this.#bake;
    this.#percent.set(id, 0);
    aws
      .poller(this.#region)
      .snapshot(
        id,
        (snapshot) => {
          this.#percent.set(id, Number.parseInt(snapshot?.Progress || '0', 10) || 0);
          this.#rise();
          return snapshot?.State === 'completed' || snapshot?.State === 'error' ? true : undefined;
        },
        { signal: AbortSignal.any([context.signal, this.#end.signal]), firstLookMs: FIRST_LOOK_MS },
      )
      .catch(() => undefined);
  }

  #rise(): void {
    const { percent } = this;
    if (percent <= this.#highest) return;
    this.#highest = percent;
    this.#roseAt = this.#bake.context.clock.monotonic();
    this.#tell('pending', this.#roseAt - this.#startedAt);
  }
}

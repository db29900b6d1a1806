import type { Image } from '@aws-sdk/client-ec2';
import { snapshotIdsOf } from '../../aws/undo/image.ts';
import { describeDuration } from '../../kernel/duration.ts';
import type { Bake } from './site.ts';

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
  readonly #imageId: string;
  readonly #startedAt: number;
  readonly #end = new AbortController();
  readonly #percent = new Map<string, number>();
  #told = -1;
  /** When `percent` last rose to a new value. */
  #roseAt = 0;

  constructor(bake: Bake, region: string, imageId: string) {
    this.#bake = bake;
    this.#region = region;
    this.#imageId = imageId;
    this.#startedAt = bake.context.clock.monotonic();
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

  /** `its snapshots are 43 % done`; empty as long as nothing is known of them. */
  describe(): string {
    return this.#percent.size === 0 ? '' : `its snapshots are ${this.percent} % done`;
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
          this.#tell();
          return snapshot?.State === 'completed' || snapshot?.State === 'error' ? true : undefined;
        },
        { signal: AbortSignal.any([context.signal, this.#end.signal]), firstLookMs: FIRST_LOOK_MS },
      )
      .catch(() => undefined);
  }

  #tell(): void {
    const { percent } = this;
    if (percent <= this.#told) return;
    const { context } = this.#bake;
    this.#told = percent;
    this.#roseAt = context.clock.monotonic();
    const message = `${this.#imageId} in ${this.#region}: ${this.describe()} after ${describeDuration(this.#roseAt - this.#startedAt)}`;
    context.emit({ type: 'progress', build: context.build, message, percent });
  }
}

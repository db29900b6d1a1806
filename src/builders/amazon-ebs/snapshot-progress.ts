import type { Image } from '@aws-sdk/client-ec2';
import { snapshotIdsOf } from '../../aws/undo/image.ts';
import type { Bake } from './site.ts';
import { tellWaiting } from './tell-waiting.ts';

/** Below this much, EC2's percentage says too little about the time that is left. */
const TELLING_PERCENT = 5;
/** EC2 rounds down. */
const ROUNDED_OFF_PERCENT = 0.5;
/** There is nothing to tell of a snapshot that has only just begun. Milliseconds. */
const FIRST_LOOK_MS = 2_000;

/**
 * How much of an image's snapshots is done: it is told to people, and it says when a look at the image is worth it: no
 * image is available before its snapshots are complete.
 * Nothing depends on it: whatever goes wrong here is passed over.
 */
export class SnapshotProgress {
  readonly #bake: Bake;
  readonly #region: string;
  readonly #imageId: string;
  readonly #tell: (state: string | undefined, waitedMs: number) => void;
  readonly #startedAt: number;
  readonly #end = new AbortController();
  readonly #percent = new Map<string, number>();
  /** How many of them are not complete yet. */
  #growing = 0;
  #highest = -1;
  /** When `percent` last rose to a new value. */
  #roseAt = 0;

  constructor(bake: Bake, region: string, imageId: string) {
    this.#bake = bake;
    this.#region = region;
    this.#imageId = imageId;
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

  /** How long the slowest snapshot probably still takes, if it goes on as it did; less than 0: longer than that. Milliseconds. */
  remainingMs(): number | undefined {
    const slowest = Math.min(...this.#percent.values());
    if (this.#percent.size === 0 || slowest < TELLING_PERCENT) return undefined;
    const done = Math.min(100, slowest + ROUNDED_OFF_PERCENT);
    const taken = this.#roseAt - this.#startedAt;
    const since = this.#bake.context.clock.monotonic() - this.#roseAt;
    return (taken * (100 - done)) / done - since;
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
    const poller = aws.poller(this.#region);
    const signal = AbortSignal.any([context.signal, this.#end.signal]);
    this.#percent.set(id, 0);
    this.#growing += 1;
    poller
      .snapshot(
        id,
        (snapshot) => {
          this.#percent.set(id, Number.parseInt(snapshot?.Progress || '0', 10) || 0);
          this.#rise();
          return snapshot?.State === 'completed' || snapshot?.State === 'error' ? true : undefined;
        },
        { signal, firstLookMs: FIRST_LOOK_MS },
      )
      .then(async () => {
        this.#growing -= 1;
        // Whoever waits for the image is told too.
        if (this.#growing === 0) await poller.image(this.#imageId, () => true, { signal, mayBeGone: true });
      })
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

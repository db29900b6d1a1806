import type { PolledKind } from '../status-poller.ts';

interface Gaps {
  /** From the first look to the second one. Milliseconds. */
  readonly first: number;
  /** Gaps grow up to this. Milliseconds. */
  readonly longest: number;
  /** And shrink down to this where the end can be foreseen. Milliseconds. */
  readonly nearest: number;
}

/** What takes seconds is looked at every two seconds at least, what takes minutes every five. */
const GAPS: Readonly<Record<PolledKind, Gaps>> = {
  instance: { first: 1_000, longest: 2_000, nearest: 1_000 },
  image: { first: 2_000, longest: 5_000, nearest: 1_000 },
  // Only tells how far an image is.
  snapshot: { first: 5_000, longest: 10_000, nearest: 5_000 },
  // Windows starts and is prepared several times over.
  'fast-launch': { first: 2_000, longest: 15_000, nearest: 2_000 },
};

/** A gap is this part of the time waited so far: what is quick is seen quickly, and what is slow costs few calls. */
const OF_WAITED = 1 / 2;
/** And this part of what is thought to be left, so that the end is not missed by much. */
const OF_REMAINING = 1 / 2;

/** How long until the next look, in milliseconds. */
export function gapAfter(kind: PolledKind, waitedMs: number, remainingMs: number | undefined): number {
  const { first, longest, nearest } = GAPS[kind];
  const grown = Math.min(longest, Math.max(first, waitedMs * OF_WAITED));
  return remainingMs === undefined ? grown : Math.min(grown, Math.max(nearest, remainingMs * OF_REMAINING));
}

/** A throttled region is looked at this many times more slowly at most. */
const SLOWEST = 8;

/**
 * How much slower than usual a region is looked at. EC2 takes its requests from token buckets: 100 Describe calls at
 * once and 20 a second, for the whole account (Amazon EC2 developer guide, "Request throttling for the Amazon EC2 API").
 * The looks themselves need three a second at most, however many builds wait; what throttles them is somebody else, and
 * gets room.
 */
export class Slowness {
  #factor = 1;

  get factor(): number {
    return this.#factor;
  }

  throttled(): void {
    this.#factor = Math.min(SLOWEST, this.#factor * 2);
  }

  answered(): void {
    this.#factor = Math.max(1, this.#factor / 2);
  }
}

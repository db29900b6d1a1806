import type { PolledKind } from '../status-poller.ts';

interface Gaps {
  /** From the first look to the second one. Milliseconds. */
  readonly first: number;
  /** A gap is this part of the time waited so far: what is quick is seen quickly, and what is slow costs few calls. */
  readonly ofWaited: number;
  /** Gaps grow up to this. Milliseconds. */
  readonly longest: number;
  /** And shrink down to this around an end that can be foreseen. Milliseconds. */
  readonly nearest: number;
  /** As long as such an end is far, gaps may be as long as this. Milliseconds. */
  readonly far: number;
}

/** What takes seconds is looked at every two seconds at least, what takes minutes every five. */
const GAPS: Readonly<Record<PolledKind, Gaps>> = {
  // Most of them stop, and go, within 20 to 40 seconds: that much later than need be is one in twenty at most.
  instance: { first: 1_000, ofWaited: 1 / 20, longest: 2_000, nearest: 500, far: 2_000 },
  image: { first: 2_000, ofWaited: 1 / 2, longest: 5_000, nearest: 500, far: 15_000 },
  // Only tells how far an image is.
  snapshot: { first: 5_000, ofWaited: 1 / 2, longest: 10_000, nearest: 5_000, far: 10_000 },
  // Windows starts and is prepared several times over.
  'fast-launch': { first: 2_000, ofWaited: 1 / 2, longest: 15_000, nearest: 2_000, far: 15_000 },
};

/** What is overdue is looked at more and more slowly: a gap is this part of the time since its end was expected. */
const OF_OVERDUE = 1 / 2;

/**
 * How long until the next look, in milliseconds.
 *
 * @param remainingMs how long it probably still takes, less than 0 when it should have ended; undefined: nobody knows
 */
export function gapAfter(kind: PolledKind, waitedMs: number, remainingMs: number | undefined): number {
  const { first, ofWaited, longest, nearest, far } = GAPS[kind];
  if (remainingMs === undefined) return within(first, waitedMs * ofWaited, longest);
  return remainingMs > 0 ? within(nearest, remainingMs, far) : within(nearest, -remainingMs * OF_OVERDUE, longest);
}

function within(least: number, value: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** A throttled region is looked at this many times more slowly at most. */
const SLOWEST = 8;

/**
 * How much slower than usual a region is looked at. EC2 takes its requests from token buckets: 100 Describe calls at
 * once and 20 a second, for the whole account (Amazon EC2 developer guide, "Request throttling for the Amazon EC2 API").
 * The looks themselves need about three a second at most, however many builds wait in step; what throttles them is
 * somebody else, and gets room.
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

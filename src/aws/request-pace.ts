import type { Clock } from '../kernel/clock.ts';

/** The gap after the first throttled answer; EC2 lets two RunInstances a second through, once its burst is used up. */
const FIRST_GAP_MS = 500;
const LONGEST_GAP_MS = 4_000;
/** Each answer makes the gap a little smaller; below this there is none any more. */
const SHORTEST_GAP_MS = 50;
const FASTER = 0.9;
const SLOWER = 1.5;

interface Line {
  gapMs: number;
  /** When the next call may leave. */
  nextAt: number;
  /** When the gap was widened last: many calls are throttled at the same time, and that is one piece of news. */
  widenedAt: number;
}

/**
 * Spreads calls of one action out over time once AWS has throttled it, for all builds of a region: EC2 takes requests from
 * token buckets, which fifty builds that start at once empty, and which only stay empty when they all try again at once.
 * With answers the pace comes back to full speed.
 */
export class RequestPace {
  readonly #clock: Clock;
  readonly #lines = new Map<string, Line>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Resolves when the next call of this action may leave: usually at once. Rejects with the signal's reason. */
  async turn(action: string, signal: AbortSignal): Promise<void> {
    const line = this.#lines.get(action);
    if (line === undefined) return;
    const now = this.#clock.monotonic();
    const at = Math.max(now, line.nextAt);
    line.nextAt = at + line.gapMs;
    if (at > now) await this.#clock.sleep(at - now, signal);
  }

  throttled(action: string): void {
    const now = this.#clock.monotonic();
    const line = this.#lines.get(action);
    if (line === undefined) {
      this.#lines.set(action, { gapMs: FIRST_GAP_MS, nextAt: now + FIRST_GAP_MS, widenedAt: now });
    } else if (now - line.widenedAt >= 2 * line.gapMs) {
      line.gapMs = Math.min(LONGEST_GAP_MS, line.gapMs * SLOWER);
      line.widenedAt = now;
    }
  }

  answered(action: string): void {
    const line = this.#lines.get(action);
    if (line === undefined) return;
    line.gapMs *= FASTER;
    if (line.gapMs < SHORTEST_GAP_MS) this.#lines.delete(action);
  }
}

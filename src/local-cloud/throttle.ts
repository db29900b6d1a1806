import type { Clock } from '../kernel/clock.ts';

/** A token bucket per region and service, as EC2 throttles: a burst, refilled at a steady rate. */
export class Throttle {
  readonly #clock: Clock;
  readonly #perSecond: number | undefined;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(clock: Clock, perSecond: number | undefined) {
    this.#clock = clock;
    this.#perSecond = perSecond;
  }

  /** Whether one more request is allowed now; takes a token if so. */
  allows(bucketName: string): boolean {
    if (this.#perSecond === undefined) return true;
    const now = this.#clock.now();
    const bucket = this.#buckets.get(bucketName) ?? { tokens: this.#perSecond, at: now };
    const refilled = bucket.tokens + ((now - bucket.at) / 1_000) * this.#perSecond;
    const tokens = Math.min(this.#perSecond, refilled);
    const isAllowed = tokens >= 1;
    this.#buckets.set(bucketName, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    return isAllowed;
  }
}

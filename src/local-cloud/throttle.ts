import type { Clock } from '../kernel/clock.ts';
import type { Limits, RequestBucket } from './options.ts';

/** Token buckets per region and service, as EC2 throttles: a burst, refilled at a steady rate. */
export class Throttle {
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(clock: Clock, limits: Limits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Whether one more request is allowed now; takes a token if so. */
  allows(service: string, region: string, action: string): boolean {
    const { requestsPerSecond: perSecond, requestBuckets = [] } = this.#limits;
    if (perSecond !== undefined && !this.#take(`${service} ${region}`, { size: perSecond, perSecond })) return false;
    if (service !== 'ec2') return true;
    const index = requestBuckets.findIndex(({ actions }) => actions.test(action));
    const bucket = requestBuckets[index];
    return bucket === undefined || this.#take(`${service} ${region} ${index}`, bucket);
  }

  #take(name: string, { size, perSecond }: Pick<RequestBucket, 'size' | 'perSecond'>): boolean {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(name) ?? { tokens: size, at: now };
    const tokens = Math.min(size, bucket.tokens + ((now - bucket.at) / 1_000) * perSecond);
    const isAllowed = tokens >= 1;
    this.#buckets.set(name, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    return isAllowed;
  }
}

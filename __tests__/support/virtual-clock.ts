import type { Clock } from '../../src/kernel/clock.ts';

interface Timer {
  readonly dueAt: number;
  readonly sequence: number;
  readonly wake: () => void;
}

export interface VirtualClockOptions {
  /** Where the clock starts; default 2026-01-02T03:04:05Z. */
  readonly start?: Date;
  /** Jump to the next timer whenever nobody runs; see `VirtualClock`. Default false. */
  readonly autoAdvance?: boolean;
}

/**
 * A clock whose time passes only when a test says so.
 *
 * By hand: `await clock.advance(5_000)` wakes the sleepers that are due, in order, and lets each of them run before the
 * next one wakes. With `autoAdvance` time jumps to the next timer as soon as everybody waits: when several turns of the
 * event loop passed in which nothing went to sleep or woke up and no file is being read or written. Other real work
 * (sockets, child processes, making RSA keys) can't be seen: `during` holds time until it has ended.
 */
export class VirtualClock implements Clock {
  readonly #start: number;
  readonly #autoAdvance: boolean;
  #now: number;
  #sequence = 0;
  #activity = 0;
  #watching = false;
  #timers: Timer[] = [];
  readonly #held = new Set<Promise<unknown>>();

  constructor(options: VirtualClockOptions = {}) {
    this.#start = (options.start ?? new Date('2026-01-02T03:04:05Z')).getTime();
    this.#now = this.#start;
    this.#autoAdvance = options.autoAdvance ?? false;
  }

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#now - this.#start;
  }

  /** How many sleepers there are: a test can show that nobody is left waiting. */
  get sleeping(): number {
    return this.#timers.length;
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const remove = (): void => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        this.#activity += 1;
      };
      const onAbort = (): void => {
        remove();
        reject(signal?.reason);
      };
      const timer: Timer = {
        dueAt: this.#now + Math.max(0, milliseconds),
        sequence: this.#sequence++,
        wake: () => {
          remove();
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#timers.push(timer);
      this.#activity += 1;
      if (this.#autoAdvance) void this.#watch();
    });
  }

  /** Lets `milliseconds` pass: wakes what is due on the way, new sleepers included, and lets it run. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await quiet(() => this.#activity);
    for (let next = this.#next(); next !== undefined && next.dueAt <= end; next = this.#next()) {
      this.#now = Math.max(this.#now, next.dueAt);
      next.wake();
      await quiet(() => this.#activity);
    }
    this.#now = end;
  }

  /** Holds automatic time until `work` (real I/O) has ended. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.#held.add(work);
    try {
      return await work;
    } finally {
      this.#held.delete(work);
      this.#activity += 1;
    }
  }

  #next(): Timer | undefined {
    return this.#timers.reduce<Timer | undefined>(
      (first, timer) =>
        first === undefined ||
        timer.dueAt < first.dueAt ||
        (timer.dueAt === first.dueAt && timer.sequence < first.sequence)
          ? timer
          : first,
      undefined,
    );
  }

  async #watch(): Promise<void> {
    if (this.#watching) return;
    this.#watching = true;
    while (this.#timers.length > 0) {
      await quiet(() => this.#activity);
      if (this.#held.size > 0) {
        await Promise.race(this.#held).catch(() => undefined);
        continue;
      }
      const next = this.#next();
      if (next === undefined) break;
      this.#now = Math.max(this.#now, next.dueAt);
      next.wake();
    }
    this.#watching = false;
  }
}

const QUIET_TURNS = 12;

/** Resolves when several turns of the event loop passed without activity and without requests to the file system. */
async function quiet(activity: () => number): Promise<void> {
  let seen = activity();
  for (let turns = 0; turns < QUIET_TURNS; turns += 1) {
    await turn();
    if (activity() !== seen || fileRequestsUnderWay()) {
      seen = activity();
      turns = 0;
    }
  }
}

function fileRequestsUnderWay(): boolean {
  return process.getActiveResourcesInfo().some((name) => /Req/.test(name));
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

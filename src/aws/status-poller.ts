import type { Image, Instance, Snapshot } from '@aws-sdk/client-ec2';
import { abortError } from '../kernel/abort.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Ec2Api } from './api.ts';
import { isRetryable, isThrottled } from './errors.ts';

/** What can be waited for, and what EC2 tells of it. */
interface Described {
  readonly instance: Instance;
  readonly image: Image;
  readonly snapshot: Snapshot;
}
export type PolledKind = keyof Described;

/**
 * Judges what EC2 tells at the moment: a result ends the wait, undefined goes on, an exception fails it. It is given
 * undefined while EC2 does not know the resource: not yet, right after it was made, or not any more.
 */
export type Judge<K extends PolledKind, T> = (described: Described[K] | undefined) => T | undefined;

export interface WaitOptions {
  readonly signal: AbortSignal;
  /** How often to look, in milliseconds; see PACE for the defaults. */
  readonly paceMs?: number;
}

/** What takes seconds is looked at every 1.5 s, what takes minutes every 5 s. Milliseconds. */
const PACE: Readonly<Record<PolledKind, number>> = { instance: 1_500, image: 5_000, snapshot: 5_000 };

/** A throttled poller slows down to this many times its pace, and gets faster again with every answer. */
const SLOWEST = 8;
/** As many identifiers go into one call. */
const PER_CALL = 100;

/**
 * Watches the states of all that the builds of one region wait for. What is due at about the same time is asked for in
 * one Describe call per kind. There is no longest time: a wait ends by its judge or by its signal.
 */
export class StatusPoller {
  readonly #instances: KindPoller<'instance'>;
  readonly #images: KindPoller<'image'>;
  readonly #snapshots: KindPoller<'snapshot'>;

  constructor(ec2: Ec2Api, clock: Clock) {
    // By filter and not by id: one id that is unknown would fail the call for all others.
    const filter = (Name: string, Values: readonly string[]) => ({ Filters: [{ Name, Values: [...Values] }] });
    this.#instances = new KindPoller('instance', clock, async (ids, signal) => {
      const { Reservations = [] } = await ec2.describeInstances(filter('instance-id', ids), signal);
      return byId(
        Reservations.flatMap(({ Instances = [] }) => Instances),
        ({ InstanceId }) => InstanceId,
      );
    });
    this.#images = new KindPoller('image', clock, async (ids, signal) => {
      const { Images = [] } = await ec2.describeImages(filter('image-id', ids), signal);
      return byId(Images, ({ ImageId }) => ImageId);
    });
    this.#snapshots = new KindPoller('snapshot', clock, async (ids, signal) => {
      const { Snapshots = [] } = await ec2.describeSnapshots(filter('snapshot-id', ids), signal);
      return byId(Snapshots, ({ SnapshotId }) => SnapshotId);
    });
  }

  /** Looks at an instance at once and then again and again, until the judge has a result. */
  instance<T>(id: string, judge: Judge<'instance', T>, options: WaitOptions): Promise<T> {
    return this.#instances.wait(id, judge, options);
  }

  image<T>(id: string, judge: Judge<'image', T>, options: WaitOptions): Promise<T> {
    return this.#images.wait(id, judge, options);
  }

  snapshot<T>(id: string, judge: Judge<'snapshot', T>, options: WaitOptions): Promise<T> {
    return this.#snapshots.wait(id, judge, options);
  }
}

interface Waiter<D> {
  readonly id: string;
  readonly paceMs: number;
  dueAt: number;
  /** Given what EC2 tells; ends the wait or does not. */
  see(described: D | undefined): void;
  fail(reason: unknown): void;
}

class KindPoller<K extends PolledKind> {
  readonly #kind: K;
  readonly #clock: Clock;
  readonly #describe: (ids: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, Described[K]>>;
  readonly #waiters = new Set<Waiter<Described[K]>>();
  #slowness = 1;
  #running = false;
  /** Ends the sleep between two looks, because somebody new waits or nobody any more. */
  #alarm = new AbortController();
  /** Ends the calls under way, because nobody waits any more. */
  #calls = new AbortController();

  constructor(
    kind: K,
    clock: Clock,
    describe: (ids: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, Described[K]>>,
  ) {
    this.#kind = kind;
    this.#clock = clock;
    this.#describe = describe;
  }

  wait<T>(id: string, judge: Judge<K, T>, { signal, paceMs = PACE[this.#kind] }: WaitOptions): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal.aborted) {
        reject(abortError(signal, `while waiting for ${this.#kind} ${id}`));
        return;
      }
      const leave = (): void => {
        signal.removeEventListener('abort', onAbort);
        this.#waiters.delete(waiter);
        if (this.#waiters.size === 0) {
          this.#calls.abort();
          this.#alarm.abort();
        }
      };
      const fail = (reason: unknown): void => {
        leave();
        reject(reason);
      };
      const onAbort = (): void => fail(abortError(signal, `while waiting for ${this.#kind} ${id}`));
      const waiter: Waiter<Described[K]> = {
        id,
        paceMs,
        dueAt: this.#clock.monotonic(),
        see: (described) => {
          try {
            const result = judge(described);
            if (result === undefined) return;
            leave();
            resolve(result);
          } catch (thrown) {
            fail(thrown);
          }
        },
        fail,
      };
      signal.addEventListener('abort', onAbort, { once: true });
      this.#waiters.add(waiter);
      this.#alarm.abort();
      if (!this.#running) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Everybody who begins to wait in this turn of the event loop goes into the first call.
    await Promise.resolve();
    while (this.#waiters.size > 0) {
      this.#calls = new AbortController();
      await this.#look(this.#calls.signal);
      if (this.#waiters.size === 0) break;
      const next = Math.min(...[...this.#waiters].map(({ dueAt }) => dueAt));
      this.#alarm = new AbortController();
      await this.#clock.sleep(next - this.#clock.monotonic(), this.#alarm.signal).catch(() => undefined);
    }
    this.#running = false;
  }

  /** Asks for everything that is due, or will be soon: that keeps the waiters in step. */
  async #look(signal: AbortSignal): Promise<void> {
    const now = this.#clock.monotonic();
    const due = [...this.#waiters].filter(({ dueAt, paceMs }) => dueAt <= now + paceMs / 2);
    const ids = [...new Set(due.map(({ id }) => id))];
    await Promise.all(
      chunks(ids, PER_CALL).map(async (some) => {
        const waiting = due.filter(({ id }) => some.includes(id));
        try {
          const described = await this.#describe(some, signal);
          this.#slowness = Math.max(1, this.#slowness / 2);
          this.#schedule(waiting);
          for (const waiter of waiting) if (this.#waiters.has(waiter)) waiter.see(described.get(waiter.id));
        } catch (thrown) {
          // AWS may answer again: as long as somebody is willing to wait, so is the poller.
          if (isThrottled(thrown)) this.#slowness = Math.min(SLOWEST, this.#slowness * 2);
          if (signal.aborted || isRetryable(thrown)) this.#schedule(waiting);
          else for (const waiter of waiting) if (this.#waiters.has(waiter)) waiter.fail(thrown);
        }
      }),
    );
  }

  #schedule(waiters: readonly Waiter<Described[K]>[]): void {
    const now = this.#clock.monotonic();
    for (const waiter of waiters) waiter.dueAt = now + waiter.paceMs * this.#slowness;
  }
}

function byId<D>(described: readonly D[], idOf: (item: D) => string | undefined): ReadonlyMap<string, D> {
  return new Map(described.map((item) => [idOf(item) ?? '', item]));
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

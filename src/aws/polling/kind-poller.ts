import type { Clock } from '../../kernel/clock.ts';
import { isRetryable, isThrottled } from '../errors.ts';
import type { Described, Judge, PolledKind, WaitOptions } from '../status-poller.ts';
import type { Slowness } from './pace.ts';
import type { Polling } from './settings.ts';
import { Wait } from './wait.ts';

/** As many identifiers go into one call; EC2 takes 200 values of a filter. */
const PER_CALL = 200;
/** Somebody who begins to wait does not have to be looked at sooner than this after the last look. Milliseconds. */
const SHORTEST_GAP_MS = 250;

export interface KindPollerParts<K extends PolledKind> {
  readonly kind: K;
  readonly clock: Clock;
  readonly polling: Polling;
  readonly slowness: Slowness;
  readonly stateOf: (described: Described[K]) => string;
  /** Asks EC2; what it does not know is missing in the map. */
  readonly describe: (ids: readonly string[], signal: AbortSignal) => Promise<ReadonlyMap<string, Described[K]>>;
}

type AnyWait<K extends PolledKind> = Pick<
  Wait<K, unknown>,
  'id' | 'dueAt' | 'gapMs' | 'hasLooked' | 'schedule' | 'see' | 'fail'
>;

/** Looks at all resources of one kind that somebody in a region waits for. */
export class KindPoller<K extends PolledKind> {
  readonly #parts: KindPollerParts<K>;
  readonly #waits = new Set<AnyWait<K>>();
  #running = false;
  #lastLookAt = Number.NEGATIVE_INFINITY;
  /** Ends the sleep between two looks, because somebody new waits or nobody any more. */
  #alarm = new AbortController();
  /** Ends the calls under way, because nobody waits any more. */
  #calls = new AbortController();

  constructor(parts: KindPollerParts<K>) {
    this.#parts = parts;
  }

  wait<T>(id: string, judge: Judge<K, T>, options: WaitOptions): Promise<T> {
    const { kind, clock, polling, stateOf } = this.#parts;
    const wait = new Wait<K, T>({ kind, id, clock, polling, stateOf }, judge, options, () => {
      this.#waits.delete(wait);
      if (this.#waits.size > 0) return;
      this.#calls.abort();
      this.#alarm.abort();
    });
    this.#waits.add(wait);
    if (options.signal.aborted) wait.cancel();
    this.#alarm.abort();
    if (!this.#running && this.#waits.size > 0) void this.#run();
    return wait.promise;
  }

  async #run(): Promise<void> {
    this.#running = true;
    // Everybody who begins to wait in this turn of the event loop goes into the first call.
    await Promise.resolve();
    while (this.#waits.size > 0) {
      if (!(await this.#sleepUntil(this.#nextLook()))) continue;
      this.#calls = new AbortController();
      await this.#look(this.#calls.signal);
    }
    this.#running = false;
  }

  #nextLook(): number {
    const due = Math.min(...[...this.#waits].map(({ dueAt }) => dueAt));
    return Math.max(due, this.#lastLookAt + SHORTEST_GAP_MS);
  }

  /** Whether the moment has come; false: something changed on the way there. */
  async #sleepUntil(moment: number): Promise<boolean> {
    const { clock } = this.#parts;
    const pause = Math.ceil(moment - clock.monotonic());
    if (pause <= 0) return true;
    this.#alarm = new AbortController();
    return clock.sleep(pause, this.#alarm.signal).then(
      () => true,
      () => false,
    );
  }

  /** Asks for everything that is due, or will be soon: that keeps the waits in step. */
  async #look(signal: AbortSignal): Promise<void> {
    const now = this.#parts.clock.monotonic();
    this.#lastLookAt = now;
    const isDue = ({ dueAt, gapMs }: AnyWait<K>): boolean => dueAt <= now + gapMs / 2;
    const ids = new Set([...this.#waits].filter(isDue).map(({ id }) => id));
    // The answer is news for all that wait for the same, except for one whose first look is yet to come.
    const told = [...this.#waits].filter((wait) => ids.has(wait.id) && (wait.hasLooked || isDue(wait)));
    await Promise.all(chunks([...ids], PER_CALL).map((some) => this.#ask(some, told, signal)));
  }

  async #ask(ids: readonly string[], told: readonly AnyWait<K>[], signal: AbortSignal): Promise<void> {
    const { slowness, describe } = this.#parts;
    const asking = new Set(ids);
    const waits = told.filter(({ id }) => asking.has(id));
    const waiting = (): AnyWait<K>[] => waits.filter((wait) => this.#waits.has(wait));
    try {
      const described = await describe(ids, signal);
      slowness.answered();
      for (const wait of waiting()) {
        wait.see(described.get(wait.id));
        wait.schedule(slowness.factor);
      }
    } catch (thrown) {
      // AWS may answer again: as long as somebody is willing to wait, so is the poller.
      if (isThrottled(thrown)) slowness.throttled();
      for (const wait of waiting()) {
        if (signal.aborted || isRetryable(thrown)) wait.schedule(slowness.factor);
        else wait.fail(thrown);
      }
    }
  }
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

import type { Clock } from '../../kernel/clock.ts';
import type { Consistency } from '../options.ts';
import type { Resource } from './resources.ts';

/** The resources of one kind in one region, in the order in which they were made; keeps eventual consistency. */
export class Table<R extends Resource> {
  readonly #rows = new Map<string, R>();
  readonly #hiddenCalls = new Map<string, number>();
  readonly #clock: Clock;
  readonly #consistency: Consistency;

  constructor(clock: Clock, consistency: Consistency) {
    this.#clock = clock;
    this.#consistency = consistency;
  }

  /** Adds what a caller has made: it becomes visible as the consistency option says. */
  add(row: R): R {
    this.#rows.set(row.id, row);
    const calls = this.#consistency.calls ?? 0;
    if (calls > 0) this.#hiddenCalls.set(row.id, calls);
    return row;
  }

  /** Adds what was always there. */
  seed(row: R): R {
    this.#rows.set(row.id, row);
    return row;
  }

  delete(id: string): void {
    this.#rows.delete(id);
    this.#hiddenCalls.delete(id);
  }

  /** What a caller who names this id finds. Counts as a call for the consistency option. */
  named(id: string): R | undefined {
    const row = this.#rows.get(id);
    const calls = this.#hiddenCalls.get(id) ?? 0;
    if (calls > 0) {
      this.#hiddenCalls.set(id, calls - 1);
      return undefined;
    }
    return row !== undefined && this.#isOldEnough(row) ? row : undefined;
  }

  /** What a caller who names no id finds. */
  visible(): R[] {
    return this.all().filter((row) => (this.#hiddenCalls.get(row.id) ?? 0) === 0 && this.#isOldEnough(row));
  }

  /** The cloud's own view. */
  get(id: string): R | undefined {
    return this.#rows.get(id);
  }

  all(): R[] {
    return [...this.#rows.values()];
  }

  #isOldEnough(row: Resource): boolean {
    return this.#clock.now() - row.createdAt >= (this.#consistency.milliseconds ?? 0);
  }
}

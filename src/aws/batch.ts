import { onAbort } from '../kernel/abort.ts';
import type { Clock } from '../kernel/clock.ts';
import { orAborted } from '../kernel/deadline.ts';

/** Whoever asks within this time is answered together. Builds that run at once reach the same step at about the same time. */
const WINDOW_MS = 10;

interface Member<K, V> {
  readonly key: K;
  readonly signal: AbortSignal;
  resolve(value: V): void;
  reject(reason: unknown): void;
}

export interface BatchParts<K, V> {
  readonly clock: Clock;
  /** Keys in one call at most. */
  readonly limit: number;
  /** All keys are the same question: when it fails, it fails for all. */
  readonly isOneQuestion?: boolean;
  /** One call for several keys; gives the answer for each of them. */
  readonly call: (keys: readonly K[], signal: AbortSignal) => Promise<(key: K) => V>;
}

/**
 * Makes one call of what several builds ask for at about the same time. When such a call fails, each of them asks alone:
 * what is wrong with one key does not fail the others. A call ends early only when nobody wants its answer any more.
 */
export class Batch<K, V> {
  readonly #parts: BatchParts<K, V>;
  #waiting: Member<K, V>[] = [];
  /** Ends the time in which others may join. */
  #sent = new AbortController();

  constructor(parts: BatchParts<K, V>) {
    this.#parts = parts;
  }

  async ask(key: K, signal: AbortSignal): Promise<V> {
    const answer = new Promise<V>((resolve, reject) => {
      this.#waiting.push({ key, signal, resolve, reject });
      if (this.#waiting.length >= this.#parts.limit) this.#send();
      else if (this.#waiting.length === 1) void this.#sendLater();
    });
    try {
      return await orAborted(answer, signal);
    } finally {
      // Nobody waits for what is not sent yet.
      if (signal.aborted && this.#waiting.every((member) => member.signal.aborted)) this.#send();
    }
  }

  async #sendLater(): Promise<void> {
    const sent = new AbortController();
    this.#sent = sent;
    await this.#parts.clock.sleep(WINDOW_MS, sent.signal).catch(() => undefined);
    if (!sent.signal.aborted) this.#send();
  }

  #send(): void {
    const members = this.#waiting.filter(({ signal }) => !signal.aborted);
    this.#waiting = [];
    this.#sent.abort();
    if (members.length > 0) void this.#together(members);
  }

  async #together(members: readonly Member<K, V>[]): Promise<void> {
    const over = new AbortController();
    const endIfAll = (): void => {
      if (members.every(({ signal }) => signal.aborted)) over.abort(members[0]?.signal.reason);
    };
    const listening = members.map(({ signal }) => onAbort(signal, endIfAll));
    try {
      const answerFor = await this.#parts.call(
        members.map(({ key }) => key),
        over.signal,
      );
      for (const member of members) member.resolve(answerFor(member.key));
    } catch (thrown) {
      if (members.length === 1 || this.#parts.isOneQuestion === true || over.signal.aborted)
        for (const member of members) member.reject(thrown);
      else await Promise.all(members.map((member) => this.#together([member])));
    } finally {
      for (const stopListening of listening) stopListening();
    }
  }
}

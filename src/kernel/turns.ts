/**
 * Lets the process hear of signals, timers and answers between pieces of work that each take a while without waiting for
 * anything.
 */
export class Turns {
  readonly #signal: AbortSignal;
  #last: Promise<void> = Promise.resolve();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Resolves once the process has looked around since the turn before; rejects with the signal's reason once it is aborted. */
  async next(): Promise<void> {
    // All that is due at once runs without a look around, so each turn begins after the one before.
    this.#last = this.#last.then(() => new Promise((resolve) => setImmediate(resolve)));
    await this.#last;
    this.#signal.throwIfAborted();
  }
}

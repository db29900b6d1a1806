import { Duplex } from 'node:stream';

/** What goes into one message; both AWS's own ends send no more at a time. */
const CHUNK = 1_024;
/** Of what the machine sends and nobody reads; SSH's own windows keep it far below, unless the machine is hostile. */
const MOST_UNREAD = 64 * 1_024 * 1_024;
const MOST_UNSENT = 64 * 1_024;

export interface PortStreamEnds {
  /** Resolves when there is room for more. */
  send(chunk: Buffer): Promise<void>;
  /** The stream is no longer wanted; called once. */
  onDestroy(): void;
}

/** A TCP connection on the machine, as a stream here. Small writes of one turn of the event loop travel together. */
export class PortStream extends Duplex {
  readonly #ends: PortStreamEnds;
  #unsent: Buffer[] = [];
  #unsentBytes = 0;
  #isFlushing = false;
  #onFlushed: (() => void)[] = [];

  constructor(ends: PortStreamEnds) {
    super({ allowHalfOpen: false });
    this.#ends = ends;
  }

  /** What the machine's port has sent. */
  arrived(bytes: Buffer): void {
    if (this.destroyed) return;
    this.push(bytes);
    if (this.readableLength > MOST_UNREAD) {
      this.destroy(new Error(`the machine sends more than anybody reads (${MOST_UNREAD} bytes)`));
    }
  }

  override _read(): void {
    // What comes, comes: see MOST_UNREAD.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#unsent.push(chunk);
    this.#unsentBytes += chunk.length;
    if (this.#unsentBytes < MOST_UNSENT) done();
    else this.#onFlushed.push(done);
    this.#flushSoon();
  }

  /** Whoever says no more hangs up: there is no half of a session. */
  override _final(done: (error?: Error | null) => void): void {
    const hangUp = (): void => {
      done();
      this.destroy();
    };
    if (this.#isFlushing) this.#onFlushed.push(hangUp);
    else hangUp();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#unsent = [];
    this.#ends.onDestroy();
    done(error);
    for (const flushed of this.#onFlushed.splice(0)) flushed();
  }

  #flushSoon(): void {
    if (this.#isFlushing) return;
    this.#isFlushing = true;
    process.nextTick(() => void this.#flush());
  }

  async #flush(): Promise<void> {
    while (this.#unsentBytes > 0 && !this.destroyed) {
      const bytes = Buffer.concat(this.#unsent);
      this.#unsent = [];
      this.#unsentBytes = 0;
      for (let at = 0; at < bytes.length && !this.destroyed; at += CHUNK) {
        await this.#ends.send(bytes.subarray(at, at + CHUNK));
      }
      if (this.#unsentBytes === 0) break;
    }
    this.#isFlushing = false;
    for (const flushed of this.#onFlushed.splice(0)) flushed();
  }
}

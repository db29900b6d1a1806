import { Socket } from 'node:net';
import { NO_LONGER_NEEDED } from '../../kernel/abort.ts';
import type { Clock } from '../../kernel/clock.ts';

/**
 * A TCP socket that sends what is written in one turn of the event loop together: ssh2 writes each packet in several
 * small pieces.
 */
class CorkedSocket extends Socket {
  #corked = false;

  override write(
    chunk: Uint8Array | string,
    encodingOrCallback?: BufferEncoding | ((error?: Error | null) => void),
    callback?: (error?: Error | null) => void,
  ): boolean {
    if (!this.#corked) {
      this.#corked = true;
      this.cork();
      process.nextTick(() => {
        this.#corked = false;
        this.uncork();
      });
    }
    if (typeof encodingOrCallback === 'function') return super.write(chunk, encodingOrCallback);
    if (typeof chunk === 'string') return super.write(chunk, encodingOrCallback, callback);
    return super.write(chunk, callback);
  }
}

export interface DialOptions {
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Opens a TCP connection; rejects with the system's error, `dial timed out`, or the signal's reason. */
export async function dial(host: string, port: number, options: DialOptions): Promise<Socket> {
  const done = new AbortController();
  const socket = new CorkedSocket();
  const connected = new Promise<Socket>((resolve, reject) => {
    socket.once('connect', () => resolve(socket)).once('error', reject);
    // The default of 250 ms per address is too short for a machine on the other side of the world.
    socket.setNoDelay(true).connect({ host, port, autoSelectFamilyAttemptTimeout: 1_000 });
  });
  const tooLate = options.clock.sleep(options.timeoutMs, AbortSignal.any([options.signal, done.signal])).then(() => {
    throw new Error(`no answer from ${host}:${port}`);
  });
  try {
    return await Promise.race([connected, tooLate]);
  } catch (error) {
    connected.catch(() => undefined);
    socket.on('error', () => undefined).destroy();
    throw error;
  } finally {
    done.abort(NO_LONGER_NEEDED);
    tooLate.catch(() => undefined);
  }
}

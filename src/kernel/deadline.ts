import { NO_LONGER_NEEDED, onAbort } from './abort.ts';
import type { Clock } from './clock.ts';

/**
 * Runs `work` with a signal that is aborted with `reason()` after `milliseconds`, or with the parent's reason when
 * `parent` is. Settles as `work` does: work that ignores its signal is waited for. `undefined` sets no limit.
 */
export async function withDeadline<T>(
  clock: Clock,
  milliseconds: number | undefined,
  reason: () => unknown,
  parent: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const expiry = new AbortController();
  const done = new AbortController();
  const timer =
    milliseconds === undefined
      ? undefined
      : clock.sleep(milliseconds, done.signal).then(
          () => expiry.abort(reason()),
          () => undefined,
        );
  try {
    return await work(parent === undefined ? expiry.signal : AbortSignal.any([parent, expiry.signal]));
  } finally {
    done.abort(NO_LONGER_NEEDED);
    await timer;
  }
}

/** Settles as `promise` does, or rejects with the signal's reason as soon as that is aborted: for work that may hang. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stopListening = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else stopListening = onAbort(signal, () => reject(signal.reason));
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    stopListening();
  }
}

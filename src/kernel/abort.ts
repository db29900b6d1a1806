import { setMaxListeners } from 'node:events';
import { BakeError, cancelledError } from './errors.ts';

/**
 * The reason to end a timer whose outcome nobody waits for any more. One for all: with each `abort()` that names none, an
 * exception of its own is made, with a stack trace.
 */
export const NO_LONGER_NEEDED: Error = new Error('It is no longer needed.');

/**
 * What work that was stopped through `signal` ends with: the reason where that says it all (a time-out, say), else the
 * plain fact that it was cancelled. `what` completes "Cancelled …".
 */
export function abortError(signal: AbortSignal, what: string): BakeError {
  return signal.reason instanceof BakeError ? signal.reason : cancelledError(what, signal.reason);
}

/**
 * Calls `listener` once when `signal` is aborted later on; returns what makes it stop listening. However many listen:
 * one signal ends all the calls and waits of a run, and Node would warn of a leak from the eleventh on.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  manyMayListen(signal);
  signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}

/** For a signal that is handed to others, who listen to it while they work. */
export function manyMayListen(signal: AbortSignal): void {
  setMaxListeners(Number.POSITIVE_INFINITY, signal);
}

import { BakeError, cancelledError } from './errors.ts';

/**
 * What work that was stopped through `signal` ends with: the reason where that says it all (a time-out, say), else the
 * plain fact that it was cancelled. `what` completes "Cancelled …".
 */
export function abortError(signal: AbortSignal, what: string): BakeError {
  return signal.reason instanceof BakeError ? signal.reason : cancelledError(what, signal.reason);
}

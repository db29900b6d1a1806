import { cancelledError } from '../kernel/errors.ts';

/** What to reject with once a signal is aborted: its own reason where that says something, else `cancelled`. */
export function cancellation(signal: AbortSignal, what: string): unknown {
  const reason: unknown = signal.reason;
  return reason instanceof Error && reason.name !== 'AbortError' ? reason : cancelledError(what, reason);
}

import type { Clock } from '../kernel/clock.ts';
import { isNotFound } from './errors.ts';
import { retryWhile } from './retry-while.ts';

/** What was made just now is not known everywhere at once; so many more tries, over half a minute, are worth it. */
const TRIES = 8;

/** Makes a call about something that was made just now, again as long as AWS says that it does not exist. */
export function onceVisible<T>(
  clock: Clock,
  signal: AbortSignal,
  call: () => Promise<T>,
  isTooEarly: (thrown: unknown) => boolean = isNotFound,
): Promise<T> {
  return retryWhile(clock, signal, (thrown, attempt) => attempt <= TRIES && isTooEarly(thrown), call);
}

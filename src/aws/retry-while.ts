import type { Clock } from '../kernel/clock.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Tries again while `worthIt` says so of what was thrown, after 1 s, 2 s, 4 s and then every 5 s, until the signal is
 * aborted. For what is about to become possible: a resource that is still in use, or not visible everywhere yet.
 */
export async function retryWhile<T>(
  clock: Clock,
  signal: AbortSignal,
  worthIt: (thrown: unknown, attempt: number) => boolean,
  attempt: () => Promise<T>,
): Promise<T> {
  for (let number = 1; ; number += 1) {
    try {
      return await attempt();
    } catch (thrown) {
      if (signal.aborted || !worthIt(thrown, number)) throw thrown;
      await clock.sleep(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (number - 1)), signal);
    }
  }
}

import type { Clock } from '../kernel/clock.ts';
import { withDeadline } from '../kernel/deadline.ts';

/** Amazon's own service for this; it answers with the address of whoever asks, in plain text. */
const SERVICE = 'https://checkip.amazonaws.com';
const LIMIT_MS = 5_000;

/** The address that this machine has on the internet. Rejects when that can't be found out within a few seconds. */
export async function publicAddress(clock: Clock, signal: AbortSignal): Promise<string> {
  const tooLate = (): Error => new Error(`${SERVICE} did not answer within ${LIMIT_MS / 1_000} seconds`);
  return withDeadline(clock, LIMIT_MS, tooLate, signal, async (limited) => {
    const answer = await fetch(SERVICE, { signal: limited });
    if (!answer.ok) throw new Error(`${SERVICE} answered with status ${answer.status}`);
    return (await answer.text()).trim();
  });
}

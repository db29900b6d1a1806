import type { BakeEvent } from '../../kernel/events.ts';

type WaitingEvent = Extract<BakeEvent, { type: 'waiting' }>;

/** What is over sooner needs no line of its own: the step's end says it. */
const FIRST_LINE_MS = 10_000;
const LEAST_GAP_MS = 10_000;
/** So much more percent, or another state, is news. */
const NEWS_PERCENT = 10;
/** A wait without any news shows that it is alive, at first once a minute. */
const QUIET_MS = 60_000;
const LONG_QUIET_MS = 5 * 60_000;
const LONG_WAIT_MS = 10 * 60_000;

interface Told {
  readonly state: string;
  readonly percent: number;
  readonly elapsedMs: number;
}

/** Where lines can't be rewritten: of all looks at what is waited for, those that are worth a line. */
export class WaitingLines {
  readonly #told = new Map<string, Told>();

  isWorthALine({ build, what, state, percent = 0, elapsedMs }: WaitingEvent): boolean {
    const wait = `${build}\n${what}`;
    let told = this.#told.get(wait);
    // Another wait for the same thing: it begins anew.
    if (told !== undefined && elapsedMs < told.elapsedMs) told = undefined;
    if (!isNews(told, state, percent, elapsedMs)) return false;
    this.#told.set(wait, { state, percent, elapsedMs });
    return true;
  }
}

function isNews(told: Told | undefined, state: string, percent: number, elapsedMs: number): boolean {
  if (told === undefined) return elapsedMs >= FIRST_LINE_MS;
  const gap = elapsedMs - told.elapsedMs;
  if (gap >= (elapsedMs > LONG_WAIT_MS ? LONG_QUIET_MS : QUIET_MS)) return true;
  return gap >= LEAST_GAP_MS && (state !== told.state || percent - told.percent >= NEWS_PERCENT);
}

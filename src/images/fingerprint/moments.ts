import type { Ids } from '../../kernel/ids.ts';

/** Another time to read a template at: what differs then from what it gives now depends on the time or on chance. */
export interface Moment {
  readonly shiftMs: number;
  /** What is random is this, over and over. */
  readonly character: string;
}

const SECOND = 1_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Two times of which, taken together, no part is as now: not the second, minute, hour, day or month of the first or the
 * second, and not the first letter of the month or the year of the second.
 */
export const OTHER_MOMENTS: readonly Moment[] = [
  { shiftMs: 10 * DAY + 5 * HOUR + 7 * 60 * SECOND + 13 * SECOND, character: '0' },
  { shiftMs: 457 * DAY + 7 * HOUR + 11 * 60 * SECOND + 17 * SECOND, character: 'f' },
];

/** A minute away in the same hour: what differs then differs from run to run, and not only from day to day. */
export function closeTo(time: number): Moment {
  const shiftMs = 61 * SECOND;
  return { shiftMs: time % HOUR < HOUR / 2 ? shiftMs : -shiftMs, character: '5' };
}

/** Not random: the same texts in each reading of that moment. */
export function idsAt({ character }: Moment): Ids {
  const hex = (length: number): string => character.repeat(length);
  return {
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
    token: (length) => character.repeat(length),
  };
}

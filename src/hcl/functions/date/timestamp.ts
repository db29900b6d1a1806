/** A moment, with the offset from UTC in which it was written. */
export interface Timestamp {
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly offsetMinutes: number;
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;

/** Reads a timestamp of RFC 3339 (`2026-11-22T14:03:07Z`, `…+02:00`), strictly, as Go does; undefined when it is none. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = RFC3339.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  if (hour === undefined || minute === undefined || second === undefined) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const date = new Date(0);
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  date.setUTCHours(hour, minute, second, Math.trunc(Number(`0.${match[7] ?? '0'}`) * 1_000));
  const offsetHours = Number(match[9] ?? '0');
  const offsetRest = Number(match[10] ?? '0');
  if (offsetHours > 23 || offsetRest > 59) return undefined;
  const offsetMinutes = (match[8] === '-' ? -1 : 1) * (offsetHours * 60 + offsetRest) + 0;
  return { time: date.getTime() - offsetMinutes * 60_000, offsetMinutes };
}

/** The moment in RFC 3339, in its own offset, to the second (Go: time.RFC3339). */
export function formatTimestamp(timestamp: Timestamp): string {
  return `${localDate(timestamp).toISOString().slice(0, 19)}${formatOffset(timestamp, ':', 'Z')}`;
}

/** A date whose UTC fields are the ones that a clock at this offset shows. */
export function localDate({ time, offsetMinutes }: Timestamp): Date {
  return new Date(time + offsetMinutes * 60_000);
}

/** `+02:00`; `zulu` in place of no offset, when given. */
export function formatOffset({ offsetMinutes }: Timestamp, separator: string, zulu?: string): string {
  if (offsetMinutes === 0 && zulu !== undefined) return zulu;
  const minutes = Math.abs(offsetMinutes);
  const pad = (amount: number): string => String(amount).padStart(2, '0');
  return `${offsetMinutes < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}${separator}${pad(minutes % 60)}`;
}

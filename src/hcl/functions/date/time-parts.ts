import { dayOfYear, formatGoTime, isoWeek } from '../../../kernel/time-format.ts';
import { NUMBER, objectOf, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { integerAt, textAt } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';
import { formatTimestamp, localDate, parseTimestamp, type Timestamp } from './timestamp.ts';

const PARTS = {
  year: NUMBER,
  year_day: NUMBER,
  day: NUMBER,
  month: NUMBER,
  month_name: STRING,
  weekday: NUMBER,
  weekday_name: STRING,
  hour: NUMBER,
  minute: NUMBER,
  second: NUMBER,
  iso_year: NUMBER,
  iso_week: NUMBER,
} as const;

export const rfc3339Parse: PlainFunction = {
  name: 'rfc3339_parse',
  params: [{ name: 'timestamp', type: STRING }],
  returns: objectOf({ ...PARTS, unix: NUMBER }),
  doc: 'The parts of a timestamp (RFC 3339; a blank may stand for the T): year, month, day, hour, weekday_name, and so on.',
  call(args) {
    const text = textAt(args, 0);
    const parsed = parseTimestamp(text.replace(/^(\d{4}-\d\d-\d\d) /, '$1T'));
    if (parsed === undefined) {
      return fault(`"${text}" is not a timestamp of RFC 3339, which is of the form 2006-01-02T15:04:05Z`, 0);
    }
    return Value.object({ ...partsOf(parsed), unix: Value.number(Math.floor(parsed.time / 1_000)) });
  },
};

export const unixTimestampParse: PlainFunction = {
  name: 'unix_timestamp_parse',
  params: [{ name: 'unix_timestamp', type: NUMBER }],
  returns: objectOf({ ...PARTS, rfc3339: STRING }),
  doc: 'The parts, in UTC, of a time that is given in whole seconds since 1970: year, month, …, and rfc3339.',
  call(args) {
    const seconds = integerAt(args, 0);
    if (Math.abs(seconds) > 8.64e12) fault('the time is out of the range of dates', 0);
    const parsed = { time: seconds * 1_000, offsetMinutes: 0 };
    return Value.object({ ...partsOf(parsed), rfc3339: Value.string(formatTimestamp(parsed)) });
  },
};

function partsOf(timestamp: Timestamp): Record<keyof typeof PARTS, Value> {
  const date = localDate(timestamp);
  const week = isoWeek(date);
  return {
    year: Value.number(date.getUTCFullYear()),
    year_day: Value.number(dayOfYear(date)),
    day: Value.number(date.getUTCDate()),
    month: Value.number(date.getUTCMonth() + 1),
    month_name: Value.string(formatGoTime(date.getTime(), 'January')),
    weekday: Value.number(date.getUTCDay()),
    weekday_name: Value.string(formatGoTime(date.getTime(), 'Monday')),
    hour: Value.number(date.getUTCHours()),
    minute: Value.number(date.getUTCMinutes()),
    second: Value.number(date.getUTCSeconds()),
    iso_year: Value.number(week.year),
    iso_week: Value.number(week.week),
  };
}

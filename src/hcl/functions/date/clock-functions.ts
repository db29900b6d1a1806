import { parseDuration } from '../../../kernel/duration.ts';
import { formatGoTime, formatStrftime } from '../../../kernel/time-format.ts';
import { STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { textAt } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';
import { formatTimestamp } from './timestamp.ts';
import { timestampAt } from './timestamp-argument.ts';

export const timestamp: PlainFunction = {
  name: 'timestamp',
  params: [],
  returns: STRING,
  doc: 'The current time in UTC, as RFC 3339; a new one on every call.',
  call: (_, { clock }) => Value.string(formatTimestamp({ time: clock.now(), offsetMinutes: 0 })),
};

export const timeadd: PlainFunction = {
  name: 'timeadd',
  params: [
    { name: 'timestamp', type: STRING },
    { name: 'duration', type: STRING },
  ],
  returns: STRING,
  doc: 'The timestamp (RFC 3339), later by the duration (1h30m) or earlier (-10s).',
  call(args) {
    const start = timestampAt(args, 0);
    const text = textAt(args, 1);
    const duration = parseDuration(text);
    if (duration === undefined) return fault(`invalid duration "${text}": it is written like 1h30m or -10s`, 1);
    const time = start.time + duration;
    if (Math.abs(time) > 8.64e15) fault('the result is out of the range of dates', 1);
    return Value.string(formatTimestamp({ ...start, time }));
  },
};

export const legacyIsotime = legacy(
  'legacy_isotime',
  "The time when the run began, in UTC, in Go's layout (2006-01-02 15:04:05); RFC 3339 without one.",
  formatGoTime,
);

export const legacyStrftime = legacy(
  'legacy_strftime',
  'The time when the run began, in UTC, by strftime letters (%Y-%m-%d); RFC 3339 without them.',
  formatStrftime,
);

function legacy(name: string, doc: string, write: (time: number, format: string) => string): PlainFunction {
  return {
    name,
    params: [],
    variadic: { name: 'format', type: STRING },
    returns: STRING,
    doc,
    call([format, extra], { startedAt }) {
      if (extra !== undefined) fault('too many arguments: one format at most', 1);
      if (format === undefined) return Value.string(formatTimestamp({ time: startedAt, offsetMinutes: 0 }));
      return Value.string(write(startedAt, format.asString()));
    },
  };
}

import { STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { textAt } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';
import { formatOffset, localDate, type Timestamp } from './timestamp.ts';
import { timestampAt } from './timestamp-argument.ts';

export const formatdate: PlainFunction = {
  name: 'formatdate',
  params: [
    { name: 'format', type: STRING },
    { name: 'time', type: STRING },
  ],
  returns: STRING,
  doc: "The timestamp (RFC 3339) in another form: YYYY, MM, DD, hh (24 hours), HH (12 hours), mm, ss, EEE, MMM, AA, ZZZ, …; other letters in quotes ('T').",
  call(args) {
    const timestamp = timestampAt(args, 1);
    const tokens = textAt(args, 0).match(/'(?:[^']|'')*(?:'|$)|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
    return Value.string(tokens.map((token) => writeToken(token, timestamp)).join(''));
  },
};

function writeToken(token: string, timestamp: Timestamp): string {
  if (token.startsWith("'")) return unquote(token);
  return /^[A-Za-z]/.test(token) ? writeVerb(token, timestamp) : token;
}

/** `'text'` is the text, `''` a quote, in the text as well as alone. */
function unquote(token: string): string {
  if (token.length === 1 || !token.endsWith("'")) return fault("unterminated literal '", 0);
  return token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
}

type Writer = (date: Date, timestamp: Timestamp) => string;

const pad = (amount: number): string => String(amount).padStart(2, '0');
const name = (date: Date, part: 'month' | 'weekday', width: 'short' | 'long'): string =>
  new Intl.DateTimeFormat('en-US', { [part]: width, timeZone: 'UTC' }).format(date);
const twelve = (date: Date): number => date.getUTCHours() % 12 || 12;
const halfDay = (date: Date): string => (date.getUTCHours() < 12 ? 'AM' : 'PM');

const VERBS: Readonly<Record<string, Writer>> = {
  YY: (date) => pad(date.getUTCFullYear() % 100),
  YYYY: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  M: (date) => String(date.getUTCMonth() + 1),
  MM: (date) => pad(date.getUTCMonth() + 1),
  MMM: (date) => name(date, 'month', 'short'),
  MMMM: (date) => name(date, 'month', 'long'),
  D: (date) => String(date.getUTCDate()),
  DD: (date) => pad(date.getUTCDate()),
  EEE: (date) => name(date, 'weekday', 'short'),
  EEEE: (date) => name(date, 'weekday', 'long'),
  h: (date) => String(date.getUTCHours()),
  hh: (date) => pad(date.getUTCHours()),
  H: (date) => String(twelve(date)),
  HH: (date) => pad(twelve(date)),
  AA: (date) => halfDay(date),
  aa: (date) => halfDay(date).toLowerCase(),
  m: (date) => String(date.getUTCMinutes()),
  mm: (date) => pad(date.getUTCMinutes()),
  s: (date) => String(date.getUTCSeconds()),
  ss: (date) => pad(date.getUTCSeconds()),
  Z: (_, timestamp) => formatOffset(timestamp, ':', 'Z'),
  ZZZ: (_, timestamp) => formatOffset(timestamp, '', 'UTC'),
  ZZZZ: (_, timestamp) => formatOffset(timestamp, ''),
  ZZZZZ: (_, timestamp) => formatOffset(timestamp, ':'),
};

const MEANINGS: Readonly<Record<string, string>> = {
  Y: 'year must either be "YY" or "YYYY"',
  M: 'month must be "M", "MM", "MMM" or "MMMM"',
  D: 'day of month must either be "D" or "DD"',
  E: 'day of week must either be "EEE" or "EEEE"',
  h: '24-hour must either be "h" or "hh"',
  H: '12-hour must either be "H" or "HH"',
  A: 'must be "AA"',
  a: 'must be "aa"',
  m: 'minute must either be "m" or "mm"',
  s: 'second must either be "s" or "ss"',
  Z: 'timezone must be Z, ZZZ, ZZZZ or ZZZZZ',
};

function writeVerb(verb: string, timestamp: Timestamp): string {
  const write = VERBS[verb];
  if (write !== undefined) return write(localDate(timestamp), timestamp);
  const meaning = MEANINGS[verb.charAt(0)] ?? `letters that stand for themselves must be in quotes: '${verb}'`;
  return fault(`invalid date format verb "${verb}": ${meaning}`, 0);
}

import { formatGoTime } from '../../../kernel/time-format.ts';
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
  // The shortest verbs are of one letter.
  expense: (args) => ({ steps: textAt(args, 0).length }),
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

/** What stands for each verb in Go's layouts. */
const LAYOUTS: Readonly<Record<string, string>> = {
  YY: '06',
  YYYY: '2006',
  M: '1',
  MM: '01',
  MMM: 'Jan',
  MMMM: 'January',
  D: '2',
  DD: '02',
  EEE: 'Mon',
  EEEE: 'Monday',
  hh: '15',
  H: '3',
  HH: '03',
  AA: 'PM',
  aa: 'pm',
  m: '4',
  mm: '04',
  s: '5',
  ss: '05',
};

/** Those that Go has no layout for. */
const WRITERS: Readonly<Record<string, (timestamp: Timestamp) => string>> = {
  h: (timestamp) => String(localDate(timestamp).getUTCHours()),
  Z: (timestamp) => formatOffset(timestamp, ':', 'Z'),
  ZZZ: (timestamp) => formatOffset(timestamp, '', 'UTC'),
  ZZZZ: (timestamp) => formatOffset(timestamp, ''),
  ZZZZZ: (timestamp) => formatOffset(timestamp, ':'),
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
  const layout = LAYOUTS[verb];
  if (layout !== undefined) return formatGoTime(localDate(timestamp).getTime(), layout);
  const write = WRITERS[verb];
  if (write !== undefined) return write(timestamp);
  const meaning = MEANINGS[verb.charAt(0)] ?? `letters that stand for themselves must be in quotes: '${verb}'`;
  return fault(`invalid date format verb "${verb}": ${meaning}`, 0);
}

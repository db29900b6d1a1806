import { parseNumber } from '../../values/number.ts';
import { DYNAMIC } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { formatTimestamp, parseTimestamp } from '../date/timestamp.ts';
import { fault } from '../function.ts';

// What an unquoted YAML scalar means to go-cty-yaml: YAML 1.2's core schema and 1.1's further words for bools and dates.

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUE = /^(?:y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/;
const FALSE = /^(?:n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/;
const DATE =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:\.\d*)?(Z|[+-]\d\d:\d\d))|(?: (\d\d?):(\d\d?):(\d\d?)(?:\.\d*)?))?$/;

export function plainScalar(text: string): Value {
  if (NULLS.has(text)) return Value.nullOf(DYNAMIC);
  if (TRUE.test(text)) return Value.bool(true);
  if (FALSE.test(text)) return Value.bool(false);
  return numberScalar(text) ?? dateScalar(text) ?? Value.string(text);
}

export function numberScalar(text: string): Value | undefined {
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text)) return fault(`infinity (${text}) is no number that HCL can work with`, 0);
  const radix = /^0(?:x[0-9a-fA-F]+|o[0-7]+)$/.test(text);
  if (radix) return Value.number(BigInt(text));
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
  const number = parseNumber(text);
  return number === undefined ? undefined : Value.number(number);
}

/** Dates become timestamps of RFC 3339. */
function dateScalar(text: string): Value | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year, month = '', day = ''] = match;
  const [hour = '0', minute = '0', second = '0'] = match[4] === undefined ? match.slice(8) : match.slice(4);
  const pad = (digits: string): string => digits.padStart(2, '0');
  const time = `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:${pad(second)}${match[7] ?? 'Z'}`;
  const parsed = parseTimestamp(time);
  return parsed === undefined ? undefined : Value.string(formatTimestamp(parsed));
}

const TAG = 'tag:yaml.org,2002:';

/** A scalar with an explicit tag such as `!!str`. */
export function taggedScalar(tag: string, text: string): Value {
  switch (tag) {
    case '!':
    case `${TAG}str`:
      return Value.string(text);
    case `${TAG}binary`:
      return Value.string(Buffer.from(text, 'base64').toString('base64'));
    case `${TAG}int`:
    case `${TAG}float`:
      return numberScalar(text) ?? fault(`"${text}" is not a number`, 0);
    case `${TAG}bool`:
      return TRUE.test(text) || FALSE.test(text) ? plainScalar(text) : fault(`"${text}" is not a bool`, 0);
    case `${TAG}null`:
      return Value.nullOf(DYNAMIC);
    case `${TAG}timestamp`:
      return dateScalar(text) ?? fault(`"${text}" is not a timestamp`, 0);
    default:
      return fault(`unsupported tag "${tag.replace(TAG, '!!')}"`, 0);
  }
}

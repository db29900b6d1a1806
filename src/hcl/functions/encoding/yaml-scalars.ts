import { parseNumber } from '../../values/number.ts';
import { DYNAMIC } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { formatTimestamp, parseTimestamp } from '../date/timestamp.ts';
import { fault } from '../function.ts';
import { decodeBase64 } from './base64.ts';

// What a YAML scalar means to go-cty-yaml 1.0.1, which Packer has: YAML 1.1's words and numbers, but for 0x10 and 0o17.

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUE = /^(?:y|Y|yes|Yes|YES|on|On|ON|true|True|TRUE)$/;
const FALSE = /^(?:n|N|no|No|NO|off|Off|OFF|false|False|FALSE)$/;
const DATE =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:\.\d*)?(Z|[+-]\d\d:\d\d))|(?: (\d\d?):(\d\d?):(\d\d?)(?:\.\d*)?))?$/;
const INFINITY = /^(?:[-+]?\.(?:inf|Inf|INF)|[-+][iI]nf)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

export function plainScalar(text: string): Value {
  if (NOT_A_NUMBER.test(text)) return fault(`${text} is no number that HCL can work with`, 0);
  return wordScalar(text) ?? dateScalar(text) ?? numberScalar(text) ?? Value.string(text);
}

function wordScalar(text: string): Value | undefined {
  if (NULLS.has(text)) return Value.nullOf(DYNAMIC);
  if (TRUE.test(text)) return Value.bool(true);
  return FALSE.test(text) ? Value.bool(false) : undefined;
}

/** A number: decimal, of which 017 is one, too, or binary with 0b; underscores between the digits do not count. */
function numberScalar(text: string): Value | undefined {
  if (INFINITY.test(text)) return fault(`infinity (${text}) is no number that HCL can work with`, 0);
  const plain = /^[-+\d]/.test(text) ? text.replaceAll('_', '') : text;
  const number = parseNumber(plain);
  if (number !== undefined) return Value.number(number);
  return /^-?0b/.test(plain) ? (wholeNumber(plain) ?? fault(`"${text}" is not a number`, 0)) : undefined;
}

/** A whole number with a prefix: 0x10, 0o17, -0b11. */
function wholeNumber(text: string): Value | undefined {
  const match = /^([-+]?)(0(?:x[0-9a-f]+|o[0-7]+|b[01]+))$/i.exec(text);
  if (match === null) return undefined;
  const size = BigInt(match[2] ?? '');
  return Value.number(match[1] === '-' ? -size : size);
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

/**
 * A scalar with an explicit tag such as `!!int`: one in quotes that looks like a word or a number stays a string, and a
 * word or number that is written plainly is what it looks like, whatever the tag says.
 */
export function taggedScalar(tag: string, text: string, quoted: boolean): Value {
  switch (tag) {
    case '!':
    case `${TAG}str`:
      return Value.string(text);
    case `${TAG}binary`:
      // Stays Base64, for there are no strings of bytes; what is none is an error.
      decodeBase64(text);
      return Value.string(text);
    case `${TAG}null`:
      return Value.nullOf(DYNAMIC);
    case `${TAG}int`:
    case `${TAG}float`:
    case `${TAG}bool`:
    case `${TAG}timestamp`:
      return typedScalar(tag.replace(TAG, ''), text, quoted);
    default:
      return fault(`unsupported tag "${tag.replace(TAG, '!!')}"`, 0);
  }
}

function typedScalar(type: string, text: string, quoted: boolean): Value {
  if (quoted && /^(?:[-+.~\dyYnNtTfFoO]|$)/.test(text)) return Value.string(text);
  const isNumber = type === 'int' || type === 'float';
  const value =
    wordScalar(text) ??
    (type === 'timestamp' ? dateScalar(text) : undefined) ??
    numberScalar(text) ??
    (isNumber ? wholeNumber(text.replaceAll('_', '')) : undefined);
  return value ?? fault(`"${text}" is not of the type ${type}`, 0);
}

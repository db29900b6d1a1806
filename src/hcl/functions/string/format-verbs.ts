import { type EvaluationBudget, tooLargeSize } from '../../budget.ts';
import { convert } from '../../values/convert.ts';
import { formatFloat, formatShortest } from '../../values/go-numbers.ts';
import { graphemeCount, graphemeSteps, graphemes } from '../../values/graphemes.ts';
import { toJson } from '../../values/json.ts';
import type { HclNumber } from '../../values/number.ts';
import { BOOL, NUMBER, type PrimitiveType, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { fault } from '../function.ts';

/** One `%…` of a format string, as cty's format documents them. */
interface Verb {
  /** As written, for messages. */
  readonly raw: string;
  readonly offset: number;
  readonly flags: string;
  readonly width: number | undefined;
  readonly precision: number | undefined;
  readonly letter: string;
}

const VERB = /%([ +\-0#]*)([1-9]\d*)?(?:\.(\d*))?(?:\[([1-9]\d*)\])?([a-zA-Z%])/uy;
const WIDEST = 100_000;

/** What a `%…` costs in itself. */
const STEPS_PER_VERB = 4;

/** Writes the values into the format string (cty: stdlib.Format). Throws FunctionFault, and EvaluationLimit. */
export function formatText(format: string, values: readonly Value[], budget: EvaluationBudget): string {
  let result = '';
  let next = 1;
  let highest = 0;
  for (let offset = 0; offset < format.length; ) {
    const percent = format.indexOf('%', offset);
    if (percent === -1) {
      result += format.slice(offset);
      break;
    }
    result += format.slice(offset, percent);
    VERB.lastIndex = percent;
    const match = VERB.exec(format);
    if (match === null) return fault(badVerb(format, percent), 0);
    offset = VERB.lastIndex;
    const [raw, flags = '', width, precision, index, letter = ''] = match;
    if (letter === '%') {
      if (raw !== '%%') fault(`unsupported format verb '%' in "${raw}" at offset ${percent}`, 0);
      result += '%';
      continue;
    }
    const position = index === undefined ? next : Number(index);
    next = position + 1;
    highest = Math.max(highest, position);
    const value = values[position - 1];
    if (value === undefined) {
      return fault(
        `not enough arguments for "${raw}" at ${percent}: need index ${position} but have ${values.length} total`,
        0,
      );
    }
    const verb = { raw, offset: percent, flags, width: number(width), precision: number(precision), letter };
    if ((verb.width ?? 0) > WIDEST || (verb.precision ?? 0) > WIDEST) fault(`"${raw}" asks for too wide a field`, 0);
    budget.spendSteps(STEPS_PER_VERB + stepsFor(verb, value));
    result += writeVerb(verb, value, position);
    if (tooLargeSize(result.length) !== undefined) fault(`the result can't be used: ${tooLargeSize(result.length)}`);
  }
  if (values.length > highest) {
    fault(
      `too many arguments; ${highest === 0 ? 'no verbs in format string' : `only ${highest} used by format string`}`,
      highest + 1,
    );
  }
  return result;
}

/** A field with a width or a precision is counted in characters; a number in another base has to be computed. */
function stepsFor({ width, precision, letter }: Verb, value: Value): number {
  const field = Math.ceil(((width ?? 0) + (precision ?? 0)) / 16);
  if (value.isNull) return field;
  if (value.type.kind === 'number') return field + Math.ceil(Math.abs(value.asNumber().e) / 16);
  if (value.type.kind !== 'string') return field;
  const text = value.asString();
  if ('bdoxX'.includes(letter)) return field + Math.ceil(text.length / 4);
  return width === undefined && precision === undefined ? field : field + graphemeSteps(text);
}

function number(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function badVerb(format: string, percent: number): string {
  const unfinished = /^%[ +\-0#]*\d*(?:\.\d*)?(?:\[\d*\]?)?$/.test(format.slice(percent));
  return unfinished
    ? 'unterminated format string: the "%" at its end needs a verb (write %% for a percent sign)'
    : `unrecognized format verb at offset ${percent}: "${format.slice(percent, percent + 8)}" (write %% for a percent sign)`;
}

function writeVerb(verb: Verb, value: Value, position: number): string {
  if (value.isNull && verb.letter !== 'v') {
    return fault(`unsupported value for "${verb.raw}" at ${verb.offset}: null value cannot be formatted`, position);
  }
  switch (verb.letter) {
    case 'v':
      return pad(verb, writePlain(verb, value));
    case 't':
      return String(convertFor(verb, value, BOOL, position).asBool());
    case 'b':
    case 'd':
    case 'o':
    case 'x':
    case 'X':
      return writeInteger(verb, convertFor(verb, value, NUMBER, position).asNumber(), position);
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return writeFloat(verb, convertFor(verb, value, NUMBER, position).asNumber());
    case 's':
      return pad(verb, truncate(verb, convertFor(verb, value, STRING, position).asString()));
    case 'q':
      return pad(verb, toJson(Value.string(truncate(verb, convertFor(verb, value, STRING, position).asString()))));
    default:
      return fault(`unsupported format verb '${verb.letter}' in "${verb.raw}" at offset ${verb.offset}`, 0);
  }
}

function convertFor(verb: Verb, value: Value, type: PrimitiveType, position: number): Value {
  const converted = convert(value, type);
  if (converted.ok) return converted.value;
  return fault(`unsupported value for "${verb.raw}" at ${verb.offset}: ${converted.error.message}`, position);
}

function writePlain(verb: Verb, value: Value): string {
  if (!verb.flags.includes('#') && !value.isNull) {
    if (value.type.kind === 'string') return value.asString();
    if (value.type.kind === 'number') return formatShortest(value.asNumber());
  }
  return toJson(value);
}

function truncate(verb: Verb, text: string): string {
  return verb.precision === undefined || verb.precision === 0
    ? text
    : graphemes(text).slice(0, verb.precision).join('');
}

function pad(verb: Verb, text: string): string {
  if (verb.width === undefined) return text;
  const missing = verb.width - graphemeCount(text);
  if (missing <= 0) return text;
  const padding = (verb.flags.includes('0') ? '0' : ' ').repeat(missing);
  return verb.flags.includes('-') ? text + padding : padding + text;
}

const RADIX: Readonly<Record<string, number>> = { b: 2, o: 8, d: 10, x: 16, X: 16 };
const PREFIX: Readonly<Record<string, string>> = { b: '0b', o: '0', x: '0x', X: '0X' };

function writeInteger(verb: Verb, value: HclNumber, position: number): string {
  if (!value.isInteger()) {
    return fault(`unsupported value for "${verb.raw}" at ${verb.offset}: an integer is required`, position);
  }
  let digits = BigInt(value.abs().toFixed()).toString(RADIX[verb.letter] ?? 10);
  if (verb.letter === 'X') digits = digits.toUpperCase();
  if (verb.precision !== undefined)
    digits = verb.precision === 0 && digits === '0' ? '' : digits.padStart(verb.precision, '0');
  const prefix = verb.flags.includes('#') ? (PREFIX[verb.letter] ?? '') : '';
  return padNumber(verb, value, prefix, digits, verb.precision === undefined);
}

function writeFloat(verb: Verb, value: HclNumber): string {
  return padNumber(verb, value, '', formatFloat(value.abs(), verb.letter, verb.precision), true);
}

/** Zeros go between the sign and the digits, blanks outside (Go: package fmt). */
function padNumber(verb: Verb, value: HclNumber, prefix: string, digits: string, zeros: boolean): string {
  const positive = verb.flags.includes('+') ? '+' : verb.flags.includes(' ') ? ' ' : '';
  const sign = value.isNegative() && !value.isZero() ? '-' : positive;
  const missing = Math.max(0, (verb.width ?? 0) - sign.length - prefix.length - digits.length);
  if (verb.flags.includes('-')) return sign + prefix + digits + ' '.repeat(missing);
  if (zeros && verb.flags.includes('0')) return sign + prefix + '0'.repeat(missing) + digits;
  return ' '.repeat(missing) + sign + prefix + digits;
}

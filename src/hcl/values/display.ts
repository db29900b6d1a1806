import { formatShortest } from './go-numbers.ts';
import { formatNumber, HclNumber } from './number.ts';
import { SENSITIVE, type Value } from './value.ts';

/** What stands for a value that is not known yet, and for one that must not be shown. */
export const UNKNOWN_DISPLAY = '<unknown>';
export const SENSITIVE_DISPLAY = '<sensitive>';

/** What an integer of 64 bits no longer holds. */
const LARGEST_WHOLE = new HclNumber(2).pow(63);

/**
 * The value as Packer's console and `inspect` show results: a text as it is, a collection over several lines with its
 * texts quoted and null entries left out, `<unknown>` and `<sensitive>` in place of what is either.
 */
export function displayValue(value: Value): string {
  // There is nothing to hide yet.
  if (value.isUnknown) return UNKNOWN_DISPLAY;
  if (value.isSensitive) return SENSITIVE_DISPLAY;
  if (!value.isNull && value.type.kind === 'string') return value.asString();
  return nested(value, '');
}

function nested(value: Value, indent: string): string {
  if (value.isUnknown) return UNKNOWN_DISPLAY;
  if (value.marks.has(SENSITIVE)) return JSON.stringify(SENSITIVE_DISPLAY);
  if (value.isNull) return 'null';
  switch (value.type.kind) {
    case 'string':
      return quoted(value.asString());
    case 'number':
      return displayNumber(value.asNumber());
    case 'bool':
      return String(value.asBool());
    case 'map':
    case 'object': {
      // As in Packer, what is null is left out.
      const entries = Array.from(value.asEntries())
        .filter(([, item]) => !item.isKnown || !item.isNull || item.marks.has(SENSITIVE))
        .map(([key, item]) => `${indent}  ${quoted(key)} = ${nested(item, `${indent}  `)}\n`);
      return entries.length === 0 ? '{}' : `{\n${entries.join('')}${indent}}`;
    }
    default: {
      const items = value.asElements().map((item) => `${indent}  ${nested(item, `${indent}  `)},\n`);
      return items.length === 0 ? '[]' : `[\n${items.join('')}${indent}]`;
    }
  }
}

/** Whole numbers of 64 bits as they are; all others as Packer's console has them, rounded to a float of 64 bits. */
function displayNumber(number: HclNumber): string {
  const isWhole = number.isInteger() && number.abs().lt(LARGEST_WHOLE);
  const rounded = new HclNumber(number.toNumber());
  return isWhole ? formatNumber(number) : formatShortest(rounded.isFinite() ? rounded : number);
}

/** A text in double quotes on one line, with nothing in it that a terminal obeys or hides. */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

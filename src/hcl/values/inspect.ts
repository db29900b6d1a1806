import { isIdentifier } from '../identifier.ts';
import { formatNumber } from './number.ts';
import { SENSITIVE, type Value } from './value.ts';

/** The value as it would be written in HCL, on one line; what is sensitive stays hidden, what is unknown is said to be. */
export function inspect(value: Value): string {
  if (value.marks.has(SENSITIVE)) return '(sensitive value)';
  if (value.isUnknown) return '(known after evaluation)';
  if (value.isNull) return 'null';
  switch (value.type.kind) {
    case 'string':
      return quoteHcl(value.asString());
    case 'number':
      return formatNumber(value.asNumber());
    case 'bool':
      return String(value.asBool());
    case 'map':
    case 'object': {
      const items = Array.from(value.asEntries(), ([key, item]) => `${printKey(key)} = ${inspect(item)}`);
      return items.length === 0 ? '{}' : `{ ${items.join(', ')} }`;
    }
    default:
      return `[${value.asElements().map(inspect).join(', ')}]`;
  }
}

/** A string literal of HCL, with everything escaped that would otherwise be read as something else. */
export function quoteHcl(text: string): string {
  const escaped = text
    .replace(/[\\"\n\r\t]/g, (character) => ESCAPES[character] ?? character)
    .replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/([$%])\{/g, '$1$1{');
  return `"${escaped}"`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function printKey(key: string): string {
  // At the start of an object, "for" would introduce a loop.
  return key !== 'for' && isIdentifier(key) ? key : quoteHcl(key);
}

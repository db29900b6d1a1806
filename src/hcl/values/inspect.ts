import { formatNumber } from './number.ts';
import { SENSITIVE, type Value } from './value.ts';

export interface InspectOptions {
  /** Several lines, two blanks per level. Default: one line. */
  readonly multiline?: boolean;
  /** Stop after about this many characters, with `…`. */
  readonly limit?: number;
}

/** The value as it would be written in HCL; what is sensitive stays hidden, what is unknown is said to be. */
export function inspect(value: Value, options: InspectOptions = {}): string {
  const text = print(value, options.multiline === true ? '' : undefined);
  const { limit } = options;
  return limit === undefined || text.length <= limit ? text : `${text.slice(0, limit)}…`;
}

function print(value: Value, indent: string | undefined): string {
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
      const entries = [...value.asEntries()];
      const inner = deeper(indent);
      const items = entries.map(([key, item]) => `${printKey(key)} = ${print(item, inner)}`);
      return bracket('{', items, '}', indent, ' ');
    }
    default: {
      const inner = deeper(indent);
      const items = value.asElements().map((item) => print(item, inner));
      return bracket('[', items, ']', indent, '', ',');
    }
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
  return key !== 'for' && /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(key) ? key : quoteHcl(key);
}

function deeper(indent: string | undefined): string | undefined {
  return indent === undefined ? undefined : `${indent}  `;
}

function bracket(
  open: string,
  items: readonly string[],
  close: string,
  indent: string | undefined,
  padding: string,
  separator = '',
): string {
  if (items.length === 0) return open + close;
  if (indent === undefined) return `${open}${padding}${items.join(', ')}${padding}${close}`;
  const inner = `${indent}  `;
  return `${open}\n${items.map((item) => `${inner}${item}${separator}\n`).join('')}${indent}${close}`;
}

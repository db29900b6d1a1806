import { formatNumber } from '../../values/number.ts';
import type { Value } from '../../values/value.ts';
import { isMapping } from '../arguments.ts';

/** Where lines of quoted strings are folded. */
const LINE_WIDTH = 80;

/**
 * A value as YAML, byte for byte as go-cty-yaml writes it (recorded from version 1.0.1): block style, keys and strings in
 * double quotes, texts of several lines as literal blocks. The value is wholly known.
 */
export function toYaml(value: Value): string {
  const text = writeNode(value, 0, 0);
  const isPlain = value.isNull || value.type.kind === 'number' || value.type.kind === 'bool';
  return isPlain ? `${text}\n...\n` : text.endsWith('\n') ? text : `${text}\n`;
}

/** The node as it stands behind `column` characters of its line; further lines get `indent` blanks. */
function writeNode(value: Value, indent: number, column: number): string {
  if (value.isNull) return 'null';
  switch (value.type.kind) {
    case 'number':
      return formatNumber(value.asNumber());
    case 'bool':
      return String(value.asBool());
    case 'string':
      return writeText(value.asString(), indent, column);
    case 'map':
    case 'object':
      return writeMapping(value.asEntries(), indent);
    default:
      return writeSequence(value.asElements(), indent);
  }
}

function writeMapping(entries: ReadonlyMap<string, Value>, indent: number): string {
  if (entries.size === 0) return '{}';
  return Array.from(entries, ([key, value]) => {
    const start = `${quote(key)}:`;
    // Sequences stand at the depth of their key, mappings one deeper.
    if (isBlock(value)) {
      const inner = isMapping(value) ? indent + 2 : indent;
      return `${start}\n${' '.repeat(inner)}${writeNode(value, inner, inner)}`;
    }
    return `${start} ${writeNode(value, indent + 2, indent + start.length + 1)}`;
  })
    .map(withoutLastBreak)
    .join(`\n${' '.repeat(indent)}`);
}

function writeSequence(elements: readonly Value[], indent: number): string {
  if (elements.length === 0) return '[]';
  return elements
    .map((element) => withoutLastBreak(`- ${writeNode(element, indent + 2, indent + 2)}`))
    .join(`\n${' '.repeat(indent)}`);
}

function isBlock(value: Value): boolean {
  return value.children().length > 0;
}

/** A literal block ends its own line; the caller does so, too. */
function withoutLastBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

function writeText(text: string, indent: number, column: number): string {
  return text.includes('\n') && canBeLiteral(text)
    ? writeLiteral(text, indent === 0 ? 2 : indent)
    : fold(quote(text), indent === 0 ? 2 : indent, column);
}

/** No blank at the end of a line, and nothing that would need an escape. */
function canBeLiteral(text: string): boolean {
  return !/[ \t]\n|[ \t]$|[^\n\P{Cc}]|[\ufeff\u{10000}-\u{10ffff}]/u.test(text);
}

function writeLiteral(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const chomping = !text.endsWith('\n') ? '-' : /(?:^|\n)\n$/.test(text) ? '+' : '';
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  return `|${hint}${chomping}\n${lines.map((line) => (line === '' ? '\n' : `${' '.repeat(indent)}${line}\n`)).join('')}`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
  '\ufeff': '\\uFEFF',
};

function quote(text: string): string {
  const escaped = text.replace(/["\\\p{Cc}\u2028\u2029\ufeff\u{10000}-\u{10ffff}]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    const byCode = character.length > 1 ? `\\U${code.padStart(8, '0')}` : `\\x${code.padStart(2, '0')}`;
    return ESCAPES[character] ?? byCode;
  });
  return `"${escaped}"`;
}

/** Breaks a quoted string at the first single blank behind the line width, again and again. */
function fold(quoted: string, indent: number, column: number): string {
  let result = '';
  let position = column;
  for (let index = 0; index < quoted.length; index += 1) {
    const character = quoted.charAt(index);
    const inside = index > 1 && index < quoted.length - 2;
    if (character === ' ' && position > LINE_WIDTH && inside && quoted.charAt(index - 1) !== ' ') {
      const next = quoted.charAt(index + 1) === ' ' ? '\\' : '';
      result += `\n${' '.repeat(indent)}${next}`;
      position = indent + next.length;
    } else {
      result += character;
      position += 1;
    }
  }
  return result;
}

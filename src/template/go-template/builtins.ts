import { type TemplateFunction, templateFunction } from './functions.ts';
import { goPrintf } from './printf.ts';
import { GoTemplateProblem } from './problem.ts';
import {
  entryOf,
  isTemplateList,
  isTemplateMap,
  isTruthy,
  nameOfType,
  showValue,
  type TemplateValue,
} from './values.ts';

const ANY_NUMBER = Number.POSITIVE_INFINITY;

/** The functions that Go's text/template brings along; `and` and `or` are the evaluator's. */
export const builtinFunctions: readonly TemplateFunction[] = [
  templateFunction('not', 1, ({ all: [value] }) => !isTruthy(value)),
  templateFunction('len', 1, ({ all: [value] }) => lengthOf(value)),
  templateFunction('index', [1, ANY_NUMBER], ({ all: [collection, ...keys] }) => keys.reduce(indexed, collection)),
  templateFunction('slice', [1, 4], ({ all: [collection, ...bounds] }) => sliced(collection, bounds)),
  templateFunction('print', [0, ANY_NUMBER], ({ all }) => printed(all)),
  templateFunction(
    'println',
    [0, ANY_NUMBER],
    ({ all }) => `${all.map((value) => showValue(value, '<nil>')).join(' ')}\n`,
  ),
  templateFunction('printf', [1, ANY_NUMBER], (args) => goPrintf(args.text(0), args.all.slice(1))),
  templateFunction('html', [0, ANY_NUMBER], ({ all }) => htmlEscaped(printed(all))),
  templateFunction('js', [0, ANY_NUMBER], ({ all }) => scriptEscaped(printed(all))),
  templateFunction('call', [1, ANY_NUMBER], ({ all: [callee] }) => {
    throw wrongType('call takes a function, of which there are none in what a template is given', callee);
  }),
  templateFunction('urlquery', [0, ANY_NUMBER], ({ all }) => queryEscaped(printed(all))),
  templateFunction('eq', [2, ANY_NUMBER], ({ all: [first, ...others] }) => others.some((other) => equal(first, other))),
  templateFunction('ne', 2, ({ all: [a, b] }) => !equal(a, b)),
  templateFunction('lt', 2, ({ all: [a, b] }) => ordered(a, b) < 0),
  templateFunction('le', 2, ({ all: [a, b] }) => ordered(a, b) <= 0),
  templateFunction('gt', 2, ({ all: [a, b] }) => ordered(a, b) > 0),
  templateFunction('ge', 2, ({ all: [a, b] }) => ordered(a, b) >= 0),
];

function lengthOf(value: TemplateValue): number {
  if (typeof value === 'string') return Buffer.byteLength(value, 'utf8');
  if (isTemplateList(value)) return value.length;
  if (isTemplateMap(value)) return Object.keys(value).length;
  throw wrongType('len takes a text, a list or a map', value);
}

function indexed(collection: TemplateValue, key: TemplateValue): TemplateValue {
  if (isTemplateMap(collection)) {
    if (typeof key !== 'string') throw wrongType('The key of a map has to be a text', key);
    return entryOf(collection, key);
  }
  if (typeof collection !== 'string' && !isTemplateList(collection)) {
    throw wrongType('index takes a list, a map or a text', collection);
  }
  const bytes = typeof collection === 'string' ? [...Buffer.from(collection, 'utf8')] : collection;
  return bytes[checkedIndex(key, bytes.length - 1)];
}

function sliced(collection: TemplateValue, bounds: readonly TemplateValue[]): TemplateValue {
  if (typeof collection !== 'string' && !isTemplateList(collection)) {
    throw wrongType('slice takes a list or a text', collection);
  }
  const elements = typeof collection === 'string' ? Buffer.from(collection, 'utf8') : collection;
  const [from = 0, to = elements.length] = bounds.map((bound) => checkedIndex(bound, elements.length));
  if (from > to) throw new GoTemplateProblem(`slice can't go from ${from} back to ${to}`, 'template-index');
  return typeof collection === 'string'
    ? Buffer.from(collection, 'utf8').subarray(from, to).toString('utf8')
    : collection.slice(from, to);
}

function checkedIndex(index: TemplateValue, last: number): number {
  if (typeof index !== 'number' || !Number.isInteger(index))
    throw wrongType('An index has to be a whole number', index);
  if (index < 0 || index > last) throw new GoTemplateProblem(`The index ${index} is out of range`, 'template-index');
  return index;
}

/** `fmt.Sprint`: a blank between two neighbours when neither is a text. */
function printed(args: readonly TemplateValue[]): string {
  return args
    .map((value, index) => {
      const glued = index === 0 || typeof value === 'string' || typeof args[index - 1] === 'string';
      return (glued ? '' : ' ') + showValue(value, '<nil>');
    })
    .join('');
}

function equal(a: TemplateValue, b: TemplateValue): boolean {
  if (typeof a === 'object' || typeof b === 'object') {
    throw wrongType('Only texts, numbers and truth values can be compared', typeof a === 'object' ? a : b);
  }
  if (a !== undefined && b !== undefined && typeof a !== typeof b) throw incomparable(a, b);
  return a === b;
}

function ordered(a: TemplateValue, b: TemplateValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  throw incomparable(a, b);
}

function incomparable(a: TemplateValue, b: TemplateValue): GoTemplateProblem {
  return new GoTemplateProblem(`${nameOfType(a)} can't be compared with ${nameOfType(b)}`, 'template-comparison');
}

function wrongType(rule: string, value: TemplateValue): GoTemplateProblem {
  return new GoTemplateProblem(`${rule}, not ${nameOfType(value)}`, 'template-function-arguments');
}

const HTML_ESCAPES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  "'": '&#39;',
  '"': '&#34;',
};

function htmlEscaped(text: string): string {
  return text.replace(/[<>&'"]/g, (character) => HTML_ESCAPES[character] ?? character);
}

const SCRIPT_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '"': '\\"' };

/** Go's template.JSEscapeString. */
function scriptEscaped(text: string): string {
  return text.replace(/[\\'"<>&=]|(?! )[\p{C}\p{Z}]/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return SCRIPT_ESCAPES[character] ?? `\\u${code}`;
  });
}

/** Go's url.QueryEscape. */
function queryEscaped(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

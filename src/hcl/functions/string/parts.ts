import { graphemeSteps, graphemes } from '../../values/graphemes.ts';
import { NUMBER, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, integerAt, STRINGS, textAt, textList } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';
import { textFunction } from '../text-function.ts';

export const join: PlainFunction = {
  name: 'join',
  params: [{ name: 'separator', type: STRING }],
  variadic: { name: 'lists', type: STRINGS },
  returns: STRING,
  expense: ([separator, ...lists]) => ({
    bytes: lists.reduce((total, list) => total + list.size + list.children().length * (separator?.size ?? 0), 0),
  }),
  doc: 'The strings of all lists in one, with the separator between them.',
  call([separator, ...lists]) {
    if (separator === undefined || lists.length === 0) return fault('at least one list is required');
    const parts = lists.flatMap((list, index) =>
      list.asElements().map((element, position) => {
        if (element.isNull) fault(`element ${position} is null; null can't be joined`, index + 1);
        return element.asString();
      }),
    );
    return Value.string(parts.join(separator.asString()));
  },
};

export const split: PlainFunction = {
  name: 'split',
  params: [
    { name: 'separator', type: STRING },
    { name: 'str', type: STRING },
  ],
  returns: STRINGS,
  doc: 'The parts of the string between the separators; with an empty separator, its characters.',
  call(args) {
    const separator = textAt(args, 0);
    const text = textAt(args, 1);
    return textList(separator === '' ? Array.from(text) : text.split(separator));
  },
  expense: (args) => ({ steps: occurrences(textAt(args, 1), textAt(args, 0)) }),
};

export const replace = textFunction(
  'replace',
  ['str', 'substr', 'replace'],
  'The string with every occurrence of the substring replaced. For regular expressions there is regex_replace.',
  (text, substring, replacement) =>
    // An empty substring occurs around every character, of which JavaScript would see two in an emoji.
    substring === ''
      ? `${replacement}${Array.from(text, (character) => character + replacement).join('')}`
      : text.split(substring).join(replacement),
  (text, substring, replacement) => {
    const count = occurrences(text, substring);
    return { bytes: count * replacement.length, steps: Math.ceil(count / 4) };
  },
);

/** About how often the part is in the text, and at least once. */
function occurrences(text: string, part: string): number {
  return part === '' ? text.length + 1 : text.split(part).length;
}

export const strrev = textFunction(
  'strrev',
  ['str'],
  'The characters of the string in reverse order.',
  (text) => graphemes(text).reverse().join(''),
  (text) => ({ steps: graphemeSteps(text) }),
);

export const substr: PlainFunction = {
  name: 'substr',
  params: [
    { name: 'str', type: STRING },
    { name: 'offset', type: NUMBER },
    { name: 'length', type: NUMBER },
  ],
  returns: STRING,
  expense: (args) => ({ steps: graphemeSteps(textAt(args, 0)) }),
  doc: 'At most `length` characters from `offset` on (from the end when negative); a negative length means all the rest.',
  call(args) {
    const characters = graphemes(textAt(args, 0));
    const offset = integerAt(args, 1);
    const length = integerAt(args, 2);
    const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
    return Value.string(characters.slice(start, length < 0 ? undefined : start + length).join(''));
  },
};

export const indent: PlainFunction = {
  name: 'indent',
  params: [
    { name: 'spaces', type: NUMBER },
    { name: 'str', type: STRING },
  ],
  returns: STRING,
  expense: (args) => {
    const lines = textAt(args, 1).split('\n').length;
    return { bytes: lines * argumentAt(args, 0).asNumber().toNumber(), steps: Math.ceil(lines / 4) };
  },
  doc: 'The string with this many blanks at the start of every line but the first.',
  call(args) {
    const spaces = integerAt(args, 0);
    if (spaces < 0) fault('the number of blanks must not be negative', 0);
    return Value.string(
      argumentAt(args, 1)
        .asString()
        .replaceAll('\n', `\n${' '.repeat(spaces)}`),
    );
  },
};

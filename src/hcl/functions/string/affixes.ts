import { BOOL, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { textAt } from '../arguments.ts';
import type { PlainFunction } from '../function.ts';
import { textFunction } from '../text-function.ts';

export const startswith = predicate(
  'startswith',
  'prefix',
  'Whether the string begins with the prefix.',
  (text, part) => text.startsWith(part),
);
export const endswith = predicate('endswith', 'suffix', 'Whether the string ends with the suffix.', (text, part) =>
  text.endsWith(part),
);
export const strcontains = predicate(
  'strcontains',
  'substr',
  'Whether the string contains the other one.',
  (text, part) => text.includes(part),
);

export const trimprefix = textFunction(
  'trimprefix',
  ['str', 'prefix'],
  'The string without the prefix, if it has it.',
  (text, prefix) => (text.startsWith(prefix) ? text.slice(prefix.length) : text),
);
export const trimsuffix = textFunction(
  'trimsuffix',
  ['str', 'suffix'],
  'The string without the suffix, if it has it.',
  (text, suffix) => (text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text),
);

function predicate(
  name: string,
  second: string,
  doc: string,
  test: (text: string, part: string) => boolean,
): PlainFunction {
  return {
    name,
    params: [
      { name: 'str', type: STRING },
      { name: second, type: STRING },
    ],
    returns: BOOL,
    doc,
    call: (args) => Value.bool(test(textAt(args, 0), textAt(args, 1))),
  };
}

import { withoutTrailing } from '../../../kernel/without-trailing.ts';
import { eachCharacter, textFunction } from '../text-function.ts';

export const chomp = textFunction('chomp', ['str'], 'The string without the line breaks at its end.', (text) =>
  withoutTrailing(text, '\r\n'),
);

export const trimspace = textFunction(
  'trimspace',
  ['str'],
  'The string without white space (as Unicode defines it) at its start and end.',
  (text) => {
    const characters = Array.from(text);
    return trimWhile(characters, (character) => /\p{White_Space}/u.test(character));
  },
  eachCharacter,
);

export const trim = textFunction(
  'trim',
  ['str', 'cutset'],
  'The string without any of the characters of the cutset at its start and end.',
  (text, cutset) => {
    const cut = new Set(cutset);
    return trimWhile(Array.from(text), (character) => cut.has(character));
  },
  eachCharacter,
);

function trimWhile(characters: readonly string[], cut: (character: string) => boolean): string {
  const start = characters.findIndex((character) => !cut(character));
  const end = characters.findLastIndex((character) => !cut(character));
  return start === -1 ? '' : characters.slice(start, end + 1).join('');
}

import { eachCharacter, textFunction } from '../text-function.ts';

export const lower = textFunction(
  'lower',
  ['str'],
  'The string in small letters.',
  (text) => mapLetters(text, (letter) => firstCodePoint(letter.toLowerCase())),
  eachCharacter,
);

export const upper = textFunction(
  'upper',
  ['str'],
  'The string in capital letters.',
  (text) => mapLetters(text, (letter) => letter.toUpperCase()),
  eachCharacter,
);

export const title = textFunction(
  'title',
  ['str'],
  'The string with the first letter of each word as a capital.',
  (text) => {
    let previous = ' ';
    return mapLetters(text, (letter) => {
      const begins = separatesWords(previous);
      previous = letter;
      return begins ? letter.toUpperCase() : letter;
    });
  },
  eachCharacter,
);

/** One code point becomes one: Go knows none of the special cases by which ß turns into SS. */
function mapLetters(text: string, change: (letter: string) => string): string {
  let mapped = '';
  for (const letter of text) {
    const changed = change(letter);
    mapped += changed.length === letter.length || isOneCodePoint(changed) ? changed : letter;
  }
  return mapped;
}

function isOneCodePoint(text: string): boolean {
  return text.length === String.fromCodePoint(text.codePointAt(0) ?? 0).length;
}

/** İ becomes i, without the dot that Unicode's full mapping puts after it. */
function firstCodePoint(letter: string): string {
  return Array.from(letter)[0] ?? letter;
}

/** Go: strings.Title; in ASCII all but letters, digits and underscore, elsewhere only white space. */
function separatesWords(character: string): boolean {
  if (character.charCodeAt(0) < 0x80) return !/[0-9A-Za-z_]/.test(character);
  return /\p{White_Space}/u.test(character);
}

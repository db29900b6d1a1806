import { type CharacterTest, type Glob, GlobBuilder } from '../kernel/glob.ts';

const ANY: CharacterTest = () => true;
const NOT_CLOSED = 'A bracket is not closed.';

/** Characters that mean something, unless a backslash stands before them. */
const SPECIAL = /[\\*?[\]{}]/g;

/** The pattern that fits this name and no other one. */
export function patternOf(name: string): string {
  return name.replace(SPECIAL, '\\$&');
}

/**
 * A pattern as Packer's `-only` and `-except` take it: `*` for any characters, dots too, `?` for one, `[abc]`, `[a-z]` and
 * `[!a]` for one of them, `{a,b}` for one of several texts. A string says what is wrong with it, as a sentence.
 */
export function compileBuildPattern(text: string): Glob | string {
  const builder = new GlobBuilder();
  const characters = Array.from(text);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (character === '*') builder.many(ANY);
    else if (character === '?') builder.one(ANY);
    else if (character === '{') builder.openChoice();
    else if (character === ',' && builder.inChoice) builder.nextAlternative();
    else if (character === '}' && builder.inChoice) builder.closeChoice();
    else if (character === '[') {
      const brackets = bracketsAt(characters, at + 1);
      if (typeof brackets === 'string') return brackets;
      builder.one(brackets.fits);
      at = brackets.end;
    } else if (character === '\\') {
      at += 1;
      // A backslash at the end stands for nothing.
      if (at < characters.length) builder.one(isCharacter(characters[at]));
    } else builder.one(isCharacter(character));
  }
  // Packer crashes on some of these, and fits nothing with others.
  return builder.inChoice ? NOT_CLOSED : builder.build();
}

function isCharacter(wanted: string | undefined): CharacterTest {
  return (character) => character === wanted;
}

interface Brackets {
  readonly fits: CharacterTest;
  /** Where the closing one stands. */
  readonly end: number;
}

/** Brackets hold one range, or single characters. */
function bracketsAt(characters: readonly string[], start: number): Brackets | string {
  const negated = characters[start] === '!';
  const first = negated ? start + 1 : start;
  return characters[first + 1] === '-' ? rangeAt(characters, first, negated) : listAt(characters, first, negated);
}

function rangeAt(characters: readonly string[], first: number, negated: boolean): Brackets | string {
  const [low = '', , high, close] = characters.slice(first, first + 4);
  if (high === undefined || close === undefined) return NOT_CLOSED;
  if (close !== ']') return `The range "${low}-${high}" shares its brackets with other characters.`;
  const [least, most] = [codePoint(low), codePoint(high)];
  if (most < least) return `The range "${low}-${high}" ends before it begins.`;
  const isIn = (character: string): boolean => least <= codePoint(character) && codePoint(character) <= most;
  return { fits: (character) => isIn(character) !== negated, end: first + 3 };
}

function listAt(characters: readonly string[], first: number, negated: boolean): Brackets | string {
  const listed = new Set<string>();
  for (let at = first; at < characters.length; at += 1) {
    if (characters[at] === ']') {
      if (listed.size === 0) return 'There is nothing in its brackets.';
      return { fits: (character) => listed.has(character) !== negated, end: at };
    }
    if (characters[at] === '\\') at += 1;
    listed.add(characters[at] ?? '');
  }
  return NOT_CLOSED;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

import { type CharacterTest, type Glob, GlobBuilder } from '../../../kernel/glob.ts';

const ANY: CharacterTest = () => true;
const IN_NAME: CharacterTest = (character) => character !== '/';
const NOT_CLOSED = 'the pattern has a bracket that is not closed';

/**
 * A pattern of paths whose names slashes part: `*` for any characters of a name, `?` for one, `[abc]`, `[a-z]` and `[^a]`
 * for one of them, `{a,b}` for one of several texts, `**` between slashes for any number of names. A string says what is
 * wrong with it, as a clause.
 */
export function compilePathPattern(text: string): Glob | string {
  const builder = new GlobBuilder();
  const characters = Array.from(text);
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? '';
    if (isDoubleStar(characters, at)) at += addNames(builder, characters[at + 2]);
    else if (character === '*') builder.many(IN_NAME);
    else if (character === '?') builder.one(IN_NAME);
    else if (character === '{') builder.openChoice();
    else if (character === ',' && builder.inChoice) builder.nextAlternative();
    else if (character === '}' && builder.inChoice) builder.closeChoice();
    else if (character === '[') {
      const brackets = bracketsAt(characters, at + 1);
      if (typeof brackets === 'string') return brackets;
      builder.one(brackets.fits);
      at = brackets.end;
    } else {
      if (character === '\\') at += 1;
      const wanted = characters[at];
      if (wanted === undefined) return 'the pattern ends with a backslash';
      builder.one((each) => each === wanted);
    }
  }
  return builder.inChoice ? NOT_CLOSED : builder.build();
}

/** Two stars that are all there is between slashes. */
function isDoubleStar(characters: readonly string[], at: number): boolean {
  const [before = '/', first, second, after = '/'] = [characters[at - 1], ...characters.slice(at, at + 3)];
  return first === '*' && second === '*' && before === '/' && '/,}'.includes(after);
}

/** Adds what two stars stand for, which `after` follows; answers how many characters come with the first star. */
function addNames(builder: GlobBuilder, after: string | undefined): number {
  if (after !== '/') {
    builder.many(ANY);
    return 1;
  }
  builder.openChoice();
  builder.nextAlternative();
  builder.many(ANY);
  builder.one((character) => character === '/');
  builder.closeChoice();
  return 2;
}

interface Brackets {
  readonly fits: CharacterTest;
  /** Where the closing one stands. */
  readonly end: number;
}

/** Brackets hold ranges and single characters. */
function bracketsAt(characters: readonly string[], start: number): Brackets | string {
  const negated = characters[start] === '^';
  const ranges: (readonly [low: number, high: number])[] = [];
  let at = negated ? start + 1 : start;
  if (characters[at] === ']' && !negated) return 'the pattern has brackets with nothing in them';
  while (characters[at] !== ']') {
    const low = memberAt(characters, at);
    const high = characters[low.end] === '-' ? memberAt(characters, low.end + 1) : low;
    if (low.code === undefined || high.code === undefined) return NOT_CLOSED;
    if (!low.isPlain || !high.isPlain) return 'the pattern has a "-" in brackets that stands between no two characters';
    ranges.push([low.code, high.code]);
    at = high.end;
  }
  const listed = (code: number): boolean => ranges.some(([low, high]) => low <= code && code <= high);
  return {
    fits: (character) => character !== '/' && listed(character.codePointAt(0) ?? 0) !== negated,
    end: at,
  };
}

/** One of the characters in brackets. */
interface Member {
  /** None where the pattern ends. */
  readonly code: number | undefined;
  /** Whether it is no `-` or `]`, or one with a backslash. */
  readonly isPlain: boolean;
  readonly end: number;
}

function memberAt(characters: readonly string[], at: number): Member {
  const escaped = characters[at] === '\\';
  const character = characters[escaped ? at + 1 : at];
  return {
    code: character?.codePointAt(0),
    isPlain: escaped || (character !== '-' && character !== ']'),
    end: escaped ? at + 2 : at + 1,
  };
}

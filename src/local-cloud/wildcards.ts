/** One part of a pattern: a character that must be there, any one character, or any characters at all. */
type Token = string | typeof ANY_ONE | typeof ANY;

const ANY_ONE = Symbol('?');
const ANY = Symbol('*');

/** Reads the pattern of a filter value: `*`, `?`, and a backslash before a character that is meant as such. */
export function readWildcards(pattern: string): readonly Token[] {
  return (pattern.match(/\\?[\s\S]/gu) ?? []).map((token) => {
    if (token === '*') return ANY;
    if (token === '?') return ANY_ONE;
    return token.length > 1 && token.startsWith('\\') ? token.slice(1) : token;
  });
}

/**
 * Whether the whole text matches. On a mismatch only the last `*` is asked to take one character more, so that the time
 * is at most the product of both lengths, whatever the pattern: patterns come from strangers' templates.
 */
export function matchesWildcards(pattern: readonly Token[], text: string): boolean {
  const characters = Array.from(text);
  let position = 0;
  let index = 0;
  let star: { readonly position: number; index: number } | undefined;
  while (index < characters.length) {
    const token = pattern[position];
    if (token === ANY) {
      star = { position, index };
      position += 1;
    } else if (token !== undefined && (token === ANY_ONE || token === characters[index])) {
      position += 1;
      index += 1;
    } else if (star !== undefined) {
      star.index += 1;
      index = star.index;
      position = star.position + 1;
    } else {
      return false;
    }
  }
  return pattern.slice(position).every((token) => token === ANY);
}

/** More than a pattern may repeat anything: RE2's own limit, for repetitions within each other, too. */
const MOST_REPETITIONS = 1_000;
/** Letters and the like, as the ranges of characters that they are. */
const RANGES_OF_A_CLASS = 8;

/** `{n}`, `{n,}` or `{n,m}`. */
const REPETITION = /\{(\d+)(?:,(\d*))?\}/y;
/** A bracketed class, of which `]` may be the first character. */
const CLASS = /\[\^?\]?(?:\\.|\[:[a-z^]{1,10}:\]|[^\]\\])*\]?/suy;
const ESCAPE = /\\(?:[pP](?:\{[^}]*\}?|.)|x\{[^}]*\}?|.)?/suy;

/**
 * About how many characters an RE2 pattern has when its repetitions are written out, which is how it is run: `(ab){100}`
 * has 200. What is wrong with a pattern is for its compiler to say.
 */
export function writtenOutLength(pattern: string): number {
  /** Lengths of the groups that are open, and in each of its last part, which a repetition is about. */
  const open = [{ length: 0, last: 0 }];
  let offset = 0;
  const take = (expression: RegExp): string | undefined => {
    expression.lastIndex = offset;
    return expression.exec(pattern)?.[0];
  };
  const part = (length: number): void => {
    const group = open.at(-1);
    if (group === undefined) return;
    group.length += length;
    group.last = length;
  };
  while (offset < pattern.length) {
    const character = pattern.charAt(offset);
    let taken = character;
    if (character === '(') {
      open.push({ length: 0, last: 0 });
    } else if (character === ')' && open.length > 1) {
      part(1 + (open.pop()?.length ?? 0));
    } else if (character === '[') {
      taken = take(CLASS) ?? character;
      part(taken.length);
    } else if (character === '\\') {
      taken = take(ESCAPE) ?? character;
      part(/^\\[pP]/.test(taken) ? RANGES_OF_A_CLASS : 1);
    } else if (character === '{') {
      taken = take(REPETITION) ?? character;
      if (taken === character) part(1);
      else repeat(open.at(-1), taken);
    } else {
      part(1);
    }
    offset += taken.length;
  }
  return open.reduce((total, group) => total + group.length, 0);
}

function repeat(group: { length: number; last: number } | undefined, written: string): void {
  if (group === undefined) return;
  const [from = 0, to = from] = Array.from(written.matchAll(/\d+/g), Number);
  const times = Math.min(Math.max(from, to, 1), MOST_REPETITIONS);
  group.length += group.last * (times - 1);
  group.last *= times;
}

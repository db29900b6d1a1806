/** Around a heredoc's closing marker all of Unicode's blanks count, as HCL has them; pasted text is full of them. */
const BLANKS = /[\t\v\f \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/y;
const NEWLINE = /\r?\n/y;

/** A line that reads like structure rather than like the rest of a string that goes on over several lines. */
const STRUCTURE_LINE = /^[ \t]*(?:[\p{L}_][\p{L}\p{N}_-]*[ \t]*(?:=|\{|"[^"]*"[ \t]*[{"])|[}\])]|#|\/\/)/u;
const LINES_TO_JUDGE_BY = 20;
const LONGEST_LOOK_AHEAD = 20_000;
const MOST_LOOK_AHEADS = 50;

/** Looks at what is to come where that decides what a text means, within bounds that keep the lexer's time linear. */
export class LookAhead {
  readonly #text: string;
  /** Before this offset a quoted template may go on over lines: it was judged so at its first line ending. */
  #multiLineUntil = 0;
  #left = MOST_LOOK_AHEADS;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * A line ending in a quoted template is always an error, but of two kinds: the closing quote was forgotten, or
   * somebody wrote a text of several lines. The lines up to the next quote tell which: if one of them looks like
   * structure, it was forgotten, and reading on would turn the rest of the file inside out.
   */
  stringGoesOn(newline: number): boolean {
    if (newline < this.#multiLineUntil) return true;
    let lineStart = newline + 1;
    for (let count = 0; count < LINES_TO_JUDGE_BY && lineStart < this.#text.length; count += 1) {
      const next = this.#text.indexOf('\n', lineStart);
      const lineEnd = next === -1 ? this.#text.length : next;
      const line = this.#text.slice(lineStart, Math.min(lineEnd, lineStart + 1_000));
      if (STRUCTURE_LINE.test(line)) return false;
      if (line.includes('"')) {
        this.#multiLineUntil = lineEnd;
        return true;
      }
      lineStart = lineEnd + 1;
    }
    return false;
  }

  /** If the line that starts at `lineStart` holds nothing but the marker: where the marker stands. */
  heredocEnd(lineStart: number, marker: string): number | undefined {
    const start = this.afterBlanks(lineStart);
    if (!this.#text.startsWith(marker, start)) return undefined;
    const end = start + marker.length;
    const next = this.afterBlanks(end);
    return next === this.#text.length || this.#after(NEWLINE, next) !== undefined ? start : undefined;
  }

  /** Where the blanks that may stand around a heredoc's closing marker end. */
  afterBlanks(at: number): number {
    return this.#after(BLANKS, at) ?? at;
  }

  /** Whether there is an end for a heredoc with this marker; asked only a few times, about a few screens of text. */
  heredocEndsLater(marker: string, from: number): boolean {
    this.#left -= 1;
    if (this.#left < 0) return false;
    for (let lineStart = from; lineStart < this.#text.length; ) {
      if (this.heredocEnd(lineStart, marker) !== undefined) return true;
      const newline = this.#text.indexOf('\n', lineStart);
      if (newline === -1 || newline > from + LONGEST_LOOK_AHEAD) return false;
      lineStart = newline + 1;
    }
    return false;
  }

  #after(pattern: RegExp, at: number): number | undefined {
    pattern.lastIndex = at;
    return pattern.test(this.#text) ? pattern.lastIndex : undefined;
  }
}

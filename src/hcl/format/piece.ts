import type { Source } from '../source.ts';
import type { Token, TokenKind } from '../token.ts';

/** A token as it will be written. */
export interface Piece {
  readonly kind: TokenKind;
  /** As it was written; for a heredoc's closing marker with the blanks before it, which may mean something. */
  readonly text: string;
  /** Blanks before it. */
  blanks: number;
}

/** The pieces up to a line ending. A heredoc is within its line, unless an interpolation in it holds a line ending. */
export interface Line {
  readonly pieces: readonly Piece[];
  /** The line ending as it was written; empty at the end of the text. */
  readonly ending: string;
}

/** Takes the tokens of a text apart into lines. */
export function linesOf({ text, start: textStart }: Source, tokens: readonly Token[]): readonly Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let before = textStart;
  for (const { kind, start, end } of tokens) {
    const written = text.slice(start, end);
    const gap = text.slice(before, start);
    if (kind === 'newline' || kind === 'end') {
      // What is blank at the end of a line goes, but behind the end of a heredoc, and at the end of the text.
      const kept = pieces.at(-1)?.kind === 'close-heredoc' ? gap : ' '.repeat(kind === 'end' ? gap.length : 0);
      lines.push({ pieces, ending: kept + written });
      pieces = [];
    } else {
      pieces.push({ kind, text: kind === 'close-heredoc' ? gap + written : written, blanks: 0 });
    }
    before = end;
  }
  return lines;
}

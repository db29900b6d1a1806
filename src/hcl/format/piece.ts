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
export function linesOf(text: string, tokens: readonly Token[]): readonly Line[] {
  const lines: Line[] = [];
  let pieces: Piece[] = [];
  let before = tokens[0]?.start ?? 0;
  for (const { kind, start, end } of tokens) {
    const written = text.slice(start, end);
    if (kind === 'newline' || kind === 'end') {
      // Blanks stay where they stand at the end of the text or behind the end of a heredoc.
      const keepsBlanks = kind === 'end' || pieces.at(-1)?.kind === 'close-heredoc';
      lines.push({ pieces, ending: keepsBlanks ? text.slice(before, end) : written });
      pieces = [];
    } else {
      pieces.push({ kind, text: kind === 'close-heredoc' ? text.slice(before, end) : written, blanks: 0 });
    }
    before = end;
  }
  return lines;
}

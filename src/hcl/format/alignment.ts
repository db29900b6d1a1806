import { graphemeCount } from '../values/graphemes.ts';
import { bracketBalance } from './brackets.ts';
import type { Line, Piece } from './piece.ts';

/** Aligns the `=` of arguments and object items that stand in consecutive lines, each wholly in its line. */
export function alignEquals(lines: readonly Line[]): void {
  align(lines, equalsOf);
}

/** Aligns the comments at the ends of consecutive lines. */
export function alignComments(lines: readonly Line[]): void {
  align(lines, trailingCommentOf);
}

/** Brings the pieces that `find` gives for consecutive lines to one column, at least one blank after what is before. */
function align(lines: readonly Line[], find: (line: Line) => number | undefined): void {
  let group: { readonly piece: Piece; readonly width: number }[] = [];
  const finish = (): void => {
    const widest = group.reduce((width, member) => Math.max(width, member.width), 0);
    for (const { piece, width } of group) piece.blanks = widest - width + 1;
    group = [];
  };
  for (const line of lines) {
    const index = find(line);
    const piece = index === undefined ? undefined : line.pieces[index];
    if (piece === undefined) finish();
    else group.push({ piece, width: widthOf(line.pieces.slice(0, index)) });
  }
  finish();
}

/** Columns, counted in grapheme clusters. */
function widthOf(pieces: readonly Piece[]): number {
  return pieces.reduce((width, { text, blanks }) => width + blanks + graphemeCount(text), 0);
}

function equalsOf({ pieces }: Line): number | undefined {
  const index = pieces.findIndex(({ kind }) => kind === '=');
  // A value that goes on in the next line, or ends with something that contains it, is laid out on its own.
  return index < 1 || bracketBalance(pieces.slice(index)) !== 0 ? undefined : index;
}

function trailingCommentOf({ pieces, ending }: Line): number | undefined {
  const last = pieces.at(-1);
  if (last?.kind !== 'comment' || pieces.length === 1) return undefined;
  // A comment that could end before the line does counts only where the text ends with it, as with HashiCorp's tools.
  return last.text.startsWith('/*') && ending.endsWith('\n') ? undefined : pieces.length - 1;
}

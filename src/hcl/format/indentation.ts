import { bracketBalance } from './brackets.ts';
import type { Line, Piece } from './piece.ts';

const WIDTH = 2;

/**
 * Indents each line by the brackets that are open: one level per line that opens any, however many. Such a level ends
 * with the line in which the last of them is closed.
 */
export function indentLines(lines: readonly Line[]): void {
  /** Per level the brackets that are still open. */
  const levels: number[] = [];
  for (const { pieces } of lines) {
    const [first] = pieces;
    if (first === undefined) continue;
    const balance = bracketBalance(upToHeredoc(pieces));
    if (balance < 0) close(levels, -balance);
    first.blanks = WIDTH * levels.length;
    if (balance > 0) levels.push(balance);
  }
}

function close(levels: number[], count: number): void {
  let left = count;
  while (left > 0) {
    const innermost = levels.pop();
    if (innermost === undefined) return;
    if (innermost > left) levels.push(innermost - left);
    left -= innermost;
  }
}

/** What opens within a heredoc indents nothing: its text would move with it. */
function upToHeredoc(pieces: readonly Piece[]): readonly Piece[] {
  const heredoc = pieces.findIndex(({ kind }) => kind === 'open-heredoc');
  return heredoc === -1 ? pieces : pieces.slice(0, heredoc);
}

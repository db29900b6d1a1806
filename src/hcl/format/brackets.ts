import type { TokenKind } from '../token.ts';
import type { Piece } from './piece.ts';

const STEPS: Partial<Readonly<Record<TokenKind, number>>> = {
  '{': 1,
  '[': 1,
  '(': 1,
  'open-interpolation': 1,
  'open-directive': 1,
  '}': -1,
  ']': -1,
  ')': -1,
  'close-sequence': -1,
};

/** 1 for what opens a bracket or a template's sequence, -1 for what closes one, 0 for anything else. */
function bracketStep({ kind }: Piece): number {
  return STEPS[kind] ?? 0;
}

/** How many more brackets these pieces open than they close. */
export function bracketBalance(pieces: readonly Piece[]): number {
  return pieces.reduce((balance, piece) => balance + bracketStep(piece), 0);
}

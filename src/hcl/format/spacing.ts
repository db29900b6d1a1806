import type { TokenKind } from '../token.ts';
import type { Piece } from './piece.ts';

/** What a minus after it negates; after anything else a minus subtracts. */
const BEFORE_NEGATION: ReadonlySet<TokenKind> = new Set<TokenKind>([
  '(',
  '[',
  '{',
  ',',
  '?',
  ':',
  '=',
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  '&&',
  '||',
  '!',
  '+',
  '-',
  '*',
  '/',
  '%',
]);

/** The parts of a template, between which each blank would be part of the text. */
const TEMPLATE_PARTS: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'open-quote',
  'quoted-literal',
  'template-literal',
  'open-heredoc',
]);
const ENDS_TEMPLATE_PART: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'close-quote',
  'quoted-literal',
  'template-literal',
  'close-heredoc',
]);

/** Sets the blanks between the pieces of each line, none before the first. */
export function setSpaces(pieces: readonly Piece[]): void {
  for (const [index, piece] of pieces.entries()) {
    const left = pieces[index - 1];
    piece.blanks = left !== undefined && isSpaced(pieces[index - 2], left, piece, pieces[index - 3]) ? 1 : 0;
  }
}

/** Whether there is a blank between `left` and `right`; `before` is what stands before `left`. */
function isSpaced(before: Piece | undefined, left: Piece, right: Piece, earlier: Piece | undefined): boolean {
  if (TEMPLATE_PARTS.has(left.kind) || ENDS_TEMPLATE_PART.has(right.kind)) return false;
  if (left.kind === 'close-sequence' && isTemplatePart(right)) return false;
  if (opensSequence(left)) return right.kind === '{';
  if (right.kind === 'close-sequence') return left.kind === '}' || isKeywordIn(before, left);
  // Without the blank, `a.0 .1` would read as the number 0.1.
  if (left.kind === '.' && right.kind === 'number') return before?.kind === 'number' && earlier?.kind === '.';
  return !isJoined(before, left, right);
}

function opensSequence({ kind }: Piece): boolean {
  return kind === 'open-interpolation' || kind === 'open-directive';
}

function isTemplatePart({ kind }: Piece): boolean {
  return ENDS_TEMPLATE_PART.has(kind) || kind === 'open-interpolation' || kind === 'open-directive';
}

/** Whether the two stand together without a blank, in an expression or in structure. */
function isJoined(before: Piece | undefined, left: Piece, right: Piece): boolean {
  switch (left.kind) {
    case '(':
    case '[':
    case '.':
    case '!':
      return true;
    case '-':
      if (before === undefined || BEFORE_NEGATION.has(before.kind)) return true;
      break;
    case '{':
      if (right.kind === '}') return true;
      break;
    case '::':
      if (right.kind === 'identifier') return true;
      break;
    default:
  }
  switch (right.kind) {
    case ',':
    case '.':
    case '...':
      return true;
    case ')':
    case ']':
      return left.kind !== ',' && !isKeywordIn(before, left);
    case '[':
      return isIndexed(before, left);
    case '(':
    case '::':
      return left.kind === 'identifier';
    default:
      return false;
  }
}

function isIndexed(before: Piece | undefined, left: Piece): boolean {
  if (left.kind === 'identifier') return !isKeywordIn(before, left);
  return left.kind === 'number' || left.kind === ')' || left.kind === ']' || left.kind === '}';
}

/** Whether this is the `in` of `for name in`, as far as that can be told from the word before. */
function isKeywordIn(before: Piece | undefined, { kind, text }: Piece): boolean {
  return kind === 'identifier' && text === 'in' && before?.kind === 'identifier';
}

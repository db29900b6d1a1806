/** Punctuation and operators (HCL spec, "Operators and Delimiters", and `::` of namespaced function names). */
export const PUNCTUATION = [
  '...',
  '&&',
  '||',
  '==',
  '!=',
  '<=',
  '>=',
  '=>',
  '::',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '=',
  '!',
  '?',
  ':',
  '.',
  ',',
  '+',
  '-',
  '*',
  '/',
  '%',
] as const;

export type Punctuation = (typeof PUNCTUATION)[number];

export type TokenKind =
  | Punctuation
  | 'identifier'
  | 'number'
  /** A line ending; its range reaches to the start of the next line. */
  | 'newline'
  /** `#…`, `//…` without the line ending, or a slash-star comment. The parser never sees these; a formatter does. */
  | 'comment'
  | 'open-quote'
  | 'close-quote'
  /** The introducer with its line ending: `<<EOT`, `<<-EOT`. */
  | 'open-heredoc'
  /** The closing marker, without the blanks before it. */
  | 'close-heredoc'
  /** Literal text of a quoted template, escapes included. */
  | 'quoted-literal'
  /** Literal text of a heredoc or a bare template. */
  | 'template-literal'
  /** The dollar-brace that opens an interpolation, with its strip marker if it has one. */
  | 'open-interpolation'
  /** `%{` or `%{~`. */
  | 'open-directive'
  /** `}` or `~}` that ends an interpolation or a directive. */
  | 'close-sequence'
  /** Stands where a quoted template stops without its closing quote: at the end of the line, or of the text. */
  | 'missing-quote'
  /** Text that belongs to no token. */
  | 'invalid'
  | 'end';

/** A token of a source text; `start` and `end` are offsets into it. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

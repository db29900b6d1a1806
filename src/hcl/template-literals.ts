import { type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { Source } from './source.ts';

/** A piece of literal text; each line of a heredoc is one, since stripping and indentation go by lines. */
export interface LiteralPiece {
  readonly kind: 'literal';
  text: string;
  readonly range: SourceRange;
}

/** Unicode's White_Space, which is what HCL strips and counts as indentation. */
const SPACE = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const LEADING_SPACE = new RegExp(`^${SPACE}+`);
// Looking back first keeps a long run of blanks in the middle from being tried once per blank.
const TRAILING_SPACE = new RegExp(`(?<!${SPACE})${SPACE}+$`);

const SEQUENCE_ESCAPE = /\$\$\{|%%\{/g;
const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^uU]|[uU])|\\$|\$\$\{|%%\{/gsu;
const SIMPLE_ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The text of a heredoc's literal, or a bare template's: only the doubled `$${` and `%%{` are escapes. */
export function unescapeTemplateText(text: string): string {
  return text.replace(SEQUENCE_ESCAPE, (sequence) => sequence.slice(1));
}

/** The text that a quoted literal stands for; wrong escapes are reported and kept as they are. */
export function unescapeQuotedText(
  source: Source,
  start: number,
  end: number,
  report: (diagnostic: Diagnostic) => void,
): string {
  return source.text.slice(start, end).replace(ESCAPE, (written, at: number) => {
    if (!written.startsWith('\\')) return written.slice(1);
    const selector = Array.from(written)[1] ?? '';
    const simple = Object.hasOwn(SIMPLE_ESCAPES, selector) ? SIMPLE_ESCAPES[selector] : undefined;
    if (simple !== undefined) return simple;
    const point = written.length > 2 ? Number.parseInt(written.slice(2), 16) : Number.NaN;
    if (/[uU]/.test(selector) && point <= 0x10ffff) return String.fromCodePoint(point);
    const length = /[uU]/.test(selector) ? hexLength(source.text, start + at, written) : written.length;
    report(wrongEscape(source, start + at, length, selector));
    return written;
  });
}

/** How long a wrong `\u…` is, as far as it has hexadecimal digits. */
function hexLength(text: string, at: number, written: string): number {
  const wanted = written[1] === 'u' ? 4 : 8;
  return /^\\[uU][0-9a-fA-F]*/.exec(text.slice(at, at + 2 + wanted))?.[0].length ?? written.length;
}

function wrongEscape(source: Source, at: number, length: number, selector: string): Diagnostic {
  const details: Readonly<Record<string, string>> = {
    u: '"\\u" must be followed by exactly four hexadecimal digits, as in "\\u00e9".',
    U: '"\\U" must be followed by exactly eight hexadecimal digits that name a Unicode character, as in "\\U0001F600".',
  };
  return errorDiagnostic({
    code: 'invalid-escape',
    summary: 'Invalid escape sequence',
    detail:
      details[selector] ??
      `"\\${selector}" is no escape sequence. For a backslash itself write two ("\\\\"); valid are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN.`,
    subject: source.range(at, at + length),
  });
}

/** Cuts text into its lines, each with its line ending. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/**
 * Takes the common indentation away from a `<<-` heredoc (HCL spec, "Template Expressions"): blanks at the start of
 * lines are counted, of whatever width they are; lines that are blank altogether have no say; a line that starts with a
 * sequence has none.
 */
export function flushIndentation(pieces: readonly ({ readonly kind: string } | LiteralPiece)[]): void {
  const leading: LiteralPiece[] = [];
  let indentation = Number.POSITIVE_INFINITY;
  let atLineStart = true;
  for (const piece of pieces) {
    const literal = isLiteral(piece) ? piece : undefined;
    if (atLineStart && literal === undefined) indentation = 0;
    if (atLineStart && literal !== undefined && !isBlankLine(literal.text)) {
      indentation = Math.min(indentation, literal.text.length - stripLeading(literal.text).length);
      leading.push(literal);
    }
    atLineStart = literal?.text.endsWith('\n') ?? false;
  }
  for (const literal of leading) literal.text = literal.text.slice(indentation);
}

function isLiteral(piece: { readonly kind: string }): piece is LiteralPiece {
  return piece.kind === 'literal';
}

function isBlankLine(text: string): boolean {
  return text.endsWith('\n') && stripLeading(text) === '';
}

export function stripLeading(text: string): string {
  return text.replace(LEADING_SPACE, '');
}

export function stripTrailing(text: string): string {
  return text.replace(TRAILING_SPACE, '');
}

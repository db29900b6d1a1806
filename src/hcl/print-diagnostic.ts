import { styleText } from 'node:util';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { Source } from './source.ts';
import { columnsOf, visibleLine, wrap } from './visible-text.ts';

export interface RenderOptions {
  /** ANSI colours. Default: plain text. */
  readonly colours?: boolean;
  /** Columns at which the detail is wrapped. Default 80. */
  readonly width?: number;
  /** The text of a file by its name, for the excerpt; without it there is only the position. */
  readonly source?: (filename: string) => Source | undefined;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** More lines of a subject than this are not shown. */
const MAXIMUM_LINES = 5;
/** A longer source line is cut around the subject. */
const MAXIMUM_COLUMNS = 160;

/**
 * A diagnostic for people, over several lines and without a line ending at the end: severity and summary, position,
 * the source line with the subject underlined, the detail. Nothing in the source text can reach the terminal's controls.
 */
export function renderDiagnostic(diagnostic: Diagnostic, options: RenderOptions = {}): string {
  const paint: Paint = (style, text) =>
    options.colours === true ? styleText(style, text, { validateStream: false }) : text;
  const { severity, summary, detail, subject } = diagnostic;
  const colour = severity === 'error' ? 'red' : 'yellow';
  const heading = paint([colour, 'bold'], severity === 'error' ? 'Error:' : 'Warning:');
  const parts = [`${heading} ${paint('bold', visibleLine(summary))}`];
  if (subject !== undefined) parts.push(renderPlace(subject, options, paint, colour));
  if (detail !== '') parts.push(wrap(detail, options.width ?? 80).join('\n'));
  return parts.join('\n\n');
}

function renderPlace(subject: SourceRange, options: RenderOptions, paint: Paint, colour: Style): string {
  const { filename, start } = subject;
  const position = `  on ${visibleLine(filename)}:${start.line}:${start.column}`;
  const source = options.source?.(filename);
  return source === undefined
    ? position
    : [`${position}:`, '', ...renderExcerpt(source, subject, paint, colour)].join('\n');
}

/** The lines of the subject, each with what belongs to the subject underlined. */
function renderExcerpt(source: Source, { start, end }: SourceRange, paint: Paint, colour: Style): string[] {
  // A range that ends where a line starts ends, for readers, with the line before.
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const last = Math.min(endLine, start.line + MAXIMUM_LINES - 1);
  const margin = Math.max(String(last).length, 3);
  const excerpt: string[] = [];
  for (let line = start.line; line <= last; line += 1) {
    const cut = cutLine(source, line, start, end);
    const number = paint('dim', `${String(line).padStart(margin)} │`);
    excerpt.push(`${number} ${cut.before}${paint('underline', cut.subject)}${cut.after}`.trimEnd());
    const carets = '^'.repeat(Math.max(columnsOf(cut.subject), 1));
    const indent = ' '.repeat(columnsOf(cut.before));
    if (cut.subject !== '' || line === start.line) {
      excerpt.push(`${' '.repeat(margin)} ${paint('dim', '│')} ${indent}${paint(colour, carets)}`);
    }
  }
  if (last < endLine) excerpt.push(`${' '.repeat(margin)} ${paint('dim', '│')} …`);
  return excerpt;
}

interface CutLine {
  readonly before: string;
  readonly subject: string;
  readonly after: string;
}

/** A line in three parts, made visible; blanks that lead up to the subject's later lines are not underlined. */
function cutLine(source: Source, line: number, start: SourceRange['start'], end: SourceRange['end']): CutLine {
  const text = source.line(line);
  const lineStart = source.lineStart(line);
  const clamp = (offset: number): number => Math.min(Math.max(offset - lineStart, 0), text.length);
  const from = line === start.line ? clamp(start.offset) : text.length - text.trimStart().length;
  const to = Math.max(line === end.line ? clamp(end.offset) : text.length, from);
  return shorten({
    before: visibleLine(text.slice(0, from)),
    subject: visibleLine(text.slice(from, to)),
    after: visibleLine(text.slice(to)),
  });
}

function shorten({ before, subject, after }: CutLine): CutLine {
  if (before.length + subject.length + after.length <= MAXIMUM_COLUMNS) return { before, subject, after };
  const third = Math.floor(MAXIMUM_COLUMNS / 3);
  return {
    before: before.length > third ? `…${before.slice(-third)}` : before,
    subject: subject.length > third ? `${subject.slice(0, third)}…` : subject,
    after: after.length > third ? `${after.slice(0, third)}…` : after,
  };
}

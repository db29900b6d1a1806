import { styleText } from 'node:util';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import { maskedDiagnostic } from '../kernel/masked-diagnostic.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { concealedSource, withMasks, withoutLengths } from './concealed-source.ts';
import { diagnosticText } from './diagnostic-text.ts';
import { enclosingBlocks } from './enclosing-blocks.ts';
import { firstColumns, lastColumns, shortenedText, UNITS_PER_COLUMN } from './shortened-text.ts';
import type { Source } from './source.ts';
import { columnsOf, visibleLine, wrap } from './visible-text.ts';

export interface RenderOptions {
  /** ANSI colours. Default: plain text. */
  readonly colours?: boolean;
  /** Columns at which the detail is wrapped. Default 80. */
  readonly width?: number;
  /** The text of a file by its name, for the excerpt; without it there is only the position. */
  readonly source?: (filename: string) => Source | undefined;
  /** What must not be shown; it is masked in each part before that is laid out. */
  readonly secrets?: SecretRegistry;
}

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** More lines of a subject than this are not shown. */
const MAXIMUM_LINES = 5;
/** So many lines before and after the subject are shown, where they belong to its context. */
const MAXIMUM_CONTEXT = 2;
/** A longer source line is cut around the subject. */
const MAXIMUM_COLUMNS = 160;
/** So much of it is looked at. */
const MAXIMUM_UNITS = UNITS_PER_COLUMN * MAXIMUM_COLUMNS;

/**
 * A diagnostic for people, over several lines and without a line ending at the end: severity and summary, position,
 * the source line with the subject underlined, the detail. Nothing in the source text can reach the terminal's controls.
 */
export function renderDiagnostic(found: Diagnostic, options: RenderOptions = {}): string {
  const diagnostic = options.secrets === undefined ? found : maskedDiagnostic(found, options.secrets);
  const paint: Paint = (style, text) =>
    options.colours === true ? styleText(style, text, { validateStream: false }) : text;
  const { severity, summary, subject } = diagnostic;
  const colour = severity === 'error' ? 'red' : 'yellow';
  const heading = paint([colour, 'bold'], severity === 'error' ? 'Error:' : 'Warning:');
  const parts = [`${heading} ${paint('bold', visibleLine(shortenedText(summary)))}`];
  if (subject !== undefined) parts.push(renderPlace({ ...diagnostic, subject }, options, paint, colour));
  const detail = diagnosticText(diagnostic);
  if (detail !== '') parts.push(wrap(shortenedText(detail), options.width ?? 80).join('\n'));
  return parts.join('\n\n');
}

interface Place {
  readonly subject: SourceRange;
  readonly context?: SourceRange;
}

function renderPlace(place: Place, options: RenderOptions, paint: Paint, colour: Style): string {
  const { filename, start } = place.subject;
  const shownName = options.secrets?.mask(filename) ?? filename;
  const position = `  on ${visibleLine(shownName)}:${start.line}:${start.column}`;
  const found = options.source?.(filename);
  if (found === undefined) return position;
  const source = options.secrets === undefined ? found : concealedSource(found, options.secrets);
  const blocks = enclosingBlocks(source, start.offset);
  const heading = blocks === '' ? `${position}:` : `${position}, in ${visibleLine(shortenedText(withMasks(blocks)))}:`;
  return [heading, '', ...renderExcerpt(source, place, paint, colour)].join('\n');
}

/** The lines of the subject, each with what belongs to the subject underlined, among the lines that it is seen in. */
function renderExcerpt(source: Source, { subject, context }: Place, paint: Paint, colour: Style): string[] {
  const { start, end } = subject;
  // A range that ends where a line starts ends, for readers, with the line before.
  const endLine = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  const last = Math.min(endLine, start.line + MAXIMUM_LINES - 1);
  const before = linesBefore(start.line, context);
  const after = last < endLine ? [] : linesAfter(endLine, context);
  const margin = Math.max(String(after.at(-1) ?? last).length, 3);
  const bar = paint('dim', '│');
  const numbered = (line: number, text: string): string =>
    `${paint('dim', `${String(line).padStart(margin)} │`)} ${text}`.trimEnd();
  const gap = `${' '.repeat(margin)} ${bar} …`;
  const whole = (line: number): string => {
    const after = source.line(line).slice(0, MAXIMUM_UNITS);
    return numbered(line, shorten({ before: '', subject: '', after }).after);
  };

  const excerpt = before.map(whole);
  if ((before.at(-1) ?? start.line) < start.line - 1) excerpt.push(gap);
  for (let line = start.line; line <= last; line += 1) {
    const cut = cutLine(source, line, start, end);
    excerpt.push(numbered(line, `${cut.before}${paint('underline', cut.subject)}${cut.after}`));
    const carets = '^'.repeat(Math.max(columnsOf(cut.subject), 1));
    const indent = ' '.repeat(columnsOf(cut.before));
    if (cut.subject !== '' || line === start.line) {
      excerpt.push(`${' '.repeat(margin)} ${bar} ${indent}${paint(colour, carets)}`);
    }
  }
  if (last < endLine) excerpt.push(gap);
  return [...excerpt, ...after.map(whole)];
}

/** The line on which the context begins, and those between it and the subject unless they are many. */
function linesBefore(subject: number, context: SourceRange | undefined): readonly number[] {
  if (context === undefined || context.start.line >= subject) return [];
  const first = context.start.line;
  if (subject - first > MAXIMUM_CONTEXT) return [first];
  return Array.from({ length: subject - first }, (_, index) => first + index);
}

/** The lines to the end of the context, if they are few. */
function linesAfter(subject: number, context: SourceRange | undefined): readonly number[] {
  const count = context === undefined ? 0 : context.end.line - subject;
  return count > 0 && count <= MAXIMUM_CONTEXT ? Array.from({ length: count }, (_, index) => subject + 1 + index) : [];
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
  // A line may be as long as a file.
  const most = MAXIMUM_UNITS;
  return shorten({
    before: text.slice(Math.max(0, from - most), from),
    subject: text.slice(from, Math.min(to, from + most)),
    after: text.slice(to, to + most),
  });
}

/** What of the parts of a line is shown, as it is shown. */
function shorten(line: CutLine): CutLine {
  const before = withoutLengths(line.before);
  const subject = withoutLengths(line.subject);
  const after = withoutLengths(line.after);
  const whole = { before: shown(before), subject: shown(subject), after: shown(after) };
  const columns = { before: columnsOf(whole.before), subject: columnsOf(whole.subject), after: columnsOf(whole.after) };
  if (columns.before + columns.subject + columns.after <= MAXIMUM_COLUMNS) return whole;
  const third = Math.floor(MAXIMUM_COLUMNS / 3);
  const first = (text: string): string => `${shown(firstColumns(text, third, shown))}…`;
  return {
    before: columns.before > third ? `…${shown(lastColumns(before, third, shown))}` : whole.before,
    subject: columns.subject > third ? first(subject) : whole.subject,
    after: columns.after > third ? first(after) : whole.after,
  };
}

function shown(text: string): string {
  return visibleLine(withMasks(text));
}

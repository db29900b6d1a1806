import type { Source } from '../hcl/source.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { Span } from './go-template/problem.ts';

const OPEN = '{{';

/** Finds a file of the template by the name that ranges carry. */
export type FindSource = (filename: string) => Source | undefined;

/**
 * Where in the template's source a part of a text stands, given the range of the string expression that made the text.
 * The part is looked for from the `{{` before it, which is the same one in both; where escapes and interpolations leave
 * no certainty the answer is the whole expression.
 */
export function placeInSource(source: Source, expression: SourceRange, text: string, part: Span): SourceRange {
  const raw = source.slice(expression);
  const written = occurrences(raw);
  const made = occurrences(text);
  const which = made.findLastIndex((at) => at <= part.start);
  const rawStart = written[which];
  const textStart = made[which];
  if (written.length !== made.length || rawStart === undefined || textStart === undefined) return expression;
  const quoted = raw.startsWith('"');
  const start = follow(raw, rawStart, text, textStart, part.start, quoted);
  const end = start === undefined ? undefined : follow(raw, start, text, part.start, part.end, quoted);
  if (start === undefined || end === undefined) return expression;
  return source.range(expression.start.offset + start, expression.start.offset + end);
}

function occurrences(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(OPEN); at !== -1; at = text.indexOf(OPEN, at + OPEN.length)) found.push(at);
  return found;
}

/** Goes on in the source by as much as makes the text from `from` to `to`; undefined when they part ways. */
function follow(
  raw: string,
  rawFrom: number,
  text: string,
  from: number,
  to: number,
  quoted: boolean,
): number | undefined {
  let rawAt = rawFrom;
  let at = from;
  // What makes nothing itself belongs to what comes after it, so one looks as far as the next character.
  while (at < to || (!quoted && plainAt(raw, rawAt, text, at)?.text === 0)) {
    const step = quoted && raw[rawAt] === '\\' ? escapeAt(raw, rawAt) : plainAt(raw, rawAt, text, at);
    if (step === undefined) return undefined;
    rawAt += step.raw;
    at += step.text;
  }
  return rawAt;
}

interface Step {
  readonly raw: number;
  readonly text: number;
}

function escapeAt(raw: string, at: number): Step | undefined {
  const match = /^\\(?:[nrtbf"\\/]|u[0-9a-fA-F]{4}|U([0-9a-fA-F]{8}))/.exec(raw.slice(at, at + 10));
  if (match === null) return undefined;
  const astral = match[1] !== undefined && Number.parseInt(match[1], 16) > 0xffff;
  return { raw: match[0].length, text: astral ? 2 : 1 };
}

function plainAt(raw: string, at: number, text: string, textAt: number): Step | undefined {
  if (/^(?:\$\$|%%)\{/.test(raw.slice(at, at + 3))) return { raw: 3, text: 2 };
  if (raw[at] === text[textAt]) return { raw: 1, text: 1 };
  // Indentation that a heredoc does not keep.
  return /[ \t\r]/.test(raw[at] ?? '') ? { raw: 1, text: 0 } : undefined;
}

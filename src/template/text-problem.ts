import type { DiagnosticParts } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { GoTemplateProblem, Span } from './go-template/problem.ts';
import { type FindSource, placeInSource } from './text-place.ts';

/** A text with `{{ }}` in it, as messages speak of it. */
export interface NamedText {
  readonly text: string;
  /** `"ami_name"`, `the variable "size"`. */
  readonly what: string;
  /** The expression that the text comes from; undefined where it comes from no file. */
  readonly range: SourceRange | undefined;
  readonly isSensitive: boolean;
}

/** What to tell people of a `{{ }}` that is wrong. Of a sensitive text nothing is quoted, nor what came of it. */
export function textProblem(problem: GoTemplateProblem, named: NamedText, findSource: FindSource): DiagnosticParts {
  const { code, message, remedy, span } = problem;
  const detail = remedy === undefined ? `${message}.` : `${message}. ${remedy}`;
  return {
    code,
    summary: `Invalid {{ }} in ${named.what}`,
    detail: named.isSensitive ? 'An action in this sensitive text is wrong.' : detail,
    ...spanInText(span, named, findSource),
  };
}

/** Where to point for a part of the text: at that part, as near as can be told, within the whole. */
export function spanInText(
  span: Span | undefined,
  { text, range }: Pick<NamedText, 'text' | 'range'>,
  findSource: FindSource,
): Pick<DiagnosticParts, 'subject' | 'context'> {
  if (range === undefined) return {};
  const source = findSource(range.filename);
  const known = source !== undefined && span !== undefined;
  return { subject: known ? placeInSource(source, range, text, span) : range, context: range };
}

import { type Diagnostic, type DiagnosticParts, errorDiagnostic, warningDiagnostic } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { type GoTemplateProblem, KEEP_BRACES, type Span } from './go-template/problem.ts';
import { replacedField } from './replaced-fields.ts';
import { type FindSource, placeInSource } from './text-place.ts';
import type { UnknownName } from './text-renderer.ts';

/** For a text that is rendered more than once: `{{ "{{" }}` makes two braces in the first round, which are an action in the next. */
const IN_A_FILE = 'What has to keep its braces belongs in a file (a script, say): files are not rendered.';

type Place = Pick<DiagnosticParts, 'subject' | 'context'>;

/** A text with `{{ }}` in it, as messages speak of it. */
export interface NamedText {
  /** `"ami_name"`, `the variable "size"`. */
  readonly what: string;
  readonly isSensitive: boolean;
  /** See `Rendering`; default: no. */
  readonly isRenderedTwice?: boolean;
  /** Where to point for a part of it; without a part, for the whole. */
  place(part: Span | undefined): Place;
}

/** Points into the expression that a text comes from, as near as can be told; to nothing where it comes from no file. */
export function placeIn(expression: SourceRange | undefined, text: string, findSource: FindSource): NamedText['place'] {
  return (part) => {
    if (expression === undefined) return {};
    const source = findSource(expression.filename);
    const known = source !== undefined && part !== undefined;
    return { subject: known ? placeInSource(source, expression, text, part) : expression, context: expression };
  };
}

/** What to tell people of a `{{ }}` that is wrong. Of a sensitive text nothing is quoted, nor what came of it. */
export function textProblem({ code, message, remedy, span }: GoTemplateProblem, named: NamedText): Diagnostic {
  const instead = named.isRenderedTwice ? remedy?.replace(KEEP_BRACES, IN_A_FILE) : remedy;
  const detail = instead === undefined ? `${message}.` : `${message}. ${instead}`;
  return errorDiagnostic({
    code,
    summary: `Invalid {{ }} in ${named.what}`,
    detail: named.isSensitive ? 'An action in this sensitive text is wrong.' : detail,
    ...named.place(span),
  });
}

/** What to tell people of a `{{ user }}` that asks for what there is not. */
export function undeclaredVariable({ name, span, suggestion }: UnknownName, named: NamedText): Diagnostic {
  return warningDiagnostic({
    code: 'undeclared-variable',
    summary: `There is no variable "${name}"`,
    detail: `Neither the template nor whoever gave values knows a variable of that name, so nothing takes its place in ${named.what}, as in Packer.${suggestion}`,
    ...named.place(span),
  });
}

/** What to tell people of an action of the text that has nothing to show. */
export function withoutValue(action: Span, text: string, named: NamedText): Diagnostic {
  const field = /^\.(\w+)$/.exec(text.slice(action.start, action.end))?.[1];
  const remedy =
    (field && replacedField(field)) ??
    (named.isRenderedTwice ? IN_A_FILE : 'To keep the two braces as they are, write {{ "{{" }}.');
  return warningDiagnostic({
    code: 'no-template-value',
    summary: 'A {{ }} action without a value',
    detail: `Nothing of that name is known in ${named.what}, so the text "<no value>" takes its place, as in Packer. ${remedy}`,
    ...named.place(action),
  });
}

/** What to tell people of a field that nobody will fill in at the run. */
export function unknownField({ name, span, suggestion }: UnknownName, named: NamedText): Diagnostic {
  const remedy = replacedField(name) ?? IN_A_FILE;
  return warningDiagnostic({
    code: 'no-template-value',
    summary: `There is no "{{ .${name} }}" here`,
    detail: `Nothing of that name is known in ${named.what} when the build runs, so the text "<no value>" takes its place, as in Packer.${suggestion} ${remedy}`,
    ...named.place(span),
  });
}

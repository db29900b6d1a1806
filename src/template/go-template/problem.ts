/** A half-open range of a template's text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The end of a remedy, for who did not mean two braces as the begin of an action. */
export const KEEP_BRACES = 'To have two braces in the text itself, write {{ "{{" }}.';

/** What is wrong with a `{{ }}` text, thrown by parsing and by evaluation, which end at the first problem. */
export class GoTemplateProblem extends Error {
  override readonly name = 'GoTemplateProblem';
  /** Stable identifier, for example `unclosed-action`. */
  readonly code: string;
  /** Where in the text; undefined until the evaluator, which knows, has filled it in. */
  readonly span: Span | undefined;
  /** Whole sentences about what to do, where there are any. */
  readonly remedy: string | undefined;

  constructor(
    message: string,
    code: string,
    options: { readonly span?: Span; readonly remedy?: string | undefined } = {},
  ) {
    super(message);
    this.code = code;
    this.span = options.span;
    this.remedy = options.remedy?.trim() || undefined;
  }

  /** The same problem at this place, unless it has a narrower one already. */
  at(span: Span): GoTemplateProblem {
    if (this.span !== undefined) return this;
    return new GoTemplateProblem(this.message, this.code, { span, remedy: this.remedy });
  }
}

import { expectsMore } from '../../hcl/expects-more.ts';
import type { Expression } from '../../hcl/expression-ast.ts';
import { parseExpression } from '../../hcl/parser.ts';
import { references } from '../../hcl/references.ts';
import { Source } from '../../hcl/source.ts';
import { displayValue } from '../../hcl/values/display.ts';
import { type Diagnostic, hasErrors } from '../../kernel/diagnostics.ts';
import type { SecretRegistry } from '../../kernel/secrets.ts';
import { clearer } from '../../template/clearer-diagnostics.ts';
import type { TemplateReading } from '../../template/reading.ts';
import type { SingleExpressions } from '../../template/single-expressions.ts';
import { variableLines } from '../texts/inspection-text.ts';
import { CONSOLE_INPUT, type ConsoleResult, type ConsoleSession } from './console-session.ts';

/** A console for expressions of HCL2. */
export class ExpressionConsole implements ConsoleSession {
  readonly language = 'hcl2';
  readonly diagnostics: readonly Diagnostic[];
  readonly #expressions: SingleExpressions;
  readonly #dataTypes: readonly string[];
  readonly #reading: TemplateReading | undefined;
  readonly #secrets: SecretRegistry;

  /** Without a reading there is no template; `dataTypes` are the data sources that there are. */
  constructor(
    expressions: SingleExpressions,
    dataTypes: Iterable<string>,
    reading: TemplateReading | undefined,
    diagnostics: readonly Diagnostic[],
    secrets: SecretRegistry,
  ) {
    this.#expressions = expressions;
    this.#dataTypes = [...dataTypes];
    this.#reading = reading;
    this.diagnostics = diagnostics;
    this.#secrets = secrets;
  }

  get names(): readonly string[] {
    const { variables = [], locals = [], dataSources = [] } = this.#reading ?? {};
    return [
      ...variables.map(({ name }) => `var.${name}`),
      ...locals.map(({ name }) => `local.${name}`),
      ...dataSources.map(({ type, name }) => `data.${type}.${name}`),
      'path.cwd',
      'path.root',
      'packer.version',
      ...Array.from(this.#expressions.functions.functions.keys(), (name) => `${name}(`),
    ].sort();
  }

  variableLines(): readonly string[] {
    return variableLines(this.#reading ?? { variables: [], locals: [] });
  }

  expectsMore(text: string): boolean {
    return expectsMore(text);
  }

  async evaluate(text: string): Promise<ConsoleResult> {
    const source = new Source(CONSOLE_INPUT, text);
    const parsed = parseExpression(text, CONSOLE_INPUT);
    if (parsed.value === undefined || hasErrors(parsed.diagnostics)) return { ...parsed, value: undefined, source };
    const { value, diagnostics } = await this.#expressions.evaluate(parsed.value);
    for (const text of this.#expressions.sensitiveTexts) this.#secrets.register(text);
    const names = {
      variables: this.#reading?.variables.map(({ name }) => name) ?? [],
      locals: this.#reading?.locals.map(({ name }) => name) ?? [],
      data: this.#reading?.dataSources.map(({ type, name }) => `${type}.${name}`) ?? [],
      dataTypes: this.#dataTypes,
    };
    const clear = diagnostics.map((each) => clearer(each, () => source, names));
    // A value that a condition of its variable refuses is shown all the same, as in Packer; one of a wrong type is unknown.
    const invalid = value.isWhollyKnown() ? [] : this.#invalidVariables(parsed.value);
    if (invalid.length > 0) return { value: undefined, diagnostics: [...clear, ...invalid], source };
    return { value: hasErrors(clear) ? undefined : displayValue(value), diagnostics: clear, source };
  }

  /** What is wrong with the values of variables that the expression names; their places are not in the input. */
  #invalidVariables(expression: Expression): readonly Diagnostic[] {
    const used = references(expression).flatMap(({ root, steps: [first] }) =>
      root === 'var' && first?.kind === 'attribute' ? [first.name] : [],
    );
    const summaries = new Set(used.map((name) => `Invalid value for variable "${name}"`));
    return this.diagnostics
      .filter(({ code, summary }) => code === 'invalid-variable-value' && summaries.has(summary))
      .map(({ severity, code, summary, detail }) => ({ severity, code, summary, detail }));
  }
}

import { parseExpression } from '../hcl/parser.ts';
import { Source } from '../hcl/source.ts';
import type { Value } from '../hcl/values/value.ts';
import { type Diagnosed, type Diagnostic, hasErrors } from '../kernel/diagnostics.ts';
import { clearer } from '../template/clearer-diagnostics.ts';
import type { TemplateReading } from '../template/reading.ts';
import { constantScope } from '../template/scopes.ts';
import { SingleExpressions } from '../template/single-expressions.ts';
import type { Surroundings, TemplateRequest } from './build.ts';
import { inspectTemplate } from './inspect.ts';
import { templatePorts } from './read-template.ts';
import { registryForReading } from './registry-for-reading.ts';

export { expectsMore } from '../hcl/expects-more.ts';
export { displayValue } from '../hcl/values/display.ts';

export interface ConsoleRequest extends Omit<TemplateRequest, 'template'>, Surroundings {
  /** Undefined: without a template there are no variables, locals and data, and all else. */
  readonly template: string | undefined;
}

/** Evaluates expressions as they would be evaluated in a template. */
export interface ConsoleSession {
  /** Undefined without a template. */
  readonly reading: TemplateReading | undefined;
  /** What is wrong with the template; the console works all the same. */
  readonly diagnostics: readonly Diagnostic[];
  /** All names that an expression can begin with, for completion: `var.size`, `local.tags`, `upper(`, … */
  readonly names: readonly string[];
  evaluate(text: string): Promise<ConsoleResult>;
}

/** There is no value where the expression is wrong. */
export interface ConsoleResult extends Diagnosed<Value> {
  /** What the ranges of the diagnostics point into. */
  readonly source: Source;
}

/** What ranges in expressions call their text. */
const INPUT = '<console-input>';

/** Opens a console; undefined when the template can't be read, which has been reported as events. */
export async function openConsole(request: ConsoleRequest): Promise<ConsoleSession | undefined> {
  const { template, workingDirectory, evaluateDataSources: asksRemote = false } = request;
  const ports = templatePorts(request, registryForReading(request));
  if (template === undefined) {
    const scope = constantScope('.', workingDirectory);
    const place = { templateDirectory: workingDirectory, workingDirectory, asksRemote };
    return new Session(await SingleExpressions.open(scope, ports, place), undefined, []);
  }
  const { reading, diagnostics } = await inspectTemplate({ ...request, template });
  if (reading === undefined) return undefined;
  const place = { templateDirectory: reading.directory, workingDirectory, asksRemote };
  return new Session(await SingleExpressions.open(reading.scope, ports, place), reading, diagnostics);
}

class Session implements ConsoleSession {
  readonly reading: TemplateReading | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly #expressions: SingleExpressions;

  constructor(
    expressions: SingleExpressions,
    reading: TemplateReading | undefined,
    diagnostics: readonly Diagnostic[],
  ) {
    this.#expressions = expressions;
    this.reading = reading;
    this.diagnostics = diagnostics;
  }

  get names(): readonly string[] {
    const { variables = [], locals = [], dataSources = [] } = this.reading ?? {};
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

  async evaluate(text: string): Promise<ConsoleResult> {
    const source = new Source(INPUT, text);
    const parsed = parseExpression(text, INPUT);
    if (parsed.value === undefined || hasErrors(parsed.diagnostics)) return { ...parsed, value: undefined, source };
    const { value, diagnostics } = await this.#expressions.evaluate(parsed.value);
    const names = {
      variables: this.reading?.variables.map(({ name }) => name) ?? [],
      locals: this.reading?.locals.map(({ name }) => name) ?? [],
      data: this.reading?.dataSources.map(({ type, name }) => `${type}.${name}`) ?? [],
    };
    const clear = diagnostics.map((each) => clearer(each, () => source, names));
    return { value: hasErrors(clear) ? undefined : value, diagnostics: clear, source };
  }
}

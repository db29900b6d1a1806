import type { RemoteAnswer } from '../../hcl/functions/environment.ts';
import type { SourceRange } from '../../kernel/source-range.ts';
import { didYouMean } from '../../kernel/suggestion.ts';
import type { Findings } from '../findings.ts';
import { GoTemplateProblem } from '../go-template/problem.ts';
import type { RemoteAnswers } from '../remote-answers.ts';
import type { FindSource } from '../text-place.ts';
import { placeIn, textProblem } from '../text-problem.ts';
import { TextRenderer } from '../text-renderer.ts';
import type { LegacyTemplate } from './declarations.ts';

/** Variables of variables of variables: more of them in a row than anybody writes. */
const MAX_STEPS = 100;
/** What only a component can fill in: it stays as it is in the value of a variable. */
const FIELD_ACTION = /\{\{\s?\..*?\s?\}\}/g;

/** A value given to a variable from outside, which may be a template as a default may. */
export interface GivenVariable {
  readonly name: string;
  readonly text: string;
  /** Where it is written, when that is in a file. */
  readonly range: SourceRange | undefined;
}

interface Definition {
  readonly text: string;
  readonly range: SourceRange | undefined;
}

/** What resolving the variables of a template needs. */
export interface UserVariableRequest {
  readonly template: LegacyTemplate;
  /** Later ones win. */
  readonly given: readonly GivenVariable[];
  readonly surroundings: ConstructorParameters<typeof TextRenderer>[0];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What services elsewhere say. */
  readonly remote: RemoteAnswers['lookUp'];
  readonly findSource: FindSource;
  readonly findings: Findings;
}

export interface UserVariableValues {
  readonly values: ReadonlyMap<string, string>;
  /** Names of those whose value depends on what a service has not been asked yet. */
  readonly unknown: ReadonlySet<string>;
  /** Names of the sensitive ones, and of those that are made of them. */
  readonly sensitive: ReadonlySet<string>;
}

/**
 * The values of all variables, those that were only given included, with `{{ user }}` of each other, `{{ env }}` and what
 * services say resolved. What is wrong is reported; a variable that has no value then is left out.
 */
export function userVariables(request: UserVariableRequest): UserVariableValues {
  return new Resolver(request).resolveAll();
}

class Resolver {
  readonly #request: UserVariableRequest;
  readonly #definitions = new Map<string, Definition>();
  readonly #values = new Map<string, string>();
  readonly #underWay: string[] = [];
  readonly #failed = new Set<string>();
  readonly #unknown = new Set<string>();
  readonly #sensitive: Set<string>;
  readonly #renderer: TextRenderer;

  constructor(request: UserVariableRequest) {
    this.#request = request;
    this.#sensitive = new Set(request.template.sensitiveVariables);
    for (const { name, fallback, valueRange } of request.template.variables.values()) {
      if (fallback !== undefined) this.#definitions.set(name, { text: fallback, range: valueRange });
    }
    for (const { name, text, range } of request.given) this.#definitions.set(name, { text, range });
    this.#renderer = new TextRenderer({
      ...request.surroundings,
      userVariables: {
        names: this.#definitions,
        value: (name) => this.#referenced(name),
        sensitive: this.#sensitive,
      },
      environment: request.environment,
      remote: (name, args) => this.#remote(name, args),
    });
  }

  resolveAll(): UserVariableValues {
    this.#reportUnset();
    for (const name of this.#definitions.keys()) this.#resolve(name);
    return { values: this.#values, unknown: this.#unknown, sensitive: this.#sensitive };
  }

  #remote(name: string, args: readonly (string | undefined)[]): RemoteAnswer {
    const answer = this.#request.remote(name, args);
    if (answer.kind === 'unknown') this.#unknownUnderWay();
    return answer;
  }

  /** Everything that is being resolved depends on what is just being looked up. */
  #unknownUnderWay(): void {
    for (const name of this.#underWay) this.#unknown.add(name);
  }

  #reportUnset(): void {
    for (const { name, range } of this.#request.template.variables.values()) {
      if (this.#definitions.has(name)) continue;
      this.#request.findings.error({
        code: 'unset-variable',
        summary: `Unset variable "${name}"`,
        detail: `The variable is null in the template, which means that a value has to be given. Give one in the input vars (or with -var ${name}=VALUE), or in a variable file in JSON.`,
        subject: range,
      });
    }
  }

  /** Undefined when it has failed, which has been reported. */
  #resolve(name: string): string | undefined {
    const definition = this.#definitions.get(name);
    if (definition === undefined || this.#failed.has(name)) return undefined;
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    this.#underWay.push(name);
    try {
      const value = this.#render(definition.text);
      if (this.#sensitive.has(name)) this.#request.surroundings.noted?.noteText(value);
      else if (this.#renderer.asksForSensitive(definition.text)) this.#sensitive.add(name);
      this.#values.set(name, value);
      return value;
    } catch (thrown) {
      if (!(thrown instanceof GoTemplateProblem)) throw thrown;
      this.#failed.add(name);
      this.#report(name, definition, thrown);
      return undefined;
    } finally {
      this.#underWay.pop();
    }
  }

  #render(text: string): string {
    const fields: string[] = [];
    // A text of private use stands for each, which no template of anybody holds.
    const masked = text.replace(FIELD_ACTION, (field) => `\u{F0000}${fields.push(field) - 1}\u{F0001}`);
    if (fields.length === 0) return this.#renderer.atPlan(text).text;
    const { text: rendered } = this.#renderer.atPlan(masked);
    return rendered.replace(/\u{F0000}(\d+)\u{F0001}/gu, (_, index: string) => fields[Number(index)] ?? '');
  }

  /** What `{{ user "name" }}` within a variable is. */
  #referenced(name: string): string {
    const { template } = this.#request;
    if (this.#underWay.includes(name)) {
      const cycle = [...this.#underWay.slice(this.#underWay.indexOf(name)), name].join(' → ');
      throw new GoTemplateProblem(`The variable "${name}" refers to itself: ${cycle}`, 'variable-cycle');
    }
    if (this.#underWay.length > MAX_STEPS) {
      throw new GoTemplateProblem(`Variables refer to each other over more than ${MAX_STEPS} steps`, 'variable-depth');
    }
    const value = this.#resolve(name);
    if (this.#unknown.has(name)) this.#unknownUnderWay();
    if (value !== undefined) return value;
    if (this.#definitions.has(name)) {
      throw new GoTemplateProblem(`The variable "${name}" has no value, as said there`, 'failed-variable');
    }
    const isUnset = template.variables.has(name);
    throw new GoTemplateProblem(
      isUnset ? `The variable "${name}" has no value` : `There is no variable "${name}"`,
      isUnset ? 'failed-variable' : 'undeclared-variable',
      { remedy: didYouMean(name, this.#definitions.keys()) },
    );
  }

  #report(name: string, { text, range }: Definition, problem: GoTemplateProblem): void {
    // That what it refers to is wrong has been said.
    if (problem.code === 'failed-variable') return;
    const { findSource, findings } = this.#request;
    const isSensitive = this.#sensitive.has(name) || this.#renderer.asksForSensitive(text);
    const place = placeIn(range, text, findSource);
    findings.add([textProblem(problem, { what: `the variable "${name}"`, isSensitive, place })]);
  }
}

import { type TemplateFunction, wrongCount } from './functions.ts';
import { GoTemplateProblem, type Span } from './problem.ts';
import type { Command, Operand, Pipeline } from './syntax-tree.ts';
import { entryOf, isTemplateMap, isTruthy, nameOfType, type TemplateValue } from './values.ts';

/** A template must not run a machine out of memory, whoever wrote it. */
export const MAX_OUTPUT = 16 * 1024 * 1024;

interface Variable {
  readonly name: string;
  value: TemplateValue;
}

/** Evaluates what stands in actions, and knows the variables that they make. */
export class PipelineEvaluator {
  readonly #functions: ReadonlyMap<string, TemplateFunction>;
  #variables: Variable[];

  /** `data` is what `$` is at first. */
  constructor(data: TemplateValue, functions: ReadonlyMap<string, TemplateFunction>) {
    this.#functions = functions;
    this.#variables = [{ name: '$', value: data }];
  }

  /** The value of a pipeline; its variables, if it makes any, have it then. */
  evaluate(pipeline: Pipeline, dot: TemplateValue): TemplateValue {
    let value: TemplateValue;
    let piped = false;
    for (const command of pipeline.commands) {
      value = this.#command(command, dot, piped ? [value] : []);
      piped = true;
    }
    // A range gives its variables the elements, one by one; the collection itself only stands in for them here.
    if (pipeline.variables.length > 0) this.bind(pipeline, [value, value]);
    return value;
  }

  #command({ operands, span }: Command, dot: TemplateValue, piped: readonly TemplateValue[]): TemplateValue {
    const [callee, ...args] = operands;
    if (callee === undefined) return undefined;
    if (callee.kind !== 'function') return this.#operand(callee, dot);
    return this.#call(callee.name, args, dot, piped, span);
  }

  #call(
    name: string,
    args: readonly Operand[],
    dot: TemplateValue,
    piped: readonly TemplateValue[],
    span: Span,
  ): TemplateValue {
    if (name === 'and' || name === 'or') return this.#shortCircuit(name, args, dot, piped, span);
    const called = this.#functions.get(name);
    if (called === undefined) throw new Error(`The parser let the unknown function ${name} pass`);
    const values = [...args.map((argument) => this.#operand(argument, dot)), ...piped];
    try {
      const result = called.call(values);
      if (typeof result === 'string' && result.length > MAX_OUTPUT) throw tooLong();
      return result;
    } catch (thrown) {
      if (thrown instanceof GoTemplateProblem) throw thrown.at(span);
      // What the engine says of a string that it could not make at all.
      throw thrown instanceof RangeError ? tooLong().at(span) : thrown;
    }
  }

  /** `and` gives the first false one, `or` the first true one, else the last; what comes after isn't evaluated. */
  #shortCircuit(
    name: 'and' | 'or',
    args: readonly Operand[],
    dot: TemplateValue,
    piped: readonly TemplateValue[],
    span: Span,
  ): TemplateValue {
    if (args.length + piped.length === 0) {
      throw wrongCount(name, 0, 1, Number.POSITIVE_INFINITY).at(span);
    }
    let value: TemplateValue;
    for (const argument of args) {
      value = this.#operand(argument, dot);
      if (isTruthy(value) === (name === 'or')) return value;
    }
    return piped.length > 0 ? piped[0] : value;
  }

  #operand(operand: Operand, dot: TemplateValue): TemplateValue {
    switch (operand.kind) {
      case 'literal':
        return operand.value;
      case 'nil':
        return undefined;
      case 'dot':
        return dot;
      case 'variable':
        return this.#find(operand.name).value;
      case 'group':
        return this.scoped(() => this.evaluate(operand.pipeline, dot));
      case 'function':
        return this.#call(operand.name, [], dot, [], operand.span);
      case 'field':
        return this.#field(this.#operand(operand.of, dot), operand);
    }
  }

  #field(owner: TemplateValue, { name, span }: Operand & { readonly kind: 'field' }): TemplateValue {
    if (owner === undefined) return undefined;
    if (isTemplateMap(owner)) return entryOf(owner, name);
    throw new GoTemplateProblem(`${nameOfType(owner)} has no field ".${name}"`, 'template-field', { span });
  }

  /** Gives the values to the variables that the pipeline names. */
  bind({ variables, assigns }: Pipeline, values: readonly TemplateValue[]): void {
    variables.forEach((name, index) => {
      if (assigns) this.#find(name).value = values[index];
      else this.#variables.push({ name, value: values[index] });
    });
  }

  #find(name: string): Variable {
    const variable = this.#variables.findLast((candidate) => candidate.name === name);
    if (variable === undefined) throw new Error(`The parser let the unknown variable ${name} pass`);
    return variable;
  }

  /** Variables that are made inside end with it. */
  scoped<T>(run: () => T): T {
    const depth = this.#variables.length;
    const result = run();
    this.#variables.length = depth;
    return result;
  }

  /** As `scoped`, but none of the variables around is seen; `$` is what is given. */
  isolated<T>(data: TemplateValue, run: () => T): T {
    const around = this.#variables;
    this.#variables = [{ name: '$', value: data }];
    const result = run();
    this.#variables = around;
    return result;
  }
}

/** What to say of a text, or a part of one, that is too long. */
export function tooLong(): GoTemplateProblem {
  return new GoTemplateProblem('The text grows beyond 16 MiB', 'template-output-limit');
}

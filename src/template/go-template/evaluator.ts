import { didYouMean } from '../../kernel/suggestion.ts';
import { type TemplateFunction, wrongCount } from './functions.ts';
import { GoTemplateProblem, type Span } from './problem.ts';
import type { BranchNode, Command, Node, Operand, Pipeline, TemplateNode } from './syntax-tree.ts';
import {
  entryOf,
  isTemplateList,
  isTemplateMap,
  isTruthy,
  nameOfType,
  showValue,
  type TemplateValue,
} from './values.ts';

/** A template must not run a machine out of memory or time, whoever wrote it. */
const MAX_OUTPUT = 16 * 1024 * 1024;
const MAX_ITERATIONS = 100_000;
/** Templates that call each other for ever end here. */
const MAX_TEMPLATE_DEPTH = 100;

export interface Rendered {
  readonly text: string;
  /** The actions that had nothing to show, and gave `<no value>`. */
  readonly withoutValue: readonly Span[];
}

/** The text that comes of a template; `data` is its first dot, undefined when there is none. Throws GoTemplateProblem. */
export function evaluateGoTemplate(
  nodes: readonly Node[],
  data: TemplateValue,
  functions: ReadonlyMap<string, TemplateFunction>,
): Rendered {
  return new Evaluator(data, functions).run(nodes);
}

interface Variable {
  readonly name: string;
  value: TemplateValue;
}

type Flow = 'next' | 'break' | 'continue';

class Evaluator {
  readonly #functions: ReadonlyMap<string, TemplateFunction>;
  #variables: Variable[];
  readonly #data: TemplateValue;
  readonly #withoutValue: Span[] = [];
  #output = '';
  #iterations = 0;
  #templateDepth = 0;

  constructor(data: TemplateValue, functions: ReadonlyMap<string, TemplateFunction>) {
    this.#data = data;
    this.#functions = functions;
    this.#variables = [{ name: '$', value: data }];
  }

  run(nodes: readonly Node[]): Rendered {
    this.#nodes(nodes, this.#data);
    return { text: this.#output, withoutValue: this.#withoutValue };
  }

  #nodes(nodes: readonly Node[], dot: TemplateValue): Flow {
    for (const node of nodes) {
      const flow = this.#node(node, dot);
      if (flow !== 'next') return flow;
    }
    return 'next';
  }

  #node(node: Node, dot: TemplateValue): Flow {
    switch (node.kind) {
      case 'text':
        this.#write(node.text);
        return 'next';
      case 'action': {
        const value = this.#pipeline(node.pipeline, dot);
        if (node.pipeline.variables.length > 0) return 'next';
        if (value === undefined) this.#withoutValue.push(node.pipeline.span);
        this.#write(showValue(value));
        return 'next';
      }
      case 'define':
        return 'next';
      case 'template':
        this.#template(node, dot);
        return 'next';
      case 'break':
      case 'continue':
        return node.kind;
      default:
        return this.#scoped(() => this.#branch(node, dot));
    }
  }

  #write(text: string): void {
    if (this.#output.length + text.length > MAX_OUTPUT) {
      throw tooLong();
    }
    this.#output += text;
  }

  /** Shows what is defined elsewhere in the text, with variables of its own. */
  #template({ name, span, pipeline, definitions }: TemplateNode, dot: TemplateValue): void {
    const body = definitions.get(name);
    if (body === undefined) {
      throw new GoTemplateProblem(`There is no template "${name}" in this text`, 'unknown-template', {
        span,
        remedy: `${didYouMean(name, definitions.keys())} One is made by {{ define "${name}" }} … {{ end }}.`,
      });
    }
    this.#countRound(span);
    if (this.#templateDepth >= MAX_TEMPLATE_DEPTH) {
      throw new GoTemplateProblem(
        `Templates call each other more than ${MAX_TEMPLATE_DEPTH} deep`,
        'template-depth-limit',
        { span },
      );
    }
    const value = pipeline === undefined ? undefined : this.#scoped(() => this.#pipeline(pipeline, dot));
    const around = this.#variables;
    this.#variables = [{ name: '$', value }];
    this.#templateDepth += 1;
    this.#nodes(body, value);
    this.#templateDepth -= 1;
    this.#variables = around;
  }

  /** Rounds of loops and uses of templates together: each may multiply what is in it. */
  #countRound(span: Span): void {
    this.#iterations += 1;
    if (this.#iterations > MAX_ITERATIONS) {
      throw new GoTemplateProblem(
        `More than ${MAX_ITERATIONS} rounds of {{ range }} and uses of {{ template }}`,
        'template-iteration-limit',
        { span },
      );
    }
  }

  #branch(node: BranchNode, dot: TemplateValue): Flow {
    const value = this.#pipeline(node.pipeline, dot);
    if (node.kind === 'range') return this.#range(node, value, dot);
    const taken = isTruthy(value);
    return this.#nodes(taken ? node.body : node.otherwise, taken && node.kind === 'with' ? value : dot);
  }

  #range(node: BranchNode, collection: TemplateValue, dot: TemplateValue): Flow {
    const entries = this.#entries(collection, node.pipeline.span);
    if (entries.length === 0) return this.#nodes(node.otherwise, dot);
    const names = node.pipeline.variables;
    for (const [key, value] of entries) {
      this.#countRound(node.span);
      const flow = this.#scoped(() => {
        if (names.length === 1) this.#bind(node.pipeline, [value]);
        if (names.length === 2) this.#bind(node.pipeline, [key, value]);
        return this.#nodes(node.body, value);
      });
      if (flow === 'break') break;
    }
    return 'next';
  }

  #entries(collection: TemplateValue, span: Span): readonly (readonly [TemplateValue, TemplateValue])[] {
    if (collection === undefined) return [];
    if (isTemplateList(collection)) return collection.map((value, index) => [index, value] as const);
    if (isTemplateMap(collection)) {
      return Object.keys(collection)
        .sort()
        .map((key) => [key, collection[key]] as const);
    }
    if (typeof collection === 'number' && Number.isInteger(collection)) {
      const rounds = Math.min(Math.max(collection, 0), MAX_ITERATIONS + 1);
      return Array.from({ length: rounds }, (_, index) => [index, index] as const);
    }
    throw new GoTemplateProblem(`{{ range }} can't go over ${nameOfType(collection)}`, 'template-range', { span });
  }

  #pipeline(pipeline: Pipeline, dot: TemplateValue): TemplateValue {
    let value: TemplateValue;
    let piped = false;
    for (const command of pipeline.commands) {
      value = this.#command(command, dot, piped ? [value] : []);
      piped = true;
    }
    // A range gives its variables the elements, one by one; the collection itself only stands in for them here.
    if (pipeline.variables.length > 0) this.#bind(pipeline, [value, value]);
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
        return this.#scoped(() => this.#pipeline(operand.pipeline, dot));
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

  #bind({ variables, assigns }: Pipeline, values: readonly TemplateValue[]): void {
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
  #scoped<T>(run: () => T): T {
    const depth = this.#variables.length;
    const result = run();
    this.#variables.length = depth;
    return result;
  }
}

function tooLong(): GoTemplateProblem {
  return new GoTemplateProblem('The text grows beyond 16 MiB', 'template-output-limit');
}

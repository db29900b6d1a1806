import { didYouMean } from '../../kernel/suggestion.ts';
import type { TemplateFunction } from './functions.ts';
import { MAX_OUTPUT, PipelineEvaluator, tooLong } from './pipeline-evaluator.ts';
import { GoTemplateProblem, type Span } from './problem.ts';
import type { BranchNode, Node, TemplateNode } from './syntax-tree.ts';
import { isTemplateList, isTemplateMap, isTruthy, nameOfType, showValue, type TemplateValue } from './values.ts';

/** A template must not run a machine out of time, whoever wrote it. */
const MAX_ITERATIONS = 100_000;
/** Templates that call each other for ever end here. */
const MAX_TEMPLATE_DEPTH = 100;
/** The same where there are branches around each call: all of them together. */
const MAX_DEPTH = 500;

export interface Rendered {
  readonly text: string;
  /** The actions that had nothing to show, and gave `<no value>`. */
  readonly withoutValue: readonly Span[];
  /** What the actions showed, one by one. */
  readonly shown: readonly ShownAction[];
}

export interface ShownAction {
  readonly text: string;
  readonly span: Span;
}

/** The text that comes of a template; `data` is its first dot, undefined when there is none. Throws GoTemplateProblem. */
export function evaluateGoTemplate(
  nodes: readonly Node[],
  data: TemplateValue,
  functions: ReadonlyMap<string, TemplateFunction>,
): Rendered {
  return new Evaluator(data, functions).run(nodes);
}

type Flow = 'next' | 'break' | 'continue';

/** Puts the text together: what is shown, which branch is taken, and how often. */
class Evaluator {
  readonly #pipelines: PipelineEvaluator;
  readonly #data: TemplateValue;
  readonly #withoutValue: Span[] = [];
  readonly #shown: ShownAction[] = [];
  #output = '';
  #iterations = 0;
  #templateDepth = 0;
  /** How many templates and branches are around. */
  #depth = 0;

  constructor(data: TemplateValue, functions: ReadonlyMap<string, TemplateFunction>) {
    this.#data = data;
    this.#pipelines = new PipelineEvaluator(data, functions);
  }

  run(nodes: readonly Node[]): Rendered {
    this.#nodes(nodes, this.#data);
    return { text: this.#output, withoutValue: this.#withoutValue, shown: this.#shown };
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
        const value = this.#pipelines.evaluate(node.pipeline, dot);
        if (node.pipeline.variables.length > 0) return 'next';
        if (value === undefined) this.#withoutValue.push(node.pipeline.span);
        const text = showValue(value);
        this.#shown.push({ text, span: node.pipeline.span });
        this.#write(text);
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
        return this.#deeper(() => this.#pipelines.scoped(() => this.#branch(node, dot)));
    }
  }

  #deeper<T>(evaluate: () => T): T {
    this.#depth += 1;
    const result = evaluate();
    this.#depth -= 1;
    return result;
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
    if (this.#templateDepth >= MAX_TEMPLATE_DEPTH || this.#depth >= MAX_DEPTH) {
      throw new GoTemplateProblem(
        `Templates call each other more than ${this.#templateDepth} deep`,
        'template-depth-limit',
        { span },
      );
    }
    const value =
      pipeline === undefined ? undefined : this.#pipelines.scoped(() => this.#pipelines.evaluate(pipeline, dot));
    this.#templateDepth += 1;
    this.#deeper(() => this.#pipelines.isolated(value, () => this.#nodes(body, value)));
    this.#templateDepth -= 1;
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
    const value = this.#pipelines.evaluate(node.pipeline, dot);
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
      const flow = this.#pipelines.scoped(() => {
        if (names.length === 1) this.#pipelines.bind(node.pipeline, [value]);
        if (names.length === 2) this.#pipelines.bind(node.pipeline, [key, value]);
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
}

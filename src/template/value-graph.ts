import type { Body } from '../hcl/ast.ts';
import { bodyParts } from '../hcl/decode/bodies.ts';
import { evaluate } from '../hcl/evaluator.ts';
import { jsonExpression } from '../hcl/json/json-expression.ts';
import { references } from '../hcl/references.ts';
import { childScope, functionsOf, type Scope } from '../hcl/scope.ts';
import type { Traversal } from '../hcl/static-analysis.ts';
import { DYNAMIC } from '../hcl/values/types.ts';
import { SENSITIVE, Value } from '../hcl/values/value.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import { Turns } from '../kernel/turns.ts';
import { type DataDeclaration, type DataTexts, dataValue, decodeData, readData } from './data-sources.ts';
import type { LocalDeclaration } from './declarations.ts';
import { dependencyOrder } from './dependency-order.ts';
import type { Findings } from './findings.ts';
import type { RemoteAnswers } from './remote-answers.ts';

/** Locals and data sources, which may use each other. */
export interface GraphRequest {
  readonly locals: ReadonlyMap<string, LocalDeclaration>;
  /** By `type.name`. */
  readonly data: ReadonlyMap<string, DataDeclaration>;
  /** All else that their expressions may use. */
  readonly scope: Scope;
  readonly findings: Findings;
  /** Whether data sources are read; else all that they tell is unknown. */
  readonly readsData: boolean;
  readonly remote: RemoteAnswers;
  readonly signal: AbortSignal;
  readonly texts: DataTexts;
}

export interface GraphValues {
  /** By name. */
  readonly locals: ReadonlyMap<string, Value>;
  /** By `type.name`. */
  readonly data: ReadonlyMap<string, Value>;
}

/** Among the keys of what a node uses: everything that comes before it. No key of a node looks like this. */
const ALL_BEFORE = '*';

/** What one entry of an object in a scope costs. */
const STEPS_PER_KEY = 16;

type Node =
  | { readonly kind: 'local'; readonly name: string; readonly declaration: LocalDeclaration }
  | { readonly kind: 'data'; readonly name: string; readonly declaration: DataDeclaration };

/**
 * Evaluates locals and data sources, each after those that it uses, whatever the order in the files; what does not depend
 * on each other goes on at the same time. A circle is an error that names everything in it; what is in it is unknown.
 * Rejects only when the signal is aborted.
 */
export async function evaluateGraph(request: GraphRequest): Promise<GraphValues> {
  return new ValueGraph(request).evaluate();
}

class ValueGraph {
  readonly #request: GraphRequest;
  /** By `local.x` or `data.type.name`. */
  readonly #nodes = new Map<string, Node>();
  readonly #values = new Map<string, Value>();
  readonly #turns: Turns;

  constructor(request: GraphRequest) {
    this.#request = request;
    this.#turns = new Turns(request.signal);
    for (const [name, declaration] of request.locals) {
      this.#nodes.set(`local.${name}`, { kind: 'local', name, declaration });
    }
    for (const [name, declaration] of request.data) {
      this.#nodes.set(`data.${name}`, { kind: 'data', name, declaration });
    }
  }

  async evaluate(): Promise<GraphValues> {
    const uses = new Map(Array.from(this.#nodes, ([key, node]) => [key, this.#uses(node)]));
    // What is no key of a node is passed over.
    const { order, cycles } = dependencyOrder(uses);
    for (const cycle of cycles) {
      for (const key of cycle) this.#values.set(key, Value.unknownOf(DYNAMIC));
      this.#reportCycle(cycle);
    }
    const done = new Map<string, Promise<void>>();
    for (const [index, key] of order.entries()) {
      const node = this.#nodes.get(key);
      if (node === undefined || this.#values.has(key)) continue;
      const own = uses.get(key) ?? [];
      const awaited = own.includes(ALL_BEFORE) ? order.slice(0, index) : own;
      done.set(key, this.#evaluateAfter(key, node, awaited, done));
    }
    await Promise.all(done.values());
    return { locals: this.#ofKind('local', this.#values.keys()), data: this.#ofKind('data', this.#values.keys()) };
  }

  async #evaluateAfter(
    key: string,
    node: Node,
    awaited: readonly string[],
    done: ReadonlyMap<string, Promise<void>>,
  ): Promise<void> {
    await Promise.all(awaited.map((each) => done.get(each) ?? Promise.resolve()));
    await this.#turns.next();
    const scope = this.#scopeWith(awaited);
    this.#values.set(key, await (node.kind === 'local' ? this.#local(node, scope) : this.#data(node, scope)));
  }

  /** Objects of all that there is, one for each of many locals, would take long. */
  #scopeWith(keys: readonly string[]): Scope {
    const { scope, data } = this.#request;
    if (functionsOf(scope)?.environment.budget.trySteps(STEPS_PER_KEY * keys.length) === false) {
      return childScope(
        scope,
        ['local', 'data'].map((name) => [name, Value.unknownOf(DYNAMIC)]),
      );
    }
    return childScope(scope, [
      ['local', Value.object(this.#ofKind('local', keys))],
      ['data', dataObject(this.#ofKind('data', keys), data.keys())],
    ]);
  }

  async #local({ declaration }: Node & { kind: 'local' }, scope: Scope): Promise<Value> {
    const { findings, remote } = this.#request;
    const value = findings.take(await remote.settle(() => evaluate(declaration.expression, scope)));
    return declaration.sensitive ? value.withMarks([SENSITIVE]) : value;
  }

  async #data({ declaration }: Node & { kind: 'data' }, scope: Scope): Promise<Value> {
    const { findings, remote, readsData, signal, texts } = this.#request;
    const { source } = declaration;
    if (source === undefined) return dataValue(undefined, undefined, undefined);
    const { decoded, ready, diagnostics } = await remote.settle(() => decodeData(declaration, source, scope, texts));
    findings.add(diagnostics);
    if (!readsData || !ready) return dataValue(source, decoded.options, undefined);
    const read = await readData(declaration, source, decoded, signal);
    findings.add(read.diagnostics);
    return dataValue(source, decoded.options, read.outputs);
  }

  #ofKind(kind: Node['kind'], keys: Iterable<string>): ReadonlyMap<string, Value> {
    const found = new Map<string, Value>();
    for (const key of keys) {
      const node = this.#nodes.get(key);
      const value = this.#values.get(key);
      if (node?.kind === kind && value !== undefined) found.set(node.name, value);
    }
    return found;
  }

  /** What a node needs, and whether it looks at everything that there is. */
  #uses(node: Node): readonly string[] {
    const found = node.kind === 'local' ? references(node.declaration.expression) : usedIn(node.declaration.block.body);
    return [...new Set(found.flatMap((traversal) => this.#used(traversal)))];
  }

  #used({ root, steps }: Traversal): readonly string[] {
    const names = steps.map((step) => String(step.kind === 'attribute' ? step.name : step.key));
    const [first, second] = names;
    if (root !== 'local' && root !== 'data') return [];
    // All of them at once (`merge(local, …)`) can't include what is just being made.
    if (first === undefined) return [ALL_BEFORE];
    if (root === 'data' && second === undefined) {
      return [...this.#nodes.keys()].filter((key) => key.startsWith(`data.${first}.`));
    }
    const key = root === 'local' ? `local.${first}` : `data.${first}.${second}`;
    return this.#nodes.has(key) ? [key] : [];
  }

  #reportCycle(cycle: readonly string[]): void {
    const { findings } = this.#request;
    const [first = ''] = cycle;
    const node = this.#nodes.get(first);
    const subject = node === undefined ? undefined : rangeOf(node);
    const onlyLocals = cycle.every((key) => key.startsWith('local.'));
    const many = onlyLocals ? 'Locals that need each other' : 'Locals and data sources that need each other';
    const one = onlyLocals
      ? `A local that needs itself: ${node?.name}`
      : `A data source that needs itself: ${node?.name}`;
    findings.error({
      code: onlyLocals ? 'local-cycle' : 'data-source-cycle',
      summary: cycle.length === 1 ? one : many,
      detail: `None of these can be computed first: ${[...cycle, first].join(' → ')}.`,
      ...(subject === undefined ? {} : { subject }),
    });
  }
}

/**
 * `data.…` as expressions see it: by type, then by name. `declared` are the keys of all data sources: there is an object
 * for each type of theirs, so that a wrong name is not taken for a wrong type.
 */
export function dataObject(data: ReadonlyMap<string, Value>, declared: Iterable<string>): Value {
  const types = new Map<string, Map<string, Value>>();
  for (const key of declared) types.set(splitOnce(key)[0], new Map());
  for (const [key, value] of data) {
    const [type, name] = splitOnce(key);
    const named = types.get(type) ?? new Map<string, Value>();
    types.set(type, named.set(name, value));
  }
  return Value.object(Array.from(types, ([type, named]) => [type, Value.object(named)]));
}

/** A type holds no dot. */
function splitOnce(key: string): readonly [string, string] {
  const dot = key.indexOf('.');
  return [key.slice(0, dot), key.slice(dot + 1)];
}

function usedIn(body: Body): readonly Traversal[] {
  return bodyParts(body).flatMap((part) => {
    if (part.kind === 'json-body') return references(jsonExpression(part.value));
    const ofAttributes = Array.from(part.attributes.values()).flatMap(({ expression }) => references(expression));
    return [...ofAttributes, ...part.blocks.flatMap((block) => usedIn(block.body))];
  });
}

function rangeOf({ kind, declaration }: Node): SourceRange {
  return kind === 'local' ? declaration.range : declaration.block.headerRange;
}

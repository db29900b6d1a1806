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

/** What an expression can see of other nodes. */
interface Seen {
  /** Their keys, and `data.type` for all of a type. */
  readonly keys: readonly string[];
  /** How many of those that come first in the order are seen as well. */
  readonly first: number;
}

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
  /** The keys of all data sources of a type, by `data.type`: one entry for many that use them all. */
  readonly #types = new Map<string, string[]>();
  readonly #values = new Map<string, Value>();
  readonly #turns: Turns;
  readonly #typeNames: readonly string[];
  /** `data` as an expression sees it that uses none. */
  readonly #noData: Value;
  #order: readonly string[] = [];

  constructor(request: GraphRequest) {
    this.#request = request;
    this.#turns = new Turns(request.signal);
    for (const [name, declaration] of request.locals) {
      this.#nodes.set(`local.${name}`, { kind: 'local', name, declaration });
    }
    for (const [name, declaration] of request.data) {
      const key = `data.${name}`;
      this.#nodes.set(key, { kind: 'data', name, declaration });
      const type = `data.${splitOnce(name)[0]}`;
      const ofType = this.#types.get(type);
      if (ofType === undefined) this.#types.set(type, [key]);
      else ofType.push(key);
    }
    this.#typeNames = Array.from(this.#types.keys(), (key) => splitOnce(key)[1]);
    this.#noData = dataObject(new Map(), this.#typeNames);
  }

  async evaluate(): Promise<GraphValues> {
    const ofNodes = Array.from(this.#nodes, ([key, node]): [string, readonly string[]] => [key, this.#uses(node)]);
    const uses = new Map<string, readonly string[]>([...ofNodes, ...this.#types]);
    // What is no key of these is passed over.
    const { order, cycles, circular } = dependencyOrder(uses);
    this.#order = order;
    for (const key of circular) if (this.#nodes.has(key)) this.#values.set(key, Value.unknownOf(DYNAMIC));
    for (const cycle of cycles) this.#reportCycle(cycle);
    const done = new Map<string, Promise<void>>();
    let allBefore: Promise<unknown> = Promise.resolve();
    for (const [index, key] of order.entries()) {
      if (this.#values.has(key)) continue;
      const keys = uses.get(key) ?? [];
      const node = this.#nodes.get(key);
      const isAfterAll = keys.includes(ALL_BEFORE);
      const before = isAfterAll ? allBefore : Promise.all(keys.map((each) => done.get(each) ?? Promise.resolve()));
      const evaluated =
        node === undefined
          ? before.then(() => undefined)
          : this.#evaluateAfter(before, key, node, { keys, first: isAfterAll ? index : 0 });
      done.set(key, evaluated);
      allBefore = Promise.all([allBefore, evaluated]);
    }
    await allBefore;
    return { locals: this.#ofKind('local', this.#values.keys()), data: this.#ofKind('data', this.#values.keys()) };
  }

  async #evaluateAfter(before: Promise<unknown>, key: string, node: Node, seen: Seen): Promise<void> {
    await before;
    await this.#turns.next();
    const scope = this.#scopeWith(seen);
    this.#values.set(key, await (node.kind === 'local' ? this.#local(node, scope) : this.#data(node, scope)));
  }

  /** Objects of all that there is, one for each of many locals, would take long: paid for before they are made. */
  #scopeWith({ keys, first }: Seen): Scope {
    const { scope } = this.#request;
    const sizes = keys.map((key) => this.#types.get(key)?.length ?? 1);
    // An object of data sources names all their types.
    const ofTypes = first > 0 || keys.some((key) => key.startsWith('data.')) ? this.#types.size : 0;
    const size = sizes.reduce((sum, each) => sum + each, first + ofTypes);
    if (functionsOf(scope)?.environment.budget.trySteps(STEPS_PER_KEY * size) === false) {
      return childScope(
        scope,
        ['local', 'data'].map((name) => [name, Value.unknownOf(DYNAMIC)]),
      );
    }
    const seen = [...this.#order.slice(0, first), ...keys.flatMap((key) => this.#types.get(key) ?? [key])];
    return childScope(scope, [
      ['local', Value.object(this.#ofKind('local', seen))],
      ['data', ofTypes === 0 ? this.#noData : dataObject(this.#ofKind('data', seen), this.#typeNames)],
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
    const key =
      root === 'local' ? `local.${first}` : second === undefined ? `data.${first}` : `data.${first}.${second}`;
    return this.#nodes.has(key) || this.#types.has(key) ? [key] : [];
  }

  #reportCycle(cycle: readonly string[]): void {
    const { findings } = this.#request;
    // It may begin with all data sources of a type, which are written nowhere.
    const start = cycle.findIndex((key) => this.#nodes.has(key));
    const names = [...cycle.slice(start), ...cycle.slice(0, start + 1)];
    const own = new Set(names.filter((key) => this.#nodes.has(key)));
    const node = this.#nodes.get(names[0] ?? '');
    const subject = node === undefined ? undefined : rangeOf(node);
    const onlyLocals = cycle.every((key) => key.startsWith('local.'));
    const many = onlyLocals ? 'Locals that need each other' : 'Locals and data sources that need each other';
    const one = onlyLocals
      ? `A local that needs itself: ${node?.name}`
      : `A data source that needs itself: ${node?.name}`;
    findings.error({
      code: onlyLocals ? 'local-cycle' : 'data-source-cycle',
      summary: own.size === 1 ? one : many,
      detail: `None of these can be computed first: ${names.join(' → ')}.`,
      ...(subject === undefined ? {} : { subject }),
    });
  }
}

/**
 * `data.…` as expressions see it: by type, then by name. There is an object for each of `declaredTypes` too, so that
 * a wrong name is not taken for a wrong type.
 */
export function dataObject(data: ReadonlyMap<string, Value>, declaredTypes: Iterable<string> = []): Value {
  const types = new Map<string, Map<string, Value>>();
  for (const type of declaredTypes) types.set(type, new Map());
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

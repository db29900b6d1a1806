import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { EvaluationBudget } from '../../budget.ts';
import { formatNumber } from '../../values/number.ts';
import { Value } from '../../values/value.ts';
import { fault } from '../function.ts';
import { plainScalar, taggedScalar } from './yaml-scalars.ts';

/** Far more than any real document has; aliases of aliases could otherwise multiply without end. */
const MOST_NODES = 100_000;
const DEEPEST = 500;
/** What is made of a node once it has been read. */
const STEPS_PER_NODE = 2;

/** Reads one YAML document into the value that go-cty-yaml makes of it. Throws FunctionFault, and EvaluationLimit. */
export function fromYaml(text: string, budget: EvaluationBudget): Value {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, resolveKnownTags: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const place = error.linePos?.[0];
    const where = place === undefined ? '' : `on line ${place.line}, column ${place.col}: `;
    fault(`${where}${firstClause(error.message)}`, 0);
  }
  if (document.contents === null) fault('on line 1, column 1: missing start of document', 0);
  return new YamlReader(document, budget).read(document.contents, 0);
}

/** Without the excerpt of the text that follows: it may be secret. */
function firstClause(message: string): string {
  return message.split(/ at line|\n/)[0] ?? '';
}

class YamlReader {
  readonly #targets: ReadonlyMap<Alias, Node>;
  readonly #budget: EvaluationBudget;
  #nodes = 0;

  constructor(document: Document.Parsed, budget: EvaluationBudget) {
    this.#targets = aliasTargets(document);
    this.#budget = budget;
  }

  read(node: unknown, depth: number): Value {
    this.#enter(depth);
    if (isAlias(node)) {
      const target = this.#targets.get(node);
      if (target === undefined) fault(`reference to undefined anchor "${node.source}"`, 0);
      return this.read(target, depth + 1);
    }
    if (isScalar(node)) {
      const text = typeof node.value === 'string' ? node.value : '';
      if (node.tag !== undefined) return taggedScalar(node.tag, text, node.type !== 'PLAIN');
      return node.type === 'PLAIN' ? plainScalar(text) : Value.string(text);
    }
    if (isSeq(node) || isMap(node)) checkTag(node);
    if (isSeq(node)) return Value.tuple(node.items.map((item) => this.read(item, depth + 1)));
    if (isMap(node)) return Value.object(this.#entries(node, depth));
    return plainScalar('');
  }

  #enter(depth: number): void {
    this.#nodes += 1;
    this.#budget.spendSteps(STEPS_PER_NODE);
    if (this.#nodes > MOST_NODES || depth > DEEPEST) fault('the document is too large or refers to itself', 0);
  }

  #entries(map: YAMLMap, depth: number): Map<string, Value> {
    this.#enter(depth);
    const entries = new Map<string, Value>();
    for (const { key, value } of map.items) {
      if (isScalar(key) && key.value === '<<') this.#merge(value, entries, depth);
      else entries.set(this.#key(key, depth), this.read(value, depth + 1));
    }
    return entries;
  }

  /** The entries of another mapping take the place of those that are written before it, as those behind it do of them. */
  #merge(source: unknown, entries: Map<string, Value>, depth: number): void {
    const target = isAlias(source) ? this.#targets.get(source) : source;
    if (!isMap(target)) fault('only one mapping can be merged into a mapping by "<<"', 0);
    for (const [key, value] of this.#entries(target, depth + 1)) entries.set(key, value);
  }

  #key(node: unknown, depth: number): string {
    const key = this.read(node, depth + 1);
    if (!key.isNull && key.type.kind === 'string') return key.asString();
    if (!key.isNull && key.type.kind === 'number') return formatNumber(key.asNumber());
    if (!key.isNull && key.type.kind === 'bool') return String(key.asBool());
    return fault('only strings are allowed as mapping keys', 0);
  }
}

function checkTag({ tag }: YAMLMap | YAMLSeq): void {
  if (tag !== undefined && !/^(?:!|tag:yaml\.org,2002:(?:map|seq))$/.test(tag)) {
    fault(`unsupported tag "${tag.replace('tag:yaml.org,2002:', '!!')}"`, 0);
  }
}

/**
 * What each alias stands for: the last node before it with that anchor (YAML 1.2, section 7.1). One walk finds them all;
 * the library's own `resolve` takes one for each alias.
 */
function aliasTargets(document: Document.Parsed): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) {
        const target = anchored.get(node.source);
        if (target !== undefined) targets.set(node, target);
      } else if (node.anchor !== undefined) {
        anchored.set(node.anchor, node);
      }
    },
  });
  return targets;
}

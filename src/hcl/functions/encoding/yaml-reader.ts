import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { formatNumber } from '../../values/number.ts';
import { Value } from '../../values/value.ts';
import { fault } from '../function.ts';
import { plainScalar, taggedScalar } from './yaml-scalars.ts';

/** Far more than any real document has; aliases of aliases could otherwise multiply without end. */
const MOST_NODES = 100_000;
const DEEPEST = 500;

/** Reads one YAML document into the value that go-cty-yaml makes of it. Throws FunctionFault. */
export function fromYaml(text: string): Value {
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false, resolveKnownTags: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const place = error.linePos?.[0];
    const where = place === undefined ? '' : `on line ${place.line}, column ${place.col}: `;
    fault(`${where}${firstClause(error.message)}`, 0);
  }
  if (document.contents === null) fault('on line 1, column 1: missing start of document', 0);
  return new YamlReader(document).read(document.contents, 0);
}

/** Without the excerpt of the text that follows: it may be secret. */
function firstClause(message: string): string {
  return message.split(/ at line|\n/)[0] ?? '';
}

class YamlReader {
  readonly #document: Document.Parsed;
  readonly #targets = new Map<Alias, ReturnType<Alias['resolve']>>();
  #nodes = 0;

  constructor(document: Document.Parsed) {
    this.#document = document;
  }

  read(node: unknown, depth: number): Value {
    this.#enter(depth);
    if (isAlias(node)) {
      const target = this.#target(node);
      if (target === undefined) fault(`reference to undefined anchor "${node.source}"`, 0);
      return this.read(target, depth + 1);
    }
    if (isScalar(node)) {
      const text = typeof node.value === 'string' ? node.value : '';
      if (node.tag !== undefined) return taggedScalar(node.tag, text);
      return node.type === 'PLAIN' ? plainScalar(text) : Value.string(text);
    }
    if (isSeq(node)) return Value.tuple(node.items.map((item) => this.read(item, depth + 1)));
    if (isMap(node)) return Value.object(this.#entries(node, depth));
    return plainScalar('');
  }

  /** Finding an anchor takes the library a walk through the document, so each alias is looked up once. */
  #target(alias: Alias): ReturnType<Alias['resolve']> {
    const known = this.#targets.get(alias);
    if (known !== undefined) return known;
    const target = alias.resolve(this.#document);
    this.#targets.set(alias, target);
    return target;
  }

  #enter(depth: number): void {
    this.#nodes += 1;
    if (this.#nodes > MOST_NODES || depth > DEEPEST) fault('the document is too large or refers to itself', 0);
  }

  #entries(map: YAMLMap, depth: number): Map<string, Value> {
    this.#enter(depth);
    const own = new Map<string, Value>();
    const merged = new Map<string, Value>();
    for (const pair of map.items) {
      if (isMergeKey(pair)) this.#merge(pair.value, merged, depth);
      else own.set(this.#key(pair.key, depth), this.read(pair.value, depth + 1));
    }
    return new Map([...merged, ...own]);
  }

  #merge(source: unknown, merged: Map<string, Value>, depth: number): void {
    const sources = isSeq(source) ? source.items : [source];
    for (const each of sources) {
      const target = isAlias(each) ? this.#target(each) : each;
      if (!isMap(target)) fault('map merge requires map or sequence of maps as the value', 0);
      for (const [key, value] of this.#entries(target, depth + 1)) merged.set(key, value);
    }
  }

  #key(node: unknown, depth: number): string {
    const key = this.read(node, depth + 1);
    if (!key.isNull && key.type.kind === 'string') return key.asString();
    if (!key.isNull && key.type.kind === 'number') return formatNumber(key.asNumber());
    if (!key.isNull && key.type.kind === 'bool') return String(key.asBool());
    return fault('only strings are allowed as mapping keys', 0);
  }
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.type === 'PLAIN' && pair.key.value === '<<';
}

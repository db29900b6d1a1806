import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
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
      if (node.tag !== undefined) return taggedScalar(node.tag, text, node.type !== 'PLAIN');
      return node.type === 'PLAIN' ? plainScalar(text) : Value.string(text);
    }
    if (isSeq(node) || isMap(node)) checkTag(node);
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
    const entries = new Map<string, Value>();
    for (const { key, value } of map.items) {
      if (isScalar(key) && key.value === '<<') this.#merge(value, entries, depth);
      else entries.set(this.#key(key, depth), this.read(value, depth + 1));
    }
    return entries;
  }

  /** The entries of another mapping take the place of those that are written before it, as those behind it do of them. */
  #merge(source: unknown, entries: Map<string, Value>, depth: number): void {
    const target = isAlias(source) ? this.#target(source) : source;
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

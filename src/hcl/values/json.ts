import { formatNumber, parseNumber } from './number.ts';
import { DYNAMIC } from './types.ts';
import { Value } from './value.ts';

/**
 * A value as JSON, exactly as Go writes it (encoding/json with HTML escaping, which cty uses): no blanks, keys sorted,
 * numbers with all digits. The value must be wholly known; marks are the caller's business.
 */
export function toJson(value: Value): string {
  if (value.isNull) return 'null';
  switch (value.type.kind) {
    case 'string':
      return quoteJson(value.asString());
    case 'number':
      return formatNumber(value.asNumber());
    case 'bool':
      return String(value.asBool());
    case 'map':
    case 'object':
      return `{${Array.from(value.asEntries(), ([key, item]) => `${quoteJson(key)}:${toJson(item)}`).join(',')}}`;
    default:
      return `[${value.asElements().map(toJson).join(',')}]`;
  }
}

function quoteJson(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Plain data (null, string, number, bigint, boolean, arrays, maps, plain objects) as a value of the implied type. */
export function fromPlain(data: unknown): Value {
  if (data === null || data === undefined) return Value.nullOf(DYNAMIC);
  switch (typeof data) {
    case 'string':
      return Value.string(data);
    case 'boolean':
      return Value.bool(data);
    case 'number':
    case 'bigint':
      return Value.number(data);
    case 'object':
      if (Array.isArray(data)) return Value.tuple(data.map(fromPlain));
      if (data instanceof Map) return Value.object(Array.from(data, ([key, item]) => [String(key), fromPlain(item)]));
      return Value.object(Object.entries(data).map(([key, item]) => [key, fromPlain(item)]));
    default:
      throw new Error(`Not plain data: a ${typeof data}`);
  }
}

/** A text that is not JSON: where, and what would have to be there. Nothing is quoted from it: it may be a secret. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
  /** From 1. */
  readonly line: number;
  /** In UTF-16 code units, from 1. */
  readonly column: number;

  constructor(message: string, text: string, offset: number) {
    super(message);
    const before = text.slice(0, offset);
    this.line = before.split('\n').length;
    this.column = offset - before.lastIndexOf('\n');
  }
}

/**
 * Reads JSON (RFC 8259) into a value of the type that it implies: objects and tuples, numbers with all their digits, of
 * repeated keys the last. Throws JsonError.
 */
export function fromJson(text: string): Value {
  return new JsonReader(text).read();
}

const BLANKS = /[ \t\r\n]*/y;
const STRING = /"[^"\\\p{Cc}]*(?:(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})|[\u007f-\u009f])[^"\\\p{Cc}]*)*"/uy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const DEEPEST = 1_000;

/** JSON.parse would lose digits, and its messages quote from the text. */
class JsonReader {
  readonly #text: string;
  #offset = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Value {
    const value = this.#value();
    this.#take(BLANKS);
    if (this.#offset < this.#text.length) throw this.#expected('nothing more');
    return value;
  }

  #value(): Value {
    if (this.#depth > DEEPEST) throw new JsonError('it is nested too deeply', this.#text, this.#offset);
    this.#take(BLANKS);
    switch (this.#text[this.#offset]) {
      case '{':
        return Value.object(this.#items('}', () => this.#entry()));
      case '[':
        return Value.tuple(this.#items(']', () => this.#value()));
      case '"':
        return Value.string(this.#string());
      default:
        return this.#scalar();
    }
  }

  #items<T>(close: '}' | ']', readItem: () => T): T[] {
    const items: T[] = [];
    this.#offset += 1;
    this.#depth += 1;
    if (!this.#skip(close)) {
      do items.push(readItem());
      while (this.#skip(','));
      if (!this.#skip(close)) throw this.#expected(`"," or "${close}"`);
    }
    this.#depth -= 1;
    return items;
  }

  #entry(): [string, Value] {
    this.#take(BLANKS);
    const key = this.#string();
    if (!this.#skip(':')) throw this.#expected('":"');
    return [key, this.#value()];
  }

  #string(): string {
    const literal = this.#take(STRING);
    if (literal === undefined) throw this.#expected('a string in double quotes');
    return String(JSON.parse(literal));
  }

  #scalar(): Value {
    const word = this.#take(WORD);
    if (word !== undefined) return word === 'null' ? Value.nullOf(DYNAMIC) : Value.bool(word === 'true');
    const start = this.#offset;
    const digits = this.#take(NUMBER);
    if (digits === undefined) throw this.#expected('a value');
    const number = parseNumber(digits);
    if (number === undefined) throw new JsonError('the number is too large', this.#text, start);
    return Value.number(number);
  }

  #skip(character: string): boolean {
    this.#take(BLANKS);
    if (this.#text[this.#offset] !== character) return false;
    this.#offset += 1;
    return true;
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#offset;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.#offset = pattern.lastIndex;
    return match[0];
  }

  #expected(what: string): JsonError {
    const found = this.#offset < this.#text.length ? '' : ', but the text ends';
    return new JsonError(`${what} is expected here${found}`, this.#text, this.#offset);
  }
}

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

/**
 * Reads JSON into a value of the type that it implies: objects and tuples, numbers with all their digits.
 * Throws SyntaxError when the text is not JSON.
 */
export function fromJson(text: string): Value {
  // JSON.parse is the judge of the syntax; the reader below only has to be right about valid texts.
  JSON.parse(text);
  return new JsonReader(text).read();
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|(-?\d[\d.eE+-]*)|(true|false|null)|([{}[\],:]))/y;

/** Reads valid JSON without JSON.parse's loss of digits. */
class JsonReader {
  readonly #text: string;
  #offset = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Value {
    return this.#value(this.#next());
  }

  #value(token: string): Value {
    if (token === '{') return this.#object();
    if (token === '[') return this.#array();
    if (token === 'null') return Value.nullOf(DYNAMIC);
    if (token === 'true' || token === 'false') return Value.bool(token === 'true');
    if (token.startsWith('"')) return Value.string(unquote(token));
    const number = parseNumber(token);
    if (number === undefined) throw new SyntaxError(`The number ${token.slice(0, 40)} is too large`);
    return Value.number(number);
  }

  #array(): Value {
    const elements: Value[] = [];
    for (let token = this.#next(); token !== ']'; token = this.#next()) {
      elements.push(this.#value(token === ',' ? this.#next() : token));
    }
    return Value.tuple(elements);
  }

  #object(): Value {
    const entries: [string, Value][] = [];
    for (let token = this.#next(); token !== '}'; token = this.#next()) {
      const key = unquote(token === ',' ? this.#next() : token);
      this.#next();
      entries.push([key, this.#value(this.#next())]);
    }
    return Value.object(entries);
  }

  #next(): string {
    TOKEN.lastIndex = this.#offset;
    const match = TOKEN.exec(this.#text);
    if (match === null) throw new SyntaxError(`Unexpected end of JSON at offset ${this.#offset}`);
    this.#offset = TOKEN.lastIndex;
    return match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
  }
}

function unquote(token: string): string {
  return String(JSON.parse(token));
}

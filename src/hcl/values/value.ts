import { normalize } from './normal-form.ts';
import { HclNumber, NumberTooLarge } from './number.ts';
import { compareSetElements, compareText, identityText } from './ordering.ts';
import {
  BOOL,
  listOf,
  type Measure,
  mapOf,
  measureType,
  NUMBER,
  objectOf,
  STRING,
  setOf,
  type Type,
  tupleOf,
  typesEqual,
} from './types.ts';

/** A note that travels with a value through every operation. */
export type Mark = string;
/** The mark of what must never be shown. */
export const SENSITIVE: Mark = 'sensitive';

type Content = string | boolean | HclNumber | readonly Value[] | ReadonlyMap<string, Value>;
type Entries = Readonly<Record<string, Value>> | Iterable<readonly [string, Value]>;

/** Bytes of a value itself. */
const OWN_SIZE = 128;
const NO_MARKS: ReadonlySet<Mark> = new Set();

/**
 * An immutable HCL value: a type, and either content, null, or not known yet. Anything, at any depth, may carry marks.
 * The `as…` accessors give the content; asking them for what the value does not hold is a programming error and throws.
 */
export class Value {
  readonly type: Type;
  /** Marks of this very value; those of elements and attributes are on them. */
  readonly marks: ReadonlySet<Mark>;
  readonly isNull: boolean;
  readonly isUnknown: boolean;
  /** About how many bytes of memory the value takes with everything in it; what occurs twice in it counts twice. */
  readonly size: number;
  /** How many levels of values are within it: 0 for a string. */
  readonly depth: number;
  readonly #content: Content | undefined;
  /** What goes through all that is in the value is found once: a loop may ask for it at each turn. */
  #isWhollyKnown: boolean | undefined;
  #allMarks: ReadonlySet<Mark> | undefined;

  private constructor(
    type: Type,
    state: 'known' | 'null' | 'unknown',
    content: Content | undefined,
    marks: ReadonlySet<Mark> = NO_MARKS,
    { size, depth }: Measure = measure(type, content),
  ) {
    this.type = type;
    this.isNull = state === 'null';
    this.isUnknown = state === 'unknown';
    this.#content = content;
    this.marks = marks;
    this.size = size;
    this.depth = depth;
  }

  /** A string, brought to Unicode normal form C as HCL asks; a lone surrogate becomes U+FFFD. */
  static string(this: void, text: string): Value {
    return new Value(STRING, 'known', normalize(text));
  }

  /** Throws NumberTooLarge when there are more digits than can be written out. */
  static number(this: void, number: HclNumber | number | bigint): Value {
    const decimal = typeof number === 'bigint' ? new HclNumber(number.toString()) : new HclNumber(number);
    if (!decimal.isFinite() && !decimal.isNaN()) throw new NumberTooLarge();
    if (!decimal.isFinite()) throw new Error(`Not a number that HCL knows: ${decimal.toString()}`);
    return new Value(NUMBER, 'known', decimal);
  }

  static bool(this: void, truth: boolean): Value {
    return new Value(BOOL, 'known', truth);
  }

  /** A list; every element is of `elementType` already (see `convert`). */
  static list(elementType: Type, elements: Iterable<Value>): Value {
    const list = [...elements];
    for (const element of list) assertType(element, elementType);
    return new Value(listOf(elementType), 'known', list);
  }

  /** A set: duplicates fall away, elements are in cty's order, and the set takes over the marks of its elements. */
  static set(elementType: Type, elements: Iterable<Value>): Value {
    const marks = new Set<Mark>();
    const seen = new Set<string>();
    const unique: Value[] = [];
    for (const element of elements) {
      assertType(element, elementType);
      const bare = element.unmarkDeep();
      for (const mark of bare.marks) marks.add(mark);
      const identity = identityText(bare.value);
      if (seen.has(identity) && bare.value.isWhollyKnown()) continue;
      seen.add(identity);
      unique.push(bare.value);
    }
    return new Value(setOf(elementType), 'known', unique.sort(compareSetElements), marks);
  }

  /** A map; every element is of `elementType` already (see `convert`). */
  static map(elementType: Type, entries: Entries): Value {
    const sorted = sortedEntries(entries);
    for (const element of sorted.values()) assertType(element, elementType);
    return new Value(mapOf(elementType), 'known', sorted);
  }

  static object(attributes: Entries): Value {
    const sorted = sortedEntries(attributes);
    return new Value(objectOf([...sorted].map(([name, value]) => [name, value.type])), 'known', sorted);
  }

  static tuple(elements: Iterable<Value>): Value {
    const list = [...elements];
    return new Value(tupleOf(list.map((element) => element.type)), 'known', list);
  }

  static nullOf(type: Type): Value {
    return new Value(type, 'null', undefined);
  }

  static unknownOf(type: Type): Value {
    return new Value(type, 'unknown', undefined);
  }

  /** Whether the value itself is known (null is); its elements may still be unknown. */
  get isKnown(): boolean {
    return !this.isUnknown;
  }

  get isSensitive(): boolean {
    return this.marks.has(SENSITIVE);
  }

  asString(): string {
    return typeof this.#content === 'string' ? this.#content : this.#refuse('a string');
  }

  asNumber(): HclNumber {
    return this.#content instanceof HclNumber ? this.#content : this.#refuse('a number');
  }

  asBool(): boolean {
    return typeof this.#content === 'boolean' ? this.#content : this.#refuse('a bool');
  }

  /** The elements of a list, set or tuple. */
  asElements(): readonly Value[] {
    return isElements(this.#content) ? this.#content : this.#refuse('elements');
  }

  /** The elements of a map or the attributes of an object, in the order of their names. */
  asEntries(): ReadonlyMap<string, Value> {
    return this.#content instanceof Map ? this.#content : this.#refuse('entries');
  }

  /** The values inside: elements or attributes; none for anything else, null and unknown included. */
  children(): readonly Value[] {
    if (isElements(this.#content)) return this.#content;
    return this.#content instanceof Map ? [...this.#content.values()] : [];
  }

  /** Whether neither the value nor anything in it is unknown. */
  isWhollyKnown(): boolean {
    this.#isWhollyKnown ??= !this.isUnknown && this.children().every((child) => child.isWhollyKnown());
    return this.#isWhollyKnown;
  }

  /** Whether the value or anything in it carries the mark. */
  containsMark(mark: Mark): boolean {
    return this.allMarks().has(mark);
  }

  /** All marks of the value and of everything in it. */
  allMarks(): ReadonlySet<Mark> {
    this.#allMarks ??= this.#collectMarks();
    return this.#allMarks;
  }

  #collectMarks(): ReadonlySet<Mark> {
    let all: Set<Mark> | undefined;
    for (const child of this.children()) {
      for (const mark of child.allMarks()) {
        if (!this.marks.has(mark)) all = (all ?? new Set(this.marks)).add(mark);
      }
    }
    return all ?? this.marks;
  }

  /** Without marks that what it is put into has anyway. */
  withoutMarks(marks: ReadonlySet<Mark>): Value {
    if (![...this.marks].some((mark) => marks.has(mark))) return this;
    return this.unmark().value.withMarks([...this.marks].filter((mark) => !marks.has(mark)));
  }

  /** The same value, carrying these marks as well. */
  withMarks(marks: Iterable<Mark>): Value {
    const all = new Set([...this.marks, ...marks]);
    return all.size === this.marks.size ? this : new Value(this.type, this.#state, this.#content, all, this);
  }

  /** The value without its own marks, and these. */
  unmark(): { readonly value: Value; readonly marks: ReadonlySet<Mark> } {
    const value = this.marks.size === 0 ? this : new Value(this.type, this.#state, this.#content, NO_MARKS, this);
    return { value, marks: this.marks };
  }

  /** The value with no mark anywhere in it, and all that there were. */
  unmarkDeep(): { readonly value: Value; readonly marks: ReadonlySet<Mark> } {
    const marks = this.allMarks();
    return { value: marks.size === 0 ? this : this.#bare(), marks };
  }

  #bare(): Value {
    let content = this.#content;
    if (isElements(content)) content = content.map((child) => child.#bare());
    else if (content instanceof Map) content = new Map([...content].map(([key, child]) => [key, child.#bare()]));
    return new Value(this.type, this.#state, content, NO_MARKS, this);
  }

  get #state(): 'known' | 'null' | 'unknown' {
    if (this.isNull) return 'null';
    return this.isUnknown ? 'unknown' : 'known';
  }

  #refuse(wanted: string): never {
    throw new Error(`Asked a ${this.#state} ${this.type.kind} value for ${wanted}`);
  }
}

function measure(type: Type, content: Content | undefined): Measure {
  if (typeof content === 'string') return { size: OWN_SIZE + content.length, depth: 0 };
  if (isElements(content)) return content.length === 0 ? measureType(type) : measureParts(content);
  if (content instanceof Map) return content.size === 0 ? measureType(type) : measureParts(content.values());
  if (content instanceof HclNumber) return { size: OWN_SIZE + zerosOf(content), depth: 0 };
  return content === undefined ? measureType(type) : { size: OWN_SIZE, depth: 0 };
}

/** The zeros that a very large or very small number is written with: whoever works with it makes them. */
function zerosOf(number: HclNumber): number {
  return Math.max(0, Math.abs(number.e) - OWN_SIZE);
}

function measureParts(parts: Iterable<Value>): Measure {
  let size = OWN_SIZE;
  let depth = 0;
  for (const part of parts) {
    size += part.size;
    if (part.depth > depth) depth = part.depth;
  }
  return { size, depth: depth + 1 };
}

function isElements(content: Content | undefined): content is readonly Value[] {
  return Array.isArray(content);
}

function sortedEntries(entries: Entries): Map<string, Value> {
  const pairs = isPairs(entries) ? entries : Object.entries(entries);
  const normalized = new Map(Array.from(pairs, ([key, value]) => [normalize(key), value]));
  return new Map([...normalized].sort(([a], [b]) => compareText(a, b)));
}

function isPairs(entries: Entries): entries is Iterable<readonly [string, Value]> {
  return typeof Reflect.get(entries, Symbol.iterator) === 'function';
}

function assertType(element: Value, type: Type): void {
  if (type.kind === 'dynamic' || typesEqual(element.type, type)) return;
  throw new Error(`An element of type ${element.type.kind} in a collection of ${type.kind}`);
}

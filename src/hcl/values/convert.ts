import { article, mismatchMessage } from './mismatch.ts';
import { formatNumber, parseNumber } from './number.ts';
import type { Path, PathStep } from './path.ts';
import {
  type AttributeType,
  type CollectionType,
  DYNAMIC,
  hasDynamic,
  type ObjectType,
  objectOf,
  type PrimitiveType,
  type TupleType,
  type Type,
  tupleOf,
  typesEqual,
  withoutOptional,
} from './types.ts';
import { canConvert, unify } from './unify.ts';
import { SENSITIVE, Value } from './value.ts';

/** Where in the value the conversion failed, and why: a clause without a full stop, such as `a number is required`. */
export interface ConversionError {
  readonly path: Path;
  readonly message: string;
}

export type Conversion =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ConversionError };

/**
 * Converts a value to a type by HCL's rules (HCL spec, "Type Conversions and Unification"; cty's convert package).
 * Null stays null and unknown stays unknown, of the new type. `any` in the type takes on what the value has. Attributes
 * that the type does not name are dropped; those that are optional become null or their fallback. Marks are kept.
 */
export function convert(value: Value, type: Type): Conversion {
  try {
    return { ok: true, value: convertAt(value, type, []) };
  } catch (error) {
    if (error instanceof Mismatch) return { ok: false, error: { path: error.path, message: error.message } };
    throw error;
  }
}

/** Leaves the recursion; never leaves this file. */
class Mismatch extends Error {
  readonly path: Path;

  constructor(path: Path, message: string) {
    super(message);
    this.path = path;
  }
}

function convertAt(marked: Value, type: Type, path: Path): Value {
  const { value, marks } = marked.unmark();
  if (type.kind === 'dynamic' || typesEqual(value.type, type)) return marked;
  try {
    return convertBare(value, type, path).withMarks(marks);
  } catch (error) {
    if (!(error instanceof Mismatch) || !marks.has(SENSITIVE)) throw error;
    // Nothing but the types: a path may have keys of a map in it, and a hint the text itself.
    throw new Mismatch(path, mismatchMessage(value.type, type));
  }
}

function convertBare(value: Value, type: Type, path: Path): Value {
  if (!canConvert(value.type, type)) throw new Mismatch(path, mismatchMessage(value.type, type));
  if (value.isNull || value.isUnknown) {
    const concrete = concreteType(value.type, withoutOptional(type));
    return value.isNull ? Value.nullOf(concrete) : Value.unknownOf(concrete);
  }
  switch (type.kind) {
    case 'dynamic':
      return value;
    case 'string':
    case 'number':
    case 'bool':
      return convertPrimitive(value, type, path);
    case 'list':
    case 'set':
    case 'map':
      return convertCollection(value, type, path);
    case 'tuple':
      return convertTuple(value, type, path);
    case 'object':
      return convertObject(value, type, path);
  }
}

function convertPrimitive(value: Value, type: PrimitiveType, path: Path): Value {
  const from = value.type.kind;
  if (type.kind === 'string' && from === 'number') return Value.string(formatNumber(value.asNumber()));
  if (type.kind === 'string' && from === 'bool') return Value.string(String(value.asBool()));
  if (from !== 'string' || type.kind === 'string') throw new Mismatch(path, mismatchMessage(value.type, type));
  const text = value.asString();
  if (type.kind === 'number') {
    const number = parseNumber(text);
    if (number === undefined) throw new Mismatch(path, 'a number is required');
    return Value.number(number);
  }
  if (text === 'true' || text === '1') return Value.bool(true);
  if (text === 'false' || text === '0') return Value.bool(false);
  const lower = text.toLowerCase();
  const hint = lower === 'true' || lower === 'false' ? `; to convert from string, use lowercase "${lower}"` : '';
  throw new Mismatch(path, `${article(type)} is required${hint}`);
}

function convertCollection(value: Value, type: CollectionType, path: Path): Value {
  const from = value.type;
  const keyed = type.kind === 'map';
  const fits = keyed
    ? from.kind === 'map' || from.kind === 'object'
    : from.kind === 'list' || from.kind === 'set' || from.kind === 'tuple';
  if (!fits) throw new Mismatch(path, mismatchMessage(from, type));

  const keys = keyed ? [...value.asEntries().keys()] : [];
  const step = (index: number): PathStep => ({ kind: 'index', key: keys[index] ?? index });
  const convertAll = (items: readonly Value[], to: Type): Value[] =>
    items.map((item, index) => convertAt(item, to, [...path, step(index)]));

  let elements = convertAll(value.children(), type.element);
  let element = withoutOptional(type.element);
  if (hasDynamic(element)) {
    if (elements.length === 0) {
      element = 'element' in from ? concreteType(from.element, element) : element;
    } else {
      const common = unify(
        elements.map((each) => each.type),
        'unsafe',
      );
      if (common === undefined) throw new Mismatch(path, `all ${type.kind} elements must have the same type`);
      // Elements whose type is not known yet could still turn out to be anything.
      if (hasDynamic(common) && !elements.every((each) => typesEqual(each.type, common))) {
        return Value.unknownOf({ kind: type.kind, element });
      }
      element = common;
      elements = convertAll(elements, common);
    }
  }
  if (type.kind === 'list') return Value.list(element, elements);
  if (type.kind === 'set') return Value.set(element, elements);
  return Value.map(
    element,
    elements.map((each, index) => [keys[index] ?? '', each] as const),
  );
}

function convertTuple(value: Value, type: TupleType, path: Path): Value {
  if (value.type.kind !== 'tuple' || value.type.elements.length !== type.elements.length) {
    throw new Mismatch(path, mismatchMessage(value.type, type));
  }
  return Value.tuple(
    value
      .asElements()
      .map((item, index) => convertAt(item, type.elements[index] ?? DYNAMIC, [...path, { kind: 'index', key: index }])),
  );
}

function convertObject(value: Value, type: ObjectType, path: Path): Value {
  if (value.type.kind !== 'object' && value.type.kind !== 'map') {
    throw new Mismatch(path, mismatchMessage(value.type, type));
  }
  const source = value.asEntries();
  const missing = [...type.attributes].find(([name, { optional }]) => !optional && !source.has(name));
  if (missing !== undefined) {
    throw new Mismatch(path, value.type.kind === 'object' ? mismatchMessage(value.type, type) : required(missing[0]));
  }
  return Value.object(
    Array.from(type.attributes, ([name, attribute]) => [
      name,
      convertAttribute(source.get(name), attribute, [...path, { kind: 'attribute', name }]),
    ]),
  );
}

function convertAttribute(value: Value | undefined, attribute: AttributeType, path: Path): Value {
  const { type, fallback } = attribute;
  if (fallback !== undefined && (value === undefined || value.isNull)) {
    return convertAt(fallback, type, path).withMarks(value?.marks ?? []);
  }
  return convertAt(value ?? Value.nullOf(withoutOptional(type)), type, path);
}

function required(name: string): string {
  return `attribute "${name}" is required`;
}

/** `to` with each `any` replaced by what `from` has in its place. */
function concreteType(from: Type, to: Type): Type {
  if (to.kind === 'dynamic') return from;
  if (!hasDynamic(to)) return to;
  switch (to.kind) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: to.kind, element: concreteElement(from, to.element) };
    case 'tuple':
      return from.kind === 'tuple'
        ? tupleOf(to.elements.map((element, index) => concreteType(from.elements[index] ?? DYNAMIC, element)))
        : to;
    case 'object':
      return objectOf(
        Array.from(to.attributes, ([name, { type }]) => [name, concreteType(partType(from, name), type)] as const),
      );
    default:
      return to;
  }
}

function concreteElement(from: Type, to: Type): Type {
  if ('element' in from) return concreteType(from.element, to);
  const parts =
    from.kind === 'tuple'
      ? from.elements
      : from.kind === 'object'
        ? Array.from(from.attributes.values(), ({ type }) => type)
        : [];
  return concreteType(unify(parts, 'unsafe') ?? DYNAMIC, to);
}

function partType(from: Type, name: string): Type {
  if (from.kind === 'object') return from.attributes.get(name)?.type ?? DYNAMIC;
  return from.kind === 'map' ? from.element : DYNAMIC;
}

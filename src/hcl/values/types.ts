import { compareText } from './ordering.ts';
import type { Value } from './value.ts';

/** The types of HCL's information model (HCL spec, "Types"). `dynamic` is written `any`: a type not known yet. */
export type Type = DynamicType | PrimitiveType | ListType | SetType | MapType | ObjectType | TupleType;
export type CollectionType = ListType | SetType | MapType;

export interface DynamicType {
  readonly kind: 'dynamic';
}
export interface PrimitiveType {
  readonly kind: 'string' | 'number' | 'bool';
}
export interface ListType {
  readonly kind: 'list';
  readonly element: Type;
}
export interface SetType {
  readonly kind: 'set';
  readonly element: Type;
}
export interface MapType {
  readonly kind: 'map';
  readonly element: Type;
}
export interface ObjectType {
  readonly kind: 'object';
  /** In the order of their names. */
  readonly attributes: ReadonlyMap<string, AttributeType>;
}
export interface TupleType {
  readonly kind: 'tuple';
  readonly elements: readonly Type[];
}

export interface AttributeType {
  readonly type: Type;
  /** May be left out: `optional(type)`. Only in types to convert to; the type of a value has none. */
  readonly optional: boolean;
  /** What takes the place of an attribute that is left out or null: `optional(type, default)`. */
  readonly fallback?: Value;
}

/** How large something is: bytes of memory, about, and levels within it. */
export interface Measure {
  readonly size: number;
  readonly depth: number;
}

const SIMPLE: Measure = { size: 128, depth: 0 };
/** Types share their parts, so one that is written in a few lines may have more parts than could ever be counted. */
const measures = new WeakMap<Type, Measure>();

/** How large a value is that nothing but its type is known of. */
export function measureType(type: Type): Measure {
  if (isPrimitive(type) || type.kind === 'dynamic') return SIMPLE;
  const known = measures.get(type);
  if (known !== undefined) return known;
  let { size, depth } = SIMPLE;
  for (const part of typeParts(type)) {
    const measure = measureType(part);
    size += measure.size;
    depth = Math.max(depth, measure.depth);
  }
  const own = { size, depth: depth + 1 };
  measures.set(type, own);
  return own;
}

function typeParts(type: CollectionType | ObjectType | TupleType): readonly Type[] {
  if (type.kind === 'tuple') return type.elements;
  return type.kind === 'object' ? Array.from(type.attributes.values(), (each) => each.type) : [type.element];
}

export const DYNAMIC: DynamicType = { kind: 'dynamic' };
export const STRING: PrimitiveType = { kind: 'string' };
export const NUMBER: PrimitiveType = { kind: 'number' };
export const BOOL: PrimitiveType = { kind: 'bool' };

export const listOf = (element: Type): ListType => ({ kind: 'list', element });
export const setOf = (element: Type): SetType => ({ kind: 'set', element });
export const mapOf = (element: Type): MapType => ({ kind: 'map', element });
export const tupleOf = (elements: readonly Type[]): TupleType => ({ kind: 'tuple', elements: [...elements] });

/** An object type from names to types; a name in `optional` may be left out. */
export function objectOf(
  attributes: Readonly<Record<string, Type>> | Iterable<readonly [string, Type | AttributeType]>,
  optional: Iterable<string> = [],
): ObjectType {
  const optionalNames = new Set(optional);
  const entries: Iterable<readonly [string, Type | AttributeType]> = isIterable(attributes)
    ? attributes
    : Object.entries(attributes);
  const sorted = [...entries].sort(([a], [b]) => compareText(a, b));
  return {
    kind: 'object',
    attributes: new Map(
      sorted.map(([name, entry]) => [
        name,
        'kind' in entry ? { type: entry, optional: optionalNames.has(name) } : entry,
      ]),
    ),
  };
}

function isIterable<T>(value: object | Iterable<T>): value is Iterable<T> {
  return Symbol.iterator in value;
}

export function isPrimitive(type: Type): type is PrimitiveType {
  return type.kind === 'string' || type.kind === 'number' || type.kind === 'bool';
}

export function isCollection(type: Type): type is CollectionType {
  return type.kind === 'list' || type.kind === 'set' || type.kind === 'map';
}

/** Whether both are the same type; two optional attributes are the same whatever their fallbacks are. */
export function typesEqual(a: Type, b: Type): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'list':
    case 'set':
    case 'map':
      return a.kind === b.kind && typesEqual(a.element, b.element);
    case 'tuple':
      return (
        b.kind === 'tuple' &&
        a.elements.length === b.elements.length &&
        a.elements.every((element, index) => typesEqual(element, b.elements[index] ?? DYNAMIC))
      );
    case 'object':
      return b.kind === 'object' && a.attributes.size === b.attributes.size && attributesEqual(a, b);
    default:
      return a.kind === b.kind;
  }
}

function attributesEqual(a: ObjectType, b: ObjectType): boolean {
  for (const [name, attribute] of a.attributes) {
    const other = b.attributes.get(name);
    if (other === undefined || other.optional !== attribute.optional) return false;
    if (!typesEqual(attribute.type, other.type)) return false;
  }
  return true;
}

/** Whether `any` occurs anywhere in a type that has parts; found once, as the measures are. */
const dynamics = new WeakMap<Type, boolean>();

/** Whether `any` occurs anywhere in the type. */
export function hasDynamic(type: Type): boolean {
  if (isPrimitive(type) || type.kind === 'dynamic') return type.kind === 'dynamic';
  const known = dynamics.get(type) ?? typeParts(type).some(hasDynamic);
  dynamics.set(type, known);
  return known;
}

/** The same type with every attribute required: what values converted to it have. */
export function withoutOptional(type: Type): Type {
  switch (type.kind) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: type.kind, element: withoutOptional(type.element) };
    case 'tuple':
      return tupleOf(type.elements.map(withoutOptional));
    case 'object':
      return objectOf([...type.attributes].map(([name, attribute]) => [name, withoutOptional(attribute.type)]));
    default:
      return type;
  }
}

/** The type for people, in cty's words: `string`, `list of string`, `map of any single type`, `object`. */
export function friendlyName(type: Type): string {
  switch (type.kind) {
    case 'dynamic':
      return 'any type';
    case 'list':
    case 'set':
    case 'map':
      return `${type.kind} of ${type.element.kind === 'dynamic' ? 'any single type' : friendlyName(type.element)}`;
    default:
      return type.kind;
  }
}

/** The same with its article: `an object`, `a list of string`. */
export function typeWithArticle(type: Type): string {
  const name = friendlyName(type);
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

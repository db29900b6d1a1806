import {
  type AttributeType,
  DYNAMIC,
  hasDynamic,
  isPrimitive,
  listOf,
  type MapType,
  mapOf,
  type ObjectType,
  objectOf,
  type Type,
  tupleOf,
  typesEqual,
} from './types.ts';

/**
 * `safe`: every value of the one type has a counterpart in the other (number to string).
 * `unsafe`: some have (string to number).
 */
export type Safety = 'safe' | 'unsafe';

/** Whether there is a conversion from one type to the other at all; with `unsafe` a given value may still fail. */
export function canConvert(from: Type, to: Type, safety: Safety = 'unsafe'): boolean {
  if (to.kind === 'dynamic' || typesEqual(from, to)) return true;
  if (from.kind === 'dynamic') return safety === 'unsafe';
  switch (to.kind) {
    case 'string':
      return isPrimitive(from);
    case 'number':
    case 'bool':
      return from.kind === 'string' && safety === 'unsafe';
    case 'list':
    case 'set':
      if (from.kind === 'tuple') return allConvert(from.elements, to.element, safety);
      // A list that becomes a set loses its order and its duplicates.
      if (from.kind === 'list' && to.kind === 'set' && safety === 'safe') return false;
      return (from.kind === 'list' || from.kind === 'set') && canConvert(from.element, to.element, safety);
    case 'map':
      if (from.kind === 'object') return allConvert(attributeTypes(from), to.element, safety);
      return from.kind === 'map' && canConvert(from.element, to.element, safety);
    case 'tuple':
      return (
        from.kind === 'tuple' &&
        from.elements.length === to.elements.length &&
        from.elements.every((element, index) => canConvert(element, to.elements[index] ?? DYNAMIC, safety))
      );
    case 'object':
      if (from.kind === 'map') return safety === 'unsafe' && mapFitsObject(from, to);
      return from.kind === 'object' && objectFitsObject(from, to, safety);
  }
}

function allConvert(types: readonly Type[], to: Type, safety: Safety): boolean {
  if (!types.every((type) => canConvert(type, to, safety))) return false;
  return !hasDynamic(to) || types.length === 0 || unify(types, safety) !== undefined;
}

function mapFitsObject(from: MapType, to: ObjectType): boolean {
  return attributeTypes(to).every((type) => canConvert(from.element, type, 'unsafe'));
}

function objectFitsObject(from: ObjectType, to: ObjectType, safety: Safety): boolean {
  for (const [name, attribute] of to.attributes) {
    const source = from.attributes.get(name);
    if (source === undefined ? !attribute.optional : !canConvert(source.type, attribute.type, safety)) return false;
  }
  return true;
}

/**
 * The one type that values of all these types can be converted to, as a list's elements or a conditional's results need;
 * undefined when there is none. Types of the same structure are merged part by part (objects with the same attributes,
 * tuples of the same length; otherwise into a map or a list); else one of the given types has to do.
 */
export function unify(types: readonly Type[], safety: Safety = 'safe'): Type | undefined {
  const [first] = types;
  if (first === undefined) return undefined;
  if (types.every((type) => typesEqual(type, first))) return first;

  const structured = unifyStructured(types, safety);
  if (structured !== 'none') return structured;
  // What refused one candidate is likely to refuse the next: asked last, many types would take the square of their number.
  const asked = [...types];
  return byPreference(types).find((candidate) => {
    const at = asked.findIndex((type) => !canConvert(type, candidate, safety));
    if (at > 0) asked.unshift(...asked.splice(at, 1));
    return at === -1;
  });
}

/** `none` when the types are not all of one structure, so that the general rule applies. */
function unifyStructured(types: readonly Type[], safety: Safety): Type | undefined | 'none' {
  const concrete = types.filter((type) => type.kind !== 'dynamic');
  const kinds = new Set(concrete.map((type) => type.kind));
  const only = (...allowed: readonly Type['kind'][]): boolean => [...kinds].every((kind) => allowed.includes(kind));
  if (kinds.size === 0 || concrete.some(isPrimitive)) return 'none';
  if (kinds.has('object') && kinds.has('tuple')) return undefined;
  if (kinds.has('map') && kinds.has('object') && only('map', 'object')) {
    return unifyAs(types, 'object', 'map', safety);
  }
  if (kinds.has('list') && kinds.has('tuple') && only('list', 'tuple')) {
    return unifyAs(types, 'tuple', 'list', safety);
  }
  if (kinds.size > 1) return 'none';
  // What the parts will be can't be foretold while one of the types is not known.
  if (concrete.length < types.length) return DYNAMIC;
  if (only('object')) return unifyObjects(concrete.filter(isObject), safety);
  if (only('tuple')) return unifyTuples(concrete, safety);
  return unifyCollections(concrete, safety);
}

/** Takes all objects for maps of one type, or all tuples for lists of one type, next to those that are. */
function unifyAs(
  types: readonly Type[],
  structure: 'object' | 'tuple',
  collection: 'map' | 'list',
  safety: Safety,
): Type | undefined | 'none' {
  const element = unify(types.filter(({ kind }) => kind === structure).flatMap(partTypes), safety);
  if (element === undefined) return 'none';
  const adapted = types.map((type): Type => (type.kind === structure ? { kind: collection, element } : type));
  return unify(adapted, safety) ?? 'none';
}

function unifyCollections(types: readonly Type[], safety: Safety): Type | undefined {
  const elements = types.flatMap((type) => ('element' in type ? [type.element] : []));
  const element = unify(elements, safety);
  const kind = types[0]?.kind;
  if (element === undefined || (kind !== 'list' && kind !== 'set' && kind !== 'map')) return undefined;
  return { kind, element };
}

function unifyObjects(types: readonly ObjectType[], safety: Safety): Type | undefined {
  const [first] = types;
  if (first === undefined) return undefined;
  const names = [...first.attributes.keys()];
  const alike = types.every(
    ({ attributes }) => attributes.size === names.length && names.every((name) => attributes.has(name)),
  );
  if (!alike) {
    const element = unify(types.flatMap(attributeTypes), safety);
    return element === undefined ? undefined : ifAllConvert(types, mapOf(element), safety);
  }
  const attributes: [string, Type][] = [];
  for (const name of names) {
    const type = unify(
      types.map(({ attributes: each }) => each.get(name)?.type ?? DYNAMIC),
      safety,
    );
    if (type === undefined) return undefined;
    attributes.push([name, type]);
  }
  return objectOf(attributes);
}

function unifyTuples(types: readonly Type[], safety: Safety): Type | undefined {
  const rows = types.flatMap((type) => (type.kind === 'tuple' ? [type.elements] : []));
  const [first] = rows;
  if (first === undefined) return undefined;
  if (!rows.every((row) => row.length === first.length)) {
    const element = unify(rows.flat(), safety);
    return element === undefined ? undefined : ifAllConvert(types, listOf(element), safety);
  }
  const elements = first.map((_, index) =>
    unify(
      rows.map((row) => row[index] ?? DYNAMIC),
      safety,
    ),
  );
  const known = elements.filter((element) => element !== undefined);
  return known.length === elements.length ? tupleOf(known) : undefined;
}

/** An element type of `any` says too little: the elements of each must have a type in common. */
function ifAllConvert(types: readonly Type[], to: Type, safety: Safety): Type | undefined {
  return types.every((type) => canConvert(type, to, safety)) ? to : undefined;
}

/**
 * Strings first, since all primitives can become one; lists before sets, which lose the order, and maps before objects,
 * which may lose attributes; `any` last, since it says nothing.
 */
function byPreference(types: readonly Type[]): Type[] {
  return [...types].sort((a, b) => rank(a) - rank(b));
}

function rank({ kind }: Type): number {
  if (kind === 'string' || kind === 'list' || kind === 'map') return 0;
  return kind === 'dynamic' ? 2 : 1;
}

/** The types of an object's attributes or of a tuple's elements. */
function partTypes(type: Type): readonly Type[] {
  if (type.kind === 'object') return attributeTypes(type);
  return type.kind === 'tuple' ? type.elements : [];
}

function attributeTypes(type: ObjectType): Type[] {
  return Array.from(type.attributes.values(), (attribute: AttributeType) => attribute.type);
}

function isObject(type: Type): type is ObjectType {
  return type.kind === 'object';
}

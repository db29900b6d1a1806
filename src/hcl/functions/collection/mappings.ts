import { convert } from '../../values/convert.ts';
import { DYNAMIC, friendlyName, listOf, objectOf, STRING, type Type, tupleOf, typesEqual } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, isMapping, textAt, textList } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';

export const keys: PlainFunction = {
  name: 'keys',
  params: [{ name: 'inputMap', type: DYNAMIC, allowUnknown: 'anywhere', keepsMarksInside: true }],
  returns: (args) => {
    const { type } = argumentAt(args, 0);
    return type.kind === 'object' ? tupleOf([...type.attributes].map(() => STRING)) : listOf(STRING);
  },
  doc: 'The keys of a map, or the names of an object, in order.',
  call(args) {
    const mapping = argumentAt(args, 0);
    // What attributes an object has is in its type.
    if (mapping.type.kind === 'object') return Value.tuple(Array.from(mapping.type.attributes.keys(), Value.string));
    if (mapping.isUnknown) return Value.unknownOf(mapping.type.kind === 'dynamic' ? DYNAMIC : listOf(STRING));
    if (!isMapping(mapping)) fault('must have map or object type', 0);
    const names = [...mapping.asEntries().keys()];
    return mapping.type.kind === 'map' ? textList(names) : Value.tuple(names.map(Value.string));
  },
};

export const values: PlainFunction = {
  name: 'values',
  params: [{ name: 'mapping', type: DYNAMIC, allowUnknown: 'inside', keepsMarksInside: true }],
  returns: (args) => {
    const { type } = argumentAt(args, 0);
    if (type.kind === 'object') return tupleOf(Array.from(type.attributes.values(), (attribute) => attribute.type));
    return type.kind === 'map' ? listOf(type.element) : DYNAMIC;
  },
  doc: 'The elements of a map or object, in the order of their keys.',
  call(args) {
    const mapping = argumentAt(args, 0);
    if (!isMapping(mapping)) fault('values() requires a map as the first argument', 0);
    const elements = mapping.children();
    return mapping.type.kind === 'map' ? Value.list(mapping.type.element, elements) : Value.tuple(elements);
  },
};

export const lookup: PlainFunction = {
  name: 'lookup',
  params: [
    { name: 'inputMap', type: DYNAMIC, allowUnknown: 'inside', keepsMarksInside: true, isLookedUp: true },
    { name: 'key', type: STRING },
    { name: 'default', type: DYNAMIC, allowUnknown: 'anywhere', keepsMarksInside: true },
  ],
  returns: (args) => {
    const { type } = argumentAt(args, 0);
    if (type.kind === 'map') return type.element;
    const key = argumentAt(args, 1);
    if (type.kind !== 'object' || key.isUnknown) return DYNAMIC;
    return type.attributes.get(key.asString())?.type ?? argumentAt(args, 2).type;
  },
  doc: 'The element of the map or object with the key, or the default when there is none.',
  call(args) {
    const mapping = argumentAt(args, 0);
    if (!isMapping(mapping)) fault('lookup() requires a map as the first argument', 0);
    const type = mapping.type.kind === 'map' ? mapping.type.element : DYNAMIC;
    const fallback = convert(argumentAt(args, 2), type);
    if (!fallback.ok) return fault('the default value must have the same type as the map elements', 2);
    return mapping.asEntries().get(textAt(args, 1)) ?? fallback.value;
  },
};

export const merge: PlainFunction = {
  name: 'merge',
  params: [],
  variadic: { name: 'maps', type: DYNAMIC, allowNull: true, allowUnknown: 'inside', keepsMarksInside: true },
  returns: (args) => mergeType(args) ?? mergedObject(args),
  doc: 'All elements of the maps or objects in one; of equal keys the last one counts.',
  call(args) {
    const entries = new Map<string, Value>();
    for (const [index, argument] of args.entries()) {
      // A bare null says nothing about what it might have been.
      if (argument.isNull && argument.type.kind === 'dynamic') continue;
      if (!isMapping(argument)) fault(`arguments must be maps or objects, got "${friendlyName(argument.type)}"`, index);
      if (argument.isNull) continue;
      for (const [key, value] of argument.asEntries()) entries.set(key, value);
    }
    const type = mergeType(args);
    return type?.kind === 'map' ? Value.map(type.element, entries) : Value.object(entries);
  },
};

/** A map when all arguments are maps of one type; undefined for an object of whatever there is. */
function mergeType(args: readonly Value[]): Type | undefined {
  const [first, ...rest] = args.map((argument) => argument.type);
  return first?.kind === 'map' && rest.every((type) => typesEqual(type, first)) ? first : undefined;
}

/** The attributes of all objects, as far as it can be told which there are. */
function mergedObject(args: readonly Value[]): Type {
  const attributes = new Map<string, Type>();
  for (const { type, isNull } of args) {
    if (isNull) continue;
    if (type.kind !== 'object') return DYNAMIC;
    for (const [name, attribute] of type.attributes) attributes.set(name, attribute.type);
  }
  return objectOf([...attributes]);
}

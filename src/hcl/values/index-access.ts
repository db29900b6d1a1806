import { counted } from '../../kernel/counted.ts';
import { didYouMean } from '../../kernel/suggestion.ts';
import { convert } from './convert.ts';
import { formatNumber, toSafeInteger } from './number.ts';
import { describeKey } from './path.ts';
import { DYNAMIC, friendlyName, NUMBER, STRING, type Type, typeWithArticle } from './types.ts';
import { Value } from './value.ts';

/** What an access gives, or a diagnostic's summary and detail; the caller knows the place in the text. */
export type Access =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: string; readonly summary: string; readonly detail: string };

const INDEX = { code: 'invalid-index', summary: 'Invalid index' } as const;
const MISSING_ELEMENT = { code: 'missing-map-element', summary: 'Missing map element' } as const;
const ATTRIBUTE = { code: 'unsupported-attribute', summary: 'Unsupported attribute' } as const;

/** `collection[key]` (HCL spec, "Index Operator"). Marks of the collection and of the key go to the result. */
export function indexAccess(collection: Value, key: Value): Access {
  const marks = [...collection.marks, ...key.marks];
  const result = indexBare(collection.unmark().value, key.unmark().value);
  if (result.ok) return { ok: true, value: result.value.withMarks(marks) };
  // The reason quotes the key, and keys like it.
  const tells = collection.isSensitive || key.isSensitive;
  return tells && result.code === INDEX.code && !key.isNull
    ? fail(INDEX, 'The given key does not identify an element in this collection value. One of the two is sensitive.')
    : result;
}

function indexBare(collection: Value, key: Value): Access {
  if (collection.isNull) {
    return fail(
      { code: 'null-value', summary: 'Attempt to index null value' },
      'This value is null, so it does not have any indices.',
    );
  }
  if (key.isNull) return fail(INDEX, "Can't use a null value as an indexing key.");
  const { type } = collection;
  switch (type.kind) {
    case 'dynamic':
      return found(Value.unknownOf(DYNAMIC));
    case 'list':
    case 'tuple':
      return indexSequence(collection, key);
    case 'map':
    case 'object':
      return indexKeyed(collection, key);
    case 'set':
      return fail(
        INDEX,
        "Elements of a set are identified only by their value and don't have any separate index or key to select with, so it's only possible to perform operations across all elements of the set. To take one by position, convert the set first: tolist is written convert(value, list(string)).",
      );
    default:
      return fail(INDEX, `This value does not have any indices: it is ${typeWithArticle(type)}.`);
  }
}

function indexSequence(collection: Value, key: Value): Access {
  const { type } = collection;
  const converted = convert(key, NUMBER);
  if (!converted.ok)
    return fail(INDEX, `The given key does not identify an element in this collection value: a number is required.`);
  if (converted.value.isUnknown) return found(Value.unknownOf(type.kind === 'list' ? type.element : DYNAMIC));
  const number = converted.value.asNumber();
  const index = toSafeInteger(number);
  if (index === undefined) {
    return fail(
      INDEX,
      `The given key ${formatNumber(number)} does not identify an element in this collection value: indices are whole numbers.`,
    );
  }
  if (collection.isUnknown) {
    if (type.kind === 'list') return index < 0 ? negative(index) : found(Value.unknownOf(type.element));
    const part = type.kind === 'tuple' ? type.elements[index] : undefined;
    return part === undefined
      ? outside(index, type.kind === 'tuple' ? type.elements.length : 0)
      : found(Value.unknownOf(part));
  }
  if (index < 0) return negative(index);
  const elements = collection.asElements();
  const element = elements[index];
  return element === undefined ? outside(index, elements.length) : found(element);
}

function indexKeyed(collection: Value, key: Value): Access {
  const { type } = collection;
  const converted = convert(key, STRING);
  if (!converted.ok)
    return fail(INDEX, `The given key does not identify an element in this collection value: a string is required.`);
  if (converted.value.isUnknown) return found(Value.unknownOf(type.kind === 'map' ? type.element : DYNAMIC));
  const name = converted.value.asString();
  if (type.kind === 'object') {
    const result = attributeOfObject(collection, name);
    if (result !== undefined) return result;
  } else if (collection.isUnknown) {
    return found(Value.unknownOf(type.kind === 'map' ? type.element : DYNAMIC));
  } else {
    const element = collection.asEntries().get(name);
    if (element !== undefined) return found(element);
  }
  return fail(
    INDEX,
    `The given key ${describeKey(converted.value)} does not identify an element in this collection value.${didYouMean(name, keysOf(collection))}`,
  );
}

/** `value.name` (HCL spec, "Attribute Access Operator"): an attribute of an object, or an element of a map. */
export function attributeAccess(source: Value, name: string): Access {
  const result = attributeBare(source.unmark().value, name);
  if (result.ok) return { ok: true, value: result.value.withMarks(source.marks) };
  // The keys of a map are content, and so may be those of an object that was read as JSON: none is suggested.
  if (source.isSensitive && source.type.kind === 'map' && result.code === MISSING_ELEMENT.code) {
    return fail(MISSING_ELEMENT, `This map, which is sensitive, does not have an element with the key "${name}".`);
  }
  return source.isSensitive && source.type.kind === 'object' && result.code === ATTRIBUTE.code
    ? fail(ATTRIBUTE, `This object, which is sensitive, does not have an attribute named "${name}".`)
    : result;
}

function attributeBare(source: Value, name: string): Access {
  if (source.isNull) {
    return fail(
      { code: 'null-value', summary: 'Attempt to get attribute from null value' },
      `This value is null, so it does not have any attributes, such as "${name}".`,
    );
  }
  const { type } = source;
  switch (type.kind) {
    case 'dynamic':
      return found(Value.unknownOf(DYNAMIC));
    case 'object':
      return (
        attributeOfObject(source, name) ??
        fail(ATTRIBUTE, `This object does not have an attribute named "${name}".${didYouMean(name, keysOf(source))}`)
      );
    case 'map': {
      if (source.isUnknown) return found(Value.unknownOf(type.element));
      const element = source.asEntries().get(name);
      if (element !== undefined) return found(element);
      return fail(
        MISSING_ELEMENT,
        `This map does not have an element with the key "${name}".${didYouMean(name, keysOf(source))}`,
      );
    }
    case 'list':
    case 'set':
    case 'tuple':
      return fail(ATTRIBUTE, `Can't access attributes on a ${type.kind}. ${hintForSequence(type, name)}`);
    default:
      return fail(ATTRIBUTE, `Can't access attributes on a primitive-typed value (${friendlyName(type)}).`);
  }
}

function hintForSequence(type: Type, name: string): string {
  if (type.kind === 'set')
    return `Did you mean to take the attribute of every element, as in [for each in the set : each.${name}]?`;
  return `Did you mean to access an attribute of one element ([0].${name}), or of all of them ([*].${name})?`;
}

function attributeOfObject(source: Value, name: string): Access | undefined {
  if (source.type.kind !== 'object') return undefined;
  if (source.isUnknown) {
    const attribute = source.type.attributes.get(name);
    return attribute === undefined ? undefined : found(Value.unknownOf(attribute.type));
  }
  const value = source.asEntries().get(name);
  return value === undefined ? undefined : found(value);
}

/**
 * The values that a splat goes over (HCL spec, "Splat Operators"): the elements of a list, set or tuple; any other value
 * by itself; nothing for null. Undefined while it is not known what there will be. Marks of the source are left out:
 * they belong on the result.
 */
export function splatElements(source: Value): readonly Value[] | undefined {
  const { value } = source.unmark();
  const { kind } = value.type;
  if (value.isNull) return [];
  if (kind === 'list' || kind === 'set') return value.isUnknown ? undefined : value.asElements();
  if (value.type.kind === 'tuple') {
    return value.isUnknown ? value.type.elements.map((type) => Value.unknownOf(type)) : value.asElements();
  }
  // An unknown value may still become null, and then there is nothing.
  return value.isUnknown ? undefined : [value];
}

function keysOf(value: Value): Iterable<string> {
  if (value.isKnown) return value.asEntries().keys();
  return value.type.kind === 'object' ? value.type.attributes.keys() : [];
}

function found(value: Value): Access {
  return { ok: true, value };
}

function fail(kind: { readonly code: string; readonly summary: string }, detail: string): Access {
  return { ok: false, ...kind, detail };
}

function negative(index: number): Access {
  return fail(
    INDEX,
    `The given key ${index} does not identify an element in this collection value: a negative number is not a valid index for a sequence.`,
  );
}

function outside(index: number, length: number): Access {
  const has =
    length === 0
      ? 'the collection has no elements'
      : `the collection has ${counted(length, 'element')}, and the first has index 0`;
  return fail(INDEX, `The given key ${index} does not identify an element in this collection value: ${has}.`);
}

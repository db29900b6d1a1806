import { equals } from '../../values/equality.ts';
import { identityText } from '../../values/ordering.ts';
import { DYNAMIC, friendlyName, listOf, NUMBER, type Type, tupleOf } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, integerAt, STRINGS } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';
import { sequenceLike, sequenceTypeLike, tupleElements } from './sequence-result.ts';

export const element: PlainFunction = {
  name: 'element',
  params: [
    { name: 'list', type: DYNAMIC, allowUnknown: 'inside', keepsMarksInside: true, isLookedUp: true },
    { name: 'index', type: NUMBER },
  ],
  returns: (args) => elementType(argumentAt(args, 0).type, args),
  doc: 'The element at the index, which starts again from 0 behind the last one.',
  call(args) {
    const list = argumentAt(args, 0);
    elementType(list.type, args);
    return argumentAt(list.asElements(), placeIn(list.asElements().length, args));
  },
};

function elementType(type: Type, args: readonly Value[]): Type {
  if (type.kind === 'list') return type.element;
  if (type.kind !== 'tuple') return fault(`cannot read elements from ${friendlyName(type)}`, 0);
  return argumentAt(args, 1).isUnknown ? DYNAMIC : (type.elements[placeIn(type.elements.length, args)] ?? DYNAMIC);
}

function placeIn(length: number, args: readonly Value[]): number {
  if (length === 0) fault('cannot use element function with an empty list', 0);
  const index = integerAt(args, 1);
  if (index < 0) fault('an index below 0 is no place in a list', 1);
  return index % length;
}

export const index: PlainFunction = {
  name: 'index',
  params: [
    { name: 'list', type: DYNAMIC },
    { name: 'value', type: DYNAMIC },
  ],
  returns: NUMBER,
  doc: 'The index of the first element that equals the value. An error when there is none.',
  call(args) {
    const list = argumentAt(args, 0);
    if (list.type.kind !== 'list' && list.type.kind !== 'tuple') fault('argument must be a list or tuple', 0);
    if (list.asElements().length === 0) fault('cannot search an empty list', 0);
    const position = list.asElements().findIndex((candidate) => equals(candidate, argumentAt(args, 1)).asBool());
    return position === -1 ? fault('item not found') : Value.number(position);
  },
};

export const slice: PlainFunction = {
  name: 'slice',
  params: [
    { name: 'list', type: DYNAMIC, allowUnknown: 'inside', keepsMarksInside: true },
    { name: 'start_index', type: NUMBER },
    { name: 'end_index', type: NUMBER },
  ],
  returns: (args) => sliceType(argumentAt(args, 0).type, args),
  doc: 'The elements from the start index up to, not including, the end index.',
  call(args) {
    const list = argumentAt(args, 0);
    sliceType(list.type, args);
    const elements = list.asElements();
    return sequenceLike(list, elements.slice(...sliceBounds(args, elements.length)));
  },
};

function sliceType(type: Type, args: readonly Value[]): Type {
  if (type.kind === 'list') return type;
  if (type.kind === 'set') {
    return fault('cannot slice a set, because its elements do not have indices; convert it to a list first', 0);
  }
  if (type.kind !== 'tuple') return fault('must be a list or tuple value', 0);
  if (argumentAt(args, 1).isUnknown || argumentAt(args, 2).isUnknown) return DYNAMIC;
  return tupleOf(type.elements.slice(...sliceBounds(args, type.elements.length)));
}

function sliceBounds(args: readonly Value[], length: number): [number, number] {
  const start = sliceIndex(args, 1, 'start', length);
  const end = sliceIndex(args, 2, 'end', length);
  if (start > end) fault('start index must not be greater than end index', 1);
  return [start, end];
}

function sliceIndex(args: readonly Value[], position: number, which: 'start' | 'end', length: number): number {
  const value = integerAt(args, position);
  if (value < 0) fault(`${which} index must not be less than zero`, position);
  if (value > length) fault(`${which} index must not be greater than the length of the list`, position);
  return value;
}

export const compact: PlainFunction = {
  name: 'compact',
  params: [{ name: 'list', type: STRINGS }],
  returns: STRINGS,
  doc: 'The list without empty strings and nulls.',
  call(args) {
    const list = argumentAt(args, 0);
    return sequenceLike(
      list,
      list.asElements().filter((text) => !text.isNull && text.asString() !== ''),
    );
  },
};

export const distinct: PlainFunction = {
  name: 'distinct',
  params: [{ name: 'list', type: listOf(DYNAMIC) }],
  returns: (args) => argumentAt(args, 0).type,
  doc: 'The list without repetitions; the first of equal elements stays.',
  call(args) {
    const list = argumentAt(args, 0);
    const kept = new Map<string, Value>();
    for (const candidate of list.asElements()) {
      const identity = identityText(candidate);
      if (!kept.has(identity)) kept.set(identity, candidate);
    }
    return sequenceLike(list, [...kept.values()]);
  },
};

export const reverse: PlainFunction = {
  name: 'reverse',
  params: [{ name: 'list', type: DYNAMIC, allowUnknown: 'inside', keepsMarksInside: true }],
  returns: ([list]) =>
    list === undefined ? DYNAMIC : sequenceTypeLike(list.type, [...tupleElements(list.type)].reverse()),
  doc: 'The elements in reverse order.',
  call(args) {
    const list = argumentAt(args, 0);
    if (list.type.kind !== 'list' && list.type.kind !== 'tuple' && list.type.kind !== 'set') {
      fault(`can only reverse list or tuple values, not ${friendlyName(list.type)}`, 0);
    }
    return sequenceLike(list, [...list.asElements()].reverse());
  },
};

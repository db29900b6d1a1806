import { convert } from '../../values/convert.ts';
import { HclNumber } from '../../values/number.ts';
import { compareText } from '../../values/ordering.ts';
import {
  DYNAMIC,
  friendlyName,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  STRING,
  type Type,
  tupleOf,
} from '../../values/types.ts';
import { unify } from '../../values/unify.ts';
import { type Mark, Value } from '../../values/value.ts';
import { argumentAt, integerAt, isSequence, STRINGS, textList } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';
import { tupleElements } from './sequence-result.ts';

export const concat: PlainFunction = {
  name: 'concat',
  params: [],
  variadic: { name: 'seqs', type: DYNAMIC, allowUnknown: 'inside', keepsMarksInside: true },
  returns: (args) => {
    checkSequences(args);
    return concatType(args) ?? tupleOf(args.flatMap(elementTypes));
  },
  doc: 'The elements of all lists or tuples, one after the other.',
  call(args) {
    if (args.length === 0) fault('at least one argument is required');
    checkSequences(args);
    const elements = args.flatMap((argument) => argument.asElements());
    const type = concatType(args);
    if (type === undefined || !('element' in type)) return Value.tuple(elements);
    return Value.list(
      type.element,
      elements.map((element) => convertTo(element, type.element)),
    );
  },
};

function checkSequences(args: readonly Value[]): void {
  for (const [index, { type }] of args.entries()) {
    if (type.kind !== 'list' && type.kind !== 'tuple') {
      fault(`all arguments must be lists or tuples; got ${friendlyName(type)}`, index);
    }
  }
}

/** A list when all arguments are lists whose elements have a type in common; undefined for a tuple. */
function concatType(args: readonly Value[]): Type | undefined {
  const types = args.map(({ type }) => type);
  const common = types.every(({ kind }) => kind === 'list') ? unify(types, 'unsafe') : undefined;
  // How long the tuple will be is not known.
  const open = args.some(({ isUnknown, type }) => isUnknown && type.kind === 'list');
  return common ?? (open ? DYNAMIC : undefined);
}

/** The types of the elements of a tuple, or of a list that is known. */
function elementTypes(sequence: Value): readonly Type[] {
  const { type } = sequence;
  return type.kind === 'list' ? sequence.asElements().map(() => type.element) : tupleElements(type);
}

function convertTo(value: Value, type: Type): Value {
  const converted = convert(value, type);
  return converted.ok ? converted.value : fault(converted.error.message);
}

export const flatten: PlainFunction = {
  name: 'flatten',
  params: [{ name: 'list', type: DYNAMIC, allowUnknown: 'inside', keepsMarksInside: true }],
  returns: DYNAMIC,
  doc: 'All elements of the list, and in place of lists, sets and tuples in it their elements, at any depth.',
  call(args) {
    const list = argumentAt(args, 0);
    if (!isSequence(list)) fault('can only flatten lists, sets and tuples', 0);
    // How long a marked list is belongs to what it is marked for, and shows in the length of the whole.
    const marks = new Set<Mark>();
    const flat = flattened(list, marks);
    if (flat === undefined) return Value.unknownOf(DYNAMIC).withMarks(list.allMarks());
    return Value.tuple(flat).withMarks(marks);
  },
};

/** Undefined while it is not known what there will be. Marks of lists within are added to `marks`. */
function flattened(list: Value, marks: Set<Mark>): Value[] | undefined {
  const result: Value[] = [];
  for (const element of list.asElements()) {
    if (element.isUnknown && (isSequence(element) || element.type.kind === 'dynamic')) return undefined;
    if (isSequence(element)) for (const mark of element.marks) marks.add(mark);
    if (isSequence(element) && !element.isNull) {
      const inner = flattened(element, marks);
      if (inner === undefined) return undefined;
      for (const each of inner) result.push(each);
    } else {
      result.push(element);
    }
  }
  return result;
}

export const chunklist: PlainFunction = {
  name: 'chunklist',
  params: [
    { name: 'list', type: listOf(DYNAMIC), allowUnknown: 'inside', keepsMarksInside: true },
    { name: 'size', type: NUMBER },
  ],
  returns: (args) => listOf(argumentAt(args, 0).type),
  doc: 'The list cut into lists of at most this many elements; with 0 into a single one.',
  call(args) {
    const list = argumentAt(args, 0);
    const size = integerAt(args, 1);
    if (size < 0) fault('the size argument must be positive', 1);
    const elements = list.asElements();
    const element = 'element' in list.type ? list.type.element : DYNAMIC;
    const step = size === 0 ? Math.max(1, elements.length) : size;
    const chunks: Value[] = [];
    for (let start = 0; start < elements.length; start += step) {
      chunks.push(Value.list(element, elements.slice(start, start + step)));
    }
    return Value.list(list.type, chunks);
  },
};

export const sort: PlainFunction = {
  name: 'sort',
  params: [{ name: 'list', type: STRINGS, allowUnknown: 'inside' }],
  returns: STRINGS,
  doc: 'The strings in the order of their code points: capitals come before small letters.',
  call(args) {
    // Where those that are not known yet will stand is not known of any.
    if (!argumentAt(args, 0).isWhollyKnown()) {
      return Value.list(
        STRING,
        argumentAt(args, 0)
          .asElements()
          .map(() => Value.unknownOf(STRING)),
      );
    }
    const texts = argumentAt(args, 0)
      .asElements()
      .map((element, position) =>
        element.isNull
          ? fault(`given list element ${position} is null; a null string cannot be sorted`, 0)
          : element.asString(),
      );
    return textList(texts.sort(compareText));
  },
};

const LONGEST_RANGE = 1024;
const STEPS_PER_NUMBER = 4;

export const range: PlainFunction = {
  name: 'range',
  params: [],
  variadic: { name: 'params', type: NUMBER },
  returns: listOf(NUMBER),
  doc: 'range(end), range(start, end) or range(start, end, step): the numbers from the start (0) up to, not including, the end.',
  call(args, { budget }) {
    const numbers = args.map((argument) => argument.asNumber());
    const [first, second, third] = numbers;
    if (first === undefined || numbers.length > 3) return fault('must have one, two or three arguments');
    const start = second === undefined ? new HclNumber(0) : first;
    const end = second ?? first;
    const step = third ?? new HclNumber(end.lessThan(start) ? -1 : 1);
    if (step.isZero()) fault('step must not be zero', 2);
    const down = step.isNegative();
    if (down && end.greaterThan(start)) fault('end must be less than start when step is negative', 1);
    if (!down && end.lessThan(start)) fault('end must be greater than start when step is positive', 1);
    const values: Value[] = [];
    for (let next = start; down ? next.greaterThan(end) : next.lessThan(end); next = next.plus(step)) {
      if (values.length >= LONGEST_RANGE) {
        fault(
          `more than ${LONGEST_RANGE} values were generated; either decrease the difference between start and end or use a larger step`,
        );
      }
      budget.spendSteps(STEPS_PER_NUMBER);
      values.push(Value.number(next));
    }
    return Value.list(NUMBER, values);
  },
};

export const zipmap: PlainFunction = {
  name: 'zipmap',
  params: [
    { name: 'keys', type: STRINGS },
    { name: 'values', type: DYNAMIC, allowUnknown: 'inside', keepsMarksInside: true },
  ],
  returns: (args) => zipType(argumentAt(args, 0), argumentAt(args, 1).type),
  doc: 'A map from the keys to the values, which must be as many.',
  call(args) {
    const values = argumentAt(args, 1);
    zipType(argumentAt(args, 0), values.type);
    const elements = values.asElements();
    const names = zipKeys(argumentAt(args, 0), elements.length);
    const entries = names.map((name, position) => [name, argumentAt(elements, position)] as const);
    return values.type.kind === 'list' ? Value.map(values.type.element, entries) : Value.object(entries);
  },
};

function zipType(keys: Value, values: Type): Type {
  if (values.kind === 'list') return mapOf(values.element);
  if (values.kind !== 'tuple') return fault('values argument must be a list or tuple value', 1);
  if (!keys.isWhollyKnown()) return DYNAMIC;
  const names = zipKeys(keys, values.elements.length);
  return objectOf(values.elements.map((type, position) => [names[position] ?? '', type] as const));
}

function zipKeys(keys: Value, count: number): string[] {
  const names = keys.asElements();
  if (names.length !== count) {
    fault(`number of keys (${names.length}) does not match number of values (${count})`);
  }
  return names.map((key, index) =>
    key.isNull ? fault(`keys list has null value at index ${index}`, 0) : key.asString(),
  );
}

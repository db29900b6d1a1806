import { convert } from '../../values/convert.ts';
import { identityText } from '../../values/ordering.ts';
import { DYNAMIC, listOf, setOf, type Type, tupleOf } from '../../values/types.ts';
import { unify } from '../../values/unify.ts';
import { Value } from '../../values/value.ts';
import { isSequence } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';
import { tupleElements } from './sequence-result.ts';

export const setunion = setOperation('setunion', 'All elements that are in any of the sets.', (sets) => sets.flat());
export const setintersection = setOperation('setintersection', 'The elements that are in all of the sets.', (sets) => {
  const [first = [], ...others] = sets.map((set) => new Map(set.map((element) => [identityText(element), element])));
  return Array.from(first)
    .filter(([identity]) => others.every((other) => other instanceof Map && other.has(identity)))
    .map(([, element]) => element);
});

function setOperation(
  name: string,
  doc: string,
  combine: (sets: readonly (readonly Value[])[]) => readonly Value[],
): PlainFunction {
  return {
    name,
    params: [{ name: 'first_set', type: setOf(DYNAMIC) }],
    variadic: { name: 'other_sets', type: setOf(DYNAMIC) },
    returns: setType,
    doc,
    call(args) {
      const type = setType(args);
      const sets = args.map((argument) => {
        const converted = convert(argument, type);
        return converted.ok ? converted.value.asElements() : fault(converted.error.message);
      });
      return Value.set(type.element, combine(sets));
    },
  };
}

function setType(args: readonly Value[]): { readonly kind: 'set'; readonly element: Type } {
  // An empty tuple gives a set of no type in particular.
  const elements = args.flatMap(({ type }) =>
    'element' in type && type.element.kind !== 'dynamic' ? [type.element] : [],
  );
  const element = elements.length === 0 ? DYNAMIC : unify(elements);
  return element === undefined ? fault('given sets must all have compatible element types') : { kind: 'set', element };
}

/** What a row takes, and each of its elements. */
const ROW_BYTES = 128;

export const setproduct: PlainFunction = {
  name: 'setproduct',
  params: [],
  variadic: { name: 'sets', type: DYNAMIC, allowUnknown: 'inside', keepsMarksInside: true },
  returns: productType,
  expense: (args) => {
    const rows = args.reduce((total, argument) => total * (isSequence(argument) ? argument.asElements().length : 1), 1);
    return { bytes: rows * ROW_BYTES * (1 + args.length), steps: rows * args.length };
  },
  doc: 'Every combination of one element from each of the sets; in the order of the arguments when they are lists.',
  call(args) {
    const type = productType(args);
    const row = type.element;
    const columns = args.map((argument, index) => {
      const element = tupleElements(row)[index] ?? DYNAMIC;
      return argument.asElements().map((value) => {
        const converted = convert(value, element);
        return converted.ok ? converted.value : fault(converted.error.message, index);
      });
    });
    let rows: Value[][] = [[]];
    for (const column of columns) rows = rows.flatMap((start) => column.map((value) => [...start, value]));
    const tuples = rows.map((values) => Value.tuple(values));
    return type.kind === 'list' ? Value.list(row, tuples) : Value.set(row, tuples);
  },
};

function productType(args: readonly Value[]): { readonly kind: 'list' | 'set'; readonly element: Type } {
  if (args.length < 2) fault('at least two arguments are required');
  const elements = args.map((argument, index) => {
    if (!isSequence(argument)) fault('a set or a list is required', index);
    const { type } = argument;
    if ('element' in type) return type.element;
    const parts = tupleElements(type);
    return parts.length === 0
      ? DYNAMIC
      : (unify(parts, 'unsafe') ?? fault('all elements must be of the same type', index));
  });
  const row = tupleOf(elements);
  return args.some((argument) => argument.type.kind === 'set') ? setOf(row) : listOf(row);
}

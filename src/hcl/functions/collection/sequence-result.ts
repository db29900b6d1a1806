import { listOf, type Type, tupleOf } from '../../values/types.ts';
import { Value } from '../../values/value.ts';

/** The elements as a sequence like the one that they were taken from: a tuple, or a list of the same element type. */
export function sequenceLike(source: Value, elements: readonly Value[]): Value {
  return 'element' in source.type ? Value.list(source.type.element, elements) : Value.tuple(elements);
}

/** The type that `sequenceLike` gives for elements of these types, when the source is of this type. */
export function sequenceTypeLike(source: Type, elements: readonly Type[]): Type {
  return 'element' in source ? listOf(source.element) : tupleOf(elements);
}

/** The types of a tuple's elements; none for anything else. */
export function tupleElements(type: Type): readonly Type[] {
  return type.kind === 'tuple' ? type.elements : [];
}

import fc from 'fast-check';
import {
  BOOL,
  DYNAMIC,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  STRING,
  setOf,
  type Type,
  tupleOf,
} from '../../../src/hcl/values/types.ts';
import { Value } from '../../../src/hcl/values/value.ts';

const primitives = fc.constantFrom<Type>(STRING, NUMBER, BOOL);
const names = fc.constantFrom('a', 'b', 'c');

/** Types without `any`: those that a value has. */
const { type: valueTypes } = fc.letrec<{ type: Type }>((tie) => ({ type: typesOf(primitives, tie('type')) }));

/** Types that a value can be converted to. */
export const { type: randomTypes } = fc.letrec<{ type: Type }>((tie) => ({
  type: typesOf(
    fc.oneof({ weight: 6, arbitrary: primitives }, { weight: 1, arbitrary: fc.constant<Type>(DYNAMIC) }),
    tie('type'),
  ),
}));

function typesOf(leaves: fc.Arbitrary<Type>, inner: fc.Arbitrary<Type>): fc.Arbitrary<Type> {
  return fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaves,
    inner.map(listOf),
    inner.map(setOf),
    inner.map(mapOf),
    fc.array(inner, { maxLength: 3 }).map(tupleOf),
    fc.dictionary(names, inner, { maxKeys: 3 }).map((attributes) => objectOf(attributes)),
  );
}

/** Values of every type, with null and unknown in any place. */
export const typedValues: fc.Arbitrary<Value> = valueTypes.chain(valuesOf);

/** Values of this type. */
export function valuesOf(type: Type): fc.Arbitrary<Value> {
  return fc.oneof(
    { weight: 12, arbitrary: knownValuesOf(type) },
    { weight: 1, arbitrary: fc.constant(Value.nullOf(type)) },
    { weight: 1, arbitrary: fc.constant(Value.unknownOf(type)) },
  );
}

function knownValuesOf(type: Type): fc.Arbitrary<Value> {
  switch (type.kind) {
    case 'string':
      return fc
        .oneof(fc.constantFrom('', 'a', '1', '-2.5', 'true', 'null', 'é', ' x ', '~', 'a\nb', '- #:'), fc.string())
        .map((text) => Value.string(text));
    case 'number':
      return fc
        .oneof(fc.integer({ min: -9, max: 99 }), fc.double({ noNaN: true, noDefaultInfinity: true }))
        .map((number) => Value.number(number));
    case 'bool':
      return fc.boolean().map((truth) => Value.bool(truth));
    case 'list':
      return fc.array(valuesOf(type.element), { maxLength: 3 }).map((elements) => Value.list(type.element, elements));
    case 'set':
      return fc.array(valuesOf(type.element), { maxLength: 3 }).map((elements) => Value.set(type.element, elements));
    case 'map':
      return fc.dictionary(names, valuesOf(type.element)).map((entries) => Value.map(type.element, entries));
    case 'tuple':
      return fc.tuple(...type.elements.map(valuesOf)).map((elements) => Value.tuple(elements));
    case 'object':
      return fc
        .tuple(
          ...Array.from(type.attributes, ([name, { type: attribute }]) =>
            valuesOf(attribute).map((value) => [name, value] as const),
          ),
        )
        .map((entries) => Value.object(entries));
    default:
      return fc.constant(Value.nullOf(DYNAMIC));
  }
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { convert } from '../../../src/hcl/values/convert.ts';
import { equals } from '../../../src/hcl/values/equality.ts';
import { fromPlain, toJson } from '../../../src/hcl/values/json.ts';
import { DYNAMIC, listOf, mapOf, objectOf, setOf, type Type, tupleOf } from '../../../src/hcl/values/types.ts';
import { unify } from '../../../src/hcl/values/unify.ts';
import { Value } from '../../../src/hcl/values/value.ts';
import { typeExpression } from './type-expression.ts';

type TypeJson =
  | 'string'
  | 'number'
  | 'bool'
  | 'dynamic'
  | ['list' | 'set' | 'map', TypeJson]
  | ['object', Record<string, TypeJson>]
  | ['tuple', TypeJson[]];

/** The type of the result, or `error: …`. */
type ResultJson = TypeJson | `error: ${string}`;

interface Recorded {
  readonly types: readonly TypeJson[];
  readonly values: readonly { readonly type: TypeJson; readonly value: unknown }[];
  readonly conversions: readonly (readonly [number, number, ResultJson, unknown])[];
  readonly unifications: readonly (readonly [number, number, TypeJson | null, TypeJson | null])[];
  readonly equalities: readonly (readonly [number, number, boolean | '?'])[];
}

// What go-cty gave (vectors/README.md).
const recorded: Recorded = JSON.parse(readFileSync(new URL('vectors/cty.json', import.meta.url), 'utf8'));
const types = recorded.types.map(readType);
const values = recorded.values.map(({ type, value }) => readValue(readType(type), value));

function readType(json: TypeJson): Type {
  if (typeof json === 'string') return { kind: json };
  switch (json[0]) {
    case 'list':
      return listOf(readType(json[1]));
    case 'set':
      return setOf(readType(json[1]));
    case 'map':
      return mapOf(readType(json[1]));
    case 'tuple':
      return tupleOf(json[1].map(readType));
    default:
      return objectOf(Object.entries(json[1]).map(([name, type]) => [name, readType(type)] as const));
  }
}

function readValue(type: Type, json: unknown): Value {
  if (json === '?') return Value.unknownOf(type);
  if (json === '~') return Value.nullOf(type);
  const converted = convert(fromPlain(json), type);
  if (!converted.ok) throw new Error(`Not a value of ${typeExpression(type)}: ${JSON.stringify(json)}`);
  return converted.value;
}

function describeValue(value: Value): string {
  return `${value.isWhollyKnown() ? toJson(value) : '?'} is ${typeExpression(value.type)}`;
}

const describeType = (type: Type | undefined): string => (type === undefined ? 'nothing' : typeExpression(type));
const typeAt = (index: number): Type => types[index] ?? DYNAMIC;
const valueAt = (index: number): Value => values[index] ?? Value.nullOf(DYNAMIC);

function isError(type: ResultJson): type is `error: ${string}` {
  return typeof type === 'string' && type.startsWith('error: ');
}

function expectedConversion([, , type, value]: readonly [number, number, ResultJson, unknown]): string {
  if (isError(type)) return 'error';
  return describeValue(readValue(readType(type), value));
}

describe('values behave as those of go-cty', () => {
  it('converts every value to every type with the same result', () => {
    const label = (value: number, type: number): string =>
      `${describeValue(valueAt(value))} to ${typeExpression(typeAt(type))}`;
    const expected = recorded.conversions.map((row) => `${label(row[0], row[1])}: ${expectedConversion(row)}`);
    const actual = recorded.conversions.map(([value, type]) => {
      const result = convert(valueAt(value), typeAt(type));
      return `${label(value, type)}: ${result.ok ? describeValue(result.value) : 'error'}`;
    });
    expect(actual).toEqual(expected);
  });

  it('unifies every two types to the same one, safely and not', () => {
    const label = (a: number, b: number): string => `${typeExpression(typeAt(a))} and ${typeExpression(typeAt(b))}`;
    const read = (json: TypeJson | null): Type | undefined => (json === null ? undefined : readType(json));
    const expected = recorded.unifications.map(
      ([a, b, safe, unsafe]) => `${label(a, b)}: ${describeType(read(safe))}, ${describeType(read(unsafe))}`,
    );
    const actual = recorded.unifications.map(([a, b]) => {
      const pair = [typeAt(a), typeAt(b)];
      return `${label(a, b)}: ${describeType(unify(pair))}, ${describeType(unify(pair, 'unsafe'))}`;
    });
    expect(actual).toEqual(expected);
  });

  it('finds every two values as equal as they are', () => {
    const label = (a: number, b: number): string => `${describeValue(valueAt(a))} == ${describeValue(valueAt(b))}`;
    const expected = recorded.equalities.map(([a, b, result]) => `${label(a, b)}: ${result}`);
    const actual = recorded.equalities.map(([a, b]) => {
      const result = equals(valueAt(a), valueAt(b));
      return `${label(a, b)}: ${result.isUnknown ? '?' : result.asBool()}`;
    });
    expect(actual).toEqual(expected);
  });
});

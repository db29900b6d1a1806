import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { convert } from '../../../src/hcl/values/convert.ts';
import { inspect } from '../../../src/hcl/values/inspect.ts';
import { describePath } from '../../../src/hcl/values/path.ts';
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
import { SENSITIVE, Value } from '../../../src/hcl/values/value.ts';
import { typeExpression } from './type-expression.ts';

const s = Value.string;
const n = Value.number;
const b = Value.bool;

function converted(value: Value, type: Type): string {
  const result = convert(value, type);
  if (!result.ok) return `error${describePath(result.error.path)}: ${result.error.message}`;
  return `${inspect(result.value)} is ${typeExpression(result.value.type)}`;
}

describe('conversion (HCL specification, "Type Conversions and Unification"; cty convert documentation)', () => {
  it.each<[string, Value, Type, string]>([
    ['a number to a string', n(12), STRING, '"12" is string'],
    ['a bool to a string', b(true), STRING, '"true" is string'],
    ['a string to a number', s('1.50'), NUMBER, '1.5 is number'],
    ['an exponent to a number', s('1e3'), NUMBER, '1000 is number'],
    ['a word to a number', s('many'), NUMBER, 'error: a number is required'],
    ['hexadecimal digits to a number', s('0x10'), NUMBER, 'error: a number is required'],
    ['"true" to a bool', s('true'), BOOL, 'true is bool'],
    ['"1" to a bool', s('1'), BOOL, 'true is bool'],
    ['"0" to a bool', s('0'), BOOL, 'false is bool'],
    ['"True" to a bool', s('True'), BOOL, 'error: a bool is required; to convert from string, use lowercase "true"'],
    ['a number to a bool', n(1), BOOL, 'error: bool required, but have number'],
    ['a tuple to a list', Value.tuple([s('a'), n(1)]), listOf(STRING), '["a", "1"] is list(string)'],
    ['a tuple to a list of anything', Value.tuple([s('a'), n(1)]), listOf(DYNAMIC), '["a", "1"] is list(string)'],
    ['an empty tuple to a list', Value.tuple([]), listOf(STRING), '[] is list(string)'],
    [
      'a mixed tuple to a list of anything',
      Value.tuple([s('a'), Value.tuple([])]),
      listOf(DYNAMIC),
      'error: all list elements must have the same type',
    ],
    ['a tuple to a set', Value.tuple([s('b'), s('a'), s('b')]), setOf(STRING), '["a", "b"] is set(string)'],
    ['numbers to a set', Value.tuple([n(10), n(9)]), setOf(NUMBER), '[9, 10] is set(number)'],
    ['an object to a map', Value.object({ b: n(1), a: s('x') }), mapOf(STRING), '{ a = "x", b = "1" } is map(string)'],
    [
      'a map to an object',
      Value.map(STRING, { size: s('8') }),
      objectOf({ size: NUMBER }),
      '{ size = 8 } is object({ size = number })',
    ],
    [
      'an object with too much',
      Value.object({ a: n(1), z: n(2) }),
      objectOf({ a: STRING }),
      '{ a = "1" } is object({ a = string })',
    ],
    [
      'an object with too little',
      Value.object({ z: n(2) }),
      objectOf({ a: STRING, b: STRING }),
      'error: attributes "a" and "b" are required',
    ],
    ['a tuple to a tuple', Value.tuple([n(1)]), tupleOf([STRING]), '["1"] is tuple([string])'],
    [
      'a tuple of the wrong length',
      Value.tuple([n(1)]),
      tupleOf([STRING, STRING]),
      'error: a tuple of 2 elements required, but have 1',
    ],
    ['a string to a list', s('a'), listOf(STRING), 'error: list of string required, but have string'],
    ['null', Value.nullOf(DYNAMIC), listOf(STRING), 'null is list(string)'],
    ['something unknown', Value.unknownOf(STRING), NUMBER, '(known after evaluation) is number'],
    ['something unknown of a wrong type', Value.unknownOf(BOOL), NUMBER, 'error: number required, but have bool'],
    [
      'an object with an element at fault',
      Value.object({ disks: Value.tuple([n(1), s('x')]) }),
      objectOf({ disks: listOf(NUMBER) }),
      'error.disks[1]: a number is required',
    ],
  ])('turns %s into what cty does', (_, value, type, expected) => {
    expect(converted(value, type)).toBe(expected);
  });

  it('fills optional attributes with null or with their fallback, also in place of null', () => {
    const type = objectOf([
      ['name', STRING],
      ['size', { type: NUMBER, optional: true, fallback: n(8) }],
      ['kms', { type: STRING, optional: true }],
    ]);
    expect(converted(Value.object({ name: s('a'), size: Value.nullOf(DYNAMIC) }), type)).toBe(
      '{ kms = null, name = "a", size = 8 } is object({ kms = string, name = string, size = number })',
    );
    expect(converted(Value.object({ size: n(9) }), type)).toBe('error: attribute "name" is required');
  });

  it('keeps marks where they are, and a set takes those of its elements', () => {
    const secret = s('5').withMarks([SENSITIVE]);
    expect(converted(Value.tuple([secret, s('1')]), listOf(NUMBER))).toBe('[(sensitive value), 1] is list(number)');
    expect(converted(Value.tuple([secret, s('1')]), setOf(NUMBER))).toBe('(sensitive value) is set(number)');
  });

  it('expects an element whose type is not known yet to be like its neighbours, as cty does', () => {
    expect(converted(Value.tuple([n(1), Value.unknownOf(DYNAMIC)]), listOf(DYNAMIC))).toBe(
      '[1, (known after evaluation)] is list(number)',
    );
  });

  it('gives back every number, bool and list of strings that was converted to strings', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = convert(n(number), STRING);
        const back = text.ok ? convert(text.value, NUMBER) : text;
        expect(back.ok && back.value.asNumber().equals(n(number).asNumber())).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const list = convert(Value.tuple(texts.map(s)), listOf(STRING));
        expect(list.ok && list.value.asElements().map((element) => element.asString())).toEqual(
          texts.map((text) => text.normalize('NFC')),
        );
      }),
    );
  });
});

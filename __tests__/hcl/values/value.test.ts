import { describe, expect, it } from '@jest/globals';
import { graphemeCount, graphemes } from '../../../src/hcl/values/graphemes.ts';
import { inspect } from '../../../src/hcl/values/inspect.ts';
import { isIterable, iterate } from '../../../src/hcl/values/iterate.ts';
import { formatNumber, HclNumber, parseNumber, toSafeInteger } from '../../../src/hcl/values/number.ts';
import {
  DYNAMIC,
  friendlyName,
  listOf,
  mapOf,
  NUMBER,
  objectOf,
  STRING,
  setOf,
  tupleOf,
  typesEqual,
} from '../../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../../src/hcl/values/value.ts';
import { typeExpression } from './type-expression.ts';

const s = Value.string;
const n = Value.number;
const secret = s('pa55').withMarks([SENSITIVE]);

describe('strings', () => {
  it('are kept in normal form C, and lone surrogates replaced', () => {
    expect(s('e\u0301').asString()).toBe('\u00e9');
    expect(s('a\ud800b').asString()).toBe('a\ufffdb');
    expect([
      ...Value.object({ 'e\u0301': n(1) })
        .asEntries()
        .keys(),
    ]).toEqual(['\u00e9']);
  });

  it('are counted in grapheme clusters', () => {
    expect(graphemeCount('👨‍👩‍👧‍👦🇩🇪e\u0301')).toBe(3);
    expect(graphemes('a👍🏽b')).toEqual(['a', '👍🏽', 'b']);
    expect(graphemes('\r\n')).toEqual(['\r\n']);
  });
});

describe('numbers', () => {
  it('are decimal and exact', () => {
    expect(formatNumber(new HclNumber('0.1').plus('0.2'))).toBe('0.3');
    expect(formatNumber(new HclNumber(2).pow(200))).toBe(String(2n ** 200n));
    expect(formatNumber(new HclNumber(1).dividedBy(3))).toBe(`0.${'3'.repeat(155)}`);
  });

  it('are written in full, without an exponent or zeros at the end', () => {
    expect(
      ['1e21', '1e-7', '1.500', '-0', '+5', '.5', '5.'].map((text) =>
        formatNumber(parseNumber(text) ?? new HclNumber(99)),
      ),
    ).toEqual(['1000000000000000000000', '0.0000001', '1.5', '0', '5', '0.5', '5']);
  });

  it('are read from decimal notation only, and not when they are too large to be written', () => {
    expect(['', ' 1', '0x1', '1_000', 'NaN', 'Infinity', '1e', '--1', '1e99999999999'].map(parseNumber)).toEqual(
      Array.from({ length: 9 }, () => undefined),
    );
  });

  it('are integers only where JavaScript keeps them exactly', () => {
    expect([
      toSafeInteger(new HclNumber('3')),
      toSafeInteger(new HclNumber('3.5')),
      toSafeInteger(new HclNumber('9007199254740993')),
    ]).toEqual([3, undefined, undefined]);
  });
});

describe('collections', () => {
  it('iterate in cty’s order: keys by code point, sets by value, nulls and unknowns last', () => {
    const map = Value.map(NUMBER, { b: n(1), Z: n(2), '\u{10000}': n(3), '\uffff': n(4), é: n(5) });
    expect([...map.asEntries().keys()]).toEqual(['Z', 'b', 'é', '\uffff', '\u{10000}']);
    const set = Value.set(NUMBER, [n(10), Value.unknownOf(NUMBER), n(9), Value.nullOf(NUMBER), n(9), n(-1)]);
    expect(inspect(set)).toBe('[-1, 9, 10, null, (known after evaluation)]');
    expect(inspect(Value.set(STRING, [s('b'), s('B'), s('a')]))).toBe('["B", "a", "b"]');
  });

  it('refuse an element of another type: a programming error', () => {
    expect(() => Value.list(STRING, [n(1)])).toThrow('An element of type number in a collection of string');
  });

  it('are gone over with positions, names, or for sets the elements themselves', () => {
    const shown = (value: Value): string[] =>
      Array.from(iterate(value), ({ key, value: item }) => `${inspect(key)}: ${inspect(item)}`);
    expect(shown(Value.tuple([s('a'), n(1)]))).toEqual(['0: "a"', '1: 1']);
    expect(shown(Value.object({ b: n(1), a: n(2) }))).toEqual(['"a": 2', '"b": 1']);
    expect(shown(Value.set(STRING, [s('y'), s('x')]))).toEqual(['"x": "x"', '"y": "y"']);
    expect([Value.tuple([]), Value.object({}), s('a'), Value.nullOf(DYNAMIC)].map(isIterable)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('throw when asked for what they do not hold', () => {
    expect(() => s('a').asNumber()).toThrow('Asked a known string value for a number');
    expect(() => Value.nullOf(STRING).asString()).toThrow('Asked a null string value for a string');
    expect(() => Value.unknownOf(listOf(STRING)).asElements()).toThrow('Asked a unknown list value for elements');
  });
});

describe('marks and unknowns', () => {
  it('stay on the element that carries them, and can be taken off at all depths', () => {
    const value = Value.object({ user: s('ada'), login: Value.tuple([secret]) });
    expect([value.isSensitive, value.containsMark(SENSITIVE), [...value.allMarks()]]).toEqual([
      false,
      true,
      [SENSITIVE],
    ]);
    const bare = value.unmarkDeep();
    expect([bare.value.containsMark(SENSITIVE), [...bare.marks]]).toEqual([false, [SENSITIVE]]);
    expect(inspect(bare.value)).toBe('{ login = ["pa55"], user = "ada" }');
    expect(value.containsMark(SENSITIVE)).toBe(true);
  });

  it('move from the elements of a set to the set', () => {
    const set = Value.set(STRING, [secret, s('a')]);
    expect([set.isSensitive, inspect(set.unmark().value)]).toEqual([true, '["a", "pa55"]']);
  });

  it('leave a value known around an unknown element', () => {
    const value = Value.tuple([Value.unknownOf(STRING)]);
    expect([value.isKnown, value.isWhollyKnown()]).toEqual([true, false]);
    expect(Value.nullOf(STRING).isWhollyKnown()).toBe(true);
  });
});

describe('types', () => {
  it('have friendly names as cty gives them, and the form in which they are written', () => {
    const type = objectOf([
      ['b', { type: listOf(STRING), optional: true }],
      ['a-x', mapOf(DYNAMIC)],
      ['1', tupleOf([NUMBER])],
    ]);
    expect(typeExpression(type)).toBe('object({ "1" = tuple([number]), a-x = map(any), b = optional(list(string)) })');
    expect(
      [type, listOf(STRING), setOf(DYNAMIC), mapOf(listOf(NUMBER)), DYNAMIC, tupleOf([])].map(friendlyName),
    ).toEqual(['object', 'list of string', 'set of any single type', 'map of list of number', 'any type', 'tuple']);
  });

  it('are equal by structure', () => {
    expect(typesEqual(objectOf({ a: STRING, b: NUMBER }), objectOf({ b: NUMBER, a: STRING }))).toBe(true);
    expect(typesEqual(objectOf({ a: STRING }), objectOf({ a: STRING }, ['a']))).toBe(false);
    expect(typesEqual(tupleOf([STRING]), tupleOf([STRING, STRING]))).toBe(false);
    expect(typesEqual(listOf(STRING), setOf(STRING))).toBe(false);
  });
});

describe('inspect', () => {
  it('writes HCL on one line, with everything escaped', () => {
    const value = Value.object({
      name: s('a "b"\n$' + '{x} %{y}\t\u0007'),
      'two words': Value.tuple([n(1), Value.bool(true), Value.nullOf(STRING)]),
      empty: Value.object({}),
    });
    expect(inspect(value)).toBe(
      '{ empty = {}, name = "a \\"b\\"\\n$${x} %%{y}\\t\\u0007", "two words" = [1, true, null] }',
    );
  });

  it('hides what is sensitive', () => {
    expect(inspect(Value.tuple([secret, s('a')]))).toBe('[(sensitive value), "a"]');
  });
});

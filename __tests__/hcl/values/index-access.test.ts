import { describe, expect, it } from '@jest/globals';
import { type Access, attributeAccess, indexAccess, splatElements } from '../../../src/hcl/values/index-access.ts';
import { inspect } from '../../../src/hcl/values/inspect.ts';
import { DYNAMIC, listOf, mapOf, NUMBER, objectOf, STRING, tupleOf } from '../../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../../src/hcl/values/value.ts';
import { typeExpression } from './type-expression.ts';

const s = Value.string;
const n = Value.number;
const list = Value.list(STRING, [s('a'), s('b')]);
const map = Value.map(STRING, { ubuntu: s('x') });
const object = Value.object({ region: s('eu-west-1'), size: n(8) });

const shown = (access: Access): string =>
  access.ok
    ? `${inspect(access.value)} is ${typeExpression(access.value.type)}`
    : `${access.summary}: ${access.detail}`;

describe('index and attribute access (HCL specification)', () => {
  it.each<[Value, Value, string]>([
    [list, n(1), '"b" is string'],
    [list, s('1'), '"b" is string'],
    [Value.tuple([n(1), s('x')]), n(1), '"x" is string'],
    [map, s('ubuntu'), '"x" is string'],
    [object, s('size'), '8 is number'],
    [Value.map(STRING, { 5: s('five') }), n(5), '"five" is string'],
    [Value.unknownOf(listOf(NUMBER)), n(0), '(known after evaluation) is number'],
    [Value.unknownOf(tupleOf([NUMBER, STRING])), n(1), '(known after evaluation) is string'],
    [Value.unknownOf(DYNAMIC), n(0), '(known after evaluation) is any'],
    [list, Value.unknownOf(NUMBER), '(known after evaluation) is string'],
    [object, Value.unknownOf(STRING), '(known after evaluation) is any'],
  ])('%# finds the element', (collection, key, expected) => {
    expect(shown(indexAccess(collection, key))).toBe(expected);
  });

  it.each<[Value, Value, string]>([
    [
      list,
      n(2),
      'Invalid index: The given key 2 does not identify an element in this collection value: the collection has 2 elements, and the first has index 0.',
    ],
    [
      Value.list(STRING, []),
      n(0),
      'Invalid index: The given key 0 does not identify an element in this collection value: the collection has no elements.',
    ],
    [
      list,
      n(-1),
      'Invalid index: The given key -1 does not identify an element in this collection value: a negative number is not a valid index for a sequence.',
    ],
    [
      list,
      n(0.5),
      'Invalid index: The given key 0.5 does not identify an element in this collection value: indices are whole numbers.',
    ],
    [
      list,
      s('x'),
      'Invalid index: The given key does not identify an element in this collection value: a number is required.',
    ],
    [
      map,
      s('ubunut'),
      'Invalid index: The given key "ubunut" does not identify an element in this collection value. Did you mean "ubuntu"?',
    ],
    [
      object,
      s('sise'),
      'Invalid index: The given key "sise" does not identify an element in this collection value. Did you mean "size"?',
    ],
    [
      Value.nullOf(listOf(STRING)),
      n(0),
      'Attempt to index null value: This value is null, so it does not have any indices.',
    ],
    [list, Value.nullOf(NUMBER), "Invalid index: Can't use a null value as an indexing key."],
    [s('abc'), n(0), 'Invalid index: This value does not have any indices: it is a string.'],
  ])('%# says why there is none', (collection, key, expected) => {
    expect(shown(indexAccess(collection, key))).toBe(expected);
  });

  it('does not index sets', () => {
    expect(shown(indexAccess(Value.set(STRING, [s('a')]), n(0)))).toMatch(
      /^Invalid index: Elements of a set are identified only by their value/,
    );
  });

  it.each<[Value, string, string]>([
    [object, 'region', '"eu-west-1" is string'],
    [map, 'ubuntu', '"x" is string'],
    [Value.unknownOf(objectOf({ a: NUMBER })), 'a', '(known after evaluation) is number'],
    [Value.unknownOf(mapOf(NUMBER)), 'a', '(known after evaluation) is number'],
    [
      object,
      'regoin',
      'Unsupported attribute: This object does not have an attribute named "regoin". Did you mean "region"?',
    ],
    [map, 'debian', 'Missing map element: This map does not have an element with the key "debian".'],
    [
      list,
      'id',
      "Unsupported attribute: Can't access attributes on a list. Did you mean to access an attribute of one element ([0].id), or of all of them ([*].id)?",
    ],
    [s('x'), 'id', "Unsupported attribute: Can't access attributes on a primitive-typed value (string)."],
    [
      Value.nullOf(DYNAMIC),
      'id',
      'Attempt to get attribute from null value: This value is null, so it does not have any attributes, such as "id".',
    ],
  ])('%# reads an attribute or says why not', (source, name, expected) => {
    expect(shown(attributeAccess(source, name))).toBe(expected);
  });

  it('carries the marks of the collection and of the key to the result', () => {
    const secret = (value: Value): Value => value.withMarks([SENSITIVE]);
    expect(shown(indexAccess(secret(list), n(0)))).toBe('(sensitive value) is string');
    expect(shown(indexAccess(list, secret(n(0))))).toBe('(sensitive value) is string');
    expect(shown(attributeAccess(secret(object), 'size'))).toBe('(sensitive value) is number');
    for (const access of [indexAccess(list, secret(n(4711))), indexAccess(secret(object), Value.string('siez'))]) {
      expect(access).toMatchObject({ ok: false, detail: expect.stringMatching(/^((?!4711|siez|size).)*$/) });
    }
    expect(shown(attributeAccess(Value.object({ a: secret(s('x')), b: s('y') }), 'b'))).toBe('"y" is string');
  });

  it('splats sequences, single values and null', () => {
    const elements = (value: Value): string =>
      splatElements(value)
        ?.map((element) => inspect(element))
        .join(' ') ?? 'unknown';
    expect([list, object, Value.nullOf(DYNAMIC), Value.tuple([])].map(elements)).toEqual([
      '"a" "b"',
      '{ region = "eu-west-1", size = 8 }',
      '',
      '',
    ]);
    expect([Value.unknownOf(DYNAMIC), Value.unknownOf(listOf(STRING)), Value.unknownOf(STRING)].map(elements)).toEqual([
      'unknown',
      'unknown',
      'unknown',
    ]);
    expect(elements(Value.unknownOf(tupleOf([STRING, NUMBER])))).toBe(
      '(known after evaluation) (known after evaluation)',
    );
  });
});

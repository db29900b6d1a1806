import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromPlain, toJson } from '../../../src/hcl/values/json.ts';
import { normalize } from '../../../src/hcl/values/normal-form.ts';
import { callByName } from './call-by-name.ts';
import { described } from './described.ts';

describe('functions that Packer has on top of cty’s (Terraform documentation; Packer core reference, section 6)', () => {
  it.each<[string, unknown[], string]>([
    ['sum', [[10, 13, 6, 4.5]], '33.5'],
    ['sum', [[0.1, 0.2]], '0.3'],
    ['sum', [['1', 2]], '3'],
    ['index', [['a', 'b', 'c'], 'b'], '1'],
    ['index', [[1, 2], 2], '1'],
    ['length', [[]], '0'],
    ['length', [{ a: 1, b: 2 }], '2'],
    ['length', ['hello'], '5'],
    ['length', ['👨‍👩‍👧‍👦'], '1'],
    ['length', ['e\u0301'], '1'],
    ['alltrue', [['true', true]], 'true'],
    ['alltrue', [[true, false]], 'false'],
    ['alltrue', [[]], 'true'],
    ['alltrue', [[true, null]], 'false'],
    ['anytrue', [['true', false]], 'true'],
    ['anytrue', [[]], 'false'],
    ['anytrue', [[null, true]], 'true'],
    ['coalesce', ['', null, 'b'], '"b"'],
    ['coalesce', [1, 2], '1'],
    ['coalesce', ['', 1], '"1"'],
    ['startswith', ['hello', 'he'], 'true'],
    ['endswith', ['hello', 'he'], 'false'],
    ['strcontains', ['hello', 'ell'], 'true'],
  ])('%s %j', (name, args, expected) => {
    expect(described(name, args)).toBe(expected);
  });

  it.each<[string, unknown[], string]>([
    ['sum', [[]], 'Invalid value for "list" parameter: cannot sum an empty list.'],
    ['sum', [['a']], 'Invalid value for "list" parameter: a list, set or tuple of numbers is required.'],
    ['sum', ['a'], 'Invalid value for "list" parameter: a list, set or tuple of numbers is required, not string.'],
    ['index', [['a'], 'b'], 'Call to function "index" failed: item not found.'],
    ['index', [[], 'b'], 'Invalid value for "list" parameter: cannot search an empty list.'],
    ['index', [{ a: 1 }, 'a'], 'Invalid value for "list" parameter: argument must be a list or tuple.'],
    [
      'length',
      [5],
      'Invalid value for "value" parameter: argument must be a string, a collection type, or a structural type, not number.',
    ],
    ['coalesce', ['', null], 'Call to function "coalesce" failed: no non-null, non-empty-string arguments.'],
    ['coalesce', [[1], { a: 1 }], 'Call to function "coalesce" failed: all arguments must have the same type.'],
    [
      'setproduct',
      [Array.from({ length: 400 }, (_, i) => i), Array.from({ length: 400 }, (_, i) => i)],
      'Call to function "setproduct" failed: the result can\'t be used: it would be larger than 16 MiB.',
    ],
    ['pow', [10, 400], 'Call to function "pow" failed: the result is not a number that can be written.'],
    ['log', [0, 10], 'Invalid value for "num" parameter: a number above 0 is required.'],
    ['format', ['%9999999s', 'x'], 'Invalid value for "format" parameter: "%9999999s" asks for too wide a field.'],
    ['regex', ['a(b', 'x'], 'Invalid value for "pattern" parameter: invalid regexp pattern: missing closing ): `a(b`.'],
  ])('refuses %s %j', (name, args, expected) => {
    expect(described(name, args)).toBe(expected);
  });

  it('matches patterns in time that grows with the text only', () => {
    // In a backtracking engine this takes longer than anybody lives.
    expect(described('regexall', ['^(a+)+$', `${'a'.repeat(5_000)}b`])).toBe('[]');
  });

  it('reverses twice to the same, and sorts to the same elements', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const list = fromPlain(texts);
        const once = callByName('reverse', [list]);
        const twice = once.ok ? callByName('reverse', [once.value]) : once;
        expect(twice.ok && toJson(twice.value)).toBe(toJson(list));
        const sorted = callByName('sort', [list]);
        const bytes = (text: string): Buffer => Buffer.from(normalize(text));
        const expected = texts.map(bytes).sort((a, b) => a.compare(b));
        expect(sorted.ok && sorted.value.asElements().map((element) => Buffer.from(element.asString()))).toEqual(
          expected,
        );
      }),
    );
  });

  it('joins what it has split', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, separator) => {
        const parts = callByName('split', [fromPlain(separator), fromPlain(text)]);
        const joined = parts.ok ? callByName('join', [fromPlain(separator), parts.value]) : parts;
        expect(joined.ok && joined.value.asString()).toBe(text.normalize('NFC'));
      }),
    );
  });
});

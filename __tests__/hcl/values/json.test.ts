import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromJson, fromPlain, JsonError, toJson } from '../../../src/hcl/values/json.ts';
import { typeExpression } from './type-expression.ts';

function outcome(text: string): string {
  try {
    return toJson(fromJson(text));
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return `${error.line}:${error.column} ${error.message}`;
  }
}

describe('JSON', () => {
  it('keeps every digit of a number', () => {
    expect(outcome('[0.1, 123456789012345678901234567890.5, 1E3, -1.50e-2]')).toBe(
      '[0.1,123456789012345678901234567890.5,1000,-0.015]',
    );
  });

  it('implies objects and tuples, and takes the last of repeated keys', () => {
    expect(typeExpression(fromJson('{"b": [1, "x", null], "a": {"__proto__": true}}').type)).toBe(
      'object({ a = object({ __proto__ = bool }), b = tuple([number, string, any]) })',
    );
    expect(outcome('{"a": 1, "a": 2}')).toBe('{"a":2}');
  });

  it('escapes what Go’s encoding/json escapes for HTML', () => {
    expect(toJson(fromPlain({ '<k>': 'a&b \u2028\u2029 "\\/\u0001\u007f' }))).toBe(
      '{"\\u003ck\\u003e":"a\\u0026b \\u2028\\u2029 \\"\\\\/\\u0001\u007f"}',
    );
  });

  it.each([
    ['', '1:1 a value is expected here, but the text ends'],
    ['{"a" 1}', '1:6 ":" is expected here'],
    ['{"a": 1,}', '1:9 a string in double quotes is expected here'],
    ['[1 2]', '1:4 "," or "]" is expected here'],
    ['[1,\n 2', '2:3 "," or "]" is expected here, but the text ends'],
    ['"a\nb"', '1:1 a string in double quotes is expected here'],
    ['1 1', '1:3 nothing more is expected here'],
    ['01', '1:2 nothing more is expected here'],
    ['tru', '1:1 a value is expected here'],
    ['1e99999', '1:1 the number is too large'],
  ])('says where %j stops being JSON', (text, expected) => {
    expect(outcome(text)).toBe(expected);
  });

  it('accepts what JSON.parse accepts, and gives the same', () => {
    const nearlyJson = fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          '"',
          '"a"',
          '\\',
          '1',
          '-',
          '.5',
          'e1',
          'true',
          'null',
          ' ',
          '\n',
          '0',
        ),
        {
          maxLength: 8,
        },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(nearlyJson, fc.json()), (text) => {
        let expected: unknown;
        let valid = true;
        try {
          expected = JSON.parse(text);
        } catch {
          valid = false;
        }
        const actual = outcome(text);
        if (valid) expect(actual).toBe(toJson(fromPlain(expected)));
        else expect(actual).toMatch(/^\d+:\d+ /);
      }),
      { numRuns: 2_000 },
    );
  });
});

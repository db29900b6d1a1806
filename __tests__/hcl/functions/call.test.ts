import { describe, expect, it } from '@jest/globals';
import { callFunction } from '../../../src/hcl/functions/call.ts';
import { fault, type PlainFunction } from '../../../src/hcl/functions/function.ts';
import { inspect } from '../../../src/hcl/values/inspect.ts';
import { DYNAMIC, listOf, NUMBER, STRING } from '../../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../../src/hcl/values/value.ts';
import { typeExpression } from '../values/type-expression.ts';
import { callByName } from './call-by-name.ts';
import { fakeEnvironment } from './fake-environment.ts';

const s = Value.string;
const n = Value.number;
const secret = (text: string): Value => s(text).withMarks([SENSITIVE]);

function shown(name: string, ...args: Value[]): string {
  const result = callByName(name, args);
  return result.ok ? `${inspect(result.value)} is ${typeExpression(result.value.type)}` : result.detail;
}

function failure(name: string, ...args: Value[]): readonly unknown[] {
  const result = callByName(name, args);
  return result.ok ? [inspect(result.value)] : [result.code, result.summary, result.detail, result.argument];
}

describe('calling a function', () => {
  it('does not say why it refuses what is sensitive: the reason may quote it, or what it became', () => {
    expect(shown('file', s('/nope/x'))).toContain('/nope/x');
    expect(shown('file', secret('/nope/HUNTER2'))).toBe(
      'Invalid value for "path" parameter: the reason is not shown, since a sensitive value is among the arguments.',
    );
    expect(shown('index', Value.tuple([s('a')]), secret('hunter2'))).toContain('the reason is not shown');
  });

  it('refuses too few and too many arguments, with what is missing', () => {
    expect(failure('replace', s('a'), s('b'))).toEqual([
      'too-few-arguments',
      'Not enough function arguments',
      'Function "replace" expects 3 arguments: replace(str, substr, replace). The value for "replace" is missing.',
      undefined,
    ]);
    expect(failure('upper', s('a'), s('b'))).toEqual([
      'too-many-arguments',
      'Too many function arguments',
      'Function "upper" expects 1 argument: upper(str). There are 2.',
      1,
    ]);
    expect(failure('join')).toEqual([
      'too-few-arguments',
      'Not enough function arguments',
      'Function "join" expects at least 1 argument: join(separator, lists...). The value for "separator" is missing.',
      undefined,
    ]);
  });

  it('converts arguments and says which one cannot be', () => {
    expect(shown('upper', n(5))).toBe('"5" is string');
    expect(failure('join', s(','), Value.tuple([s('a'), Value.tuple([])]))).toEqual([
      'invalid-argument',
      'Invalid function argument',
      'Invalid value for "lists" parameter: element 1: string required, but have tuple.',
      1,
    ]);
    expect(failure('substr', s('abc'), s('x'), n(1))).toEqual([
      'invalid-argument',
      'Invalid function argument',
      'Invalid value for "offset" parameter: a number is required.',
      1,
    ]);
  });

  it('refuses null where it means nothing', () => {
    expect(failure('upper', Value.nullOf(STRING))).toEqual([
      'invalid-argument',
      'Invalid function argument',
      'Invalid value for "str" parameter: the value must not be null.',
      0,
    ]);
    expect(shown('coalesce', Value.nullOf(STRING), s('x'))).toBe('"x" is string');
    expect(shown('jsonencode', Value.nullOf(DYNAMIC))).toBe('"null" is string');
    expect(shown('merge', Value.nullOf(DYNAMIC), Value.object({ a: n(1) }))).toBe(
      '{ a = 1 } is object({ a = number })',
    );
  });

  it('does not call a function while an argument is unknown, and knows the type of the result', () => {
    const later = Value.unknownOf(STRING);
    expect(shown('upper', later)).toBe('(known after evaluation) is string');
    expect(shown('split', s(','), later)).toBe('(known after evaluation) is list(string)');
    expect(shown('jsonencode', Value.object({ a: later }))).toBe('(known after evaluation) is string');
    expect(shown('jsondecode', later)).toBe('(known after evaluation) is any');
    expect(shown('regex', s('(a)(b)'), later)).toBe('(known after evaluation) is tuple([string, string])');
    expect(shown('element', Value.unknownOf(listOf(NUMBER)), n(0))).toBe('(known after evaluation) is number');
    expect(shown('merge', Value.unknownOf(DYNAMIC), Value.object({}))).toBe('(known after evaluation) is any');
  });

  it('works with what is known around unknown elements', () => {
    const later = Value.unknownOf(STRING);
    const list = Value.tuple([s('a'), later]);
    expect(shown('concat', list, Value.tuple([s('b')]))).toBe(
      '["a", (known after evaluation), "b"] is tuple([string, string, string])',
    );
    expect(shown('length', list)).toBe('2 is number');
    expect(shown('contains', list, s('a'))).toBe('true is bool');
    expect(shown('contains', list, s('b'))).toBe('(known after evaluation) is bool');
    expect(shown('merge', Value.object({ a: later }), Value.object({ b: n(1) }))).toBe(
      '{ a = (known after evaluation), b = 1 } is object({ a = string, b = number })',
    );
    expect(shown('keys', Value.object({ a: later }))).toBe('["a"] is tuple([string])');
    expect(shown('lookup', Value.object({ a: later, b: s('x') }), s('b'), s('y'))).toBe('"x" is string');
    expect(shown('alltrue', Value.tuple([Value.bool(false), Value.unknownOf(DYNAMIC)]))).toBe('false is bool');
    expect(shown('anytrue', Value.tuple([Value.bool(false), Value.unknownOf(DYNAMIC)]))).toBe(
      '(known after evaluation) is bool',
    );
    expect(shown('coalesce', later, s('x'))).toBe('(known after evaluation) is string');
  });

  it('makes the result sensitive when an argument is', () => {
    expect(shown('upper', secret('pa'))).toBe('(sensitive value) is string');
    expect(shown('join', s(','), Value.tuple([s('a'), secret('b')]))).toBe('(sensitive value) is string');
    expect(shown('upper', Value.unknownOf(STRING).withMarks([SENSITIVE]))).toBe('(sensitive value) is string');
  });

  it('leaves sensitivity on the very elements that functions hand on', () => {
    const tags = Value.object({ Name: s('web'), Token: secret('pa') });
    expect(shown('merge', tags, Value.object({ Team: s('x') }))).toBe(
      '{ Name = "web", Team = "x", Token = (sensitive value) } is object({ Name = string, Team = string, Token = string })',
    );
    expect(shown('lookup', tags, s('Name'), s(''))).toBe('"web" is string');
    expect(shown('lookup', tags, s('Token'), s(''))).toBe('(sensitive value) is string');
    expect(shown('concat', Value.tuple([s('a')]), Value.tuple([secret('b')]))).toBe(
      '["a", (sensitive value)] is tuple([string, string])',
    );
    expect(
      shown('flatten', Value.tuple([Value.tuple([s('a')]), Value.tuple([secret('b')]).withMarks([SENSITIVE])])),
    ).toBe('(sensitive value) is tuple([string, string])');
    expect(shown('keys', tags)).toBe('["Name", "Token"] is tuple([string, string])');
    expect(shown('length', tags)).toBe('2 is number');
    expect(shown('keys', tags.withMarks([SENSITIVE]))).toBe('(sensitive value) is tuple([string, string])');
  });

  it('lets a defect of a function through, and turns its faults into failures', () => {
    const record = (call: PlainFunction['call']): PlainFunction => ({
      name: 'broken',
      params: [{ name: 'a', type: DYNAMIC }],
      returns: STRING,
      doc: '',
      call,
    });
    const general = callFunction(
      record(() => fault('it rains')),
      [n(1)],
      fakeEnvironment(),
    );
    expect(general).toEqual({
      ok: false,
      code: 'function-failed',
      summary: 'Error in function call',
      detail: 'Call to function "broken" failed: it rains.',
      diagnostics: [],
    });
    const defect = record(([value]) => s(value?.asString() ?? ''));
    expect(() => callFunction(defect, [n(1)], fakeEnvironment())).toThrow('Asked a known number value for a string');
  });
});

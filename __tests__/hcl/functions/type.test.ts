import { describe, expect, it } from '@jest/globals';
import { callTypeFunction } from '../../../src/hcl/functions/call.ts';
import { can, tryFunction } from '../../../src/hcl/functions/type/attempts.ts';
import { convertFunction } from '../../../src/hcl/functions/type/convert.ts';
import { inspect } from '../../../src/hcl/values/inspect.ts';
import { fromPlain } from '../../../src/hcl/values/json.ts';
import { DYNAMIC, listOf, NUMBER, STRING } from '../../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../../src/hcl/values/value.ts';
import { type Diagnosed, errorDiagnostic } from '../../../src/kernel/diagnostics.ts';

const good = (value: Value) => (): Diagnosed<Value> => ({ value, diagnostics: [] });
const bad = (summary: string) => (): Diagnosed<Value> => ({
  value: undefined,
  diagnostics: [errorDiagnostic({ code: 'x', summary, detail: `${summary} it is.` })],
});
const shown = (result: ReturnType<typeof tryFunction.call>): string =>
  result.ok ? inspect(result.value) : result.message;

describe('try', () => {
  it('gives the first value without an error and evaluates no further', () => {
    const never = (): never => {
      throw new Error('was evaluated');
    };
    expect(shown(tryFunction.call([bad('Bad'), good(Value.string('b')), never]))).toBe('"b"');
  });

  it('tells all reasons when nothing succeeds', () => {
    const result = tryFunction.call([bad('Bad'), bad('Worse')]);
    expect(shown(result)).toBe('no expression succeeded: Bad: Bad it is. Worse: Worse it is.');
    expect(shown(tryFunction.call([]))).toBe('at least one argument is required');
  });

  it('leaves open what an unknown value will turn out to be, while another expression follows', () => {
    const later = Value.unknownOf(STRING);
    expect(inspect(later)).toBe('(known after evaluation)');
    const first = tryFunction.call([good(later), good(Value.number(1))]);
    expect(first.ok && first.value.type).toEqual(DYNAMIC);
    const last = tryFunction.call([bad('Bad'), good(later)]);
    expect(last.ok && last.value.type).toEqual(STRING);
  });
});

describe('can', () => {
  it('tells whether an expression can be evaluated', () => {
    expect(shown(can.call([good(Value.number(1))]))).toBe('true');
    expect(shown(can.call([bad('Bad')]))).toBe('false');
    expect(shown(can.call([good(Value.unknownOf(STRING))]))).toBe('(known after evaluation)');
    expect(shown(can.call([good(Value.string('x').withMarks([SENSITIVE]))]))).toBe('(sensitive value)');
  });
});

describe('convert', () => {
  it('converts to the type that is written', () => {
    const result = callTypeFunction(convertFunction, fromPlain(['1', 2]), listOf(NUMBER));
    expect(result.ok && inspect(result.value)).toBe('[1, 2]');
  });

  it('tells which element cannot be converted', () => {
    expect(callTypeFunction(convertFunction, fromPlain(['1', 'x']), listOf(NUMBER))).toMatchObject({
      code: 'invalid-argument',
      argument: 0,
      detail: 'Invalid value for "value" parameter: [1]: a number is required.',
    });
  });
});

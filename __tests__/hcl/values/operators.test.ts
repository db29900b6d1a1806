import { describe, expect, it } from '@jest/globals';
import { inspect } from '../../../src/hcl/values/inspect.ts';
import { applyBinary, applyUnary, type BinaryOperator, type Operation } from '../../../src/hcl/values/operators.ts';
import { BOOL, DYNAMIC, NUMBER, STRING } from '../../../src/hcl/values/types.ts';
import { SENSITIVE, Value } from '../../../src/hcl/values/value.ts';

const s = Value.string;
const n = Value.number;
const b = Value.bool;
const later = Value.unknownOf(BOOL);

const shown = (operation: Operation): string =>
  operation.ok ? inspect(operation.value) : `${operation.operand}: ${operation.message}`;

describe('operators (HCL specification, "Operations")', () => {
  it.each<[Value, BinaryOperator, Value, string]>([
    [n(1), '+', n(2), '3'],
    [s('1'), '+', n(2), '3'],
    [n(1), '-', n(2), '-1'],
    [n(0.1), '*', n(3), '0.3'],
    [n(1), '/', n(4), '0.25'],
    [n(7), '%', n(3), '1'],
    [n(-7), '%', n(3), '-1'],
    [n(7.5), '%', n(2), '1.5'],
    [n(1), '<', n(2), 'true'],
    [n(2), '<=', n(2), 'true'],
    [n(1), '>', n(2), 'false'],
    [n(2), '>=', n(3), 'false'],
    [s('10'), '>', s('9'), 'true'],
    [s('1'), '==', n(1), 'false'],
    [n(1), '==', n(1), 'true'],
    [n(1), '!=', n(2), 'true'],
    [Value.nullOf(STRING), '==', Value.nullOf(DYNAMIC), 'true'],
    [s('a'), '==', Value.nullOf(DYNAMIC), 'false'],
    [b(true), '&&', b(false), 'false'],
    [s('true'), '||', b(false), 'true'],
    [b(false), '&&', later, 'false'],
    [later, '||', b(true), 'true'],
    [later, '&&', b(true), '(known after evaluation)'],
    [Value.unknownOf(NUMBER), '+', n(1), '(known after evaluation)'],
    [Value.unknownOf(DYNAMIC), '<', n(1), '(known after evaluation)'],
    [Value.unknownOf(STRING), '==', n(1), 'false'],
    [Value.unknownOf(STRING), '==', s('a'), '(known after evaluation)'],
  ])('%# %s', (left, operator, right, expected) => {
    expect(shown(applyBinary(operator, left, right))).toBe(expected);
  });

  it.each<[Value, BinaryOperator, Value, string]>([
    [s('a'), '+', n(1), 'left: a number is required'],
    [n(1), '+', b(true), 'right: number required, but have bool'],
    [Value.nullOf(NUMBER), '+', n(1), 'left: the value must not be null'],
    [n(1), '/', n(0), 'right: division by zero'],
    [n(1), '%', n(0), 'right: division by zero'],
    [n(1), '&&', b(true), 'left: bool required, but have number'],
    [b(true), '||', s('yes'), 'right: a bool is required'],
    [Value.tuple([]), '<', n(1), 'left: number required, but have tuple'],
  ])('refuses %# %s', (left, operator, right, expected) => {
    expect(shown(applyBinary(operator, left, right))).toBe(expected);
  });

  it('negate numbers and bools', () => {
    expect(shown(applyUnary('-', n(5)))).toBe('-5');
    expect(shown(applyUnary('-', n(0)))).toBe('0');
    expect(shown(applyUnary('!', s('true')))).toBe('false');
    expect(shown(applyUnary('!', later))).toBe('(known after evaluation)');
    expect(shown(applyUnary('-', b(true)))).toBe('operand: number required, but have bool');
  });

  it('make the result sensitive when an operand is', () => {
    const secret = n(5).withMarks([SENSITIVE]);
    const results = [
      applyBinary('+', secret, n(1)),
      applyBinary('==', secret, n(1)),
      applyBinary('!=', n(1), secret),
      applyBinary('||', b(true), b(true).withMarks([SENSITIVE])),
      applyBinary('+', secret, Value.unknownOf(NUMBER)),
      applyUnary('-', secret),
    ];
    expect(results.map(shown)).toEqual(results.map(() => '(sensitive value)'));
  });

  it('keep a comparison with null open about what is inside the other side', () => {
    const holder = Value.object({ password: s('x').withMarks([SENSITIVE]) });
    expect(shown(applyBinary('==', holder, Value.nullOf(DYNAMIC)))).toBe('false');
    expect(shown(applyBinary('==', holder, Value.object({ password: s('x') })))).toBe('(sensitive value)');
  });
});

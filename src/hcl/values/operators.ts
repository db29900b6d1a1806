import { convert } from './convert.ts';
import { equals } from './equality.ts';
import type { HclNumber } from './number.ts';
import { BOOL, NUMBER, type PrimitiveType } from './types.ts';
import { Value } from './value.ts';

export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||';
export type UnaryOperator = '-' | '!';

/** What an operation gives, or the operand at fault and why: a clause without a full stop. */
export type Operation =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly operand: 'left' | 'right' | 'operand'; readonly message: string };

const ARITHMETIC: Readonly<Record<string, (a: HclNumber, b: HclNumber) => HclNumber>> = {
  '+': (a, b) => a.plus(b),
  '-': (a, b) => a.minus(b),
  '*': (a, b) => a.times(b),
  '/': (a, b) => a.dividedBy(b),
  '%': (a, b) => a.modulo(b),
};
const COMPARISON: Readonly<Record<string, (a: HclNumber, b: HclNumber) => boolean>> = {
  '<': (a, b) => a.lessThan(b),
  '<=': (a, b) => a.lessThanOrEqualTo(b),
  '>': (a, b) => a.greaterThan(b),
  '>=': (a, b) => a.greaterThanOrEqualTo(b),
};

/** Applies an operator as HCL defines it (HCL spec, "Operations"): operands are converted, unknowns and marks go on. */
export function applyBinary(operator: BinaryOperator, left: Value, right: Value): Operation {
  if (operator === '==') return done(equals(left, right));
  if (operator === '!=') return done(negation(equals(left, right)));
  if (operator === '&&' || operator === '||') return applyLogical(operator, left, right);
  const a = operand(left, NUMBER, 'left');
  if (!a.ok) return a;
  const b = operand(right, NUMBER, 'right');
  if (!b.ok) return b;
  const marks = [...left.marks, ...right.marks];

  const arithmetic = ARITHMETIC[operator];
  if ((operator === '/' || operator === '%') && b.value.isKnown && b.value.asNumber().isZero()) {
    return { ok: false, operand: 'right', message: 'division by zero' };
  }
  if (a.value.isUnknown || b.value.isUnknown) {
    return done(Value.unknownOf(arithmetic === undefined ? BOOL : NUMBER).withMarks(marks));
  }
  const [x, y] = [a.value.asNumber(), b.value.asNumber()];
  if (arithmetic === undefined) return done(Value.bool(COMPARISON[operator]?.(x, y) ?? false).withMarks(marks));
  const result = arithmetic(x, y);
  if (!result.isFinite()) return { ok: false, operand: 'right', message: 'the result is too large a number' };
  return done(Value.number(result).withMarks(marks));
}

/** Seven digits each, as they are multiplied; what a division computes has this many. */
const WORDS_OF_A_QUOTIENT = 23;
const MULTIPLICATIONS_PER_STEP = 4;

/** What an operation on numbers of many digits costs, in steps of a microsecond (see EvaluationBudget). */
export function arithmeticSteps(operator: BinaryOperator, left: Value, right: Value): number {
  const [x, y] = [numberIn(left), numberIn(right)];
  if (x === undefined || y === undefined) return 0;
  const [a, b] = [x.d.length, y.d.length];
  switch (operator) {
    case '*':
      return Math.floor((a * b) / MULTIPLICATIONS_PER_STEP);
    case '/':
      return Math.ceil((WORDS_OF_A_QUOTIENT * b) / MULTIPLICATIONS_PER_STEP);
    case '%':
      // Every digit of the quotient is computed, however many there are.
      return Math.ceil((Math.max(a, x.e - y.e) * b) / MULTIPLICATIONS_PER_STEP);
    default:
      return 0;
  }
}

function numberIn(value: Value): HclNumber | undefined {
  return value.type.kind === 'number' && value.isKnown && !value.isNull ? value.asNumber() : undefined;
}

/** `-x` and `!x`. */
export function applyUnary(operator: UnaryOperator, value: Value): Operation {
  const converted = operand(value, operator === '-' ? NUMBER : BOOL, 'operand');
  if (!converted.ok || converted.value.isUnknown) return converted;
  if (operator === '!') return done(negation(converted.value));
  return done(Value.number(converted.value.asNumber().negated()).withMarks(value.marks));
}

function done(value: Value): Operation {
  return { ok: true, value };
}

function operand(value: Value, type: PrimitiveType, side: 'left' | 'right' | 'operand'): Operation {
  const converted = convert(value, type);
  if (!converted.ok) return { ok: false, operand: side, message: converted.error.message };
  if (converted.value.isNull) return { ok: false, operand: side, message: 'the value must not be null' };
  return done(converted.value);
}

function negation(value: Value): Value {
  return value.isUnknown ? value : Value.bool(!value.asBool()).withMarks(value.marks);
}

/** A known operand that settles the result does so even when the other one is unknown, or null. */
function applyLogical(operator: '&&' | '||', left: Value, right: Value): Operation {
  const a = convert(left, BOOL);
  if (!a.ok) return { ok: false, operand: 'left', message: a.error.message };
  const b = convert(right, BOOL);
  if (!b.ok) return { ok: false, operand: 'right', message: b.error.message };
  const marks = [...left.marks, ...right.marks];
  const settling = operator === '||';
  if ([a.value, b.value].some((value) => settles(operator, value))) return done(Value.bool(settling).withMarks(marks));
  if (a.value.isUnknown || b.value.isUnknown) return done(Value.unknownOf(BOOL).withMarks(marks));
  if (a.value.isNull || b.value.isNull) {
    return { ok: false, operand: a.value.isNull ? 'left' : 'right', message: 'the value must not be null' };
  }
  return done(Value.bool(!settling).withMarks(marks));
}

/** Whether a bool decides what the operation comes to. Null does so in `&&`, where it counts as false, as in Packer. */
export function settles(operator: '&&' | '||', bool: Value): boolean {
  if (bool.isUnknown) return false;
  return bool.isNull ? operator === '&&' : bool.asBool() === (operator === '||');
}

import { rangeBetween } from '../kernel/source-range.ts';
import type { Evaluation } from './evaluation.ts';
import type { ConditionalExpression, Operand, OperationExpression, UnaryExpression } from './expression-ast.ts';
import { convert } from './values/convert.ts';
import { applyBinary, applyUnary, arithmeticSteps, settles } from './values/operators.ts';
import { BOOL, DYNAMIC, type Type, typeWithArticle } from './values/types.ts';
import { unify } from './values/unify.ts';
import { Value } from './values/value.ts';

export function evaluateUnary(expression: UnaryExpression, evaluation: Evaluation): Value {
  const operation = applyUnary(expression.operator, evaluation.value(expression.operand));
  if (operation.ok) return operation.value;
  return evaluation.fail({
    code: 'invalid-operand',
    summary: 'Invalid operand',
    detail: `Unsuitable value for the operand of "${expression.operator}": ${operation.message}.`,
    subject: expression.operand.range,
    context: expression.range,
  });
}

/** Operators of one level of precedence, from left to right (HCL spec, "Operations"). */
export function evaluateOperation(expression: OperationExpression, evaluation: Evaluation): Value {
  let left = evaluation.attempt(expression.first);
  let leftRange = expression.first.range;
  for (const operand of expression.rest) {
    const inner = evaluation.within(evaluation.scope);
    const value = applyOperand(left, leftRange, operand, inner);
    left = { value, diagnostics: inner.diagnostics };
    leftRange = rangeBetween(leftRange, operand.operand.range);
  }
  evaluation.report(left.diagnostics);
  return left.value;
}

type Attempt = ReturnType<Evaluation['attempt']>;

function applyOperand(
  left: Attempt,
  leftRange: Operand['operatorRange'],
  operand: Operand,
  evaluation: Evaluation,
): Value {
  const { operator } = operand;
  const right = evaluation.attempt(operand.operand);
  const settled = settledBy(operator, left, right, true) ?? settledBy(operator, right, left, false);
  if (settled !== undefined) return settled;
  evaluation.report(left.diagnostics);
  evaluation.report(right.diagnostics);
  // Only these two look into the values.
  if (operator === '==' || operator === '!=') evaluation.budget.spendOn([left.value, right.value]);
  else evaluation.budget.spendSteps(arithmeticSteps(operator, left.value, right.value));
  const operation = applyBinary(operator, left.value, right.value);
  if (operation.ok) return operation.value;
  const { range } = operand.operand;
  return evaluation.fail({
    code: 'invalid-operand',
    summary: 'Invalid operand',
    detail: `Unsuitable value for the ${operation.operand} operand of "${operator}": ${operation.message}.`,
    subject: operation.operand === 'left' ? leftRange : range,
    context: rangeBetween(leftRange, range),
  });
}

/**
 * `false && x` and `true || x` do not depend on `x`, so an error in `x` does not count; nor in `x && false`, nor while
 * the left side is not known, since it may turn out to be what decides.
 */
function settledBy(
  operator: Operand['operator'],
  deciding: Attempt,
  other: Attempt,
  isLeft: boolean,
): Value | undefined {
  if (other.diagnostics.length === 0 || deciding.diagnostics.length > 0) return undefined;
  if (operator !== '&&' && operator !== '||') return undefined;
  const condition = convert(deciding.value, BOOL);
  if (!condition.ok) return undefined;
  const { value } = condition;
  if (value.isUnknown) return isLeft ? value : undefined;
  return settles(operator, value) ? Value.bool(operator === '||').withMarks(value.marks) : undefined;
}

const PASSES_TO_UNIFY = 3;

/** Errors of the result that is not chosen do not count (HCL spec, "Conditional Operator"). */
export function evaluateConditional(expression: ConditionalExpression, evaluation: Evaluation): Value {
  const condition = evaluateCondition(expression, evaluation);
  const whenTrue = evaluation.attempt(expression.whenTrue);
  const whenFalse = evaluation.attempt(expression.whenFalse);
  // Two types are made one by going through all that is in them, and so is the value that is converted to it.
  const structures = [whenTrue.value, whenFalse.value].filter(({ depth }) => depth > 0);
  for (let pass = 0; pass < PASSES_TO_UNIFY; pass += 1) evaluation.budget.spendOn(structures);
  const type = resultType(whenTrue.value, whenFalse.value);
  if (type === undefined) {
    return evaluation.fail({
      code: 'inconsistent-conditional',
      summary: 'Inconsistent types of a conditional',
      detail: `Both results of a conditional must be of one type, but the first is ${typeWithArticle(whenTrue.value.type)} and the second ${typeWithArticle(whenFalse.value.type)}.`,
      subject: rangeBetween(expression.whenTrue.range, expression.whenFalse.range),
      context: expression.range,
    });
  }
  // Which result was chosen says something about the condition, and so about both of them.
  const marks = [...condition.marks, ...whenTrue.value.marks, ...whenFalse.value.marks];
  if (isBareNull(whenTrue.value) && isBareNull(whenFalse.value)) return Value.nullOf(DYNAMIC).withMarks(marks);
  if (condition.isUnknown) return Value.unknownOf(type).withMarks(marks);
  const chosen = condition.asBool() ? whenTrue : whenFalse;
  evaluation.report(chosen.diagnostics);
  const converted = convert(chosen.value, type);
  if (converted.ok) return converted.value.withMarks(marks);
  return evaluation.fail({
    code: 'inconsistent-conditional',
    summary: 'Inconsistent types of a conditional',
    detail: `The chosen result can't be converted to the type of the other one: ${converted.error.message}.`,
    subject: (condition.asBool() ? expression.whenTrue : expression.whenFalse).range,
    context: expression.range,
  });
}

/** A bool that is not null, or unknown. */
function evaluateCondition(expression: ConditionalExpression, evaluation: Evaluation): Value {
  const value = evaluation.value(expression.condition);
  return asCondition(value, expression.condition.range, evaluation);
}

/** Turns what decides (a conditional, an `if`) into a bool that is not null, or into an unknown one. */
export function asCondition(value: Value, range: ConditionalExpression['range'], evaluation: Evaluation): Value {
  const converted = convert(value, BOOL);
  if (converted.ok && !converted.value.isNull) return converted.value;
  evaluation.fail(
    converted.ok
      ? {
          code: 'null-condition',
          summary: 'Condition is null',
          detail: 'A condition must be true or false, but this value is null.',
          subject: range,
        }
      : {
          code: 'invalid-condition',
          summary: 'Invalid condition',
          detail: `A condition must be true or false: ${converted.error.message}.`,
          subject: range,
        },
  );
  return Value.unknownOf(BOOL);
}

function resultType(a: Value, b: Value): Type | undefined {
  // A bare null fits everything; a value of which nothing is known may turn out to be anything.
  if (isBareNull(a)) return b.type;
  if (isBareNull(b)) return a.type;
  if (a.type.kind === 'dynamic' || b.type.kind === 'dynamic') return DYNAMIC;
  return unify([a.type, b.type], 'unsafe');
}

function isBareNull(value: Value): boolean {
  return value.isNull && value.type.kind === 'dynamic';
}

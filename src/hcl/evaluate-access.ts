import { type Evaluation, NOTHING_KNOWN } from './evaluation.ts';
import type { AccessExpression, AccessStep, SplatStep } from './expression-ast.ts';
import { type Access, attributeAccess, indexAccess, splatElements } from './values/index-access.ts';
import { listOf, type Type, typesEqual } from './values/types.ts';
import { Value } from './values/value.ts';

/** A term and the postfix operators after it (HCL spec, "Index Operator", "Attribute Access Operator", "Splat Operators"). */
export function evaluateAccess(expression: AccessExpression, evaluation: Evaluation): Value {
  return applySteps(evaluation.value(expression.target), expression.steps, expression, evaluation);
}

function applySteps(
  source: Value,
  steps: readonly AccessStep[],
  expression: AccessExpression,
  evaluation: Evaluation,
): Value {
  let value = source;
  evaluation.budget.spendSteps(steps.length);
  for (const step of steps) {
    value =
      step.kind === 'splat'
        ? applySplat(value, step, expression, evaluation)
        : accessStep(value, step, expression, evaluation);
  }
  return value;
}

/** The message compares what was asked for with all that there is. */
const KEYS_PER_STEP = 4;

function accessStep(
  source: Value,
  step: Exclude<AccessStep, SplatStep>,
  expression: AccessExpression,
  evaluation: Evaluation,
): Value {
  const access: Access =
    step.kind === 'attribute' ? attributeAccess(source, step.name) : indexAccess(source, evaluation.value(step.key));
  if (access.ok) return access.value;
  evaluation.budget.spendSteps(Math.ceil(source.children().length / KEYS_PER_STEP));
  const { code, summary, detail } = access;
  return evaluation.fail({ code, summary, detail, subject: step.range, context: expression.range });
}

function applySplat(source: Value, step: SplatStep, expression: AccessExpression, evaluation: Evaluation): Value {
  const { kind } = source.type;
  const sequence = kind === 'list' || kind === 'set' || kind === 'tuple';
  if (source.isNull && sequence) {
    return evaluation.fail({
      code: 'null-value',
      summary: 'Splat of null value',
      detail: `This ${kind} is null, so there are no elements that "*" could go over.`,
      subject: step.markerRange,
      context: expression.range,
    });
  }
  const elements = splatElements(source);
  if (elements === undefined) return unknownSplat(source, step, expression, evaluation);
  evaluation.spendOnElements(elements.length);
  const results: Value[] = [];
  for (const element of elements) {
    const before = evaluation.diagnostics.length;
    const result = applySteps(element.withMarks(source.marks), step.each, expression, evaluation);
    results.push(result.withoutMarks(source.marks));
    // What is wrong with one element is wrong with the others: once is enough.
    if (evaluation.diagnostics.length > before) return NOTHING_KNOWN;
  }
  const result =
    kind === 'list' || kind === 'set'
      ? listOrTuple(results, () => elementType(source, step, expression, evaluation))
      : Value.tuple(results);
  return result.withMarks(source.marks);
}

/** A splat of a list gives a list again, as long as what is taken from its elements is of one type. */
function listOrTuple(results: readonly Value[], typeOfNone: () => Type): Value {
  const type = results[0]?.type ?? typeOfNone();
  return results.every((result) => typesEqual(result.type, type)) ? Value.list(type, results) : Value.tuple(results);
}

function unknownSplat(source: Value, step: SplatStep, expression: AccessExpression, evaluation: Evaluation): Value {
  const { kind } = source.type;
  // Anything that is no sequence may still become null, which gives nothing instead of one element.
  if (kind !== 'list' && kind !== 'set') return NOTHING_KNOWN.withMarks(source.marks);
  return Value.unknownOf(listOf(elementType(source, step, expression, evaluation))).withMarks(source.marks);
}

/** What the steps make of an element that is not known. */
function elementType(source: Value, step: SplatStep, expression: AccessExpression, evaluation: Evaluation): Type {
  if (source.type.kind !== 'list' && source.type.kind !== 'set') return NOTHING_KNOWN.type;
  return applySteps(Value.unknownOf(source.type.element), step.each, expression, evaluation).type;
}

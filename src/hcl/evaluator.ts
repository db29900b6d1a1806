import { type Diagnosed, errorDiagnostic } from '../kernel/diagnostics.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import { EvaluationBudget, EvaluationLimit } from './budget.ts';
import { evaluateAccess } from './evaluate-access.ts';
import { evaluateCall } from './evaluate-call.ts';
import { evaluateObject, evaluateTuple } from './evaluate-collection.ts';
import { evaluateForObject, evaluateForTuple } from './evaluate-for.ts';
import { evaluateConditional, evaluateOperation, evaluateUnary } from './evaluate-operation.ts';
import { evaluateTemplate } from './evaluate-template.ts';
import { Evaluation, NOTHING_KNOWN } from './evaluation.ts';
import type { Expression, JsonStringExpression, NumberLiteral, VariableExpression } from './expression-ast.ts';
import { definesNothing, findVariable, functionsOf, type Scope, variableNames } from './scope.ts';
import { parseNumber } from './values/number.ts';
import { DYNAMIC } from './values/types.ts';
import { Value } from './values/value.ts';

/**
 * Evaluates an expression (HCL spec, "Expressions"). Unknown and marked values flow through; errors are diagnostics at
 * the part that is wrong, and that part is unknown then, so that the rest is still checked. There always is a value.
 */
export function evaluate(expression: Expression, scope: Scope): Diagnosed<Value> & { readonly value: Value } {
  // Only where no function can be called, and so little can be made of a text, is there no budget to share.
  const { budget = new EvaluationBudget(), watch } = functionsOf(scope)?.environment ?? {};
  try {
    return evaluatePart(expression, scope, budget, watch);
  } catch (error) {
    if (!(error instanceof EvaluationLimit)) throw error;
    const tooLong = errorDiagnostic({
      code: 'evaluation-limit',
      summary: 'The template takes too long to evaluate',
      detail: `This expression was given up: with it, the template needs ${error.message}. Look for loops within loops, and for values that grow from one local to the next.`,
      subject: expression.range,
    });
    return { value: NOTHING_KNOWN, diagnostics: budget.firstReport() ? [tooLong] : [] };
  }
}

/** The same for an expression within one that is being evaluated: a budget that is used up ends the whole. */
function evaluatePart(
  expression: Expression,
  scope: Scope,
  budget: EvaluationBudget,
  watch?: (value: Value) => void,
): Diagnosed<Value> & { readonly value: Value } {
  const evaluation = new Evaluation(scope, dispatch, budget, watch);
  const value = evaluation.value(expression);
  return { value, diagnostics: evaluation.diagnostics };
}

function dispatch(expression: Expression, evaluation: Evaluation): Value {
  switch (expression.kind) {
    case 'number':
      return evaluateNumber(expression, evaluation);
    case 'boolean':
      return Value.bool(expression.value);
    case 'null':
      return Value.nullOf(DYNAMIC);
    case 'template':
      return evaluateTemplate(expression, evaluation);
    case 'json-string':
      return evaluateJsonString(expression, evaluation);
    case 'variable':
      return evaluateVariable(expression, evaluation);
    case 'access':
      return evaluateAccess(expression, evaluation);
    case 'call':
      return evaluateCall(expression, evaluation, (part, scope) =>
        evaluatePart(part, scope, evaluation.budget, evaluation.watch),
      );
    case 'unary':
      return evaluateUnary(expression, evaluation);
    case 'operation':
      return evaluateOperation(expression, evaluation);
    case 'conditional':
      return evaluateConditional(expression, evaluation);
    case 'tuple':
      return evaluateTuple(expression, evaluation);
    case 'object':
      return evaluateObject(expression, evaluation);
    case 'for-tuple':
      return evaluateForTuple(expression, evaluation);
    case 'for-object':
      return evaluateForObject(expression, evaluation);
    case 'parenthesized':
      return evaluation.value(expression.expression);
    case 'invalid':
      return NOTHING_KNOWN;
  }
}

function evaluateNumber(expression: NumberLiteral, evaluation: Evaluation): Value {
  const number = parseNumber(expression.text);
  if (number !== undefined) return Value.number(number);
  return evaluation.fail({
    code: 'number-too-large',
    summary: 'Number too large',
    detail: 'This number has an exponent that is too large to be written out.',
    subject: expression.range,
  });
}

/** Where nothing is defined a string is its text: that is what literal-only mode is (HCL JSON spec, "Strings"). */
function evaluateJsonString({ text, template }: JsonStringExpression, evaluation: Evaluation): Value {
  if (definesNothing(evaluation.scope)) return Value.string(text);
  evaluation.report(template.diagnostics);
  return template.value === undefined ? NOTHING_KNOWN : evaluateTemplate(template.value, evaluation);
}

function evaluateVariable(expression: VariableExpression, evaluation: Evaluation): Value {
  const { name, range } = expression;
  const value = findVariable(evaluation.scope, name);
  if (value !== undefined) return value;
  const names = variableNames(evaluation.scope);
  if (names.length === 0) {
    return evaluation.fail({
      code: 'variables-not-allowed',
      summary: 'Variables not allowed',
      detail: `Only literal values can be used here, so "${name}" has no meaning. To write text, enclose it in double quotes.`,
      subject: range,
    });
  }
  return evaluation.fail({
    code: 'unknown-variable',
    summary: 'Unknown variable',
    detail: `There is no variable named "${name}".${didYouMean(name, names)} To write text, enclose it in double quotes.`,
    subject: range,
  });
}

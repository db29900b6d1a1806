import type { Diagnosed, DiagnosticParts } from '../kernel/diagnostics.ts';
import { rangeBetween, type SourceRange } from '../kernel/source-range.ts';
import { didYouMean } from '../kernel/suggestion.ts';
import { type Evaluation, NOTHING_KNOWN } from './evaluation.ts';
import type { CallExpression, Expression } from './expression-ast.ts';
import { type CallFailure, callFunction, callTypeFunction, checkArgumentCount } from './functions/call.ts';
import type { FunctionRecord, LazyFunction, PlainFunction, TypeFunction } from './functions/function.ts';
import type { FunctionTable } from './functions/table.ts';
import { functionsOf, type Scope } from './scope.ts';
import { readType } from './type-reader.ts';
import { typeWithArticle } from './values/types.ts';
import type { Mark, Value } from './values/value.ts';

type Evaluate = (expression: Expression, scope: Scope) => Diagnosed<Value>;

/** A function call (HCL spec, "Functions and Function Calls"). */
export function evaluateCall(call: CallExpression, evaluation: Evaluation, evaluate: Evaluate): Value {
  const table = functionsOf(evaluation.scope);
  const record = table?.functions.get(call.name);
  if (table === undefined || record === undefined) return evaluation.fail(unknownFunction(call, table));
  switch (record.kind) {
    case 'lazy':
      return callLazy(call, record, evaluation, evaluate);
    case 'type-argument':
      return callWithType(call, record, evaluation, evaluate);
    default:
      return callPlain(call, record, table, evaluation);
  }
}

function unknownFunction(call: CallExpression, table: FunctionTable | undefined): DiagnosticParts {
  const { name, nameRange: subject, range: context } = call;
  const place = { subject, context };
  if (table === undefined) {
    return {
      code: 'functions-not-allowed',
      summary: 'Functions not allowed',
      detail: "Functions can't be called here.",
      ...place,
    };
  }
  const refusal = table.refused.get(name);
  if (refusal !== undefined) {
    return { code: 'unsupported-function', summary: `Unsupported function "${name}"`, detail: refusal, ...place };
  }
  return {
    code: 'unknown-function',
    summary: 'Unknown function',
    detail: `There is no function named "${name}".${didYouMean(name, table.functions.keys())}`,
    ...place,
  };
}

interface Arguments {
  readonly values: readonly Value[];
  /** Where each argument is written; those out of an expansion are all at the same place. */
  readonly ranges: readonly SourceRange[];
  /** Marks of a collection that was expanded, which may have no elements that could carry them. */
  readonly marks: ReadonlySet<Mark>;
}

function callPlain(call: CallExpression, record: PlainFunction, table: FunctionTable, evaluation: Evaluation): Value {
  const before = evaluation.diagnostics.length;
  const args = evaluateArguments(call, evaluation);
  if (args === undefined || evaluation.diagnostics.length > before) return NOTHING_KNOWN;
  const result = callFunction(record, args.values, table.environment);
  return result.ok ? result.value.withMarks(args.marks) : failCall(call, result, args.ranges, evaluation);
}

/** Undefined when it can't be told yet which arguments there are. */
function evaluateArguments(call: CallExpression, evaluation: Evaluation): Arguments | undefined {
  const values = call.arguments.map((argument) => evaluation.value(argument));
  const ranges = call.arguments.map(({ range }) => range);
  const expanded = values.at(-1);
  const expandedRange = ranges.at(-1);
  if (call.expansion === undefined || expanded === undefined || expandedRange === undefined) {
    return { values, ranges, marks: new Set() };
  }
  const { value, marks } = expanded.unmark();
  if (!canExpand(value, expandedRange, call, evaluation)) return undefined;
  const elements = value.asElements().map((element) => element.withMarks(marks));
  return {
    values: [...values.slice(0, -1), ...elements],
    ranges: [...ranges.slice(0, -1), ...elements.map(() => expandedRange)],
    marks,
  };
}

function canExpand(value: Value, subject: SourceRange, call: CallExpression, evaluation: Evaluation): boolean {
  const place = { code: 'invalid-expansion', summary: 'Invalid argument expansion', subject, context: call.range };
  if (value.isNull) {
    evaluation.fail({
      ...place,
      detail: 'The value before "..." is null, so there are no elements to use as arguments.',
    });
    return false;
  }
  const { kind } = value.type;
  if (kind !== 'list' && kind !== 'set' && kind !== 'tuple' && kind !== 'dynamic') {
    evaluation.fail({
      ...place,
      detail: `Only a list, set or tuple can be expanded into arguments by "...", but this is ${typeWithArticle(value.type)}.`,
    });
    return false;
  }
  return value.isKnown;
}

function callLazy(call: CallExpression, record: LazyFunction, evaluation: Evaluation, evaluate: Evaluate): Value {
  if (!hasPlainArguments(call, record, evaluation)) return NOTHING_KNOWN;
  const result = record.call(call.arguments.map((argument) => () => evaluate(argument, evaluation.scope)));
  if (result.ok) return result.value;
  return evaluation.fail({
    code: 'function-failed',
    summary: 'Error in function call',
    detail: `Call to function "${record.name}" failed: ${result.message}`,
    subject: call.range,
  });
}

function callWithType(call: CallExpression, record: TypeFunction, evaluation: Evaluation, evaluate: Evaluate): Value {
  if (!hasPlainArguments(call, record, evaluation)) return NOTHING_KNOWN;
  const [source, written] = call.arguments;
  if (source === undefined || written === undefined) return NOTHING_KNOWN;
  const before = evaluation.diagnostics.length;
  const value = evaluation.value(source);
  evaluation.budget.spendSteps(written.range.end.offset - written.range.start.offset);
  const type = readType(written, evaluate);
  evaluation.report(type.diagnostics);
  if (type.value === undefined || evaluation.diagnostics.length > before) return NOTHING_KNOWN;
  evaluation.budget.spendOn([value]);
  const result = callTypeFunction(record, value, type.value);
  return result.ok
    ? result.value
    : failCall(
        call,
        result,
        call.arguments.map(({ range }) => range),
        evaluation,
      );
}

/** Whether the arguments are as many as they must be, where the function has to see them as they are written. */
function hasPlainArguments(call: CallExpression, record: FunctionRecord, evaluation: Evaluation): boolean {
  if (call.expansion !== undefined) {
    evaluation.fail({
      code: 'invalid-expansion',
      summary: 'Invalid argument expansion',
      detail: `The arguments of "${record.name}" must be written one by one; "..." can't be used.`,
      subject: call.expansion,
      context: call.range,
    });
    return false;
  }
  const failure = checkArgumentCount(record, call.arguments.length);
  if (failure === undefined) return true;
  failCall(
    call,
    failure,
    call.arguments.map(({ range }) => range),
    evaluation,
  );
  return false;
}

function failCall(
  call: CallExpression,
  failure: CallFailure,
  ranges: readonly SourceRange[],
  evaluation: Evaluation,
): Value {
  const { code, summary, detail } = failure;
  evaluation.fail({ code, summary, detail, subject: faultRange(call, failure, ranges), context: call.range });
  evaluation.report(failure.diagnostics);
  return NOTHING_KNOWN;
}

function faultRange(call: CallExpression, failure: CallFailure, ranges: readonly SourceRange[]): SourceRange {
  const last = ranges.at(-1);
  const argument = failure.argument === undefined ? undefined : ranges[failure.argument];
  switch (failure.code) {
    case 'too-few-arguments':
      return call.closeRange;
    case 'too-many-arguments':
      return argument === undefined || last === undefined ? call.range : rangeBetween(argument, last);
    case 'invalid-argument':
      return argument ?? call.range;
    default:
      return argument ?? call.nameRange;
  }
}

import { counted } from '../../kernel/counted.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import { tooLargeSize } from '../budget.ts';
import { convert } from '../values/convert.ts';
import { NumberTooLarge } from '../values/number.ts';
import { describePath } from '../values/path.ts';
import { DYNAMIC, type Type } from '../values/types.ts';
import { type Mark, SENSITIVE, Value } from '../values/value.ts';
import type { FunctionEnvironment } from './environment.ts';
import {
  FunctionFault,
  type FunctionRecord,
  type Parameter,
  type PlainFunction,
  type TypeFunction,
} from './function.ts';

/** What a call gives, or a diagnostic's code, summary and detail, and which argument (from 0) it is about. */
export type CallResult = { readonly ok: true; readonly value: Value } | CallFailure;

export interface CallFailure {
  readonly ok: false;
  readonly code: 'too-few-arguments' | 'too-many-arguments' | 'invalid-argument' | 'function-failed';
  readonly summary: string;
  readonly detail: string;
  readonly argument?: number;
  /** What was said about another text (a template file) that the function worked on. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What a call costs, whatever it does. */
const STEPS_PER_CALL = 20;

/**
 * Calls a function as HCL does: the number of arguments is checked, each is converted to its parameter's type, null is
 * refused where it has no meaning, unknown arguments give an unknown result, and marks go on to the result.
 */
export function callFunction(
  record: PlainFunction,
  args: readonly Value[],
  environment: FunctionEnvironment,
): CallResult {
  const wrongCount = checkArgumentCount(record, args.length);
  if (wrongCount !== undefined) return wrongCount;

  environment.budget.spendSteps(STEPS_PER_CALL);
  environment.budget.spendOn(args.filter((_, index) => parameterAt(record, index)?.isLookedUp !== true));
  const marks = new Set<Mark>();
  const prepared: Value[] = [];
  let unknown = false;
  for (const [index, argument] of args.entries()) {
    const parameter = parameterAt(record, index);
    if (parameter === undefined) continue;
    const converted = convert(argument, parameter.type);
    if (!converted.ok) {
      const place = describePath(converted.error.path);
      return invalidArgument(parameter, index, `${place === '' ? '' : `${place}: `}${converted.error.message}`);
    }
    const bare = parameter.keepsMarksInside === true ? converted.value.unmark() : converted.value.unmarkDeep();
    for (const mark of bare.marks) marks.add(mark);
    if (bare.value.isNull && parameter.allowNull !== true) {
      return invalidArgument(parameter, index, 'the value must not be null');
    }
    unknown ||= !isKnownEnough(bare.value, parameter);
    prepared.push(bare.value);
  }
  if (unknown) return guard(record, () => Value.unknownOf(returnType(record, prepared)).withMarks(marks));
  const { bytes = 0, steps = 0 } = record.expense?.(prepared) ?? {};
  const tooMuch = tooLargeSize(bytes);
  if (tooMuch !== undefined) return functionFailed(record, `the result can't be used: ${tooMuch}`);
  environment.budget.spendSteps(steps);
  const result = guard(record, () => record.call(prepared, environment).withMarks(marks));
  return result.ok || record.tellsReason === true || !marks.has(SENSITIVE) ? result : withoutReason(record, result);
}

/** What a function says against its arguments may quote them, or what they became on the way. */
function withoutReason(record: FunctionRecord | TypeFunction, { argument }: CallFailure): CallFailure {
  const reason = 'the reason is not shown, since a sensitive value is among the arguments';
  const parameter = argument === undefined ? undefined : parameterAt(record, argument);
  if (argument === undefined || parameter === undefined) return functionFailed(record, reason);
  return invalidArgument(parameter, argument, reason);
}

/** Calls `convert`, whose second argument is a type. */
export function callTypeFunction(record: TypeFunction, value: Value, type: Type): CallResult {
  const result = guard(record, () => record.call(value, type));
  return result.ok || !value.containsMark(SENSITIVE) ? result : withoutReason(record, result);
}

/** What is wrong with this number of arguments, or undefined. */
export function checkArgumentCount(record: FunctionRecord, count: number): CallFailure | undefined {
  const wanted = record.params.length;
  const expects = `Function "${record.name}" expects ${record.variadic === undefined ? '' : 'at least '}${counted(wanted, 'argument')}`;
  if (count < wanted) {
    const missing = record.params[count]?.name ?? '';
    const detail = `${expects}: ${signature(record)}. The value for "${missing}" is missing.`;
    return { ok: false, code: 'too-few-arguments', summary: 'Not enough function arguments', detail, diagnostics: [] };
  }
  if (count > wanted && record.variadic === undefined) {
    const detail = `${expects}: ${signature(record)}. There are ${count}.`;
    return {
      ok: false,
      code: 'too-many-arguments',
      summary: 'Too many function arguments',
      detail,
      argument: wanted,
      diagnostics: [],
    };
  }
  return undefined;
}

/** The call for people: `join(separator, lists...)`. */
export function signature(record: FunctionRecord): string {
  const names = record.params.map((parameter) => parameter.name);
  if (record.variadic !== undefined) names.push(`${record.variadic.name}...`);
  return `${record.name}(${names.join(', ')})`;
}

function parameterAt(record: FunctionRecord, index: number): Parameter | undefined {
  return record.params[index] ?? record.variadic;
}

function isKnownEnough(value: Value, parameter: Parameter): boolean {
  if (parameter.allowUnknown === 'anywhere') return true;
  return parameter.allowUnknown === 'inside' ? value.isKnown : value.isWhollyKnown();
}

function returnType(record: PlainFunction, args: readonly Value[]): Type {
  if (typeof record.returns !== 'function') return record.returns;
  return args.some((argument) => argument.type.kind === 'dynamic') ? DYNAMIC : record.returns(args);
}

function guard(record: FunctionRecord, call: () => Value): CallResult {
  try {
    return { ok: true, value: call() };
  } catch (error) {
    if (error instanceof NumberTooLarge) return functionFailed(record, error.message);
    if (!(error instanceof FunctionFault)) throw error;
    const { argument, message, diagnostics } = error;
    const parameter = argument === undefined ? undefined : parameterAt(record, argument);
    if (argument !== undefined && parameter !== undefined) {
      return { ...invalidArgument(parameter, argument, message), diagnostics };
    }
    return functionFailed(record, message, diagnostics);
  }
}

function functionFailed(
  { name }: FunctionRecord,
  message: string,
  diagnostics: readonly Diagnostic[] = [],
): CallFailure {
  return {
    ok: false,
    code: 'function-failed',
    summary: 'Error in function call',
    detail: `Call to function "${name}" failed: ${message}.`,
    diagnostics,
  };
}

function invalidArgument(parameter: Parameter, argument: number, message: string): CallFailure {
  return {
    ok: false,
    code: 'invalid-argument',
    summary: 'Invalid function argument',
    detail: `Invalid value for "${parameter.name}" parameter: ${message}.`,
    argument,
    diagnostics: [],
  };
}

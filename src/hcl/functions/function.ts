import type { Diagnosed, Diagnostic } from '../../kernel/diagnostics.ts';
import type { Type } from '../values/types.ts';
import type { Value } from '../values/value.ts';
import type { FunctionEnvironment } from './environment.ts';

export interface Parameter {
  readonly name: string;
  /** What arguments are converted to. */
  readonly type: Type;
  /** Null is an argument like any other. Default: an error. */
  readonly allowNull?: boolean;
  /**
   * `inside`: elements of the argument may be unknown; `anywhere`: the argument itself, too.
   * Default: with anything unknown in it the function is not called and its result is unknown.
   */
  readonly allowUnknown?: 'inside' | 'anywhere';
  /**
   * Marks inside the argument stay on the elements that carry them, for functions that hand elements on.
   * Default: they all go to the result. Marks of the argument itself always do.
   */
  readonly keepsMarksInside?: boolean;
  /**
   * The function looks at the argument without going through it, however large it is: the call is not charged for its size
   * (see EvaluationBudget), but for what `expense` says. Only beside `keepsMarksInside` and `allowUnknown`.
   */
  readonly isLookedUp?: boolean;
}

interface FunctionDeclaration {
  readonly name: string;
  readonly params: readonly Parameter[];
  /** Takes all arguments after `params`. */
  readonly variadic?: Parameter;
  /** One or two sentences for the reference. */
  readonly doc: string;
}

export interface Expense {
  /** Bytes of the result, at most about, when it can be larger than the arguments together. */
  readonly bytes?: number;
  /** Steps of work; one is worth a microsecond or less. */
  readonly steps?: number;
}

/** A function that takes values: `callFunction` has converted and checked them. */
export interface PlainFunction extends FunctionDeclaration {
  readonly kind?: undefined;
  /** The type of the result, needed while it can't be computed; may be asked with unknown arguments. */
  readonly returns: Type | ((args: readonly Value[]) => Type);
  /** What a call may cost above the arguments that it goes through, where that can be much. */
  expense?(args: readonly Value[]): Expense;
  /** Why it fails is told although an argument is sensitive: nothing in it is but what is masked everywhere. */
  readonly tellsReason?: boolean;
  /** Throws FunctionFault (see `fault`) when the arguments don't do. */
  call(args: readonly Value[], environment: FunctionEnvironment): Value;
}

/** `try` and `can`: the arguments are evaluated by the function, if at all. */
export interface LazyFunction extends FunctionDeclaration {
  readonly kind: 'lazy';
  call(args: readonly (() => Diagnosed<Value>)[]): LazyResult;
}

export type LazyResult =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string; readonly diagnostics: readonly Diagnostic[] };

/** `convert`: the second argument is written as a type, `list(string)`, and is not evaluated. */
export interface TypeFunction extends FunctionDeclaration {
  readonly kind: 'type-argument';
  /** Throws FunctionFault when the value can't be converted. */
  call(value: Value, type: Type): Value;
}

export type FunctionRecord = PlainFunction | LazyFunction | TypeFunction;

/** What a function throws when it can't work with its arguments; `callFunction` turns it into a CallFailure. */
export class FunctionFault extends Error {
  override readonly name = 'FunctionFault';
  /** Which argument is at fault, from 0; undefined when it is no single one. */
  readonly argument: number | undefined;
  /** What lies behind it, when that has places in a text of its own. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(message: string, argument?: number, diagnostics: readonly Diagnostic[] = []) {
    super(message);
    this.argument = argument;
    this.diagnostics = diagnostics;
  }
}

/** Ends the call; `message` is a clause without a full stop, such as `a string is required`. */
export function fault(message: string, argument?: number): never {
  throw new FunctionFault(message, argument);
}

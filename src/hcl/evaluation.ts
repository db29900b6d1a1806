import { type Diagnostic, type DiagnosticParts, errorDiagnostic } from '../kernel/diagnostics.ts';
import { type EvaluationBudget, tooLarge } from './budget.ts';
import type { Expression } from './expression-ast.ts';
import { valuesIn, valuesMatter } from './expression-values.ts';
import type { Scope } from './scope.ts';
import { DYNAMIC } from './values/types.ts';
import { Value } from './values/value.ts';

/** What an expression comes to where it is wrong: nothing is said about it, so no error follows from the first one. */
export const NOTHING_KNOWN = Value.unknownOf(DYNAMIC);

/** More errors than anybody reads. */
const MAXIMUM_DIAGNOSTICS = 100;

/** Expressions that make a value instead of naming one. */
const MAKERS: ReadonlySet<Expression['kind']> = new Set([
  'template',
  'json-string',
  'call',
  'unary',
  'operation',
  'conditional',
  'tuple',
  'object',
  'for-tuple',
  'for-object',
]);

/** What it takes to say what is wrong, with what the variables hold: `try` and `can` may ask for it again and again. */
const STEPS_PER_ERROR = 20;

/** Expressions that only put other ones together, each of which is watched itself. */
const COMPOSITIONS: ReadonlySet<Expression['kind']> = new Set([
  'template',
  'json-string',
  'conditional',
  'tuple',
  'object',
  'parenthesized',
]);

/** Bytes that a value takes in a collection, apart from its content. */
const OVERHEAD = 64;

/** Bytes that a value that is too large counts for. */
const MOST_FOR_A_REFUSED_VALUE = 16 * 1024 * 1024;

type EvaluateFunction = (expression: Expression, evaluation: Evaluation) => Value;

/** One expression being evaluated: the scope, the errors so far, and the way to evaluate the parts of the expression. */
export class Evaluation {
  readonly scope: Scope;
  readonly diagnostics: Diagnostic[] = [];
  readonly #evaluate: EvaluateFunction;
  readonly budget: EvaluationBudget;
  /** Is shown every value that is looked up or made. */
  readonly watch: ((value: Value) => void) | undefined;
  /** The innermost part under way. */
  #current: Expression | undefined;

  constructor(scope: Scope, evaluate: EvaluateFunction, budget: EvaluationBudget, watch?: (value: Value) => void) {
    this.scope = scope;
    this.#evaluate = evaluate;
    this.budget = budget;
    this.watch = watch;
  }

  /** The value of a part; its errors become errors of the whole. */
  value(expression: Expression): Value {
    this.budget.spendSteps(1);
    const around = this.#current;
    this.#current = expression;
    const value = this.#evaluate(expression, this);
    this.#current = around;
    if (!COMPOSITIONS.has(expression.kind)) this.watch?.(value);
    return MAKERS.has(expression.kind) ? this.#made(value, expression) : value;
  }

  /** Accounts for a new value; one that is too large becomes an error at the expression that makes it. */
  #made(value: Value, { kind, range }: Expression): Value {
    const problem = tooLarge(value);
    if (problem !== undefined) {
      // It has been made all the same; a template that does so again and again is to end.
      this.budget.spendMemory(MOST_FOR_A_REFUSED_VALUE);
      return this.fail({
        code: 'value-too-large',
        summary: 'Value too large',
        detail: `The value of this expression can't be used: ${problem}.`,
        subject: range,
      });
    }
    // What stands in the brackets is accounted for where it is made; a function may have made all of it.
    const whole = kind === 'call' || value.depth === 0;
    this.budget.spendMemory(whole ? value.size : OVERHEAD * (1 + value.children().length));
    return value;
  }

  /** Accounts for a collection of so many elements that an expression makes on the way. */
  spendOnElements(count: number): void {
    this.budget.spendSteps(count);
    this.budget.spendMemory(OVERHEAD * (1 + count));
  }

  /** The value of a part whose errors may turn out not to matter: they are in what is returned, and only there. */
  attempt(expression: Expression): { readonly value: Value; readonly diagnostics: readonly Diagnostic[] } {
    const inner = this.within(this.scope);
    return { value: inner.value(expression), diagnostics: inner.diagnostics };
  }

  /** The same evaluation with a scope of its own, and errors of its own. */
  within(scope: Scope): Evaluation {
    const inner = new Evaluation(scope, this.#evaluate, this.budget, this.watch);
    inner.#current = this.#current;
    return inner;
  }

  report(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      if (this.diagnostics.length < MAXIMUM_DIAGNOSTICS) this.diagnostics.push(diagnostic);
    }
  }

  /** Records an error and gives the value that stands for what could not be computed. */
  fail(parts: DiagnosticParts): Value {
    this.budget.spendSteps(STEPS_PER_ERROR);
    const current = valuesMatter(parts.code) ? this.#current : undefined;
    const values = current === undefined ? [] : valuesIn(current, this.scope);
    this.report([errorDiagnostic(values.length === 0 ? parts : { ...parts, values })]);
    return NOTHING_KNOWN;
  }
}

import { type Diagnostic, type DiagnosticParts, errorDiagnostic } from '../kernel/diagnostics.ts';
import type { Expression } from './ast.ts';
import { valuesIn } from './expression-values.ts';
import type { Scope } from './scope.ts';
import { DYNAMIC } from './values/types.ts';
import { Value } from './values/value.ts';

/** What an expression comes to where it is wrong: nothing is said about it, so no error follows from the first one. */
export const NOTHING_KNOWN = Value.unknownOf(DYNAMIC);

/** Expressions that one evaluation may work through, those in loops once per turn: a second or so of work. */
const MAXIMUM_STEPS = 1_000_000;

/** More errors than anybody reads. */
const MAXIMUM_DIAGNOSTICS = 100;

/** Thrown when an expression would take too long; caught in `evaluate`. */
export class EvaluationLimit extends Error {
  override readonly name = 'EvaluationLimit';
}

/** How much one evaluation may still do, shared by all its parts. */
export class StepBudget {
  #left = MAXIMUM_STEPS;

  spend(): void {
    this.#left -= 1;
    if (this.#left < 0) throw new EvaluationLimit();
  }
}

type EvaluateFunction = (expression: Expression, evaluation: Evaluation) => Value;

/** One expression being evaluated: the scope, the errors so far, and the way to evaluate the parts of the expression. */
export class Evaluation {
  readonly scope: Scope;
  readonly diagnostics: Diagnostic[] = [];
  readonly #evaluate: EvaluateFunction;
  readonly #budget: StepBudget;
  /** The innermost part under way. */
  #current: Expression | undefined;

  constructor(scope: Scope, evaluate: EvaluateFunction, budget: StepBudget) {
    this.scope = scope;
    this.#evaluate = evaluate;
    this.#budget = budget;
  }

  /** The value of a part; its errors become errors of the whole. */
  value(expression: Expression): Value {
    this.#budget.spend();
    const around = this.#current;
    this.#current = expression;
    const value = this.#evaluate(expression, this);
    this.#current = around;
    return value;
  }

  /** The value of a part whose errors may turn out not to matter: they are in what is returned, and only there. */
  attempt(expression: Expression): { readonly value: Value; readonly diagnostics: readonly Diagnostic[] } {
    const inner = this.within(this.scope);
    return { value: inner.value(expression), diagnostics: inner.diagnostics };
  }

  /** The same evaluation with a scope of its own, and errors of its own. */
  within(scope: Scope): Evaluation {
    const inner = new Evaluation(scope, this.#evaluate, this.#budget);
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
    const values = this.#current === undefined ? [] : valuesIn(this.#current, this.scope);
    this.report([errorDiagnostic(values.length === 0 ? parts : { ...parts, values })]);
    return NOTHING_KNOWN;
  }
}

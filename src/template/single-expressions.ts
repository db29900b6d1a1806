import { EvaluationBudget } from '../hcl/budget.ts';
import { evaluate } from '../hcl/evaluator.ts';
import type { Expression } from '../hcl/expression-ast.ts';
import type { FunctionTable } from '../hcl/functions/table.ts';
import type { Scope } from '../hcl/scope.ts';
import type { Value } from '../hcl/values/value.ts';
import type { Diagnosed } from '../kernel/diagnostics.ts';
import { type TemplateFunctions, templateFunctions } from './functions.ts';
import type { NotedSecrets } from './noted-secrets.ts';
import { RemoteAnswers } from './remote-answers.ts';
import type { TemplatePorts } from './request.ts';

export interface ExpressionPlace {
  /** Where functions look for files; both absolute. */
  readonly templateDirectory: string;
  readonly workingDirectory: string;
  /** Whether functions may ask services elsewhere; else what they would give is unknown. */
  readonly asksRemote: boolean;
}

/** Evaluates expressions one by one, as they would be evaluated in a template; each may cost as much as a template. */
export class SingleExpressions {
  readonly functions: FunctionTable;
  readonly #scope: Scope;
  readonly #remote: RemoteAnswers;
  readonly #noted: NotedSecrets;

  private constructor({ standard, noted }: TemplateFunctions, scope: Scope, remote: RemoteAnswers) {
    this.functions = standard;
    this.#noted = noted;
    this.#scope = scope;
    this.#remote = remote;
  }

  /** With all functions, since nobody knows which ones will be called; `scope` has the variables. */
  static async open(scope: Scope, ports: TemplatePorts, place: ExpressionPlace): Promise<SingleExpressions> {
    const { templateDirectory, workingDirectory, asksRemote } = place;
    const remote = new RemoteAnswers(asksRemote ? ports.askRemote : undefined, ports.signal);
    const functions = await templateFunctions(ports, templateDirectory, workingDirectory, undefined, remote);
    return new SingleExpressions(functions, scope, remote);
  }

  /** What was made of sensitive values so far: not to be shown. */
  get sensitiveTexts(): Iterable<string> {
    return this.#noted.texts;
  }

  evaluate(expression: Expression): Promise<Diagnosed<Value> & { readonly value: Value }> {
    return this.#remote.settle(() => {
      const environment = { ...this.functions.environment, budget: new EvaluationBudget() };
      const functions = { ...this.functions, environment };
      return evaluate(expression, { parent: this.#scope, variables: new Map(), functions });
    });
  }
}

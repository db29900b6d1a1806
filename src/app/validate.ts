import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { BuildPlan } from '../template/plan.ts';
import type { Surroundings, TemplateRequest } from './build.ts';

export interface ValidateRequest extends TemplateRequest, Surroundings {
  /** Only whether the text can be read as HCL. */
  readonly syntaxOnly: boolean;
}

export interface ValidateResult {
  readonly valid: boolean;
  /** In the order of the files; already reported as `diagnostic` events. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined when it is not valid, or with `syntaxOnly`. */
  readonly plan: BuildPlan | undefined;
}

import { boolean, type ReadInput } from './input-values.ts';
import { readTemplateInputs, type TemplateInputs } from './template-inputs.ts';

/** All inputs of the action `validate`, checked. */
export interface ValidateInputs extends TemplateInputs {
  readonly syntaxOnly: boolean;
  readonly warnOnUndeclared: boolean;
  readonly evaluateDataSources: boolean;
  /** Whether files have to be in the canonical format, too. */
  readonly format: boolean;
  readonly summary: boolean;
}

/**
 * Reads and checks the inputs. Throws a BakeError (category `input`) that names the input, its value and what it takes.
 *
 * @param workspace what a relative `working-directory` is relative to; absolute
 */
export function readValidateInputs(read: ReadInput, workspace: string): ValidateInputs {
  return {
    ...readTemplateInputs(read, workspace),
    syntaxOnly: boolean('syntax-only', read('syntax-only') || 'false'),
    warnOnUndeclared: boolean('warn-on-undeclared-var', read('warn-on-undeclared-var') || 'true'),
    evaluateDataSources: boolean('evaluate-datasources', read('evaluate-datasources') || 'false'),
    format: boolean('format', read('format') || 'false'),
    summary: boolean('summary', read('summary') || 'true'),
  };
}

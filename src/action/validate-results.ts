import type { ValidateResult } from '../app/validate.ts';
import type { Diagnostic, Severity } from '../kernel/diagnostics.ts';
import { BakeError, TemplateError } from '../kernel/errors.ts';
import { diagnosticList } from './diagnostic-list.ts';
import { errorCodes, errorText } from './error-list.ts';
import { type MarkdownWriter, section, withinLimit } from './markdown.ts';

/** The outputs of the action `validate`. */
export function validateOutputs(
  result: ValidateResult,
  unformatted: readonly string[],
): Readonly<Record<string, string>> {
  return {
    valid: String(result.valid),
    builds: JSON.stringify(result.plan?.builds.map(({ name }) => name) ?? []),
    errors: String(of('error', result.diagnostics).length),
    warnings: String(of('warning', result.diagnostics).length),
    unformatted: JSON.stringify(unformatted),
  };
}

/** The job summary of a validation, in GitHub's Markdown. */
export function validateSummary(
  { valid, diagnostics, plan }: ValidateResult,
  unformatted: readonly string[],
  write: MarkdownWriter,
): string {
  const builds = plan?.builds.map(({ name }) => `- ${write.text(name)}`) ?? [];
  const parts = [
    `## ${validHeadline(valid, unformatted.length)}`,
    section('Errors', diagnosticList(of('error', diagnostics), write)),
    valid ? '' : errorCodes([new TemplateError(diagnostics)], write),
    section('Warnings', diagnosticList(of('warning', diagnostics), write)),
    section(
      'Not formatted',
      unformatted.map((name) => `- ${write.code(name)}`),
    ),
    valid && unformatted.length > 0 ? errorText(notFormatted(unformatted), write) : '',
    section('Builds', builds),
  ];
  return withinLimit(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

function validHeadline(valid: boolean, unformatted: number): string {
  if (!valid) return 'The template is not valid';
  return unformatted === 0 ? 'The template is valid' : 'The template is valid, but not in the canonical format';
}

export function notFormatted(files: readonly string[]): BakeError {
  const these = files.length === 1 ? 'is not' : 'are not';
  return new BakeError(`${files.join(', ')} ${these} in the canonical format`, {
    code: 'not-formatted',
    category: 'template',
    hint: 'bake-ami fmt, or packer fmt, writes them in it. The input format: false leaves them as they are.',
  });
}

function of(severity: Severity, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity);
}

import type { Diagnostic } from '../kernel/diagnostics.ts';
import { type BakeError, TemplateError } from '../kernel/errors.ts';
import { diagnosticList } from './diagnostic-list.ts';
import { errorCodes, errorText } from './error-list.ts';
import { type MarkdownWriter, section, withinLimit } from './markdown.ts';

/** The job summary of a step that ended before it had anything else to tell; of a template, all that is wrong in it. */
export function failureSummary(title: string, error: BakeError, write: MarkdownWriter): string {
  const wrong = error instanceof TemplateError ? diagnosticList(of('error', error), write) : [];
  const parts = [
    `## ${title}`,
    section('What went wrong', wrong.length > 0 ? wrong : [`- ${errorText(error, write)}`]),
    errorCodes([error], write),
    error instanceof TemplateError ? section('Warnings', diagnosticList(of('warning', error), write)) : '',
  ];
  return withinLimit(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

function of(severity: Diagnostic['severity'], { diagnostics }: TemplateError): readonly Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity);
}

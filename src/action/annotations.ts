import path from 'node:path';
import { diagnosticText } from '../hcl/diagnostic-text.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { SourceRange } from '../kernel/source-range.ts';
import type { AnnotationProperties, RunnerLog } from './runner-log.ts';

/** Shows a diagnostic on its line of the template, in the run's annotations and in the pull request's diff. */
export function annotate(log: RunnerLog, diagnostic: Diagnostic, workingDirectory: string): void {
  const properties = annotationProperties(diagnostic, workingDirectory);
  if (diagnostic.severity === 'error') log.error(diagnosticText(diagnostic), properties);
  else log.warning(diagnosticText(diagnostic), properties);
}

/** Shows what failed on the block of the template that it belongs to. */
export function annotateFailure(
  log: RunnerLog,
  message: string,
  title: string,
  subject: SourceRange,
  workingDirectory: string,
): void {
  log.error(message, annotationProperties({ summary: title, subject }, workingDirectory));
}

/**
 * The runner makes the path relative to the workspace by itself; columns only count while the range is on one line
 * (actions/runner, ActionCommandManager.cs).
 */
function annotationProperties(
  { summary, subject }: Pick<Diagnostic, 'summary' | 'subject'>,
  workingDirectory: string,
): AnnotationProperties {
  if (subject === undefined) return { title: summary };
  const { start, end } = subject;
  const lines = {
    title: summary,
    file: path.resolve(workingDirectory, subject.filename),
    startLine: start.line,
    endLine: end.line,
  };
  if (start.line !== end.line) return lines;
  return { ...lines, startColumn: start.column, endColumn: Math.max(start.column, end.column) };
}

import { diagnosticText } from '../hcl/diagnostic-text.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { MarkdownWriter } from './markdown.ts';

/** One point of a Markdown list for each diagnostic: what is wrong and where, below it what to do and with which values. */
export function diagnosticList(diagnostics: readonly Diagnostic[], write: MarkdownWriter): readonly string[] {
  return diagnostics.map((diagnostic) => {
    const { summary, subject } = diagnostic;
    const place = subject === undefined ? '' : write.code(`${subject.filename}:${subject.start.line}`);
    const text = diagnosticText(diagnostic).split('\n');
    return [
      `- **${write.text(summary)}**${place === '' ? '' : ` in ${place}`}`,
      ...text.filter((line) => line !== '').map((line) => write.text(line)),
    ].join('<br>');
  });
}

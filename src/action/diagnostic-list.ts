import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { MarkdownWriter } from './markdown.ts';

/** One point of a Markdown list for each diagnostic: `- Summary (file:line): what to do`. */
export function diagnosticList(diagnostics: readonly Diagnostic[], write: MarkdownWriter): readonly string[] {
  return diagnostics.map(({ summary, detail, subject }) => {
    const place = subject === undefined ? '' : ` (${subject.filename}:${subject.start.line})`;
    return `- ${write.text(`${summary}${place}: ${detail}`)}`;
  });
}

import type { Source } from '../hcl/source.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';

/**
 * A quote within `{{ }}` ends the string around it, and what the parser then says is about what comes after it. Here one
 * error says so at the quote, and replaces those of the rest of its line.
 */
export function explainQuotesInBraces(source: Source, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  /** By where a line starts: the quote that ends a string on it too early. */
  const quotes = new Map<number, number | undefined>();
  const told = new Set<number>();
  return diagnostics.flatMap((diagnostic) => {
    const { subject } = diagnostic;
    if (subject === undefined) return [diagnostic];
    const line = source.text.lastIndexOf('\n', subject.start.offset - 1) + 1;
    if (!quotes.has(line)) quotes.set(line, quoteInBraces(source.text, line));
    const quote = quotes.get(line);
    if (quote === undefined || subject.start.offset < quote) return [diagnostic];
    if (told.has(quote)) return [];
    told.add(quote);
    return [
      {
        severity: diagnostic.severity,
        code: 'quote-in-braces',
        summary: 'Quote within {{ }}',
        detail: 'This quote ends the string here. Inside {{ }} write backticks (`) or \\" instead.',
        subject: source.range(quote, quote + 1),
      },
    ];
  });
}

/** The closing quote of the first string of a line that has a `{{` whose `}}` comes only after the string. */
function quoteInBraces(text: string, lineStart: number): number | undefined {
  const newline = text.indexOf('\n', lineStart);
  const line = text.slice(lineStart, newline === -1 ? text.length : newline);
  for (const { 0: string, index } of line.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const close = index + string.length - 1;
    if (string.lastIndexOf('{{') > string.lastIndexOf('}}') && line.includes('}}', close)) return lineStart + close;
  }
  return undefined;
}

/** The runner drops a summary of more than 1 MiB, with an error (actions/runner, FileCommandManager.cs). */
const LIMIT_BYTES = 900 * 1024;

/** A job summary that the runner takes: what is too long is cut off, and said to be. */
export function withinLimit(text: string): string {
  if (Buffer.byteLength(text) <= LIMIT_BYTES) return text;
  const cut = Buffer.from(text).subarray(0, LIMIT_BYTES).toString('utf8');
  return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\nThe rest was cut off: a summary may have 1 MiB.\n`;
}

export function table(columns: readonly string[], rows: readonly string[]): string {
  return [`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`, ...rows].join('\n');
}

/** A piece of code in a table. */
export interface Code {
  readonly code: string;
}

/**
 * Writes other people's text, names and messages, into Markdown: it must not turn into links, images, HTML or more table.
 * Secrets are masked before that, since a secret with characters that are escaped would not be found any more.
 */
export class MarkdownWriter {
  readonly #mask: (text: string) => string;

  constructor(mask: (text: string) => string) {
    this.#mask = mask;
  }

  text(text: string): string {
    return this.#mask(text)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/[\\`*_{}[\]()#!|@~]/g, '\\$&')
      .replace(/\s*\r?\n\s*/g, ' ');
  }

  /** A line of a table. */
  row(cells: readonly (string | Code)[]): string {
    const shown = cells.map((cell) =>
      typeof cell === 'string' ? this.text(cell) : `<code>${this.text(cell.code)}</code>`,
    );
    return `| ${shown.join(' | ')} |`;
  }
}

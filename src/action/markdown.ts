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

export function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => (cell.startsWith('<code>') ? cell : markdown(cell))).join(' | ')} |`;
}

export function code(text: string): string {
  return `<code>${markdown(text)}</code>`;
}

/** Names and messages are other people's text: they must not turn into links, images, HTML or more table. */
export function markdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#!|@~]/g, '\\$&')
    .replace(/\s*\r?\n\s*/g, ' ');
}

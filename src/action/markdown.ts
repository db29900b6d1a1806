import { printableLine } from '../kernel/hostile-text.ts';
import { cutMarkdown } from './cut-markdown.ts';

/** The runner drops a summary of more than 1 MiB, with an error (actions/runner, FileCommandManager.cs). */
const LIMIT_BYTES = 900 * 1024;

/** A job summary that the runner takes: what is too long is cut off, and said to be. */
export function withinLimit(text: string): string {
  return cutMarkdown(text, {
    limit: LIMIT_BYTES,
    lengthOf: (part) => Buffer.byteLength(part),
    note: 'The rest was cut off: a summary may have 1 MiB. The log has all of it.',
  });
}

/** More would bury the rest of the page; all of them are in the log. */
const MOST_ITEMS = 50;

/** A heading with a list below it, of ready points; nothing at all when there are none. */
export function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const more = items.length > MOST_ITEMS ? [`- and ${items.length - MOST_ITEMS} more, in the log`] : [];
  return `### ${title}\n\n${[...items.slice(0, MOST_ITEMS), ...more].join('\n')}`;
}

const LONGEST_LINE = 300;
/** Nothing in it ends the attribute or the line that it stands in. */
const HTTPS = /^https:\/\/[^\s"'<>`|\\]+$/;

export function table(columns: readonly string[], rows: readonly string[]): string {
  return [`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`, ...rows].join('\n');
}

/** What a cell of a table may hold beside plain text. */
export interface Rich {
  readonly text?: string;
  /** Shown as code. */
  readonly code?: string;
  /** Where the text or code leads: an address that begins with `https://`, else it is left out. */
  readonly href?: string | undefined;
  /** Below it, smaller. */
  readonly note?: string | undefined;
}

/** Hides `content` until somebody wants it; both are Markdown. */
export function details(title: string, content: string): string {
  return `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

/**
 * What GitHub makes a mention or a reference of: it looks for them in the finished HTML, where escapes are gone, so that
 * only a character between the two (of no width) keeps it from calling people and from writing into other issues.
 */
const APART = '&#8203;';

/**
 * Writes other people's text, names and messages, into Markdown: it must not turn into images, HTML, mentions or more table.
 * Secrets are masked before that, since a secret with characters that are escaped would not be found any more.
 */
export class MarkdownWriter {
  readonly #mask: (text: string) => string;

  constructor(mask: (text: string) => string) {
    this.#mask = mask;
  }

  text(text: string): string {
    return oneLine(this.#mask(text))
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/[\\`*_{}[\]()!|~]|#(?!\d)/g, '\\$&')
      .replace(/@|#(?=\d)|\bGH-(?=\d)|\/(?:issues|pull|discussions)\/(?=\d)/gi, `$&${APART}`);
  }

  /** The first line of what a machine had a hand in, cut where it is long; plain text still, for `text` and `row`. */
  firstLine(text: string): string {
    const line = printableLine(this.#mask(text).split('\n')[0] ?? '', false);
    return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
  }

  /** Names of files, ids, codes. */
  code(text: string): string {
    return `<code>${this.text(text)}</code>`;
  }

  /** A line of a table. */
  row(cells: readonly (string | Rich)[]): string {
    return `| ${cells.map((cell) => (typeof cell === 'string' ? this.text(cell) : this.cell(cell))).join(' | ')} |`;
  }

  /** Lines of a machine's output as a block of code, which nothing in them can end. */
  block(lines: readonly string[]): string {
    const shown = lines.map((line) => printableLine(this.#mask(line), false));
    const longest = Math.max(2, ...shown.flatMap((line) => line.match(/`+/g) ?? []).map(({ length }) => length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}text\n${shown.join('\n')}\n${fence}`;
  }

  cell({ text = '', code = '', href, note }: Rich): string {
    const shown = code === '' ? this.text(text) : this.code(code);
    const isAddress = href !== undefined && HTTPS.test(href);
    const linked = isAddress ? `<a href="${href}">${shown}</a>` : shown;
    return note === undefined ? linked : `${linked}${shown === '' ? '' : '<br>'}<sub>${this.text(note)}</sub>`;
  }
}

/** Whatever ends a line in Markdown or on a terminal does not: a carriage return alone is enough for Markdown. */
function oneLine(text: string): string {
  const [first = '', ...others] = text.split(/[\r\n\u2028\u2029]+/);
  const all = others.length === 0 ? [first] : [first.trimEnd(), ...others.map((line) => line.trim())];
  return printableLine(all.join(' '), false);
}

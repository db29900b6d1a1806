import { styleText } from 'node:util';
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { printableLine } from '../kernel/hostile-text.ts';
import { whitespaceHunks } from './whitespace-patch.ts';

const LINES_OF_CONTEXT = 3;

/** Lines removed and added; the time that the shortest diff takes grows with the square. */
const MOST_EDITS = 1_000;

/** What `diff -u` says, with the names and line counts written as Packer's formatter has them; each line ended. */
export function unifiedDiff(name: string, before: string, after: string, colours: boolean): string {
  const names = { oldFileName: `old/${name}`, newFileName: `new/${name}` };
  const shortest = structuredPatch(names.oldFileName, names.newFileName, before, after, undefined, undefined, {
    context: LINES_OF_CONTEXT,
    maxEditLength: MOST_EDITS,
  });
  const hunks = shortest?.hunks ?? whitespaceHunks(before, after, LINES_OF_CONTEXT);
  const files = { ...names, oldHeader: undefined, newHeader: undefined, hunks };
  const patch = formatPatch(files, FILE_HEADERS_ONLY);
  // A count of 1 goes without saying (POSIX, "diff", unified format).
  const lines = patch
    .replace(/\n$/, '')
    .replace(/^@@ .*$/gm, (range) => range.replace(/,1(?= )/g, ''))
    .split('\n');
  return lines.map((line) => `${colours ? painted(line) : line}\n`).join('');
}

function painted(line: string): string {
  const style = /^(---|\+\+\+) /.test(line) ? 'bold' : STYLES[line.charAt(0)];
  // A file's content must not command the terminal.
  const text = printableLine(line, false);
  return style === undefined ? text : styleText(style, text, { validateStream: false });
}

const STYLES: Readonly<Record<string, Parameters<typeof styleText>[0]>> = { '-': 'red', '+': 'green', '@': 'cyan' };

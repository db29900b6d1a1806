import { describe, expect, it } from '@jest/globals';
import { cutMarkdown } from '../../src/action/cut-markdown.ts';

const NOTE = 'The rest was cut off.';
const LONG = Array.from({ length: 500 }, (_, index) => `line ${index} ${'x'.repeat(20)}`).join('\n');

/** Leaves room for some of the lines of LONG. */
function cut(text: string): string {
  return cutMarkdown(text, { limit: 6_000, lengthOf: (part) => Buffer.byteLength(part), note: NOTE });
}

describe('Markdown that is too long', () => {
  it('stays as it is where it is not', () => {
    expect(cut('## A\n\nb\n')).toBe('## A\n\nb\n');
  });

  it('ends with a whole line, and with what is said of the rest', () => {
    const text = cut(LONG);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(6_000);
    expect(LONG.startsWith(text.slice(0, text.indexOf(`\n\n${NOTE}\n`)))).toBe(true);
    expect(text).toMatch(/ x{20}\n\nThe rest was cut off\.\n$/);
  });

  it('closes what is folded', () => {
    expect(cut(`<details><summary>Every step</summary>\n\n${LONG}\n\n</details>`)).toMatch(
      / x{20}\n\n<\/details>\n\nThe rest was cut off\.\n$/,
    );
  });

  it('closes a block of code with its own fence and indent, also where it is folded', () => {
    expect(cut(`- It failed\n\n  \`\`\`\`\`text\n  \`\`\`\`\n  <details>\n${LONG}\n  \`\`\`\`\``)).toMatch(
      / x{20}\n {2}`{5}\n\nThe rest was cut off\.\n$/,
    );
    expect(cut(`<details><summary>a</summary>\n\n\`\`\`text\n${LONG}\n\`\`\`\n\n</details>`)).toMatch(
      / x{20}\n`{3}\n\n<\/details>\n\nThe rest was cut off\.\n$/,
    );
  });

  it('closes nothing that was closed before, or that only is shown as code', () => {
    const before = '<details><summary>a</summary>\n\n```text\n<details>\n```\n\n</details>\n';
    expect(cut(`${before}${LONG}`)).toMatch(/ x{20}\n\nThe rest was cut off\.\n$/);
  });

  it('holds nothing of a first line that is too long by itself', () => {
    expect(cut('x'.repeat(10_000))).toBe(`\n${NOTE}\n`);
  });
});

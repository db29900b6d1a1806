import { describe, expect, it } from '@jest/globals';
import { MarkdownWriter } from '../../src/action/markdown.ts';

const write = new MarkdownWriter((text) => text);

describe('text of others in Markdown', () => {
  it.each([
    ['a carriage return alone', 'app\r| x |\r# heading', 'app \\| x \\| \\# heading'],
    ['line ends of all kinds', 'a \r\n b\u2028c\u2029\n\nd', 'a b c d'],
    ['escape sequences and control characters', 'a\u001b[31mred\u001b]0;title\u0007 b\u0000c', 'ared b\ufffdc'],
    ['what turns the direction around', 'safe\u202egnp.exe\u2066', 'safe\ufffdgnp.exe\ufffd'],
  ])('stays one line of visible text with %s', (_, text, shown) => {
    expect(write.text(text)).toBe(shown);
  });

  it.each(['@octocat', '#12', 'GH-12', 'gh-12', 'https://github.com/o/r/pull/12', 'https://github.com/o/r/issues/12'])(
    'calls nobody and touches no issue: %s',
    (text) => {
      expect(write.text(text)).toMatch(/&#8203;/);
      expect(write.text(text).replace('&#8203;', '')).toBe(text);
    },
  );

  it('is written without looking at each blank again and again', () => {
    const blanks = ' '.repeat(1_000_000);
    expect(write.text(`a${blanks}b`)).toBe(`a${blanks}b`);
  });
});

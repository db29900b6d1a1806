import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printableLine } from '../../src/kernel/hostile-text.ts';

describe('printableLine', () => {
  it('keeps colours where they are wanted and drops them elsewhere', () => {
    expect(printableLine('\u001b[0;32mok\u001b[0m', true)).toBe('\u001b[0;32mok\u001b[0m');
    expect(printableLine('\u001b[0;32mok\u001b[0m', false)).toBe('ok');
  });

  it.each([
    ['a cleared screen', '\u001b[2Jgone', 'gone'],
    ['a moved cursor', '\u001b[1A\u001b[Kforged', 'forged'],
    ['a window title', '\u001b]0;title\u0007text', 'text'],
    ['an unfinished sequence', 'text\u001b', 'text'],
    ['a carriage return', 'a\rb', 'a b'],
    ['a line separator', 'a\u2028b', 'a\ufffdb'],
    ['a C1 control', 'a\u009bb', 'a\ufffdb'],
  ])('takes the power from %s', (_what, hostile, printed) => {
    expect(printableLine(hostile, false)).toBe(printed);
    expect(printableLine(hostile, true)).toBe(printed);
  });

  it('never lets a control character other than a tab through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const character of printableLine(text, false)) {
          const code = character.codePointAt(0) ?? 0;
          expect(code === 9 || (code >= 32 && (code < 127 || code > 159))).toBe(true);
        }
      }),
    );
  });
});

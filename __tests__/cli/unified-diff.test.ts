import { describe, expect, it } from '@jest/globals';
import { applyPatch, parsePatch } from 'diff';
import { unifiedDiff } from '../../src/cli/unified-diff.ts';
import { whitespaceHunks } from '../../src/cli/whitespace-patch.ts';

/** A number generator that gives the same row for the same seed (LCG of Numerical Recipes). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('a diff by lines that are the same apart from white space', () => {
  it('turns the one text into the other, whatever they are', () => {
    const below = numbers(7);
    const lines = ['a', ' a', 'a  ', 'b', '', '  ', 'c', 'd e'];
    const text = (): string => {
      const count = below(25);
      const drawn = Array.from({ length: count }, () => lines[below(lines.length)]).join('\n');
      return below(3) === 0 ? drawn : `${drawn}\n`;
    };
    for (let round = 0; round < 1_500; round += 1) {
      const [before, after] = [text(), text()];
      const hunks = whitespaceHunks(before, after, below(4));
      const patch = { oldFileName: 'a', newFileName: 'b', oldHeader: undefined, newHeader: undefined, hunks };
      expect(applyPatch(before, patch, { fuzzFactor: 0 })).toBe(after);
    }
  });

  it('leaves out what has not changed', () => {
    const before = Array.from({ length: 40 }, (_, index) => `a${index}=1\n`);
    const after = before.map((line, index) => (index === 5 || index === 20 || index === 24 ? ` ${line}` : line));
    const hunks = whitespaceHunks(before.join(''), after.join(''), 3);
    expect(hunks.map(({ oldStart, oldLines, newStart, newLines }) => [oldStart, oldLines, newStart, newLines])).toEqual(
      [
        [3, 7, 3, 7],
        [18, 11, 18, 11],
      ],
    );
    expect(hunks[0]?.lines).toEqual([' a2=1', ' a3=1', ' a4=1', '-a5=1', '+ a5=1', ' a6=1', ' a7=1', ' a8=1']);
  });
});

describe('a unified diff', () => {
  it('of very many changed lines is made in no time, and is right', () => {
    const before = Array.from({ length: 30_000 }, (_, index) => `a${index}=1\n\n`).join('');
    const after = before.replaceAll('=', ' = ');
    const start = performance.now();
    const patch = unifiedDiff('x', before, after, false);
    expect(performance.now() - start).toBeLessThan(20_000);
    const [parsed] = parsePatch(patch);
    expect(parsed?.hunks[0]?.lines).toHaveLength(90_000);
    expect(patch.slice(0, 60)).toBe('--- old/x\n+++ new/x\n@@ -1,60000 +1,60000 @@\n-a0=1\n+a0 = 1\n \n');
  });

  it('of texts that have nothing in common is still one', () => {
    const before = Array.from({ length: 5_000 }, (_, index) => `a${index}\n`).join('');
    const after = Array.from({ length: 5_000 }, (_, index) => `b${index}\n`).join('');
    expect(applyPatch(before, unifiedDiff('x', before, after, false))).toBe(after);
  });
});

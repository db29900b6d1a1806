import { describe, expect, it } from '@jest/globals';
import { writtenOutLength } from '../../../src/hcl/functions/string/pattern-cost.ts';

describe('the length of a pattern with its repetitions written out', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['ab{3}', 4],
    ['ab{3,}', 4],
    ['ab{2,5}', 6],
    ['ab{0}', 2],
    ['(ab){10}', 30],
    ['((a{10}){10}){3}', 333],
    ['a{1000000}', 1_000],
    ['[{3}]', 5],
    ['[]{3}]{2}', 12],
    ['[[:alpha:]{9}]', 14],
    ['\\{3}', 3],
    ['\\pL{2}', 16],
    ['\\p{Greek}', 8],
    ['\\', 1],
    ['(a', 1],
    ['a)', 2],
    ['[a', 2],
    ['{3}', 0],
    ['a{x}', 4],
  ])('of %j is about %d', (pattern, length) => {
    expect(writtenOutLength(pattern)).toBe(length);
  });

  it('takes no time for a pattern that never ends', () => {
    const start = performance.now();
    for (const part of ['(', '[', '\\', '[\\', 'a{', '\\p{', '[[:']) writtenOutLength(part.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

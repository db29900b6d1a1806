import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileBuildPattern, patternOf } from '../../src/template/build-pattern.ts';

function fits(pattern: string, name: string): boolean | string {
  const glob = compileBuildPattern(pattern);
  return typeof glob === 'string' ? glob : glob.matches(name);
}

// What the library that Packer 1.16 uses, gobwas/glob 0.2.3, says of the same patterns.
const RECORDED: readonly (readonly [pattern: string, name: string, fits: boolean])[] = [
  ['*', 'web.amazon-ebs.a/b', true],
  ['*', '', true],
  ['**.b', 'a.b', true],
  ['*.a', 'a', false],
  ['?.b', 'a.b', true],
  ['?.b', '.b', false],
  ['[ab].c', 'b.c', true],
  ['[ab-d]', '-', true],
  ['[ab-d]', 'c', false],
  ['[a-c]', 'b', true],
  ['[!a-c]', 'b', false],
  ['[!a-c]', '!', true],
  ['[^a]', '^', true],
  ['[^a]', 'b', false],
  ['[\\]]', ']', true],
  ['[]-a]', '_', true],
  ['{a,b{c,d}}.e', 'bd.e', true],
  ['{a,b}', 'a,b', false],
  ['{a,}b', 'b', true],
  ['a,b', 'a,b', true],
  ['a}', 'a}', true],
  ['a-b', 'a-b', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['a\\', 'a', true],
  ['a\\b', 'ab', true],
  ['!a', '!a', true],
  ['+(a)', 'a', false],
  ['A', 'a', false],
  ['{*.a,[xy]}', 'q.a', true],
];

describe('compileBuildPattern', () => {
  it.each(RECORDED)('says of "%s" and "%s": %s', (pattern, name, expected) => {
    expect(fits(pattern, name)).toBe(expected);
  });

  it.each([
    ['[', 'A bracket is not closed.'],
    ['a[b', 'A bracket is not closed.'],
    ['[!', 'A bracket is not closed.'],
    ['[a-', 'A bracket is not closed.'],
    ['[a-b', 'A bracket is not closed.'],
    ['[a\\]', 'A bracket is not closed.'],
    ['*{a,b', 'A bracket is not closed.'],
    ['[]', 'There is nothing in its brackets.'],
    ['[!]', 'There is nothing in its brackets.'],
    ['[a-cx]', 'The range "a-c" shares its brackets with other characters.'],
    ['[c-a]', 'The range "c-a" ends before it begins.'],
  ])('says what is wrong with "%s"', (pattern, fault) => {
    expect(fits(pattern, 'a')).toBe(fault);
  });

  it('reads every pattern, and ends with every name', () => {
    const odd = fc.string({
      unit: fc.constantFrom('a', '*', '?', '[', ']', '!', '-', '{', '}', ',', '\\'),
      maxLength: 300,
    });
    fc.assert(
      fc.property(odd, fc.stringMatching(/^a{0,300}$/), (pattern, name) => {
        const glob = compileBuildPattern(pattern);
        if (typeof glob === 'string') return;
        expect(typeof glob.matches(name)).toBe('boolean');
        expect(glob.size).toBeLessThanOrEqual(2 * pattern.length + 1);
      }),
    );
  });
});

describe('patternOf', () => {
  it('fits the name and no other one', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?', '[', ']', '{', '}', ',', '\\', '!') });
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(fits(patternOf(one), one)).toBe(true);
        expect(fits(patternOf(one), other)).toBe(one === other);
      }),
    );
  });
});

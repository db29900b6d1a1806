import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchesWildcards, readWildcards } from '../../src/local-cloud/wildcards.ts';

const matches = (pattern: string, text: string): boolean => matchesWildcards(readWildcards(pattern), text);

/** The same meaning by way of a regular expression, which is easy to trust and slow for hostile patterns. */
function reference(pattern: string, text: string): boolean {
  const source = pattern.replace(/[*?]|[^*?]/gu, (token) =>
    token === '*' ? '[\\s\\S]*' : token === '?' ? '[\\s\\S]' : `\\u{${token.codePointAt(0)?.toString(16)}}`,
  );
  return new RegExp(`^${source}$`, 'u').test(text);
}

describe('wildcards of filters', () => {
  it('mean what a regular expression would mean', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '.'), maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '😀', '.', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, letters, (given, text) => {
        expect(matches(given, text)).toBe(reference(given, text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('are taken literally after a backslash', () => {
    expect(matches('a\\*', 'a*')).toBe(true);
    expect(matches('a\\*', 'ab')).toBe(false);
    expect(matches('\\?\\\\', '?\\')).toBe(true);
    expect(matches('a\\', 'a\\')).toBe(true);
  });

  it('take no longer for a hostile pattern', () => {
    expect(matches(`${'a*'.repeat(60)}b`, 'a'.repeat(5_000))).toBe(false);
  });
});

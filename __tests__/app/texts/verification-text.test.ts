import { describe, expect, it } from '@jest/globals';
import { describeSuite } from '../../../src/app/texts/verification-text.ts';

const suite = (...outcomes: readonly ('passed' | 'failed' | 'skipped')[]) => ({
  elapsedMs: 4_200,
  checks: outcomes.map((outcome) => ({ name: outcome, outcome, elapsedMs: 1 })),
});

describe('the checks of an image in words', () => {
  it.each([
    [suite('passed'), '1 check passed in 4.2 s'],
    [suite('passed', 'skipped', 'passed'), '2 checks passed, 1 skipped in 4.2 s'],
    [suite('passed', 'failed', 'skipped'), '1 of 3 checks failed, 1 skipped in 4.2 s'],
  ])('count what passed, or else what failed', (given, expected) => {
    expect(describeSuite(given)).toBe(expected);
  });
});

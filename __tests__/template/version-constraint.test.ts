import { describe, expect, it } from '@jest/globals';
import { compareVersions, parseConstraints, parseVersion, satisfies } from '../../src/template/version-constraint.ts';

function holds(version: string, constraints: string): boolean | undefined {
  const parsed = parseVersion(version);
  const conditions = parseConstraints(constraints);
  return parsed === undefined || conditions === undefined ? undefined : satisfies(parsed, conditions);
}

describe('version constraints', () => {
  it.each([
    ['1.8.0', '>= 1.0.0', true],
    ['1.8.0', '>=1.9', false],
    ['1.8.0', '~> 1', true],
    ['2.0.0', '~> 1', true],
    ['1.8.3', '~> 1.3', true],
    ['2.0.0', '~> 1.3', false],
    ['1.8.3', '~> 1.8.1', true],
    ['1.9.0', '~> 1.8.1', false],
    ['1.2.0', '~> 1.3', false],
    ['1.8.0', '1.8', true],
    ['1.8.0', '= 1.8.0', true],
    ['1.8.0', 'v1.8.1', false],
    ['1.8.0', '!= 1.8.0', false],
    ['1.8.0', ' >=0.0.2, <1.9.0 ', true],
    ['1.8.0', '> 1, < 1.8', false],
    ['1.8.0', '<= 1.8', true],
  ])('%s fits %j: %s', (version, constraints, expected) => {
    expect(holds(version, constraints)).toBe(expected);
  });

  it.each(['', 'latest', '>= ', '=> 1.0', '1.x', '1.0,', '>= 1 < 2'])('does not take %j for a constraint', (text) => {
    expect(parseConstraints(text)).toBeUndefined();
  });

  it('puts a pre-release before its release', () => {
    const [beta, release] = [parseVersion('1.0.0-beta1'), parseVersion('v1.0')];
    expect(beta && release && compareVersions(beta, release)).toBeLessThan(0);
    expect(release && beta && compareVersions(release, beta)).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from '@jest/globals';
import { familyOf } from '../../../src/images/retention/family.ts';
import { nameSeries } from '../../../src/images/retention/name-series.ts';

const images = (names: readonly string[], build = 'web') =>
  names.map((Name, index) => ({
    Name,
    Architecture: 'x86_64' as const,
    CreationDate: `2026-01-0${index + 1}T00:00:00.000Z`,
    Tags: [{ Key: 'bake-ami:build', Value: build }],
  }));
const found = (names: readonly string[]) => nameSeries(images(names), 'eu-west-1', undefined);

describe('images that are each a family of their own', () => {
  it.each([
    [['web-1.0.3', 'web-1.0.4', 'web-1.1.0']],
    [['web-17', 'web-18', 'web-19']],
    [['web-v1_2', 'web-v1_3', 'web-v2_0']],
    [['web-1.0.3-3f786850', 'web-1.0.4-89e6c98d', 'web-1.0.5-2b66fd26']],
  ])('are found where only numbers in their names differ, newest first: %j', (names) => {
    expect(found(names)).toEqual([{ region: 'eu-west-1', names: names.toReversed() }]);
  });

  it.each([
    ['two of them may be two releases', ['web-22.04', 'web-24.04']],
    ['one release has an older image', ['web-20.04 1767600001', 'web-20.04 1767686401', 'web-22.04 1767600001']],
    ['they follow each other', ['web-1767600001', 'web-1767686401', 'web-1767772801']],
    ['their names differ in words', ['web-1', 'api-1', 'db-1']],
  ])('are none where %s', (_why, names) => {
    expect(found(names)).toEqual([]);
  });

  it('are looked for build by build, and only in the families that are asked about', () => {
    const [first] = images(['web-1', 'web-2', 'web-3']);
    const mixed = [...images(['web-1', 'web-2', 'web-3']), ...images(['web-4', 'web-5'], 'other')];
    expect(nameSeries(mixed, 'r', undefined).map(({ names }) => names)).toEqual([['web-3', 'web-2', 'web-1']]);
    expect(nameSeries(mixed, 'r', new Set([familyOf(first ?? {}, [])?.key ?? '']))).toHaveLength(1);
    expect(nameSeries(mixed, 'r', new Set(['another']))).toEqual([]);
  });
});

import type { Image } from '@aws-sdk/client-ec2';
import { BUILD_TAG, tagValue } from '../../aws/tags.ts';
import { familyOf, nameStem } from './family.ts';

/** Images of which each is a family of its own, although their names differ in nothing but short numbers. */
export interface NameSeries {
  readonly region: string;
  /** Those of the newest images first. */
  readonly names: readonly string[];
}

/** Two releases of one thing are common, and each of them may have one image so far. */
const LEAST = 3;
/** `17`, `1.4.2`, `1_4_2` */
const NUMBER = /\d+(?:[._]\d+)*/g;

/**
 * Finds names such as `app-1.0.3`, `app-1.0.4`, `app-1.0.5`: by their names alone such images never follow each other, and
 * so none of them ever goes.
 *
 * @param images all of a region that may be judged
 * @param families keys of those that are judged; undefined: all
 */
export function nameSeries(
  images: readonly Image[],
  region: string,
  families: ReadonlySet<string> | undefined,
): readonly NameSeries[] {
  const groups = new Map<string, Image[]>();
  for (const image of images) {
    const { Architecture = '', Name = '', Tags } = image;
    const like = JSON.stringify([tagValue(Tags, BUILD_TAG) ?? '', nameStem(Name).replace(NUMBER, '#'), Architecture]);
    const group = groups.get(like) ?? [];
    group.push(image);
    groups.set(like, group);
  }
  return [...groups.values()].flatMap((group) => {
    const keys = new Set(group.map((image) => familyOf(image, [])?.key ?? ''));
    const areAlone = keys.size === group.length && group.length >= LEAST;
    if (!areAlone || (families !== undefined && ![...keys].some((key) => families.has(key)))) return [];
    const newestFirst = group.toSorted((a, b) => (b.CreationDate ?? '').localeCompare(a.CreationDate ?? ''));
    return [{ region, names: newestFirst.map(({ Name = '' }) => Name) }];
  });
}

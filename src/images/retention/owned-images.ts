import type { Filter, Image } from '@aws-sdk/client-ec2';
import { allPages } from '../../aws/all-pages.ts';
import type { Ec2Api } from '../../aws/api.ts';
import { chunks, VALUES_PER_FILTER } from '../../aws/tagged/find.ts';
import { BUILD_TAG, RUN_TAG } from '../../aws/tags.ts';

/** Which images of an account are looked at. */
export interface Selection {
  /** `Key=Value` as it is written, both with EC2's wildcards; an image has to match all. */
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  /** With EC2's wildcards; an image has to match one, where there are any. */
  readonly names: readonly string[];
}

/** Without a word of somebody, only what bake-ami itself has made. */
export function selectionFilters({ tags, names }: Selection): Filter[] {
  if (tags.length === 0 && names.length === 0)
    return [RUN_TAG, BUILD_TAG].map((key) => ({ Name: 'tag-key', Values: [key] }));
  return [
    ...tags.map(({ key, value }) => ({ Name: `tag:${key}`, Values: [value] })),
    ...(names.length === 0 ? [] : [{ Name: 'name', Values: [...names] }]),
  ];
}

/** The account's own images, the deprecated and the disabled ones too. Source: EC2 API reference, DescribeImages. */
export async function ownImages(ec2: Ec2Api, Filters: Filter[], signal: AbortSignal): Promise<readonly Image[]> {
  const request = { Owners: ['self'], Filters, IncludeDeprecated: true, IncludeDisabled: true };
  const pages = await allPages((NextToken) => ec2.describeImages({ ...request, NextToken }, signal));
  return pages.flatMap(({ Images = [] }) => Images);
}

/** The same for as many values of one filter as there are. */
export async function ownImagesBy(
  ec2: Ec2Api,
  Name: string,
  values: readonly string[],
  signal: AbortSignal,
): Promise<readonly Image[]> {
  const found: Image[] = [];
  for (const Values of chunks(values, VALUES_PER_FILTER)) {
    found.push(...(await ownImages(ec2, [{ Name, Values }], signal)));
  }
  return found;
}

/** Milliseconds since the Unix epoch; undefined: EC2 does not say, or says nothing that is a time. */
export function momentOf(text: string | undefined): number | undefined {
  const moment = Date.parse(text ?? '');
  return Number.isNaN(moment) ? undefined : moment;
}

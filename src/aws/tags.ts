import type { ResourceType, Tag, TagSpecification } from '@aws-sdk/client-ec2';

/** Tags as a template writes them. */
export type Tags = Readonly<Record<string, string>>;

/** By these, everything that a run made is found again (DESIGN.md section 8). */
export const RUN_TAG = 'bake-ami:run';
export const BUILD_TAG = 'bake-ami:build';
/** ISO 8601, UTC; `never` on what is meant to stay. After that time `sweep` may remove the resource. */
export const EXPIRES_AT_TAG = 'bake-ami:expires-at';
export const SOURCE_AMI_TAG = 'bake-ami:source-ami';
/** When an image stood its verification: ISO 8601, UTC. Others do not have it. */
export const VERIFIED_TAG = 'bake-ami:verified';

/** What stands for everything that decided an image: by it, an image that need not be made again is found. */
export const FINGERPRINT_TAG = 'bake-ami:fingerprint';

/** The value of EXPIRES_AT_TAG on finished images and their snapshots. */
export const NEVER = 'never';

/** In the shape of the API; later maps win. Sorted by key. */
export function ec2Tags(...maps: readonly (Tags | undefined)[]): Tag[] {
  const merged: Tags = Object.assign({}, ...maps);
  return Object.entries(merged)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([Key, Value]) => ({ Key, Value }));
}

/** For a create call; undefined tags are left out. */
export function tagSpecification(type: ResourceType, ...maps: readonly (Tags | undefined)[]): TagSpecification {
  return { ResourceType: type, Tags: ec2Tags(...maps) };
}

export function tagValue(tags: readonly Tag[] | undefined, key: string): string | undefined {
  return tags?.find((tag) => tag.Key === key)?.Value;
}

export function tagMap(tags: readonly Tag[] | undefined): Record<string, string> {
  return Object.fromEntries((tags ?? []).map((tag) => [tag.Key ?? '', tag.Value ?? '']));
}

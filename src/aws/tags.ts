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

/** EC2's limit for the tags of one resource, those that begin with `aws:` left out (EC2 User Guide, "Tag your resources"). */
export const MOST_TAGS = 50;

/**
 * Keys by which images are judged, reused, verified and removed: nobody else's word counts for them. The tag that keeps an
 * image (`bake-ami:keep`) is not among them.
 */
const RESERVED =
  /^bake-ami:(?:run|build|expires-at|source-ami|verified|fingerprint|inputs(?:-\d+)?|commit|run-url|disabled-at|pruned-image)$/;

export function isReservedTag(key: string): boolean {
  return RESERVED.test(key);
}

/** Our own tags in the order of their worth: where there is no room for all, the last ones are left out first. */
const BY_WORTH = [RUN_TAG, EXPIRES_AT_TAG, BUILD_TAG, VERIFIED_TAG, FINGERPRINT_TAG, SOURCE_AMI_TAG];
const OURS = 'bake-ami:';

/** Keys of ours that have to give way to the template's own tags, so that a resource has no more than `most`. */
export function crowdedOut(tags: Tags, most: number = MOST_TAGS): ReadonlySet<string> {
  const keys = Object.keys(tags);
  if (keys.length <= most) return new Set();
  const worth = (key: string): number => (BY_WORTH.includes(key) ? BY_WORTH.indexOf(key) : BY_WORTH.length);
  const ours = keys.filter((key) => key.startsWith(OURS)).sort((a, b) => worth(a) - worth(b));
  return new Set(ours.slice(Math.max(0, ours.length - (keys.length - most))));
}

/** In the shape of the API; later maps win. Sorted by key. Where there are too many for EC2, ours give way. */
export function ec2Tags(...maps: readonly (Tags | undefined)[]): Tag[] {
  const merged: Tags = Object.assign({}, ...maps);
  const without = crowdedOut(merged);
  return Object.entries(merged)
    .filter(([key]) => !without.has(key))
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

import type { Filter, TagDescription } from '@aws-sdk/client-ec2';
import type { ResourceRef } from '../../kernel/events.ts';
import { allPages } from '../all-pages.ts';
import type { Ec2Api } from '../api.ts';
import { BUILD_TAG, EXPIRES_AT_TAG, NEVER, RUN_TAG } from '../tags.ts';

/** Something in EC2 that carries the tag of a run. */
export interface TaggedResource {
  /** Its kind is EC2's own word (DescribeTags, `resource-type`); it has no name. */
  readonly resource: ResourceRef;
  readonly runId: string;
  /** The full build name. */
  readonly build: string | undefined;
  /** As it is written; undefined: it has no such tag. */
  readonly expiresAt: string | undefined;
}

/** The tags that are read; those of a template are nobody's business here. */
const KEYS = [RUN_TAG, BUILD_TAG, EXPIRES_AT_TAG];
/** DescribeTags takes no longer pages (API reference). */
const PAGE = 1_000;
/** No filter of EC2's takes more ("Filtering", EC2 User Guide). */
export const VALUES_PER_FILTER = 200;

/** All that carries the tag of any run in a region, finished images too. Source: EC2 API reference, DescribeTags. */
export async function findTagged(ec2: Ec2Api, region: string, signal: AbortSignal): Promise<readonly TaggedResource[]> {
  return grouped(await rows(ec2, [{ Name: 'key', Values: KEYS }], signal), region);
}

/** What carries the tag of one run in a region. */
export async function findOfRun(
  ec2: Ec2Api,
  region: string,
  runId: string,
  signal: AbortSignal,
): Promise<readonly TaggedResource[]> {
  const ofRun = [
    { Name: 'key', Values: [RUN_TAG] },
    { Name: 'value', Values: [runId] },
  ];
  const ids = (await rows(ec2, ofRun, signal)).map(({ ResourceId }) => ResourceId).filter((id) => id !== undefined);
  const all: TagDescription[] = [];
  for (const Values of chunks(ids, VALUES_PER_FILTER)) {
    const theirs = [
      { Name: 'resource-id', Values },
      { Name: 'key', Values: KEYS },
    ];
    all.push(...(await rows(ec2, theirs, signal)));
  }
  return grouped(all, region).filter((each) => each.runId === runId);
}

/** Whether it is meant to stay: a finished image or one of its snapshots. */
export function isLasting({ expiresAt }: TaggedResource): boolean {
  return expiresAt === NEVER;
}

/** When it may be removed, in milliseconds since the Unix epoch; undefined: its tag says nothing that is understood. */
export function expiryOf({ expiresAt }: TaggedResource): number | undefined {
  if (expiresAt === undefined || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(expiresAt)) return undefined;
  const moment = Date.parse(expiresAt);
  return Number.isNaN(moment) ? undefined : moment;
}

export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

async function rows(ec2: Ec2Api, Filters: Filter[], signal: AbortSignal): Promise<TagDescription[]> {
  const pages = await allPages((NextToken) => ec2.describeTags({ Filters, MaxResults: PAGE, NextToken }, signal));
  return pages.flatMap(({ Tags = [] }) => Tags);
}

function grouped(all: readonly TagDescription[], region: string): TaggedResource[] {
  const byId = new Map<string, { readonly kind: string; readonly tags: Map<string, string> }>();
  for (const { ResourceId: id, ResourceType: kind, Key: key, Value: value } of all) {
    if (id === undefined || kind === undefined || key === undefined) continue;
    const found = byId.get(id) ?? { kind, tags: new Map<string, string>() };
    found.tags.set(key, value ?? '');
    byId.set(id, found);
  }
  return [...byId].flatMap(([id, { kind, tags }]) => {
    const runId = tags.get(RUN_TAG);
    if (runId === undefined) return [];
    const [build, expiresAt] = [tags.get(BUILD_TAG), tags.get(EXPIRES_AT_TAG)];
    return [{ resource: { kind, id, region }, runId, build, expiresAt }];
  });
}

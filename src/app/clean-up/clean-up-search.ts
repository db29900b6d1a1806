import type { Aws, AwsConnections } from '../../aws/connections.ts';
import { findOfRun, isLasting, type TaggedResource } from '../../aws/tagged/find.ts';
import { inspect } from '../../aws/tagged/inspect.ts';
import { inOrderOfRemoval } from '../../aws/undo/order.ts';
import { undoTableOf } from '../../aws/undo/table.ts';
import { removeResources } from '../../engine/remove-resources.ts';
import type { LeftResource } from '../../engine/run-report.ts';
import { leftBehind } from '../../engine/undo.ts';
import type { Clock } from '../../kernel/clock.ts';
import { BakeError, toBakeError } from '../../kernel/errors.ts';
import type { Reporter, ResourceRef } from '../../kernel/events.ts';
import type { RunPlace } from '../run/run-places.ts';
import { enter } from './clean-up-entrance.ts';

export interface SearchRequest {
  readonly runId: string;
  readonly places: readonly RunPlace[];
  /** What is removed by the journal, at the same time, and what it says is meant to stay. */
  readonly inJournal: readonly ResourceRef[];
  readonly kept: readonly { readonly build: string; readonly resource: ResourceRef }[];
  /** Whether images that are not marked as finished may go: not those of a run that came to its own end. */
  readonly imagesMayGo: boolean;
  /** Why nothing of what is found may be removed; undefined: it may. */
  readonly forbidden: BakeError | undefined;
  readonly connections: AwsConnections;
  readonly clock: Clock;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

export interface SearchResult {
  readonly removed: readonly ResourceRef[];
  readonly left: readonly LeftResource[];
  /** Why the search is not complete, for each place or region where it is not. */
  readonly errors: readonly BakeError[];
}

/** A resource that another one keeps longer than this is not waited for any longer. */
const LIMIT_PER_RESOURCE_MS = 3 * 60_000;

/**
 * Searches by the run's tag for what no journal knows of, in every account and region of the run, and removes it. Never
 * rejects.
 */
export async function searchByTag(request: SearchRequest): Promise<SearchResult> {
  const results = await Promise.all(request.places.map((place) => searchPlace(place, request)));
  return {
    removed: results.flatMap(({ removed }) => removed),
    left: results.flatMap(({ left }) => left),
    errors: results.flatMap(({ errors }) => errors),
  };
}

async function searchPlace(place: RunPlace, request: SearchRequest): Promise<SearchResult> {
  const { connections, signal } = request;
  let aws: Aws;
  try {
    aws = await enter(place.build, place, place.regions[0], connections, signal);
  } catch (thrown) {
    return { removed: [], left: [], errors: [toBakeError(thrown)] };
  }
  const results = await Promise.all(place.regions.map((region) => searchRegion(aws, region, request)));
  return {
    removed: results.flatMap(({ removed }) => removed),
    left: results.flatMap(({ left }) => left),
    errors: results.flatMap(({ errors }) => errors),
  };
}

async function searchRegion(aws: Aws, region: string, request: SearchRequest): Promise<SearchResult> {
  const { clock, reporter, runId, signal, forbidden, inJournal } = request;
  let found: readonly TaggedResource[];
  let reasons: ReadonlyMap<string, string>;
  try {
    const tagged = await findOfRun(aws.ec2(region), region, runId, signal);
    const candidates = tagged.filter((each) => mayGo(each, request));
    const inspection = await inspect(aws.ec2(region), candidates, signal, inJournal);
    found = candidates.filter(({ resource }) => !inspection.gone.has(resource.id));
    ({ reasons } = inspection);
  } catch (thrown) {
    return { removed: [], left: [], errors: [notSearched(region, thrown)] };
  }
  const buildOf = ({ id }: ResourceRef): string =>
    found.find(({ resource }) => resource.id === id)?.build ?? `run ${runId}`;
  const onLeft = ({ resource, error }: LeftResource): void =>
    reporter.report({ type: 'resource-left', build: buildOf(resource), resource, error });

  const staying = found.flatMap(({ resource }): readonly LeftResource[] => {
    const why = reasons.get(resource.id);
    const cause = forbidden ?? (why === undefined ? undefined : new Error(why));
    return cause === undefined ? [] : [{ resource, error: leftBehind(resource, cause) }];
  });
  for (const each of staying) onLeft(each);
  const going = found.map(({ resource }) => resource).filter((each) => !staying.some((one) => one.resource === each));
  const { removed, left } = await removeResources(inOrderOfRemoval(going), {
    runId,
    undo: undoTableOf({ clock, aws: () => Promise.resolve(aws) }),
    clock,
    signal,
    limitMs: LIMIT_PER_RESOURCE_MS,
    onRemoved: (resource) => reporter.report({ type: 'resource-removed', build: buildOf(resource), resource }),
    onLeft,
  });
  return { removed, left: [...staying, ...left], errors: [] };
}

/** Whether this is something temporary that nobody wants to look at any more. */
function mayGo(each: TaggedResource, { inJournal, kept, imagesMayGo }: SearchRequest): boolean {
  const { resource, build, expiresAt } = each;
  if (expiresAt === undefined || isLasting(each)) return false;
  if ([...inJournal, ...kept.map((one) => one.resource)].some(({ id }) => id === resource.id)) return false;
  const theirs = kept.filter((one) => one.build === build);
  // What stays for somebody to look at needs its volumes, its network interface, its group.
  if (theirs.some(({ resource: { kind } }) => kind !== 'image')) return false;
  const isImage = resource.kind === 'image' || resource.kind === 'snapshot';
  return !isImage || (imagesMayGo && theirs.length === 0);
}

function notSearched(region: string, cause: unknown): BakeError {
  const { message, hint } = toBakeError(cause);
  return new BakeError(`${region} could not be searched for what the run has left: ${message}`, {
    code: 'search-failed',
    category: 'left-behind',
    ...(hint === undefined ? {} : { hint }),
    cause,
  });
}

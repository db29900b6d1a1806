import { setMaxListeners } from 'node:events';
import type { Aws } from '../aws/connections.ts';
import { isDenied } from '../aws/errors.ts';
import { expiryOf, findTagged, isLasting, type TaggedResource } from '../aws/tagged/find.ts';
import { findTaggedIam } from '../aws/tagged/find-iam.ts';
import { type Inspection, inspect } from '../aws/tagged/inspect.ts';
import { livingRuns } from '../aws/tagged/living-runs.ts';
import { inOrderOfRemoval } from '../aws/undo/order.ts';
import { removeResources } from '../engine/remove-resources.ts';
import type { LeftResource } from '../engine/run-report.ts';
import { outOfTime } from '../engine/undo.ts';
import { withDeadline } from '../kernel/deadline.ts';
import { describeDuration } from '../kernel/duration.ts';
import { BakeError, toBakeError } from '../kernel/errors.ts';
import type { ResourceRef } from '../kernel/events.ts';
import { inParallel } from '../kernel/parallel.ts';
import { type CloudAccess, cloudAccess } from './cloud-access/cloud-access.ts';
import { enabledRegions, openSomewhere } from './cloud-access/enabled-regions.ts';
import type { Surroundings } from './surroundings.ts';

/** Looks for what runs have left behind in an account, and removes what has expired (DESIGN.md section 5, net 4). */
export interface SweepRequest extends Surroundings {
  /** Where to look; none: in every region that is enabled for the account. */
  readonly regions: readonly string[];
  /** The region to ask for the others; undefined: as the environment and the profile say. */
  readonly region: string | undefined;
  /** Only what these runs made; none: what any run made. */
  readonly runs: readonly string[];
  /** Only what has expired at least this long ago, in milliseconds. */
  readonly olderThanMs: number;
  /** Says what would be removed, and removes nothing. */
  readonly dryRun: boolean;
  /** How long to go on with removing, in milliseconds. */
  readonly budgetMs: number;
}

/** Something temporary that a run made and that is still there. */
export interface SweepFinding {
  readonly resource: ResourceRef;
  readonly runId: string;
  readonly build: string | undefined;
  /** As its tag says. */
  readonly expiresAt: string | undefined;
  readonly verdict: 'expired' | 'stays';
  /** A whole sentence without its full stop. */
  readonly why: string;
}

export interface SweepResult {
  /** Twelve digits; undefined when not even that could be found out. */
  readonly accountId: string | undefined;
  /** The regions that were looked through. */
  readonly regions: readonly string[];
  readonly findings: readonly SweepFinding[];
  /** Empty in a dry run. */
  readonly removed: readonly ResourceRef[];
  /** What has expired and could not be removed. */
  readonly left: readonly LeftResource[];
  /** Regions, or `IAM`, that could not be looked through. */
  readonly unread: readonly { readonly region: string; readonly error: BakeError }[];
  /** Why the sweep as a whole failed; undefined: all that should be gone is gone, or would be. */
  readonly error: BakeError | undefined;
}

const REGIONS_AT_A_TIME = 8;
/** In the place of a region. */
const IAM = 'IAM';
/** A resource that is still in use after so long is used by something that does not go away. */
const LIMIT_PER_RESOURCE_MS = 4 * 60_000;

/** Never rejects: what went wrong is in the result. `cloud` is the one that the environment names. */
export async function sweep(
  request: SweepRequest,
  cloud: CloudAccess = cloudAccess(request, request.environment, 'aws'),
): Promise<SweepResult> {
  const nothing = { accountId: undefined, regions: [], findings: [], removed: [], left: [], unread: [] };
  try {
    return await sweepAccount(request, cloud);
  } catch (thrown) {
    return { ...nothing, error: toBakeError(thrown) };
  }
}

async function sweepAccount(request: SweepRequest, cloud: CloudAccess): Promise<SweepResult> {
  const { clock, signal, reporter, dryRun } = request;
  // One for each region and resource.
  setMaxListeners(0, signal);
  const aws = await openSomewhere(request, cloud);
  const accountId = await aws.accountId(signal);
  const regions = request.regions.length > 0 ? [...new Set(request.regions)] : await enabledRegions(aws, signal);
  const [regional, global] = await Promise.all([
    inParallel(regions, REGIONS_AT_A_TIME, (region) =>
      lookThrough(region, signal, () => findTagged(aws.ec2(region), region, signal)),
    ),
    lookThrough(IAM, signal, async () => findTaggedIam(await aws.iam(), aws.region, signal)),
  ]);
  const looks = [...regional, global];
  const unread = looks.flatMap(({ region, error }) => (error === undefined ? [] : [{ region, error }]));
  const tagged = looks.flatMap(({ found }) => found).filter((each) => !isLasting(each));
  const findings = await judge(tagged, aws, cloud, request);

  const expired = findings.filter(({ verdict }) => verdict === 'expired');
  const builds = new Map(expired.map(({ resource, build, runId }) => [resource, build ?? runId]));
  const buildOf = (resource: ResourceRef): string => builds.get(resource) ?? '';
  const { removed, left } = dryRun
    ? { removed: [], left: [] }
    : await withDeadline(clock, request.budgetMs, outOfTime, signal, (until) =>
        removeResources(inOrderOfRemoval(expired.map(({ resource }) => resource)), {
          runId: '',
          undo: cloud.undo,
          clock,
          signal: until,
          limitMs: LIMIT_PER_RESOURCE_MS,
          onRemoved: (resource) => reporter.report({ type: 'resource-removed', build: buildOf(resource), resource }),
          onLeft: ({ resource, error }) =>
            reporter.report({ type: 'resource-left', build: buildOf(resource), resource, error }),
        }),
      );
  const read = regional.filter(({ error }) => error === undefined).map(({ region }) => region);
  return { accountId, regions: read, findings, removed, left, unread, error: failure(request, left, unread) };
}

interface Look {
  readonly region: string;
  readonly found: readonly TaggedResource[];
  readonly error: BakeError | undefined;
}

async function lookThrough(
  region: string,
  signal: AbortSignal,
  look: () => Promise<readonly TaggedResource[]>,
): Promise<Look> {
  try {
    return { region, found: await look(), error: undefined };
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return { region, found: [], error: toBakeError(thrown) };
  }
}

/** Which of what was found is to go, and why the rest stays. */
async function judge(
  tagged: readonly TaggedResource[],
  aws: Aws,
  { undo }: CloudAccess,
  { clock, olderThanMs, runs, signal }: SweepRequest,
): Promise<readonly SweepFinding[]> {
  const now = clock.now();
  const alive = livingRuns(tagged, now);
  const wanted = tagged.filter(({ runId }) => runs.length === 0 || runs.includes(runId));
  const first = wanted.map((each) => ({ each, why: reasonToStay(each, { now, alive, olderThanMs }, undo) }));
  const candidates = first.filter(({ why }) => why === undefined).map(({ each }) => each);
  // Apart: what stays uses what goes. Of it no more is asked than whether it is still there.
  const others = first.filter(({ why }) => why !== undefined).map(({ each }) => each);
  const [inspections, presences] = await Promise.all([
    inspectByRegion(candidates, aws, signal),
    inspectByRegion(others, aws, signal),
  ]);
  return first.flatMap(({ each, why: early }): readonly SweepFinding[] => {
    const { resource, runId, build, expiresAt } = each;
    const seen = (early === undefined ? inspections : presences).get(resource.region);
    if (seen?.gone.has(resource.id) === true) return [];
    const why = early ?? seen?.reasons.get(resource.id);
    const verdict = why === undefined ? 'expired' : 'stays';
    return [{ resource, runId, build, expiresAt, verdict, why: why ?? `it expired at ${expiresAt}` }];
  });
}

async function inspectByRegion(
  resources: readonly TaggedResource[],
  aws: Aws,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Inspection>> {
  const regions = [...new Set(resources.map(({ resource }) => resource.region))];
  const inspectOne = async (region: string): Promise<readonly [string, Inspection]> => {
    const theirs = resources.filter(({ resource }) => resource.region === region);
    return [region, await inspect(aws.ec2(region), theirs, signal)];
  };
  return new Map(await Promise.all(regions.map(inspectOne)));
}

function reasonToStay(
  each: TaggedResource,
  { now, alive, olderThanMs }: { now: number; alive: ReadonlyMap<string, number>; olderThanMs: number },
  undo: CloudAccess['undo'],
): string | undefined {
  const expiry = expiryOf(each);
  const until = alive.get(each.runId);
  if (each.expiresAt === undefined) return 'it has no tag bake-ami:expires-at';
  if (expiry === undefined) return `its tag bake-ami:expires-at is "${each.expiresAt}", which is not a time`;
  if (expiry > now) return `it expires at ${each.expiresAt}`;
  if (until !== undefined) return `its run may still be going on, until ${new Date(until).toISOString()}`;
  if (now - expiry < olderThanMs)
    return `it expired at ${each.expiresAt}, less than ${describeDuration(olderThanMs)} ago`;
  if (undo(each.resource.kind) === undefined) return `a sweep can't remove anything of the kind ${each.resource.kind}`;
  return undefined;
}

/**
 * Regions that an organisation keeps closed are no failure as long as nobody named them, nor is IAM, which few builds need;
 * whatever else could not be done is one.
 */
function failure(
  { regions }: SweepRequest,
  left: readonly LeftResource[],
  unread: SweepResult['unread'],
): BakeError | undefined {
  const [first] = left;
  if (first !== undefined) {
    const message =
      left.length === 1 ? first.error.message : `${left.length} resources could not be removed: ${first.error.message}`;
    return new BakeError(message, { code: 'resource-left-behind', category: 'left-behind', cause: first.error });
  }
  const wrong = unread.find(({ error, region }) => (regions.length > 0 && region !== IAM) || !isDenied(error));
  if (wrong === undefined) return undefined;
  const { message, category, hint } = wrong.error;
  return new BakeError(`${wrong.region} could not be looked through: ${message}`, {
    code: 'region-unread',
    category,
    ...(hint === undefined ? {} : { hint }),
    cause: wrong.error,
  });
}

import { setMaxListeners } from 'node:events';
import type { Image } from '@aws-sdk/client-ec2';
import { allPages } from '../aws/all-pages.ts';
import type { Ec2Api } from '../aws/api.ts';
import type { Aws } from '../aws/connections.ts';
import { isDenied } from '../aws/errors.ts';
import { findTagged } from '../aws/tagged/find.ts';
import { livingRuns } from '../aws/tagged/living-runs.ts';
import { RUN_TAG } from '../aws/tags.ts';
import type { LeftResource } from '../engine/run-report.ts';
import { outOfTime } from '../engine/undo.ts';
import { type Judged, judge } from '../images/retention/judge.ts';
import { type NameSeries, nameSeries } from '../images/retention/name-series.ts';
import { nextStep } from '../images/retention/next-step.ts';
import { ownImages, type Selection, selectionFilters } from '../images/retention/owned-images.ts';
import type { RetentionPolicy, Step } from '../images/retention/policy.ts';
import { imageRef, retire } from '../images/retention/retire.ts';
import { type MarkedSnapshots, markedSnapshots, type Staying, usedSnapshots } from '../images/retention/snapshots.ts';
import type { CheckName, Uses } from '../images/retention/usage/check.ts';
import { lookForUses, type UsageFailure, type UsingAccount, unknownUse } from '../images/retention/usage/look.ts';
import { sharedWith } from '../images/retention/usage/sharing.ts';
import { withDeadline } from '../kernel/deadline.ts';
import { type BakeError, toBakeError } from '../kernel/errors.ts';
import type { ResourceRef } from '../kernel/events.ts';
import { inParallel } from '../kernel/parallel.ts';
import { type CloudAccess, cloudAccess } from './cloud-access.ts';
import { enabledRegions, openSomewhere, type WantedRegions } from './enabled-regions.ts';
import { pruneError } from './prune-error.ts';
import type { Surroundings } from './surroundings.ts';

/** What is to be kept, and what is looked at to find out what is in use. */
export interface PruneSettings extends RetentionPolicy {
  readonly selection: Selection;
  /** More images than so many are never disabled or deregistered by one run: then it does nothing at all. */
  readonly maxDeletions: number;
  readonly skippedChecks: ReadonlySet<CheckName>;
  /** ARNs of roles in other accounts that use the images: what is in use there is looked up with them. */
  readonly usageRoles: readonly string[];
}

/** Removes images that are too old and that nobody uses. */
export interface PruneRequest extends Surroundings, PruneSettings, WantedRegions {
  /** Says what would become of each image, and changes nothing. */
  readonly dryRun: boolean;
  /** Called once the plan is made, before anything of it is done: as a result in which nothing is done yet. */
  readonly onPlan?: (plan: PruneResult) => void;
  /** How long to go on, in milliseconds. */
  readonly budgetMs: number;
}

/** What was found out about an image, or about a snapshot that an earlier run has not come to delete. */
export interface PruneFinding {
  /** Its kind is `image` or `snapshot`. */
  readonly resource: ResourceRef;
  /** For people; empty where it is not known. */
  readonly family: string;
  /** Milliseconds since the Unix epoch. */
  readonly madeAt: number | undefined;
  readonly verdict: 'keep' | Step | 'delete';
  /** A whole sentence without its full stop that begins with "it" or names what stands in the way. */
  readonly why: string;
}

export interface PruneResult {
  /** Twelve digits; undefined when not even that could be found out. */
  readonly accountId: string | undefined;
  /** The regions that were looked through. */
  readonly regions: readonly string[];
  readonly findings: readonly PruneFinding[];
  /** Images that took their step, and snapshots that were deleted; empty in a dry run. */
  readonly done: readonly ResourceRef[];
  /** Snapshots that stay although their image went, and why. */
  readonly kept: readonly { readonly resource: ResourceRef; readonly why: string }[];
  /** What could not be done. */
  readonly left: readonly LeftResource[];
  /** Regions whose images could not be read. */
  readonly unread: readonly { readonly region: string; readonly error: BakeError }[];
  /** What could not be looked through for users of the images: nothing goes where those might be. */
  readonly unknown: readonly UsageFailure[];
  /** Images that stay for ever because their names make each a family of its own. */
  readonly series: readonly NameSeries[];
  /** The plan has more deletions than `max-deletions`: nothing of it is done. */
  readonly isTooMuch: boolean;
  /** Why pruning as a whole failed; undefined: all that should go is gone, or would be. */
  readonly error: BakeError | undefined;
}

/** The account and the part of it that is pruned. */
export interface PruneScope {
  readonly aws: Aws;
  readonly regions: readonly string[];
  /** Whether somebody named the regions: then one that can't be read is a failure. */
  readonly areNamed: boolean;
  /** Keys of the families that are pruned; undefined: all. */
  readonly families: ReadonlySet<string> | undefined;
  /** Ids of images that stay because a run has just handed them on, an older one that it reused as well. */
  readonly handedOn?: ReadonlySet<string>;
}

const AT_ONCE = 8;
/** What is in use may change while it is looked up: after this long it is looked up once more. */
const FRESH_MS = 60_000;
const NOTHING = {
  accountId: undefined,
  regions: [],
  findings: [],
  done: [],
  kept: [],
  left: [],
  unread: [],
  unknown: [],
  series: [],
  isTooMuch: false,
} as const;

/** Never rejects: what went wrong is in the result. `cloud` is the one that the environment names. */
export async function prune(
  request: PruneRequest,
  cloud: CloudAccess = cloudAccess(request, request.environment, 'aws'),
): Promise<PruneResult> {
  try {
    const aws = await openSomewhere(request, cloud);
    const areNamed = request.regions.length > 0;
    const regions = areNamed ? [...new Set(request.regions)] : await enabledRegions(aws, request.signal);
    return await pruneScope({ aws, regions, areNamed, families: undefined }, request, cloud);
  } catch (thrown) {
    return { ...NOTHING, error: toBakeError(thrown) };
  }
}

/** The same for a part of an account that is known already. */
export async function pruneScope(scope: PruneScope, request: PruneRequest, cloud: CloudAccess): Promise<PruneResult> {
  // One for each region, image and call.
  setMaxListeners(0, request.signal);
  return withDeadline(request.clock, request.budgetMs, outOfTime, request.signal, async (signal) => {
    setMaxListeners(0, signal);
    const within = { ...request, signal };
    const accountId = await scope.aws.accountId(signal);
    const start = request.clock.monotonic();
    const plan = await planPrune(scope, within, cloud);
    const finish = ({ looks, findings, unread, unknown, series }: Plan, outcome: Outcome): PruneResult => {
      const deletions = findings.filter(({ verdict }) => verdict === 'disable' || verdict === 'deregister').length;
      const isTooMuch = deletions > request.maxDeletions;
      const regions = looks.filter(({ error }) => error === undefined).map(({ region }) => region);
      const result = { accountId, regions, findings, unread, unknown, series, isTooMuch, ...outcome };
      return { ...result, error: pruneError(result, { ...request, deletions, areNamed: scope.areNamed }) };
    };
    const planned = finish(plan, { done: [], kept: [], left: [] });
    request.onPlan?.(planned);
    if (request.dryRun || planned.isTooMuch) return planned;
    const isOld = request.clock.monotonic() - start > FRESH_MS;
    const last = isOld ? agreed(plan, await planPrune(scope, within, cloud)) : plan;
    return finish(last, await carryOut(scope, last, within));
  });
}

/** A region as it was read. */
interface Look {
  readonly region: string;
  readonly images: readonly Image[];
  readonly marked: MarkedSnapshots;
  /** Marked snapshots that others need. */
  readonly needed: ReadonlyMap<string, Staying>;
  /** What carries the tag of a run and is still there. */
  readonly tagged: Awaited<ReturnType<typeof findTagged>>;
  readonly error: BakeError | undefined;
}

interface Plan {
  readonly looks: readonly Look[];
  readonly findings: readonly PruneFinding[];
  /** By id. */
  readonly images: ReadonlyMap<string, Image>;
  readonly unread: PruneResult['unread'];
  readonly unknown: readonly UsageFailure[];
  readonly series: readonly NameSeries[];
}

async function planPrune(scope: PruneScope, request: PruneRequest, cloud: CloudAccess): Promise<Plan> {
  const { clock, signal, skippedChecks } = request;
  const filters = selectionFilters(request.selection);
  const looks = await inParallel(scope.regions, AT_ONCE, (region) => lookThrough(scope.aws, region, filters, signal));
  signal.throwIfAborted();
  const alive = livingRuns(
    looks.flatMap(({ tagged }) => tagged),
    clock.now(),
  );
  const judged = looks.map(({ region, images }) => ({
    region,
    images: judge(images, request, { now: clock.now(), alive, families: scope.families }),
  }));
  const candidates = new Map(
    judged.map(({ region, images }) => [
      region,
      images.filter(({ verdict }) => verdict === 'too-old').map(({ id }) => id),
    ]),
  );
  const accounts = await usingAccounts(scope, candidates, request, cloud);
  const usage = await lookForUses({ accounts, candidates, skipped: skippedChecks, signal });
  const failures = usage.failures.filter((failure) => !isOfClosedRegion(failure, looks));
  const unknown = [...failures];
  const findings: PruneFinding[] = [];
  const lookedUp = new Set(accounts.flatMap(({ accountId }) => accountId ?? []));
  for (const { region, images } of judged) {
    const reasons = (each: Judged): string | undefined =>
      scope.handedOn?.has(each.id) === true ? 'this run hands it on' : reasonByUse(each, region, usage.uses, failures);
    const free = images.filter((each) => each.verdict === 'too-old' && reasons(each) === undefined);
    const shared = await sharedImages(scope.aws, region, free, lookedUp, request);
    if (shared.failure !== undefined) unknown.push(shared.failure);
    for (const each of images) {
      findings.push(findingOf(each, region, reasons(each) ?? shared.reasons.get(each.id), request));
    }
  }
  for (const { region, marked, needed } of looks) {
    for (const [id, image] of marked.orphans) findings.push(orphanFinding(id, image, region, needed.get(id)));
  }
  return {
    looks,
    findings,
    images: new Map(judged.flatMap(({ images }) => images.map(({ id, image }) => [id, image] as const))),
    unread: looks.flatMap(({ region, error }) => (error === undefined ? [] : [{ region, error }])),
    unknown,
    // With tags that name the families, names count for nothing.
    series:
      request.familyTags.length > 0
        ? []
        : looks.flatMap(({ images, region }) => nameSeries(images, region, scope.families)),
  };
}

/** The later plan, of which only that is done which the earlier one has said as well. */
function agreed({ findings }: Plan, later: Plan): Plan {
  const before = new Map(findings.map((each) => [`${each.resource.region} ${each.resource.id}`, each]));
  const both = later.findings.map((now): PruneFinding => {
    const earlier = before.get(`${now.resource.region} ${now.resource.id}`);
    if (now.verdict === 'keep' || earlier?.verdict === now.verdict) return now;
    const why = earlier?.verdict === 'keep' ? earlier.why : 'it has changed since the plan was made';
    return { ...now, verdict: 'keep', why };
  });
  return { ...later, findings: both };
}

async function lookThrough(
  aws: Aws,
  region: string,
  filters: ReturnType<typeof selectionFilters>,
  signal: AbortSignal,
): Promise<Look> {
  const ec2 = aws.ec2(region);
  try {
    const [images, tagged, terminated, marked] = await Promise.all([
      ownImages(ec2, filters, signal),
      findTagged(ec2, region, signal),
      terminatedInstances(ec2, signal),
      markedSnapshots(ec2, signal),
    ]);
    const needed = await usedSnapshots(ec2, [...marked.orphans.keys()], new Set(), signal);
    const there = tagged.filter(({ resource }) => !terminated.has(resource.id));
    return { region, images, marked, needed, tagged: there, error: undefined };
  } catch (thrown) {
    const marked = { orphans: new Map<string, string>(), premature: new Map<string, string>() };
    return { region, images: [], marked, needed: new Map(), tagged: [], error: toBakeError(thrown) };
  }
}

/** Terminated instances are shown with their tags for another hour: they do not mean that their run is still going. */
async function terminatedInstances(ec2: Ec2Api, signal: AbortSignal): Promise<ReadonlySet<string | undefined>> {
  const Filters = [
    { Name: 'tag-key', Values: [RUN_TAG] },
    { Name: 'instance-state-name', Values: ['terminated'] },
  ];
  const pages = await allPages((NextToken) => ec2.describeInstances({ Filters, NextToken }, signal));
  const instances = pages.flatMap(({ Reservations = [] }) => Reservations.flatMap((each) => each.Instances ?? []));
  return new Set(instances.map(({ InstanceId }) => InstanceId));
}

/** Who may use the images: this account, and those that roles were given for, in the regions with candidates. */
async function usingAccounts(
  { aws, regions }: PruneScope,
  candidates: ReadonlyMap<string, readonly string[]>,
  { usageRoles }: PruneRequest,
  { connections }: CloudAccess,
): Promise<readonly UsingAccount[]> {
  const withCandidates = regions.filter((region) => (candidates.get(region)?.length ?? 0) > 0);
  if (withCandidates.length === 0) return [];
  const others = await Promise.all(
    usageRoles.map(async (roleArn): Promise<UsingAccount> => {
      const assumeRole = { roleArn, sessionName: 'bake-ami-prune', policyArns: [], tags: {}, transitiveTagKeys: [] };
      const theirs = await connections.open({ region: aws.region, assumeRole });
      return { aws: theirs, accountId: roleArn.split(':')[4], regions: withCandidates };
    }),
  );
  return [{ aws, accountId: undefined, regions }, ...others];
}

/** A region that an organisation keeps closed, in which neither images nor parameters may be read, is used by nobody. */
function isOfClosedRegion({ accountId, error, region }: UsageFailure, looks: readonly Look[]): boolean {
  const look = looks.find((each) => each.region === region);
  return accountId === undefined && isDenied(error) && look?.error !== undefined && isDenied(look.error);
}

function reasonByUse(
  { id, verdict }: Judged,
  region: string,
  uses: Uses,
  failures: readonly UsageFailure[],
): string | undefined {
  if (verdict !== 'too-old') return undefined;
  const user = uses.get(id);
  return user === undefined ? unknownUse(region, failures) : `it is used by ${user}`;
}

/** Which of the images are shared with somebody whose use is not known; the last question, since each image is asked for alone. */
async function sharedImages(
  aws: Aws,
  region: string,
  images: readonly Judged[],
  lookedUp: ReadonlySet<string>,
  { signal, skippedChecks }: PruneRequest,
): Promise<{ readonly reasons: ReadonlyMap<string, string>; readonly failure: UsageFailure | undefined }> {
  const reasons = new Map<string, string>();
  const failures: UsageFailure[] = [];
  if (skippedChecks.has('sharing')) return { reasons, failure: undefined };
  await inParallel(images, AT_ONCE, async ({ id, image }) => {
    try {
      const who = await sharedWith({ aws, region, signal }, image, lookedUp);
      if (who !== undefined) reasons.set(id, `it is shared with ${who}`);
    } catch (thrown) {
      const about = 'with whom images are shared';
      const where = { check: 'sharing', about, region, accountId: undefined, isEverywhere: false } as const;
      const failure = { ...where, error: toBakeError(thrown) };
      failures.push(failure);
      reasons.set(id, unknownUse(region, [failure]) ?? '');
    }
  });
  signal.throwIfAborted();
  return { reasons, failure: failures[0] };
}

function findingOf(
  { image, family, madeAt, verdict, why }: Judged,
  region: string,
  inTheWay: string | undefined,
  request: PruneRequest,
): PruneFinding {
  const about = { resource: imageRef(image, region), family: family?.label ?? '', madeAt };
  if (verdict === 'stays') return { ...about, verdict: 'keep', why };
  if (inTheWay !== undefined) return { ...about, verdict: 'keep', why: inTheWay };
  const next = nextStep(image, request, request.clock.now());
  if (next.step === undefined) return { ...about, verdict: 'keep', why: next.why };
  return { ...about, verdict: next.step, why: why + next.why };
}

function orphanFinding(id: string, image: string, region: string, stays: Staying | undefined): PruneFinding {
  const about = { resource: { kind: 'snapshot', id, region }, family: '', madeAt: undefined };
  if (stays !== undefined) return { ...about, verdict: 'keep', why: stays.why };
  return { ...about, verdict: 'delete', why: `its image ${image} was deregistered by an earlier run` };
}

type Outcome = Pick<PruneResult, 'done' | 'kept' | 'left'>;

async function carryOut(
  { aws }: PruneScope,
  { findings, images, looks }: Plan,
  { clock, reporter, signal }: PruneRequest,
): Promise<Outcome> {
  const done: ResourceRef[] = [];
  const kept: { readonly resource: ResourceRef; readonly why: string }[] = [];
  const left: LeftResource[] = [];
  const familyOf = new Map(findings.map(({ resource, family }) => [resource.id, family]));
  // A snapshot is told of in the name of its image's family; one of an earlier run has none any more.
  const build = ({ id }: ResourceRef, imageId = id): string => familyOf.get(imageId) || 'prune';
  await inParallel(looks, AT_ONCE, async ({ region, marked }) => {
    const theirs = findings.filter(({ resource }) => resource.region === region);
    const steps = theirs.flatMap(({ resource, verdict }) => {
      const image = images.get(resource.id);
      return image === undefined || verdict === 'keep' || verdict === 'delete' ? [] : [{ image, step: verdict }];
    });
    const orphans = theirs.filter(({ verdict }) => verdict === 'delete').map(({ resource }) => resource.id);
    const going = new Set(steps.filter(({ step }) => step === 'deregister').map(({ image }) => image.ImageId));
    const unmark = [...marked.premature].filter(([, image]) => !going.has(image)).map(([id]) => id);
    if (steps.length + orphans.length + unmark.length === 0) return;
    const onLeft = (resource: ResourceRef, error: BakeError): void => {
      left.push({ resource, error });
      reporter.report({ type: 'resource-left', build: build(resource), resource, error });
    };
    try {
      await retire(
        { ec2: aws.ec2(region), region, images: steps, orphans, unmark },
        {
          clock,
          signal,
          onStep: (resource, step) => {
            done.push(resource);
            const message = `${STEP_DONE[step]} the image ${resource.id} in ${region}`;
            if (step !== 'deregister') reporter.report({ type: 'log', level: 'info', message });
            else reporter.report({ type: 'resource-removed', build: build(resource), resource });
          },
          onDeleted: (resource, imageId) => {
            done.push(resource);
            reporter.report({ type: 'resource-removed', build: build(resource, imageId), resource });
          },
          onKept: (resource, why) => void kept.push({ resource, why }),
          onLeft,
        },
      );
    } catch (thrown) {
      // Nothing was begun in this region.
      const error = toBakeError(thrown);
      for (const { image } of steps) onLeft(imageRef(image, region), error);
    }
  });
  return { done, kept, left };
}

const STEP_DONE = { deprecate: 'Deprecated', disable: 'Disabled', deregister: 'Deregistered' } as const;

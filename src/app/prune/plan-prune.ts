import type { Image } from '@aws-sdk/client-ec2';
import { allPages } from '../../aws/all-pages.ts';
import type { Ec2Api } from '../../aws/api.ts';
import type { Aws } from '../../aws/connections.ts';
import { isDenied } from '../../aws/errors.ts';
import { findTagged } from '../../aws/tagged/find.ts';
import { livingRuns } from '../../aws/tagged/living-runs.ts';
import { RUN_TAG } from '../../aws/tags.ts';
import { type Judged, judge } from '../../images/retention/judge.ts';
import { type NameSeries, nameSeries } from '../../images/retention/name-series.ts';
import { nextStep } from '../../images/retention/next-step.ts';
import { ownImages, selectionFilters } from '../../images/retention/owned-images.ts';
import { imageRef } from '../../images/retention/retire.ts';
import {
  type MarkedSnapshots,
  markedSnapshots,
  type Staying,
  usedSnapshots,
} from '../../images/retention/snapshots.ts';
import type { Uses } from '../../images/retention/usage/check.ts';
import { lookForUses, type UsageFailure, type UsingAccount, unknownUse } from '../../images/retention/usage/look.ts';
import { sharedWith } from '../../images/retention/usage/sharing.ts';
import { type BakeError, toBakeError } from '../../kernel/errors.ts';
import { inParallel } from '../../kernel/parallel.ts';
import type { CloudAccess } from '../cloud-access/cloud-access.ts';
import type { PruneFinding, PruneRequest, PruneResult, PruneScope } from './prune-request.ts';

const AT_ONCE = 8;

/** A region as it was read. */
export interface Look {
  readonly region: string;
  readonly images: readonly Image[];
  readonly marked: MarkedSnapshots;
  /** Marked snapshots that others need. */
  readonly needed: ReadonlyMap<string, Staying>;
  /** What carries the tag of a run and is still there. */
  readonly tagged: Awaited<ReturnType<typeof findTagged>>;
  readonly error: BakeError | undefined;
}

export interface Plan {
  readonly looks: readonly Look[];
  readonly findings: readonly PruneFinding[];
  /** By id. */
  readonly images: ReadonlyMap<string, Image>;
  readonly unread: PruneResult['unread'];
  readonly unknown: readonly UsageFailure[];
  readonly series: readonly NameSeries[];
}

export async function planPrune(scope: PruneScope, request: PruneRequest, cloud: CloudAccess): Promise<Plan> {
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
export function agreed({ findings }: Plan, later: Plan): Plan {
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

import { isDenied } from '../../aws/errors.ts';
import { partitionOf } from '../../aws/partition.ts';
import { orAborted, withDeadline } from '../../kernel/deadline.ts';
import { AFTER_LAUNCH, BEFORE_LAUNCH, type DryRun, denialsOf, dryRunsOf, type Known } from './permissions/dry-runs.ts';
import { allMissing } from './permissions/missing.ts';
import type { Asked } from './permissions/need.ts';
import { replacesOldImage } from './regions.ts';
import type { Site } from './site.ts';

/*
 * Permissions by dry runs. What each build is asked for:
 *
 * - RunInstances and CopyImage beside the other checks, since RunInstances tells most (it takes iam:PassRole and
 *   ec2:CreateTags too) and a copy is denied only when all the work is done. The answers are waited for no sooner than the
 *   launch, so that they make nothing slower.
 * - StopInstances and CreateImage while the instance boots: the very requests, so their answer is certain, and it comes
 *   before the provisioners.
 * - Everything that can be tried, once something was denied.
 *
 * They are asked once in a run for each region and credentials, not once per build (see `denialOf`): RunInstances has the
 * smallest budget of requests that EC2 gives. And only AWS is asked: an emulator may not know what a dry run is, and launch.
 */

const ANSWER_LIMIT_MS = 10_000;
const FIRST = new Set(['ec2:RunInstances', 'ec2:CopyImage']);

/** Rejects when calls that the build can't do without are denied before it is launched. */
export async function checkBeforeLaunch(known: Known): Promise<void> {
  const { site } = known;
  const first = new Map([...BEFORE_LAUNCH].filter(([action]) => FIRST.has(action)));
  const denials = await tried(site, dryRunsOf(first, askedBy(site), known), known);
  const certain = denials.filter(isCertain);
  if (certain.length === 0) return;
  throw allMissing(askedBy(site), certain[0], [...denials, ...(await allTried(known))]);
}

/** Rejects when what comes after the provisioners is denied. */
export async function checkAfterLaunch(known: Known): Promise<void> {
  const { site } = known;
  const [first, ...others] = await tried(site, dryRunsOf(AFTER_LAUNCH, askedBy(site), known), known);
  if (first !== undefined) throw allMissing(askedBy(site), first, others);
}

/** What to throw for an error of the launch: when that is a denied call, with what else is denied. */
export async function withAllThatIsMissing(known: Known, thrown: unknown): Promise<unknown> {
  const { site } = known;
  if (!isDenied(thrown) || site.context.signal.aborted) return thrown;
  return allMissing(askedBy(site), thrown, await allTried(known));
}

function allTried(known: Known): Promise<readonly unknown[]> {
  return tried(known.site, dryRunsOf(BEFORE_LAUNCH, askedBy(known.site), known), known);
}

async function tried(site: Site, dryRuns: readonly DryRun[], { ownership }: Known): Promise<readonly unknown[]> {
  const { clock, signal } = site.context;
  if (!isAws(site)) return [];
  return withDeadline(clock, ANSWER_LIMIT_MS, noAnswer, signal, (limited) =>
    orAborted(denialsOf(site, dryRuns, ownership, limited), limited),
  ).catch((): readonly unknown[] => []);
}

function isAws({ aws, dependencies }: Site): boolean {
  if (dependencies.locateMachine !== undefined) return false;
  if (aws.ec2Endpoint === undefined) return true;
  const { protocol, hostname } = URL.canParse(aws.ec2Endpoint) ? new URL(aws.ec2Endpoint) : {};
  return protocol === 'https:' && hostname?.endsWith(`.${partitionOf(aws.region).dnsSuffix}`) === true;
}

/**
 * Whether the real call would be denied too. A launch that is tried has neither the temporary key pair nor the temporary
 * security group, so that EC2 takes the default group instead: what is denied on that says nothing.
 */
function isCertain(denial: unknown): boolean {
  const { message } = denial as Error;
  if (!message.includes('from ec2:RunInstances')) return true;
  return /on resource: arn:[\w-]+:\w+:[^:]*:[^:]*:(instance|volume|network-interface|image|snapshot|subnet|role|spot-instances-request)\//.test(
    message,
  );
}

function askedBy(site: Site): Asked {
  const { options, given, connector, dependencies, region } = site;
  const verifies = dependencies.verification !== undefined;
  // Nothing of Systems Manager can be tried.
  const none = { parameters: [] };
  return { options, given, communicator: connector.type, region, replaces: replacesOldImage(site), verifies, ...none };
}

function noAnswer(): Error {
  return new Error(`no answer within ${ANSWER_LIMIT_MS / 1_000} seconds`);
}

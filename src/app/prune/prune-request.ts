import type { Aws } from '../../aws/connections.ts';
import type { LeftResource } from '../../engine/run-report.ts';
import type { NameSeries } from '../../images/retention/name-series.ts';
import type { Selection } from '../../images/retention/owned-images.ts';
import type { RetentionPolicy, Step } from '../../images/retention/policy.ts';
import type { CheckName } from '../../images/retention/usage/check.ts';
import type { UsageFailure } from '../../images/retention/usage/look.ts';
import type { BakeError } from '../../kernel/errors.ts';
import type { ResourceRef } from '../../kernel/events.ts';
import type { WantedRegions } from '../cloud-access/enabled-regions.ts';
import type { Surroundings } from '../surroundings.ts';

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

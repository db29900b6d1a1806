import type { BakeError } from '../kernel/errors.ts';
import type { ArtifactSummary, LaunchedInstance, Outcome, ResourceRef, StepTime } from '../kernel/events.ts';
import type { SourceName } from '../template/plan.ts';

/** What became of a run: plain data, made by the engine, read by every output and summary. */
export interface RunReport {
  readonly runId: string;
  /** Packer's PACKER_RUN_UUID. */
  readonly runUuid: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly elapsedMs: number;
  /** `cancelled` when a build was cancelled, else `failed` when one failed, else `succeeded`. */
  readonly outcome: RunOutcome;
  /** In the order of the plan. */
  readonly builds: readonly BuildReport[];
}

export type RunOutcome = Exclude<Outcome, 'skipped'>;

export interface BuildReport {
  /** The full build name. */
  readonly build: string;
  readonly source: SourceName;
  /** `skipped`: it never started, because the run was cancelled before its turn. */
  readonly outcome: Outcome;
  /** Since the run began. */
  readonly startMs: number;
  readonly elapsedMs: number;
  /** Where the build worked (`BuildRegion`): of images in several regions, the one here is its own. */
  readonly region: string | undefined;
  /**
   * The builder's artifact, also when something after it failed, or what could be finished of it; undefined when none was
   * made or it was removed.
   */
  readonly artifact: ArtifactSummary | undefined;
  /** All that remains: the builder's artifact first, then what the post-processors made of it. */
  readonly artifacts: readonly ArtifactSummary[];
  /** The first error, which ended the build. */
  readonly error: BakeError | undefined;
  /** What went wrong beside it or after it: further post-processor chains, the error-cleanup-provisioner. */
  readonly furtherErrors: readonly BakeError[];
  /** The machine that it built on; undefined: none was launched. */
  readonly launched: LaunchedInstance | undefined;
  readonly steps: readonly StepReport[];
  /** What could not be removed, and why. */
  readonly left: readonly LeftResource[];
}

export interface StepReport {
  readonly name: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** Since the run began; steps of one build may overlap. */
  readonly startMs: number;
  readonly elapsedMs: number;
  readonly time: StepTime;
}

export interface LeftResource {
  readonly resource: ResourceRef;
  readonly error: BakeError;
}

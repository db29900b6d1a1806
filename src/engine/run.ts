import { setMaxListeners } from 'node:events';
import type { Clock } from '../kernel/clock.ts';
import type { BakeError } from '../kernel/errors.ts';
import type { Emit, Reporter } from '../kernel/events.ts';
import type { Ids } from '../kernel/ids.ts';
import { inParallel } from '../kernel/parallel.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { BuildPlan, PlannedBuild } from '../template/plan.ts';
import { runBuild, skippedBuild } from './build-runner.ts';
import type { OnError } from './on-error.ts';
import type { Fingerprint, ImageOrigin, Journal, Registry, ReuseTerms, UndoTable } from './ports.ts';
import type { BuildReport, RunOutcome, RunReport } from './run-report.ts';

export interface RunOptions {
  readonly runId: string;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly secrets: SecretRegistry;
  readonly reporter: Reporter;
  readonly journal: Journal;
  /** How resources go away, with the credentials that made them. */
  readonly undo: UndoTable;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly workingDirectory: string;
  /** Absolute; exists, with mode 0700. */
  readonly temporaryDirectory: string;
  readonly onError: OnError;
  readonly force: boolean;
  /** Builds at a time; 0: no limit. */
  readonly parallelBuilds: number;
  /** Default: every image is made anew. */
  readonly reuse?: ReuseTerms;
  /** Makes out what decides a build's image; see `BuildContext.fingerprint`. Default: none is made out. */
  readonly fingerprintOf?: FingerprintOf;
  /** Aborted: everything stops and is cleaned up. */
  readonly signal: AbortSignal;
  /** How long the removal of a build's resources may take, in milliseconds. */
  readonly cleanUpBudgetMs?: number;
}

export type FingerprintOf = (planned: PlannedBuild, origin: ImageOrigin) => Promise<Fingerprint | undefined>;

/** What the runs of all builds share. */
export interface RunContext extends RunOptions {
  readonly runUuid: string;
  readonly emit: Emit;
  /** When it began, by the monotonic clock. */
  readonly start: number;
}

/**
 * Runs the builds of a plan in parallel; what goes wrong in one of them does not disturb the others. `judgePlan` has
 * found it valid, and its sensitive values are registered.
 */
export async function runPlan({ builds }: Pick<BuildPlan, 'builds'>, options: RunOptions): Promise<RunReport> {
  const { clock, ids, journal, reporter, runId, signal } = options;
  // Each call, wait and command of each build listens to it: many listeners are no leak here.
  setMaxListeners(0, signal);

  const start = clock.monotonic();
  const startedAt = new Date(clock.now()).toISOString();
  const runUuid = ids.uuid();
  const emit: Emit = (event) => reporter.report(event);
  const run: RunContext = { ...options, runUuid, emit, start };

  journal.append({ type: 'run', runId, startedAt });
  const looksOnly = options.reuse?.mode === 'look';
  emit({ type: 'run-started', runId, builds: builds.map(({ name }) => name), ...(looksOnly && { looksOnly }) });
  const reports = await inParallel(builds, options.parallelBuilds, (build) =>
    signal.aborted ? Promise.resolve(skippedBuild(build, run)) : runBuild(build, run),
  );
  return {
    runId,
    runUuid,
    startedAt,
    elapsedMs: clock.monotonic() - start,
    outcome: outcomeOf(reports),
    builds: reports,
  };
}

function outcomeOf(reports: readonly BuildReport[]): RunOutcome {
  if (reports.some(({ outcome }) => outcome === 'cancelled' || outcome === 'skipped')) return 'cancelled';
  return reports.some(({ outcome }) => outcome === 'failed') ? 'failed' : 'succeeded';
}

/** The error to show for a run as a whole. */
export function firstError({ builds }: RunReport): BakeError | undefined {
  return builds.find(({ error }) => error !== undefined)?.error;
}

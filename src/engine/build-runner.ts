import {
  type BakeError,
  cancelledError,
  describeError,
  IncompleteArtifactError,
  TemplateError,
  toBakeError,
} from '../kernel/errors.ts';
import type { ArtifactSummary, Emit, LaunchedInstance, Outcome } from '../kernel/events.ts';
import type { GeneratedValue, PlannedBuild } from '../template/plan.ts';
import { BuildScope } from './build-scope.ts';
import { commonGeneratedData, withoutMachine } from './generated-data.ts';
import { communicatorType } from './judged-plan.ts';
import { mentionsShutdown } from './mentions-shutdown.ts';
import { removesResources, runsErrorCleanup } from './on-error.ts';
import type { Artifact, BuildContext, Connector, PreparedBuild, Provision, Registry, ReuseTerms } from './ports.ts';
import { postProcess } from './post-process.ts';
import { prepareProvisioners } from './prepare-provisioners.ts';
import { missingPlugin, type ProvisioningMachine, runProvisioner } from './provision.ts';
import type { RunContext } from './run.ts';
import type { BuildReport, LeftResource } from './run-report.ts';
import { stepLog } from './steps.ts';

const MAKE_ANEW: ReuseTerms = { mode: 'never', requiredTags: [] };

const CLEAN_UP_BUDGET_MS = 15 * 60_000;

/** What a build comes to while it runs. */
interface Progress {
  /** The builder's own artifact. */
  made: ArtifactSummary | undefined;
  artifacts: readonly ArtifactSummary[];
  /** The first one is what ended the build. */
  readonly errors: BakeError[];
  left: readonly LeftResource[];
  /** The machine that was provisioned. */
  machine: ProvisioningMachine | undefined;
  /** Where the builder says that it worked (`BuildRegion`). */
  region: string | undefined;
}

/** Runs one build from its options to its artifacts. Never rejects: all that went wrong is in the report. */
export async function runBuild(planned: PlannedBuild, run: RunContext): Promise<BuildReport> {
  const { clock, signal } = run;
  const build = planned.name;
  const start = clock.monotonic();
  let launched: LaunchedInstance | undefined;
  const emit: Emit = (event) => {
    if (event.type === 'instance-launched') launched = event.instance;
    run.emit(event);
  };
  const steps = stepLog(build, { clock, emit, signal, start: run.start });
  const context: BuildContext = {
    ...run,
    emit,
    build,
    source: planned.source,
    render: planned.render,
    step: steps.step,
    mentionsShutdown: await mentionsShutdown(planned.provisioners, run.workingDirectory),
    reuse: run.reuse ?? MAKE_ANEW,
    fingerprint: async (origin) => run.fingerprintOf?.(planned, origin),
  };
  const progress: Progress = {
    made: undefined,
    artifacts: [],
    errors: [],
    left: [],
    machine: undefined,
    region: undefined,
  };

  emit({ type: 'build-started', build });
  try {
    const { builder, communicator } = pluginsOf(planned, run.registry);
    const connector = await communicator.connector(planned.builder.decoded, context);
    const lookForTools = () => prepareProvisioners(planned, run.registry, context);
    // An image that is there needs no tools, and looking for some of them takes a second.
    const asksAwsFirst = context.reuse.mode !== 'never';
    if (!asksAwsFirst) await lookForTools();
    const prepared = await builder.prepare(planned.builder.decoded, context, connector);
    if (asksAwsFirst && prepared.isMade !== true) await lookForTools();
    signal.throwIfAborted();
    await bakeInScope(prepared, connector, planned, run, context, progress);
  } catch (thrown) {
    fail(thrown, context, progress);
  }

  const report: BuildReport = {
    build,
    source: planned.source,
    outcome: outcomeOf(progress),
    startMs: start - run.start,
    elapsedMs: clock.monotonic() - start,
    region: regionOf(progress),
    artifact: progress.artifacts.find((summary) => summary === progress.made),
    artifacts: progress.artifacts,
    error: progress.errors[0],
    furtherErrors: progress.errors.slice(1),
    launched,
    steps: steps.reports,
    left: progress.left,
  };
  finish(report, run);
  return report;
}

function pluginsOf({ builder: source }: PlannedBuild, registry: Registry) {
  const builder = registry.builders.get(source.type);
  if (builder === undefined) throw missingPlugin('builder', source.type);
  const type = communicatorType(source.decoded);
  const communicator = registry.communicators.get(type);
  if (communicator === undefined) throw missingPlugin('communicator', type);
  return { builder, communicator };
}

/** The report of a build whose turn never came. */
export function skippedBuild(planned: PlannedBuild, run: RunContext): BuildReport {
  const report: BuildReport = {
    build: planned.name,
    source: planned.source,
    outcome: 'skipped',
    startMs: run.clock.monotonic() - run.start,
    elapsedMs: 0,
    region: undefined,
    artifact: undefined,
    artifacts: [],
    error: undefined,
    furtherErrors: [],
    launched: undefined,
    steps: [],
    left: [],
  };
  finish(report, run);
  return report;
}

/** The part of a build in which things exist that must not stay. */
async function bakeInScope(
  prepared: PreparedBuild,
  connector: Connector,
  planned: PlannedBuild,
  run: RunContext,
  context: BuildContext,
  progress: Progress,
): Promise<void> {
  const scope = new BuildScope({
    ...run,
    build: context.build,
    cleanUpBudgetMs: run.cleanUpBudgetMs ?? CLEAN_UP_BUDGET_MS,
  });
  const onAbort = (): void => void scope.requestAll();
  context.signal.addEventListener('abort', onAbort, { once: true });
  try {
    const artifact = await prepared.bake(scope, provisioning(connector, planned, run, context, progress));
    // What the image no longer needs goes away while the post-processors run.
    void scope.requestPossible();
    if (artifact !== undefined) await handOn(artifact, connector, planned, run, context, progress);
  } catch (thrown) {
    const error = fail(thrown, context, progress);
    if (!removesResources(run.onError, error)) await scope.abandon(`on-error is "${run.onError}"`);
  } finally {
    context.signal.removeEventListener('abort', onAbort);
    progress.left = await scope.close();
  }
}

/** What the builder calls when its machine can be reached. */
function provisioning(
  connector: Connector,
  planned: PlannedBuild,
  run: RunContext,
  context: BuildContext,
  progress: Progress,
): Provision {
  return async (communicator, generated) => {
    const { privateKey, password } = communicator.access;
    for (const secret of [privateKey, password]) if (secret !== undefined) context.secrets.register(secret);
    const common = commonGeneratedData(run.runUuid, connector, communicator);
    const machine: ProvisioningMachine = { communicator, generated: { ...common, ...generated } };
    progress.machine = machine;
    try {
      const { length } = planned.provisioners;
      for (const [index, provisioner] of planned.provisioners.entries()) {
        context.signal.throwIfAborted();
        const place = length > 1 ? ` (${index + 1} of ${length})` : '';
        await runProvisioner(provisioner, machine, run.registry, context, place);
      }
    } catch (thrown) {
      const error = fail(thrown, context, progress);
      const { errorCleanupProvisioner } = planned;
      if (errorCleanupProvisioner !== undefined && error.category !== 'cancelled' && runsErrorCleanup(run.onError)) {
        const place = ' (error-cleanup-provisioner)';
        await runProvisioner(errorCleanupProvisioner, machine, run.registry, context, place).catch((further) =>
          fail(further, context, progress),
        );
      }
      throw error;
    }
  };
}

/** Hands the builder's artifact to the post-processors. */
async function handOn(
  artifact: Artifact,
  connector: Connector,
  planned: PlannedBuild,
  run: RunContext,
  context: BuildContext,
  progress: Progress,
): Promise<void> {
  progress.region = textOf(artifact.generated['BuildRegion']);
  if (context.reuse.mode === 'look') {
    progress.made = artifact.summary;
    progress.artifacts = [artifact.summary];
    return;
  }
  publish(artifact.summary, context, progress);
  const common = progress.machine?.generated ?? withoutMachine(run.runUuid, connector);
  const { artifacts, errors } = await postProcess(planned, artifact, common, run.registry, context);
  progress.artifacts = artifacts.map(({ summary }) => summary);
  for (const error of errors) fail(error, context, progress);
  for (const summary of progress.artifacts) {
    if (summary !== artifact.summary) context.emit({ type: 'artifact', build: context.build, artifact: summary });
  }
  // One that was destroyed after it was used up is nothing to tell of.
  if (progress.errors.length === 0 && progress.artifacts.includes(artifact.summary)) await artifact.announce?.();
}

/** The builder's own artifact: from now on it is told of, whatever happens. */
function publish(artifact: ArtifactSummary, { emit, build }: BuildContext, progress: Progress): void {
  progress.made = artifact;
  progress.artifacts = [artifact];
  emit({ type: 'artifact', build, artifact });
}

function regionOf({ machine, made, region }: Progress): string | undefined {
  return textOf(machine?.generated['BuildRegion']) ?? region ?? made?.images[0]?.region;
}

function textOf(value: GeneratedValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Notes an error, the same one only once; an error after the signal is the signal's doing. */
function fail(thrown: unknown, context: BuildContext, progress: Progress): BakeError {
  const { signal, build, emit } = context;
  const { errors } = progress;
  if (thrown instanceof IncompleteArtifactError && progress.made === undefined) {
    publish(thrown.artifact, context, progress);
  }
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const known = errors.find((error) => error === thrown || error === cause || error.cause === thrown);
  if (known !== undefined) return known;
  const isCancellation = signal.aborted && !(thrown instanceof TemplateError);
  if (isCancellation && errors[0] !== undefined) return errors[0];
  const error = isCancellation ? cancelledError(`the build ${build}`, thrown) : toBakeError(thrown);
  errors.push(error);
  // The first one is told at the end, with the outcome of the build.
  if (errors.length > 1) emit({ type: 'log', level: 'error', build, message: describeError(error), error });
  if (error instanceof TemplateError) {
    for (const diagnostic of error.diagnostics) emit({ type: 'diagnostic', diagnostic });
  }
  return error;
}

function outcomeOf({ errors }: Progress): Outcome {
  if (errors.length === 0) return 'succeeded';
  return errors[0]?.category === 'cancelled' ? 'cancelled' : 'failed';
}

function finish({ build, outcome, elapsedMs, error, artifact }: BuildReport, { emit, reuse }: RunContext): void {
  emit({
    type: 'build-finished',
    build,
    outcome,
    elapsedMs,
    ...(reuse?.mode === 'look' && { looksOnly: true }),
    ...(error !== undefined && { error }),
    ...(artifact !== undefined && { artifact }),
  });
}

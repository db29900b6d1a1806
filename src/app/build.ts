import { RUN_TAG, VERIFIED_TAG } from '../aws/tags.ts';
import type { JournalEntry } from '../engine/ports.ts';
import { runPlan } from '../engine/run.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import { type BakeError, cancelledError, TemplateError, toBakeError } from '../kernel/errors.ts';
import type { BuildPlan } from '../template/plan.ts';
import type { BuildRequest, BuildResult } from './build-request.ts';
import { makeWayForFiles } from './outputs/files-of-run.ts';
import { handOn } from './outputs/hand-on.ts';
import { refuseForeignManifest } from './outputs/manifest-of-run.ts';
import { pruneAfterRun } from './retention.ts';
import { Fingerprints } from './run/fingerprints.ts';
import { JournalFile } from './run/journal-file.ts';
import { OtherMoments } from './run/other-moments.ts';
import { NO_OUTPUTS } from './run/run-report.ts';
import { RunSite, regionOf } from './run/run-site.ts';
import { RunWatch } from './run/run-watch.ts';
import { parametersOfRun } from './run/ssm-parameters.ts';
import { verificationOf } from './run/verification.ts';
import { planTemplate } from './templates/plan-template.ts';

/** What a run comes to, but for its story. */
type Ending = Omit<BuildResult, 'story'>;

/** Bakes a template: what `bake-ami build` and the action's main step are. Never rejects. */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const watch = new RunWatch(request.reporter, request.secrets);
  const ending = await planAndBake({ ...request, reporter: watch }, watch);
  return { ...ending, story: watch.story };
}

async function planAndBake(request: BuildRequest, watch: RunWatch): Promise<Ending> {
  const site = new RunSite(request);
  if (request.fingerprintKey !== undefined) request.secrets.register(request.fingerprintKey);
  try {
    makeWayForFiles(request);
    refuseForeignManifest(request);
    const moments = new OtherMoments(request, site.readingPlugins());
    const { plan, diagnostics } = await planTemplate(
      { ...request, toBuild: true, evaluateDataSources: true },
      moments.plugins,
    );
    if (plan === undefined) return failed(new TemplateError(diagnostics), diagnostics);
    const ending = await bake(request, site, watch, { plan, diagnostics, moments });
    return { ...ending, plan };
  } catch (thrown) {
    return failed(request.signal.aborted ? cancelledError('the run', thrown) : toBakeError(thrown), []);
  } finally {
    site.close();
  }
}

/** A template that is to be built, and the way to see it at other times. */
interface Planned {
  readonly plan: BuildPlan;
  readonly diagnostics: readonly Diagnostic[];
  readonly moments: OtherMoments;
}

async function bake(
  request: BuildRequest,
  site: RunSite,
  watch: RunWatch,
  { plan, diagnostics, moments }: Planned,
): Promise<Ending> {
  const verification = verificationOf(request);
  const parameters = parametersOfRun(request.ssmParameters ?? [], plan.builds, regionOf(request));
  const { directory } = site;
  const cloud = await site.cloud();
  const registry = await site.plugins({ verification, parameters });
  using file = new JournalFile(directory.journal);
  const fingerprints = new Fingerprints(request, registry, moments);
  const report = await runPlan(plan, {
    ...request,
    reuse: {
      mode: request.force ? 'never' : request.reuse,
      requiredTags: verification === undefined && request.reusesVerifiedOnly !== true ? [] : [VERIFIED_TAG],
    },
    fingerprintOf: fingerprints.of,
    environment: cloud.environment,
    registry,
    journal: { append: (entry) => append(entry, file, request) },
    undo: cloud.undo,
    temporaryDirectory: directory.temporary,
  });
  if (request.onError !== 'cleanup' && report.outcome === 'failed') tellWhatStays(request);
  const handedOn = await handOn(request, report, { manifest: watch.lastManifest, verification, fingerprints });
  const result = { ...handedOn, diagnostics };
  if (request.retention === undefined || result.outcome !== 'succeeded') return result;
  return { ...result, pruned: await pruneAfterRun(report, request.retention, cloud, request) };
}

/** Writes it down, and passes on where a build works: should the journal get lost, that is what is left to go by. */
function append(entry: JournalEntry, file: JournalFile, { cloud, onPlace }: BuildRequest): void {
  file.append(entry);
  if (entry.type === 'account' && cloud === 'aws') onPlace?.(entry);
}

/** How what was kept to be looked at is found again; in a cloud that is this run's own it is not. */
function tellWhatStays({ cloud, localCloud, onError, runId, reporter }: BuildRequest): void {
  const endsWithItsCloud = cloud === 'local' && localCloud === undefined;
  const message = endsWithItsCloud
    ? `on-error is "${onError}", but what a build on the local cloud leaves ends with that cloud, at the end of this job`
    : `on-error is "${onError}": what this run leaves has the tag ${RUN_TAG} with the value ${runId}`;
  reporter.report({ type: 'log', level: endsWithItsCloud ? 'warning' : 'info', message });
}

function failed(error: BakeError, diagnostics: readonly Diagnostic[]): Ending {
  const outcome = error.category === 'cancelled' ? 'cancelled' : 'failed';
  return { outcome, diagnostics, error, report: undefined, outputs: NO_OUTPUTS };
}

import path from 'node:path';
import { VERIFIED_TAG } from '../aws/tags.ts';
import type { OnError } from '../engine/on-error.ts';
import type { JournalEntry, ReuseTerms } from '../engine/ports.ts';
import { firstError, runPlan } from '../engine/run.ts';
import type { RunOutcome, RunReport } from '../engine/run-report.ts';
import type { Verification } from '../images/verify/verification.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Diagnostic } from '../kernel/diagnostics.ts';
import { type BakeError, cancelledError, TemplateError, toBakeError } from '../kernel/errors.ts';
import type { Reporter } from '../kernel/events.ts';
import type { Ids } from '../kernel/ids.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import type { BuildPlan } from '../template/plan.ts';
import type { PlanRequest } from '../template/request.ts';
import { type CloudAccess, cloudAccess } from './cloud-access.ts';
import { defaultRegion } from './default-region.ts';
import { makeWayForFiles } from './files-of-run.ts';
import { Fingerprints } from './fingerprints.ts';
import { JournalFile } from './journal-file.ts';
import { writeLeg } from './leg-file.ts';
import { type LocalCloudHandle, onLocalCloud } from './local-cloud-handle.ts';
import { locateMachine, startLocalCloudHost } from './local-cloud-host.ts';
import { manifestOfRun, refuseForeignManifest, writeRunManifest } from './manifest-of-run.ts';
import { maskedLeg } from './masked-leg.ts';
import { OtherMoments } from './other-moments.ts';
import { outputsRecord } from './outputs-record.ts';
import { type PlanPurpose, planTemplate } from './plan-template.ts';
import { writeProvenance } from './provenance-files.ts';
import type { PruneResult } from './prune.ts';
import { createRegistry, type HostKeyPolicy, type Plugins, type RegistryRequest } from './registry.ts';
import { pruneAfterRun, type RetentionSettings } from './retention.ts';
import { createRunDirectory, type RunDirectory, removeTemporaryFiles } from './run-directory.ts';
import type { RunPlace } from './run-places.ts';
import { type BuildOutputs, buildOutputs, NO_OUTPUTS } from './run-report.ts';
import { type RunStory, RunWatch } from './run-watch.ts';
import { type ParameterLine, parametersOfRun } from './ssm-parameters.ts';
import { terraformVariablesFile, writeTerraformVariables } from './terraform-variables.ts';
import { type Suite, verificationOf, writeJunit } from './verification.ts';
import type { FetchTool, VerifyRequest } from './verify-request.ts';

export type { OnError } from '../engine/on-error.ts';
export type { PlanRequest as TemplateRequest } from '../template/request.ts';
export type { HostKeyPolicy } from './registry.ts';

/** The outside world, as far as a use case may touch it. */
export interface Surroundings {
  readonly clock: Clock;
  readonly ids: Ids;
  /** The process's own environment: PKR_VAR_*, AWS_*, what local programs inherit. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly reporter: Reporter;
  /** Subscribe to it (for masking) before the use case is called. */
  readonly secrets: SecretRegistry;
  /** Aborted: the user or the runner asked to stop. */
  readonly signal: AbortSignal;
}

export interface BuildRequest extends PlanRequest, Surroundings, Pick<PlanPurpose, 'judge'> {
  readonly cloud: 'aws' | 'local';
  /** A local cloud that runs already: used instead of starting one, and not ended by the clean-up of this run. */
  readonly localCloud?: LocalCloudHandle;
  /** For sources that name none; undefined: as the environment and the profile say. */
  readonly region: string | undefined;
  readonly onError: OnError;
  readonly force: boolean;
  /** Whether an image of the same fingerprint that is there already is taken instead of a new one; not with `force`. */
  readonly reuse: ReuseTerms['mode'];
  /** Whether only images are taken that were verified, although this run verifies none. */
  readonly reusesVerifiedOnly?: boolean;
  /** A secret that fingerprints are keyed with, so that nobody without it can guess what went into them. */
  readonly fingerprintKey: string | undefined;
  /** Builds at a time; 0: no limit. */
  readonly parallelBuilds: number;
  readonly hostKeyPolicy: HostKeyPolicy;
  /** Types to launch on demand, in this order, when EC2 has no room for what a template asks for. */
  readonly fallbackInstanceTypes: readonly string[];
  /** After how many minutes a machine switches itself off; 0: never, undefined: as the job's limit says. */
  readonly deadlineMinutes: number | undefined;
  /** A Packer-shaped manifest to be written in any case; undefined: only what the template's post-processors write. */
  readonly manifest: string | undefined;
  /** How older images of what is baked go, after a run that succeeded; undefined: they stay. */
  readonly retention?: RetentionSettings | undefined;
  /** Parameters of Systems Manager that are to hold the ids of the images. */
  readonly ssmParameters?: readonly ParameterLine[] | undefined;
  /** What each image has to stand before anything else becomes of it; undefined: nothing. */
  readonly verify?: VerifyRequest | undefined;
  /** How programs come here that verifications need; undefined: they have to be here. */
  readonly fetchTool?: FetchTool | undefined;
  /** Where all that the run hands on is written as JSON, for `merge`; undefined: nowhere. */
  readonly outputsFile?: string | undefined;
  /** Where to write what the images are made of, as an in-toto statement; undefined: nowhere. */
  readonly provenance?: string | undefined;
  /** Where to write the images as variables of Terraform, relative to the working directory; undefined: nowhere. */
  readonly tfvars?: string | undefined;
  /** What all resources of this run are tagged with: `newRunId(ids)`. */
  readonly runId: string;
  /**
   * A folder of this run's own, absolute, made here with mode 0700: journal, short-lived files and the local cloud's
   * whereabouts. Its path is all that the clean-up step has to be told; save it before calling.
   */
  readonly runDirectory: string;
  /** Whether a local cloud that is started here ends with this process: there is no post step that would end it. */
  readonly localCloudEndsWithProcess?: boolean;
  /** Told where a build is about to make things, before it makes the first one; not on a local cloud. */
  readonly onPlace?: (place: RunPlace) => void;
  /** `dist/cli.js`, absolute: what runs the local cloud as a process of its own. Only for `cloud: 'local'`. */
  readonly cliPath: string;
}

export interface BuildResult {
  /** `failed` too when the template can't be used; `report` is undefined then. */
  readonly outcome: RunOutcome;
  /** All there is to say about the template, warnings included; already reported as `diagnostic` events. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was to be built; left out when the template can't be used. */
  readonly plan?: BuildPlan;
  /** What went wrong before any build could start (no template, no local cloud, …) or the first build's error. */
  readonly error: BakeError | undefined;
  readonly report: RunReport | undefined;
  /** Given in every case: what was made is published although something later failed. */
  readonly outputs: BuildOutputs;
  /** What was told on the way. */
  readonly story: RunStory;
  /** How the checks of each image ended, also of one that was removed for it; left out: none were asked for. */
  readonly verification?: readonly Suite[];
  /** What became of older images, for each account or role that images were made with. */
  readonly pruned?: readonly PruneResult[];
}

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
    const plugins = registryFor(request, cloudOf(request, request.environment), site);
    const moments = new OtherMoments(request, plugins);
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

/** Where a run works: its own folder and its cloud, made when they are first needed. */
class RunSite {
  readonly #request: BuildRequest;
  #directory: RunDirectory | undefined;
  #cloud: Promise<Cloud> | undefined;

  constructor(request: BuildRequest) {
    this.#request = request;
  }

  get directory(): RunDirectory {
    this.#directory ??= createRunDirectory(this.#request.runDirectory);
    return this.#directory;
  }

  /** A data source may need the cloud before the plan is made. */
  cloud(): Promise<Cloud> {
    this.#cloud ??= openCloud(this.#request, this.directory);
    return this.#cloud;
  }

  close(): void {
    if (this.#directory !== undefined) removeTemporaryFiles(this.#directory);
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
  const registry = registryFor(request, cloud, site, { verification, parameters });
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
  tellJunit(request, verification, request.reporter);
  if (endsWithItsCloud(request, report)) {
    const message = `on-error is "${request.onError}", but what a build on the local cloud leaves ends with that cloud, at the end of this job`;
    request.reporter.report({ type: 'log', level: 'warning', message });
  }
  const finished = await finish(request, report, watch.lastManifest, { diagnostics, fingerprints });
  const result = verification === undefined ? finished : { ...finished, verification: verification.suites };
  if (request.retention === undefined || result.outcome !== 'succeeded') return result;
  return { ...result, pruned: await pruneAfterRun(report, request.retention, cloud, request) };
}

/** Where sources that name no region build, as far as this process knows. */
function regionOf({ region, environment }: BuildRequest): string | undefined {
  return region || defaultRegion(environment);
}

/** A report that can't be written is told, and changes nothing of what became of the images. */
function tellJunit(request: BuildRequest, verification: Verification | undefined, reporter: Reporter): void {
  try {
    const file = writeJunit(verification, request);
    if (file === undefined) return;
    reporter.report({
      type: 'log',
      level: 'info',
      message: `How each check of the images ended is in ${file} (JUnit)`,
    });
  } catch (thrown) {
    const message = `The JUnit report could not be written: ${toBakeError(thrown).message}`;
    reporter.report({ type: 'log', level: 'warning', message });
  }
}

/** Writes it down, and passes on where a build works: should the journal get lost, that is what is left to go by. */
function append(entry: JournalEntry, file: JournalFile, { cloud, onPlace }: BuildRequest): void {
  file.append(entry);
  if (entry.type === 'account' && cloud === 'aws') onPlace?.(entry);
}

/** Whether something was kept to be looked at in a cloud that is this run's own. */
function endsWithItsCloud({ cloud, localCloud, onError }: BuildRequest, { outcome }: RunReport): boolean {
  return cloud === 'local' && localCloud === undefined && onError !== 'cleanup' && outcome === 'failed';
}

/** The cloud that a run bakes in, and what it is reached by. */
interface Cloud extends CloudAccess {
  readonly environment: Surroundings['environment'];
  readonly locateMachine: Parameters<typeof createRegistry>[0]['locateMachine'];
}

async function openCloud(request: BuildRequest, directory: RunDirectory): Promise<Cloud> {
  if (request.cloud === 'aws') return cloudOf(request, request.environment);
  const { environment } = request;
  const handle =
    request.localCloud ??
    (await startLocalCloudHost({
      ...request,
      directory,
      network: 'host',
      endsWithProcess: request.localCloudEndsWithProcess === true,
      hide: [request.workingDirectory, environment['GITHUB_WORKSPACE'] ?? '', environment['RUNNER_TEMP'] ?? ''].filter(
        (folder) => folder !== '',
      ),
      region: regionOf(request) ?? 'us-east-1',
    }));
  return {
    ...cloudOf(request, onLocalCloud(environment, handle)),
    locateMachine: (instanceId, signal) => locateMachine(handle, instanceId, signal),
  };
}

function cloudOf(request: BuildRequest, surroundings: Surroundings['environment']): Cloud {
  const { region } = request;
  const environment = region ? { ...surroundings, AWS_REGION: region, AWS_DEFAULT_REGION: region } : surroundings;
  return { ...cloudAccess(request, environment, request.cloud), environment, locateMachine: undefined };
}

function registryFor(
  { hostKeyPolicy, fallbackInstanceTypes, deadlineMinutes, clock, ids, secrets, cloud: where }: BuildRequest,
  cloud: Cloud,
  site: RunSite,
  afterwards: Pick<RegistryRequest, 'verification' | 'parameters'> = {},
): Plugins {
  const dataConnections = async () => (where === 'local' ? await site.cloud() : cloud).connections;
  const given = { hostKeyPolicy, fallbackInstanceTypes, deadlineMinutes, ...afterwards };
  return createRegistry({ ...cloud, ...given, clock, ids, secrets, dataConnections });
}

/** What is published, also of a run that failed. */
async function finish(
  request: BuildRequest,
  report: RunReport,
  ofTemplate: string | undefined,
  { diagnostics, fingerprints }: { readonly diagnostics: readonly Diagnostic[]; readonly fingerprints: Fingerprints },
): Promise<Ending> {
  let error = firstError(report) ?? (report.outcome === 'cancelled' ? cancelledError('the run') : undefined);
  let manifest = ofTemplate;
  try {
    manifest = (await writeRunManifest(request, report, manifest)) ?? manifest;
  } catch (thrown) {
    error ??= toBakeError(thrown);
  }
  const outputs = buildOutputs(report, manifest);
  const write = (file: () => void): void => {
    try {
      file();
    } catch (thrown) {
      error ??= toBakeError(thrown);
    }
  };
  write(() => writeProvenance(request, report, fingerprints.made));
  write(() => writeOutputsFile(request, report, outputs));
  if (error === undefined) write(() => writeTfvars(request, outputs));
  const outcome = error !== undefined && report.outcome === 'succeeded' ? 'failed' : report.outcome;
  return { outcome, diagnostics, error, report, outputs };
}

/** Only of a run that succeeded: Terraform loads it whether or not anybody looks at how the run ended. */
function writeTfvars({ tfvars, workingDirectory, ids, reporter }: BuildRequest, outputs: BuildOutputs): void {
  if (!tfvars) return;
  const file = terraformVariablesFile(tfvars, workingDirectory);
  const isWritten = writeTerraformVariables(file, outputsRecord(outputs), ids);
  const message = isWritten
    ? `Wrote Terraform's variables to ${file}`
    : `There is no image, so nothing is written to ${file}`;
  reporter.report({ type: 'log', level: isWritten ? 'info' : 'warning', message });
}

function writeOutputsFile(
  { outputsFile, workingDirectory, ids, reuse, secrets, reporter }: BuildRequest,
  report: RunReport,
  outputs: BuildOutputs,
) {
  if (!outputsFile) return;
  // A look for what is there hands on no more than that.
  const told = reuse === 'look' ? report.builds.filter(({ artifact }) => artifact !== undefined) : report.builds;
  const builds = Object.fromEntries(told.map(({ build, outcome }) => [build, outcome]));
  const manifest = outputs.manifest === undefined ? undefined : manifestOfRun(outputs.manifest, report);
  const leg = { outcome: report.outcome, builds, outputs: outputsRecord(outputs), manifest };
  const masked = maskedLeg(leg, (text) => secrets.mask(text));
  writeLeg(path.resolve(workingDirectory, outputsFile), masked.leg, ids);
  if (masked.piece === undefined) return;
  const message = `${outputsFile} (outputs-file) has "***" where the outputs hold a secret (the value of a sensitive variable, in "${masked.piece}"), and merge hands it on so. Leave the value out of names and paths, or take "sensitive" off a variable that is no secret.`;
  reporter.report({ type: 'log', level: 'warning', message });
}

function failed(error: BakeError, diagnostics: readonly Diagnostic[]): Ending {
  const outcome = error.category === 'cancelled' ? 'cancelled' : 'failed';
  return { outcome, diagnostics, error, report: undefined, outputs: NO_OUTPUTS };
}

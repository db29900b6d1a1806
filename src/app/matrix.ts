import { type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import { type BakeError, TemplateError } from '../kernel/errors.ts';
import type { ArtifactSummary } from '../kernel/events.ts';
import type { BuildPlan } from '../template/plan.ts';
import { build } from './build.ts';
import type { BuildRequest, BuildResult, TemplateRequest } from './build-request.ts';
import { registryForReading } from './registry-for-reading.ts';
import { newRunId } from './run/run-id.ts';
import { NO_OUTPUTS } from './run/run-report.ts';
import type { Surroundings } from './surroundings.ts';
import { planTemplate } from './templates/plan-template.ts';

/** One leg of a job matrix: what one runner bakes. */
export interface MatrixLeg {
  /** Stands for the leg in names of files and artifacts: letters, digits, `.`, `_` and `-`. No two legs have the same. */
  readonly id: string;
  /** The full build name, for people. */
  readonly build: string;
  /** What the input `only` has to be on that runner. */
  readonly only: string;
  /** The builder: `amazon-ebs`. */
  readonly builder: string;
  /** The label of the source block. */
  readonly source: string;
  /** The image that reuse would hand on instead of baking; empty: none, or it was not looked for. */
  readonly ami_id: string;
}

/** How to look for images that need not be made again; see the action's input `reuse`. */
export interface ReuseLook {
  readonly region: string | undefined;
  readonly fingerprintKey: string | undefined;
  /** Whether only verified images count. */
  readonly verifiedOnly: boolean;
  /** Where to write, for `merge`, which images are there; undefined: nowhere. */
  readonly outputsFile: string | undefined;
  /** See `BuildRequest`. */
  readonly runDirectory: string;
}

export interface MatrixResult {
  /** Undefined when the template can't be built. In the order of the template. */
  readonly legs: readonly MatrixLeg[] | undefined;
  /** Already reported as `diagnostic` events. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why it could not be found out which images are there. */
  readonly error: BakeError | undefined;
}

/** GitHub refuses a matrix of more jobs in a workflow run (docs.github.com, "Actions limits"). What is reused takes none. */
const MOST_LEGS = 256;

/**
 * What a template would build, one leg for each build, so that each can be baked on a runner of its own. Everything that
 * would stop a build is an error here already.
 *
 * @param look undefined: AWS is not asked
 */
export async function matrixOf(request: TemplateRequest & Surroundings, look?: ReuseLook): Promise<MatrixResult> {
  const { plan, diagnostics, outputs, error } = await planned(request, look);
  if (plan === undefined || error !== undefined) {
    // All that is wrong in the template has been told, each on its line.
    return { legs: undefined, diagnostics, error: error instanceof TemplateError ? undefined : error };
  }
  const legs = legsOf(plan).map((leg) => ({ ...leg, ami_id: imageOf(outputs.artifacts[leg.build]) }));
  const toBake = legs.filter(({ ami_id: ami }) => ami === '').length;
  if (toBake <= MOST_LEGS) return { legs, diagnostics, error: undefined };
  const tooMany = moreThanAllowed(toBake, legs.length);
  request.reporter.report({ type: 'diagnostic', diagnostic: tooMany });
  return { legs: undefined, diagnostics: [...diagnostics, tooMany], error: undefined };
}

type Planned = Pick<BuildResult, 'diagnostics' | 'outputs' | 'error'> & { readonly plan?: BuildPlan | undefined };

/** The template is read once: where images are looked for, by the run that looks. */
async function planned(request: TemplateRequest & Surroundings, look: ReuseLook | undefined): Promise<Planned> {
  if (look !== undefined) return build(lookingFor(request, look));
  const purpose = { ...request, force: false, toBuild: true };
  return { ...(await planTemplate(purpose, registryForReading(request))), outputs: NO_OUTPUTS, error: undefined };
}

/** A run that makes nothing. */
function lookingFor(request: TemplateRequest & Surroundings, look: ReuseLook): BuildRequest {
  const { region, fingerprintKey, verifiedOnly, outputsFile, runDirectory } = look;
  return {
    ...request,
    cloud: 'aws',
    region,
    onError: 'cleanup',
    force: false,
    reuse: 'look',
    reusesVerifiedOnly: verifiedOnly,
    fingerprintKey,
    parallelBuilds: 0,
    hostKeyPolicy: 'proven',
    fallbackInstanceTypes: [],
    deadlineMinutes: undefined,
    manifest: undefined,
    outputsFile,
    runId: newRunId(request.ids),
    runDirectory,
    cliPath: '',
  };
}

function imageOf(artifacts: readonly ArtifactSummary[] | undefined): string {
  return artifacts?.[0]?.images[0]?.id ?? '';
}

/** Builds of one name can't be told apart by `only`: they share a leg. */
function legsOf({ builds }: BuildPlan): readonly MatrixLeg[] {
  const byName = new Map(builds.map((build) => [build.only, build]));
  const ids = new Set<string>();
  return [...byName.values()].map(({ name, only, source }) => {
    const id = distinct(name.replace(/[^A-Za-z0-9._-]+/g, '-'), ids);
    ids.add(id);
    return { id, build: name, only, builder: source.type, source: source.name, ami_id: '' };
  });
}

/** `name`, or `name-2` and so on where somebody has it already. Case is no difference to some file systems. */
function distinct(name: string, taken: ReadonlySet<string>): string {
  const isTaken = (candidate: string): boolean =>
    [...taken].some((other) => other.toLowerCase() === candidate.toLowerCase());
  if (!isTaken(name)) return name;
  for (let number = 2; ; number += 1) {
    if (!isTaken(`${name}-${number}`)) return `${name}-${number}`;
  }
}

function moreThanAllowed(toBake: number, all: number): Diagnostic {
  const builds = toBake === all ? `The template has ${all} builds` : `${toBake} of ${all} builds have to be baked`;
  return errorDiagnostic({
    code: 'matrix-too-large',
    summary: `${builds}, and GitHub takes a matrix of ${MOST_LEGS} jobs`,
    detail: 'Select some of them with "only" or "except", or bake several of them on one runner.',
  });
}

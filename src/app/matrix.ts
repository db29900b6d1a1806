import { type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import { type BakeError, toBakeError } from '../kernel/errors.ts';
import type { ArtifactSummary } from '../kernel/events.ts';
import type { BuildPlan } from '../template/plan.ts';
import { type BuildRequest, build, type Surroundings, type TemplateRequest } from './build.ts';
import { makeWayForFiles } from './files-of-run.ts';
import { planTemplate } from './plan-template.ts';
import { registryForReading } from './registry-for-reading.ts';
import { newRunId } from './run-id.ts';

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

/** GitHub refuses a matrix of more jobs in a workflow run (docs.github.com, "Actions limits"). */
const MOST_LEGS = 256;

/**
 * What a template would build, one leg for each build, so that each can be baked on a runner of its own. Everything that
 * would stop a build is an error here already.
 *
 * @param look undefined: AWS is not asked
 */
export async function matrixOf(request: TemplateRequest & Surroundings, look?: ReuseLook): Promise<MatrixResult> {
  try {
    if (look !== undefined) makeWayForFiles({ ...look, workingDirectory: request.workingDirectory, ids: request.ids });
  } catch (thrown) {
    return { legs: undefined, diagnostics: [], error: toBakeError(thrown) };
  }
  const { plan, diagnostics } = await planTemplate(
    { ...request, force: false, toBuild: true },
    registryForReading(request),
  );
  if (plan === undefined) return { legs: undefined, diagnostics, error: undefined };
  const legs = legsOf(plan);
  if (legs.length > MOST_LEGS) {
    const tooMany = moreThanAllowed(legs.length);
    request.reporter.report({ type: 'diagnostic', diagnostic: tooMany });
    return { legs: undefined, diagnostics: [...diagnostics, tooMany], error: undefined };
  }
  if (look === undefined) return { legs, diagnostics, error: undefined };
  const { outputs, error } = await build(lookingFor(request, look));
  const found = legs.map((leg) => ({ ...leg, ami_id: imageOf(outputs.artifacts[leg.build]) }));
  return { legs: error === undefined ? found : undefined, diagnostics, error };
}

/** A run that makes nothing. */
function lookingFor(request: TemplateRequest & Surroundings, look: ReuseLook): BuildRequest {
  const { region, fingerprintKey, verifiedOnly, outputsFile, runDirectory } = look;
  const { reporter } = request;
  return {
    ...request,
    // All that there is to say of the template has been said.
    reporter: { report: (event) => event.type !== 'diagnostic' && reporter.report(event) },
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

function moreThanAllowed(number: number): Diagnostic {
  return errorDiagnostic({
    code: 'matrix-too-large',
    summary: `The template has ${number} builds, and GitHub takes a matrix of ${MOST_LEGS} jobs`,
    detail: 'Select some of them with "only" or "except", or bake several of them on one runner.',
  });
}

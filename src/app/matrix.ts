import { type Diagnostic, errorDiagnostic, hasErrors } from '../kernel/diagnostics.ts';
import type { BuildPlan } from '../template/plan.ts';
import type { Surroundings, TemplateRequest } from './build.ts';
import { planTemplate } from './plan-template.ts';
import { registryForReading } from './registry-for-reading.ts';

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
}

export interface MatrixResult {
  /** Undefined when the template can't be built. In the order of the template. */
  readonly legs: readonly MatrixLeg[] | undefined;
  /** Already reported as `diagnostic` events. */
  readonly diagnostics: readonly Diagnostic[];
}

/** GitHub refuses a matrix of more jobs in a workflow run (docs.github.com, "Actions limits"). */
const MOST_LEGS = 256;

/**
 * What a template would build, one leg for each build, so that each can be baked on a runner of its own. Everything that
 * would stop a build is an error here already; AWS is not asked.
 */
export async function matrixOf(request: TemplateRequest & Surroundings): Promise<MatrixResult> {
  const { plan, diagnostics } = await planTemplate(
    { ...request, force: false, toBuild: true },
    registryForReading(request),
  );
  if (plan === undefined) return { legs: undefined, diagnostics };
  const legs = legsOf(plan);
  const tooMany = legs.length > MOST_LEGS ? [moreThanAllowed(legs.length)] : [];
  for (const diagnostic of tooMany) request.reporter.report({ type: 'diagnostic', diagnostic });
  return { legs: hasErrors(tooMany) ? undefined : legs, diagnostics: [...diagnostics, ...tooMany] };
}

/** Builds of one name can't be told apart by `only`: they share a leg. */
function legsOf({ builds }: BuildPlan): readonly MatrixLeg[] {
  const byName = new Map(builds.map((build) => [build.only, build]));
  const ids = new Set<string>();
  return [...byName.values()].map(({ name, only, source }) => {
    const id = distinct(name.replace(/[^A-Za-z0-9._-]+/g, '-'), ids);
    ids.add(id);
    return { id, build: name, only, builder: source.type, source: source.name };
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

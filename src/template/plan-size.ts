import type { SourceRange } from '../kernel/source-range.ts';
import type { Findings } from './findings.ts';

/** Steps that are planned, each once for every source that it is for. Far above what templates have. */
const MOST_STEPS = 40_000;

/** Sources that have their steps in common. */
export interface BuildSize {
  /** How many of them are selected. */
  readonly sources: number;
  /** Provisioners and post-processors. */
  readonly steps: number;
  /** Where to say that they are too many. */
  readonly range: SourceRange;
}

/** The steps of one source. */
export function countSteps(build: {
  readonly provisioners: readonly unknown[];
  readonly errorCleanupProvisioner: unknown;
  readonly postProcessorChains: readonly (readonly unknown[])[];
}): number {
  const cleanup = build.errorCleanupProvisioner === undefined ? 0 : 1;
  return build.provisioners.length + cleanup + build.postProcessorChains.flat().length;
}

/** Whether so much can be planned: each step is evaluated with the values of each source. What is too much is reported. */
export function isPlannable(builds: readonly BuildSize[], findings: Findings): boolean {
  const total = builds.reduce((sum, { sources, steps }) => sum + sources * (1 + steps), 0);
  const [largest] = [...builds].sort((a, b) => b.sources * b.steps - a.sources * a.steps);
  if (total <= MOST_STEPS || largest === undefined) return true;
  findings.error({
    code: 'plan-too-large',
    summary: 'Too many steps',
    detail: `The builds come to ${total} steps, and at most ${MOST_STEPS} can be planned at once: most of them are ${largest.sources} sources with ${largest.steps} provisioners and post-processors each. Build a part of them with -only or -except, or divide the template.`,
    subject: largest.range,
  });
  return false;
}

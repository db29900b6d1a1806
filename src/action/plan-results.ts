import type { MatrixLeg } from '../app/matrix.ts';
import { boolean, type ReadInput } from './input-values.ts';
import { type MarkdownWriter, table, withinLimit } from './markdown.ts';
import { readTemplateInputs, type TemplateInputs } from './template-inputs.ts';

/** All inputs of the action `plan`, checked. */
export interface PlanInputs extends TemplateInputs {
  readonly summary: boolean;
}

/** @param workspace what a relative `working-directory` is relative to; absolute */
export function readPlanInputs(read: ReadInput, workspace: string): PlanInputs {
  return {
    ...readTemplateInputs(read, workspace),
    summary: boolean('summary', read('summary') || 'true'),
  };
}

/** The outputs of the action `plan`, as `strategy.matrix` takes them through `fromJSON`. */
export function planOutputs(legs: readonly MatrixLeg[]): Readonly<Record<string, string>> {
  return {
    matrix: JSON.stringify({ include: legs }),
    builds: JSON.stringify(legs.map(({ build }) => build)),
    count: String(legs.length),
  };
}

/** The job summary of a plan, in GitHub's Markdown. */
export function planSummary(legs: readonly MatrixLeg[], write: MarkdownWriter): string {
  const rows = legs.map(({ id, build, builder }) => write.row([build, builder, { code: id }]));
  const heading = `## ${legs.length} ${legs.length === 1 ? 'build' : 'builds'} to bake`;
  return withinLimit(`${heading}\n\n${table(['Build', 'Builder', 'Leg'], rows)}\n`);
}

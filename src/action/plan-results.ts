import type { MatrixLeg, ReuseLook } from '../app/matrix.ts';
import { counted } from '../kernel/counted.ts';
import { boolean, choice, type ReadInput } from './input-values.ts';
import { type MarkdownWriter, table, withinLimit } from './markdown.ts';
import { readTemplateInputs, type TemplateInputs } from './template-inputs.ts';

/** All inputs of the action `plan`, checked. */
export interface PlanInputs extends TemplateInputs {
  /** Undefined: nothing is looked for. */
  readonly look: Omit<ReuseLook, 'runDirectory'> | undefined;
  readonly summary: boolean;
}

/** @param workspace what a relative `working-directory` is relative to; absolute */
export function readPlanInputs(read: ReadInput, workspace: string): PlanInputs {
  return {
    ...readTemplateInputs(read, workspace),
    look: reuseLook(read),
    summary: boolean('summary', read('summary') || 'true'),
  };
}

function reuseLook(read: ReadInput): PlanInputs['look'] {
  const look = {
    region: read('aws-region') || undefined,
    fingerprintKey: read('fingerprint-key') || undefined,
    verifiedOnly: boolean('verified-only', read('verified-only') || 'false'),
    outputsFile: read('outputs-file') || undefined,
  };
  return choice('reuse', read('reuse') || 'never', ['never', 'if-unchanged']) === 'never' ? undefined : look;
}

/** The outputs of the action `plan`, as `strategy.matrix` takes them through `fromJSON`. */
export function planOutputs(legs: readonly MatrixLeg[]): Readonly<Record<string, string>> {
  const toBake = legs.filter(({ ami_id: ami }) => ami === '');
  return {
    matrix: JSON.stringify({ include: legs }),
    to_bake: JSON.stringify({ include: toBake }),
    builds: JSON.stringify(legs.map(({ build }) => build)),
    count: String(legs.length),
    to_bake_count: String(toBake.length),
  };
}

/**
 * The job summary of a plan, in GitHub's Markdown.
 *
 * @param looked whether it was looked for images that are there already
 */
export function planSummary(legs: readonly MatrixLeg[], looked: boolean, write: MarkdownWriter): string {
  const rows = legs.map(({ id, build, builder, ami_id: ami }) =>
    write.row([build, builder, { code: id }, ...(looked ? [ami === '' ? 'none: to be baked' : { code: ami }] : [])]),
  );
  const columns = ['Build', 'Builder', 'Leg', ...(looked ? ['There already'] : [])];
  return withinLimit(`## ${planHeadline(legs, looked)}\n\n${table(columns, rows)}\n`);
}

function planHeadline(legs: readonly MatrixLeg[], looked: boolean): string {
  const all = counted(legs.length, 'build');
  const toBake = legs.filter(({ ami_id: ami }) => ami === '').length;
  if (!looked) return `${all} to bake`;
  if (toBake === 0) return `Nothing to bake: ${legs.length === 1 ? 'the image is' : 'all images are'} there already`;
  return `${toBake} of ${all} to bake`;
}

import { boolean, duration, lines, type ReadInput } from './input-values.ts';

/** All inputs of the action `sweep`, checked. */
export interface SweepInputs {
  readonly dryRun: boolean;
  /** Empty: every enabled region. */
  readonly regions: readonly string[];
  /** Empty: every run. */
  readonly runs: readonly string[];
  readonly olderThanMs: number;
  readonly region: string | undefined;
  readonly summary: boolean;
}

/** Reads and checks the inputs. Throws a BakeError (category `input`) that names the input, its value and what it takes. */
export function readSweepInputs(read: ReadInput): SweepInputs {
  return {
    dryRun: boolean('dry-run', read('dry-run') || 'true'),
    regions: lines(read('regions')),
    runs: lines(read('runs')),
    olderThanMs: duration('older-than', read('older-than') || '0s'),
    region: read('aws-region') || undefined,
    summary: boolean('summary', read('summary') || 'true'),
  };
}

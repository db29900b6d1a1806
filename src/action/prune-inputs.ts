import type { PruneSettings } from '../app/prune/prune-request.ts';
import { readPruneSettings } from '../app/prune/prune-settings.ts';
import { boolean, invalid, lines, type ReadInput } from './input-values.ts';

/** All inputs of the action `prune`, checked. */
export interface PruneInputs extends PruneSettings {
  readonly dryRun: boolean;
  /** Empty: every enabled region. */
  readonly regions: readonly string[];
  readonly region: string | undefined;
  readonly summary: boolean;
}

/** Reads and checks the inputs. Throws a BakeError (category `input`) that names the input, its value and what it takes. */
export function readPruneInputs(read: ReadInput): PruneInputs {
  return {
    ...readPruneSettings({
      text: (name) => read(name).trim(),
      list: (name) => lines(read(name)),
      invalid,
    }),
    dryRun: boolean('dry-run', read('dry-run') || 'true'),
    regions: lines(read('regions')),
    region: read('aws-region') || undefined,
    summary: boolean('summary', read('summary') || 'true'),
  };
}

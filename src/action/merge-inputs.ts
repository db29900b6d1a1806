import path from 'node:path';
import { boolean, invalid, type ReadInput } from './input-values.ts';

/** All inputs of the action `merge`, checked. */
export interface MergeInputs {
  /** A folder, or one file. */
  readonly path: string;
  /** Full build names; empty: whatever is there. */
  readonly expected: readonly string[];
  readonly allowMissing: boolean;
  readonly manifest: string | undefined;
  readonly tfvars: string | undefined;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly summary: boolean;
}

/** @param workspace what a relative `working-directory` is relative to; absolute */
export function readMergeInputs(read: ReadInput, workspace: string): MergeInputs {
  return {
    path: read('path') || '.',
    expected: expectedBuilds(read('builds')),
    allowMissing: boolean('allow-missing', read('allow-missing') || 'false'),
    manifest: read('manifest') || undefined,
    tfvars: read('tfvars') || undefined,
    workingDirectory: path.resolve(workspace, read('working-directory') || '.'),
    summary: boolean('summary', read('summary') || 'true'),
  };
}

/** The output `builds` of the action `plan`. */
function expectedBuilds(text: string): readonly string[] {
  if (text === '') return [];
  let builds: unknown;
  try {
    builds = JSON.parse(text);
  } catch {
    // Told below.
  }
  if (Array.isArray(builds) && builds.every((name) => typeof name === 'string')) return builds;
  throw invalid('builds', 'is no list of names in JSON', 'Give it the output "builds" of the action plan.');
}

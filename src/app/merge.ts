import path from 'node:path';
import { BakeError } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import { makeWayForFiles } from './files-of-run.ts';
import { imagesByRegion } from './images-by-region.ts';
import { type Leg, readLeg } from './leg-file.ts';
import type { OutputsRecord } from './outputs-record.ts';
import { type ManifestEntry, printManifest } from './registry.ts';
import { terraformVariablesFile, writeTerraformVariables } from './terraform-variables.ts';
import { writeWholeFile } from './write-whole-file.ts';

export interface MergeRequest {
  /** What the runs have written to `outputs-file`; relative to the working directory or absolute. */
  readonly files: readonly string[];
  /** Full build names that have to be there; empty: whatever is. */
  readonly expected: readonly string[];
  /** Where to write the joined manifest; undefined: nowhere. */
  readonly manifest: string | undefined;
  /** Where to write the images as variables of Terraform, when all builds succeeded; undefined: nowhere. */
  readonly tfvars?: string | undefined;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly ids: Ids;
}

export interface MergeResult {
  /** Of all runs together, in the shape that each of them has. */
  readonly outputs: OutputsRecord;
  readonly builds: Leg['builds'];
  /** By full build name: the file that handed it on, as it was named. */
  readonly files: Readonly<Record<string, string>>;
  /** Expected, and in none of the files. */
  readonly missing: readonly string[];
  /** Builds that did not succeed. */
  readonly unsuccessful: readonly string[];
}

/**
 * Joins the outputs and manifests of runs, as if one run had baked everything.
 *
 * @throws BakeError `nothing-to-merge`, `outputs-file-unreadable`, `build-merged-twice`
 */
export function merge({ files, expected, manifest, tfvars, workingDirectory, ids }: MergeRequest): MergeResult {
  makeWayForFiles({ tfvars, manifest, workingDirectory, ids });
  if (files.length === 0) throw nothingToMerge();
  const tfvarsFile = tfvars ? terraformVariablesFile(tfvars, workingDirectory) : undefined;
  const legs = files.map((name) => ({ name, ...readLeg(name, workingDirectory) }));
  const handedOnBy = filesByBuild(legs);
  const builds = allOf(legs.map((leg) => leg.builds));
  const entries = legs.flatMap((leg) => leg.manifest?.builds ?? []);
  const file = writeManifest(manifest, entries, workingDirectory, ids);
  const outputs = joined(
    legs.map((leg) => leg.outputs),
    file ?? '',
  );
  const missing = expected.filter((build) => !Object.hasOwn(builds, build));
  const unsuccessful = Object.keys(builds).filter((build) => builds[build] !== 'succeeded');
  const isWhole = missing.length === 0 && unsuccessful.length === 0;
  if (tfvarsFile !== undefined && isWhole) writeTerraformVariables(tfvarsFile, outputs, ids);
  return { outputs, builds, files: handedOnBy, missing, unsuccessful };
}

/** Why the whole is not there although there is something to hand on; undefined: every build is there and succeeded. */
export function notWhole({ missing, unsuccessful }: MergeResult): BakeError | undefined {
  const lacks = [
    ...(missing.length === 0 ? [] : [`Nothing was handed on for ${missing.join(', ')}`]),
    ...(unsuccessful.length === 0 ? [] : [`${unsuccessful.join(', ')} did not succeed`]),
  ];
  if (lacks.length === 0) return undefined;
  return new BakeError(lacks.join('; '), {
    code: 'legs-missing',
    category: 'artifact',
    hint: 'The outputs hold what there is. The jobs of these builds say why; run them again, or do without them (allow-missing).',
  });
}

function joined(all: readonly OutputsRecord[], manifest: string): OutputsRecord {
  const artifacts = allOf(all.map((outputs) => outputs.artifacts));
  // A post-processor's artifact may name the same image again: what counts is what the builder made, which is the first.
  const made = Object.values(artifacts).flatMap(([first]) => (first && first.images.length > 0 ? [first] : []));
  const one = made.length === 1 ? all.find(({ ami_id: id }) => id !== '') : undefined;
  return {
    ami_id: one?.ami_id ?? '',
    ami_ids: imagesByRegion(made.flatMap(({ images }) => images)),
    artifacts,
    manifest,
    source_ami_id: theOnly(made.map(({ source_ami_id: id }) => id)),
    snapshot_ids: made.flatMap(({ images }) => images.flatMap(({ snapshot_ids: snapshots }) => snapshots)),
    reused: made.length > 0 && made.every(({ reused }) => reused),
    fingerprint: made.length === 1 ? (made[0]?.fingerprint ?? '') : '',
  };
}

/** Without a prototype: names that other machines have sent, such as `constructor`, must not find anything in it. */
function allOf<T>(records: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> {
  const all: Record<string, T> = Object.fromEntries(records.flatMap((record) => Object.entries(record)));
  return Object.setPrototypeOf(all, null);
}

/** Empty where there are several different ones. */
function theOnly(values: readonly string[]): string {
  const [first = '', ...others] = new Set(values);
  return others.length === 0 ? first : '';
}

function writeManifest(
  manifest: string | undefined,
  entries: readonly ManifestEntry[],
  workingDirectory: string,
  ids: Ids,
): string | undefined {
  if (manifest === undefined || entries.length === 0) return undefined;
  const file = path.resolve(workingDirectory, manifest);
  // Packer's scripts look for the last run's builds by this id: here, all of them are.
  const runUuid = ids.uuid();
  const builds = entries.map((entry) => ({ ...entry, runUuid }));
  writeWholeFile(file, printManifest({ builds, lastRunUuid: runUuid }), ids);
  return file;
}

/** Which file holds which build; throws where two of them hold the same one. */
function filesByBuild(legs: readonly (Leg & { readonly name: string })[]): Readonly<Record<string, string>> {
  const files = new Map<string, string>();
  for (const { name, builds } of legs) {
    for (const build of Object.keys(builds)) {
      const other = files.get(build);
      if (other !== undefined) {
        throw new BakeError(`${other} and ${name} both hold the build "${build}"`, {
          code: 'build-merged-twice',
          category: 'input',
          hint: 'Merge the files of one run of the workflow only, and give each leg of the matrix a file of its own.',
        });
      }
      files.set(build, name);
    }
  }
  return allOf([Object.fromEntries(files)]);
}

function nothingToMerge(): BakeError {
  return new BakeError('There are no outputs to merge', {
    code: 'nothing-to-merge',
    category: 'input',
    hint: 'Each leg of the matrix writes a file with the input outputs-file and uploads it; download them all before.',
  });
}

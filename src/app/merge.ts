import path from 'node:path';
import { BakeError } from '../kernel/errors.ts';
import type { Ids } from '../kernel/ids.ts';
import { eachBuildOnce } from './outputs/each-build-once.ts';
import { makeWayForFiles } from './outputs/files-of-run.ts';
import { imagesByRegion } from './outputs/images-by-region.ts';
import { type Leg, readLeg } from './outputs/leg-file.ts';
import type { OutputsRecord } from './outputs/outputs-record.ts';
import { terraformVariablesFile, writeTerraformVariables } from './outputs/terraform-variables.ts';
import { writeWholeFile } from './outputs/write-whole-file.ts';
import { type ManifestEntry, printManifest } from './registry.ts';

export interface MergeRequest {
  /** What the runs have written to `outputs-file`; relative to the working directory or absolute. */
  readonly files: readonly string[];
  /** Full build names that have to be there, in the order of what is joined; empty: whatever is, as it comes. */
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
  const legs = eachBuildOnce(files.map((name) => ({ name, ...readLeg(name, workingDirectory) })));
  const handedOnBy = allOf(
    legs.map(({ name, builds }) => Object.fromEntries(Object.keys(builds).map((build) => [build, name]))),
  );
  const builds = inOrder(allOf(legs.map((leg) => leg.builds)), expected);
  const entries = legs.flatMap((leg) => leg.manifest?.builds ?? []);
  const file = writeManifest(manifest, entries, workingDirectory, ids);
  const outputs = joined(
    legs.map((leg) => leg.outputs),
    Object.keys(builds),
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

function joined(all: readonly OutputsRecord[], order: readonly string[], manifest: string): OutputsRecord {
  const artifacts = inOrder(allOf(all.map((outputs) => outputs.artifacts)), order);
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

/** The record with these keys first, in their order. */
function inOrder<T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Readonly<Record<string, T>> {
  const places = new Map(keys.map((key, index) => [key, index]));
  const place = (key: string): number => places.get(key) ?? keys.length;
  return allOf([Object.fromEntries(Object.entries(record).sort(([a], [b]) => place(a) - place(b)))]);
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

function nothingToMerge(): BakeError {
  return new BakeError('There are no outputs to merge', {
    code: 'nothing-to-merge',
    category: 'input',
    hint: 'Each leg of the matrix writes a file with the input outputs-file and uploads it; download them all before.',
  });
}

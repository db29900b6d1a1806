import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { RunOutcome } from '../../engine/run-report.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { Outcome } from '../../kernel/events.ts';
import type { Ids } from '../../kernel/ids.ts';
import { isRecord } from '../../kernel/is-record.ts';
import { type Manifest, parseManifest, printManifest } from '../registry.ts';
import type { ArtifactRecord, OutputsRecord } from './outputs-record.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** What one run hands to `merge`, which joins the runs of a matrix. */
export interface Leg {
  readonly outcome: RunOutcome;
  /** What was to be built, by full build name. */
  readonly builds: Readonly<Record<string, Outcome>>;
  readonly outputs: OutputsRecord;
  /** Its builds that made something; undefined in what earlier versions have written. */
  readonly manifest: Manifest | undefined;
}

const FAMILY = 'bake-ami/outputs/';
/** Says what the file is; another number when its shape changes. */
const FORMAT = `${FAMILY}1`;

/** More is not a file of ours: 256 builds with images in 30 regions are 2 MB. */
export const LARGEST_LEG_BYTES = 16 * 1024 * 1024;

/**
 * Writes what a run hands on; missing folders are made.
 *
 * @param file absolute
 * @throws BakeError `outputs-file-unwritable`
 */
export function writeLeg(file: string, { manifest, ...leg }: Leg, ids: Ids): void {
  const record = { format: FORMAT, ...leg, manifest: manifest && JSON.parse(printManifest(manifest)) };
  try {
    writeWholeFile(file, `${JSON.stringify(record, undefined, 2)}\n`, ids);
  } catch (cause) {
    throw new BakeError(`Could not write the outputs to ${file}: ${errorMessage(cause)}`, {
      code: 'outputs-file-unwritable',
      category: 'artifact',
      hint: 'The input outputs-file names a file, relative to the working directory, that can be written.',
      cause,
    });
  }
}

/** Whether a text is what a run has handed on, of whichever version. */
export function isLegText(text: string): boolean {
  try {
    const record: unknown = JSON.parse(text);
    return isRecord(record) && typeof record['format'] === 'string' && record['format'].startsWith(FAMILY);
  } catch {
    return false;
  }
}

/**
 * Reads what a run has handed on. It comes from another machine: whatever is not of the right shape is refused.
 *
 * @param name for messages; relative to `workingDirectory` or absolute
 * @throws BakeError `outputs-file-unreadable`
 */
export function readLeg(name: string, workingDirectory: string): Leg {
  let record: unknown;
  try {
    const file = path.resolve(workingDirectory, name);
    const stats = statSync(file);
    // A pipe may never end.
    if (!stats.isFile()) throw new Error('it is no file');
    if (stats.size > LARGEST_LEG_BYTES) throw new Error('it has more than 16 MiB');
    record = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw unreadable(name, errorMessage(cause), cause);
  }
  if (!isRecord(record)) throw unreadable(name, 'it is no object of JSON');
  if (record['format'] !== FORMAT) throw unreadable(name, `"format" is not "${FORMAT}"`);
  const { outcome, builds, outputs, manifest } = record;
  if (!isRunOutcome(outcome)) throw unreadable(name, '"outcome" is not the outcome of a run');
  if (!isRecordOf(builds, isOutcome)) throw unreadable(name, '"builds" does not hold outcomes of builds');
  if (!isOutputs(outputs)) throw unreadable(name, '"outputs" does not hold the outputs of a run');
  return { outcome, builds, outputs, manifest: manifest === undefined ? undefined : readManifest(manifest, name) };
}

function readManifest(manifest: unknown, name: string): Manifest {
  try {
    return parseManifest(JSON.stringify(manifest), name);
  } catch (cause) {
    throw unreadable(name, '"manifest" is not a manifest', cause);
  }
}

function isRunOutcome(value: unknown): value is RunOutcome {
  return value === 'succeeded' || value === 'failed' || value === 'cancelled';
}

function isOutcome(value: unknown): value is Outcome {
  return isRunOutcome(value) || value === 'skipped';
}

function isOutputs(value: unknown): value is OutputsRecord {
  return (
    isRecord(value) &&
    ['ami_id', 'source_ami_id', 'fingerprint'].every((name) => isId(value[name])) &&
    isText(value['manifest']) &&
    typeof value['reused'] === 'boolean' &&
    isRecordOf(value['ami_ids'], isId) &&
    Object.keys(value['ami_ids']).every(isId) &&
    isListOf(value['snapshot_ids'], isId) &&
    isRecordOf(value['artifacts'], isArtifacts)
  );
}

function isArtifacts(value: unknown): value is readonly ArtifactRecord[] {
  return isListOf(value, isArtifact);
}

function isArtifact(value: unknown): value is ArtifactRecord {
  return (
    isRecord(value) &&
    ['builder_id', 'artifact_id'].every((name) => isText(value[name])) &&
    ['source_ami_id', 'fingerprint'].every((name) => isId(value[name])) &&
    isAddress(value['reused_from']) &&
    typeof value['reused'] === 'boolean' &&
    isListOf(value['images'], isImage)
  );
}

function isImage(value: unknown): value is ArtifactRecord['images'][number] {
  return (
    isRecord(value) &&
    ['region', 'id'].every((name) => isId(value[name])) &&
    isText(value['name']) &&
    isListOf(value['snapshot_ids'], isId) &&
    (value['size_gib'] === null || typeof value['size_gib'] === 'number')
  );
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * Of an image, a snapshot, a region; empty where there is none, `***` where it was masked. Later steps put it into commands:
 * beside those stars there is nothing in it that means something to a shell.
 */
function isId(value: unknown): value is string {
  return isText(value) && /^(?:[A-Za-z0-9*][\w.:*-]*)?$/.test(value);
}

/** The page of a run; the same goes for it. */
function isAddress(value: unknown): value is string {
  return isText(value) && /^(?:https?:\/\/[\w.:/*-]+)?$/.test(value);
}

function isListOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isItem);
}

function isRecordOf<T>(value: unknown, isItem: (item: unknown) => item is T): value is Readonly<Record<string, T>> {
  return isRecord(value) && Object.values(value).every(isItem);
}

function unreadable(name: string, why: string, cause?: unknown): BakeError {
  return new BakeError(`${name} can't be merged: ${why}`, {
    code: 'outputs-file-unreadable',
    category: 'input',
    hint: 'Name files that bake-ami has written to the input outputs-file, of the same version.',
    cause,
  });
}

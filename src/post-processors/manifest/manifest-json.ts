import { BakeError } from '../../kernel/errors.ts';
import { isRecord } from '../../kernel/is-record.ts';

/** One build in a manifest, by the names and in the order of Packer's file. */
export interface ManifestEntry {
  /** The label of the source block. */
  readonly name: string;
  readonly builderType: string;
  /** Seconds since the Unix epoch; left out where undefined. */
  readonly buildTime: number | undefined;
  /** Undefined for an artifact without files: an AMI. */
  readonly files: readonly ManifestEntryFile[] | undefined;
  readonly artifactId: string;
  readonly runUuid: string;
  readonly customData: Readonly<Record<string, string>> | undefined;
}

export interface ManifestEntryFile {
  readonly name: string;
  /** Bytes; 0 where it can't be told. */
  readonly size: number;
}

export interface Manifest {
  readonly builds: readonly ManifestEntry[];
  readonly lastRunUuid: string;
}

export const EMPTY_MANIFEST: Manifest = { builds: [], lastRunUuid: '' };

/** The manifest as Packer's bytes: two spaces, Go's escapes, keys of custom_data sorted, no newline at the end. */
export function printManifest({ builds, lastRunUuid }: Manifest): string {
  return print(
    new Map<string, Json>([
      ['builds', builds.map(entryJson)],
      ['last_run_uuid', lastRunUuid],
    ]),
    '',
  );
}

/** Reads a manifest of ours or Packer's. Throws `manifest-unreadable`; `file` is for the message. */
export function parseManifest(text: string, file: string): Manifest {
  if (text === '') return EMPTY_MANIFEST;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw unreadable(file, cause);
  }
  if (!isRecord(parsed)) throw unreadable(file);
  const builds = parsed['builds'] ?? [];
  if (!Array.isArray(builds)) throw unreadable(file);
  return {
    builds: builds.map((entry: unknown) => parseEntry(entry, file)),
    lastRunUuid: textOf(parsed['last_run_uuid'], file),
  };
}

type Json = string | number | null | readonly Json[] | ReadonlyMap<string, Json>;

function entryJson(entry: ManifestEntry): Json {
  const { customData } = entry;
  return new Map<string, Json>([
    ['name', entry.name],
    ['builder_type', entry.builderType],
    ...(entry.buildTime === undefined ? [] : [['build_time', entry.buildTime] as const]),
    [
      'files',
      entry.files?.map(
        ({ name, size }) =>
          new Map<string, Json>([
            ['name', name],
            ['size', size],
          ]),
      ) ?? null,
    ],
    ['artifact_id', entry.artifactId],
    ['packer_run_uuid', entry.runUuid],
    ['custom_data', customData === undefined ? null : new Map(Object.entries(customData).sort(byBytes))],
  ]);
}

/** Go sorts the keys of a map by their UTF-8 bytes. */
function byBytes([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** As Go's json.MarshalIndent does it. */
function print(value: Json, indent: string): string {
  if (typeof value === 'string') return printString(value);
  if (value === null || typeof value === 'number') return String(value);
  const inner = `${indent}  `;
  const [open, close, items] =
    value instanceof Map
      ? ['{', '}', [...value].map(([key, item]) => `${printString(key)}: ${print(item, inner)}`)]
      : ['[', ']', [...value.values()].map((item) => print(item, inner))];
  if (items.length === 0) return open + close;
  return `${open}\n${items.map((item) => inner + item).join(',\n')}\n${indent}${close}`;
}

/** Go also escapes what could end a script element in HTML, and the line ends of Unicode. */
function printString(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function parseEntry(entry: unknown, file: string): ManifestEntry {
  if (!isRecord(entry)) throw unreadable(file);
  const buildTime = entry['build_time'];
  return {
    name: textOf(entry['name'], file),
    builderType: textOf(entry['builder_type'], file),
    buildTime: typeof buildTime === 'number' && buildTime !== 0 ? buildTime : undefined,
    files: parseFiles(entry['files'], file),
    artifactId: textOf(entry['artifact_id'], file),
    runUuid: textOf(entry['packer_run_uuid'], file),
    customData: parseCustomData(entry['custom_data'], file),
  };
}

function parseFiles(files: unknown, file: string): readonly ManifestEntryFile[] | undefined {
  if (files === null || files === undefined) return undefined;
  if (!Array.isArray(files)) throw unreadable(file);
  return files.map((item: unknown) => {
    if (!isRecord(item)) throw unreadable(file);
    const size = item['size'];
    return { name: textOf(item['name'], file), size: typeof size === 'number' ? size : 0 };
  });
}

function parseCustomData(data: unknown, file: string): Readonly<Record<string, string>> | undefined {
  if (data === null || data === undefined) return undefined;
  if (!isRecord(data)) throw unreadable(file);
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, textOf(value, file)]));
}

function textOf(value: unknown, file: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw unreadable(file);
  return value;
}

function unreadable(file: string, cause?: unknown): BakeError {
  return new BakeError(`${file} is there already, and it is not a manifest`, {
    code: 'manifest-unreadable',
    category: 'artifact',
    hint: 'Builds are appended to it. Remove it, or write the manifest elsewhere with "output".',
    cause,
  });
}

import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Journal, JournalEntry } from '../engine/ports.ts';
import { errorCode } from '../kernel/error-code.ts';
import { BakeError } from '../kernel/errors.ts';
import { isRecord } from '../kernel/is-record.ts';

/** A journal in a file, one JSON object to a line; after `append` the entry is on the disk. It never holds a secret. */
export class JournalFile implements Journal, Disposable {
  readonly #descriptor: number;

  /** Opens the file, which is created with mode 0600 where it is missing. A torn last line is cut off. */
  constructor(file: string) {
    this.#descriptor = openSync(file, 'a+', 0o600);
    const text = readFileSync(this.#descriptor);
    ftruncateSync(this.#descriptor, text.lastIndexOf('\n') + 1);
  }

  append(entry: JournalEntry): void {
    writeSync(this.#descriptor, `${JSON.stringify(entry)}\n`);
    fsyncSync(this.#descriptor);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}

/**
 * The entries of a journal; empty when there is no such file. A last line that was torn off by a kill is left out: what
 * it was about has not begun yet, or is found without it. Throws `journal-unreadable` for any other wrong line.
 */
export function readJournalFile(file: string): readonly JournalEntry[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
  // A whole line ends in a newline: what stands after the last one is torn.
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, index) => parseEntry(line, `${file}:${index + 1}`));
}

const FIELDS: Readonly<
  Record<JournalEntry['type'], Readonly<Record<string, keyof typeof PARTS | 'string' | 'string?'>>>
> = {
  run: { runId: 'string', startedAt: 'string' },
  account: { build: 'string', accountId: 'string?' },
  intent: { build: 'string', token: 'string', intent: 'intent' },
  receipt: { build: 'string', token: 'string', resource: 'resource' },
  removed: { token: 'string' },
  kept: { token: 'string', reason: 'string' },
};
const PARTS = { intent: ['kind', 'region', 'name'], resource: ['kind', 'region', 'id'] } as const;

function parseEntry(line: string, place: string): JournalEntry {
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch (cause) {
    throw unreadable(place, cause);
  }
  if (!isEntry(entry)) throw unreadable(place);
  return entry;
}

function isEntry(value: unknown): value is JournalEntry {
  if (!isRecord(value)) return false;
  const type = value['type'];
  if (typeof type !== 'string' || !Object.hasOwn(FIELDS, type)) return false;
  return Object.entries(FIELDS[type as JournalEntry['type']]).every(([name, kind]) => {
    const field = value[name];
    if (kind === 'string?' && field === undefined) return true;
    if (kind === 'string' || kind === 'string?') return typeof field === 'string';
    return isRecord(field) && PARTS[kind].every((part) => typeof field[part] === 'string');
  });
}

function unreadable(place: string, cause?: unknown): BakeError {
  return new BakeError(`The journal of the run can't be read: ${place}`, {
    code: 'journal-unreadable',
    category: 'left-behind',
    hint: 'Look for resources with the tag "bake-ami:run" in the account, and remove those of this run by hand.',
    cause,
  });
}

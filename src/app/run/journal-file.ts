import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Journal, JournalEntry } from '../../engine/ports.ts';
import { errorCode } from '../../kernel/error-code.ts';
import { isRecord } from '../../kernel/is-record.ts';

/**
 * A journal in a file, one JSON object to a line. It never holds a secret. After `append` the entry is the operating
 * system's and outlives this process, however it ends. It is not forced onto the disk: that stops all builds for
 * milliseconds, and where the machine itself ends, no post step reads it; then the tags and `sweep` have to do.
 */
export class JournalFile implements Journal, Disposable {
  readonly #descriptor: number;

  /** Opens the file, which is created with mode 0600 where it is missing. A torn last line is cut off. */
  constructor(file: string) {
    this.#descriptor = openSync(file, 'a+', 0o600);
    const text = readFileSync(this.#descriptor);
    ftruncateSync(this.#descriptor, text.lastIndexOf('\n') + 1);
  }

  /** Throws what the system refuses; then nothing of the entry is there. */
  append(entry: JournalEntry): void {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`);
    const { size } = fstatSync(this.#descriptor);
    try {
      // A disk that becomes full takes a part of it without a word, and refuses the rest.
      for (let written = 0; written < line.length; ) written += writeSync(this.#descriptor, line, written);
    } catch (thrown) {
      // The next entry must not go on where this one was torn.
      ftruncateSync(this.#descriptor, size);
      throw thrown;
    }
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}

export interface JournalContents {
  readonly entries: readonly JournalEntry[];
  /** The lines that say nothing that can be believed: `FILE:LINE`. */
  readonly unreadable: readonly string[];
}

/**
 * The entries of a journal; none when there is no such file. A last line that was torn off by a kill is left out: what
 * it was about has not begun yet, or is found without it. Any other wrong line is told of, and does not keep from reading
 * the others.
 */
export function readJournalFile(file: string): JournalContents {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { entries: [], unreadable: [] };
    throw error;
  }
  // A whole line ends in a newline: what stands after the last one is torn.
  const entries: JournalEntry[] = [];
  const unreadable: string[] = [];
  for (const [index, line] of text.split('\n').slice(0, -1).entries()) {
    const entry = parseEntry(line);
    if (entry === undefined) unreadable.push(`${file}:${index + 1}`);
    else entries.push(entry);
  }
  return { entries, unreadable };
}

const FIELDS: Readonly<
  Record<JournalEntry['type'], Readonly<Record<string, keyof typeof PARTS | 'string' | 'string?' | 'strings'>>>
> = {
  run: { runId: 'string', startedAt: 'string' },
  account: { build: 'string', accountId: 'string?', regions: 'strings' },
  intent: { build: 'string', token: 'string', intent: 'intent' },
  receipt: { build: 'string', token: 'string', resource: 'resource' },
  removed: { token: 'string' },
  kept: { token: 'string', reason: 'string' },
};
const PARTS = { intent: ['kind', 'region', 'name'], resource: ['kind', 'region', 'id'] } as const;

function parseEntry(line: string): JournalEntry | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is JournalEntry {
  if (!isRecord(value)) return false;
  const type = value['type'];
  if (typeof type !== 'string' || !Object.hasOwn(FIELDS, type)) return false;
  return Object.entries(FIELDS[type as JournalEntry['type']]).every(([name, kind]) => {
    const field = value[name];
    if (kind === 'strings') return Array.isArray(field) && field.every((each) => typeof each === 'string');
    if (kind === 'string?' && field === undefined) return true;
    if (kind === 'string' || kind === 'string?') return typeof field === 'string';
    return isRecord(field) && PARTS[kind].every((part) => typeof field[part] === 'string');
  });
}

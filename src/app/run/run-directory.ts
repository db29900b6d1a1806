import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** The places inside a run's own folder. */
export interface RunDirectory {
  readonly path: string;
  readonly journal: string;
  /** Short-lived files of the plugins: a folder. */
  readonly temporary: string;
  /** Where the run's local cloud answers; there is no such file for a run in AWS. */
  readonly localCloud: string;
  /** What the local cloud has to say about itself. */
  readonly localCloudLog: string;
}

export function runDirectory(directory: string): RunDirectory {
  return {
    path: directory,
    journal: path.join(directory, 'journal.jsonl'),
    temporary: path.join(directory, 'tmp'),
    localCloud: path.join(directory, 'local-cloud.json'),
    localCloudLog: path.join(directory, 'local-cloud.log'),
  };
}

/** Makes the folder, for nobody else's eyes: keys and scripts with secrets pass through it. */
export function createRunDirectory(directory: string): RunDirectory {
  const places = runDirectory(directory);
  mkdirSync(places.temporary, { recursive: true, mode: 0o700 });
  // It may have been there already, with another mode.
  chmodSync(places.path, 0o700);
  return places;
}

export function removeTemporaryFiles({ temporary }: RunDirectory): void {
  rmSync(temporary, { recursive: true, force: true });
}

/** For when there is nothing left that the folder would be needed for. */
export function removeRunDirectory({ path: directory }: RunDirectory): void {
  if (existsSync(directory)) rmSync(directory, { recursive: true, force: true });
}

import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../kernel/error-code.ts';

/**
 * Makes a folder of this machine, and those above it, where they are missing. Node's own `recursive` is not used: where the
 * system answers "not there" about a folder that is there, as Linux does below /proc, Node 20 tries again for ever.
 *
 * @param folder absolute
 * @throws what the system refuses
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else may have made it just now.
    if (errorCode(error) !== 'EEXIST' || !isFolder(folder)) throw error;
  }
}

/** Links followed. What the system refuses to tell is for `mkdir` to say. */
function isFolder(folder: string): boolean {
  try {
    return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

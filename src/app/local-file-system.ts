import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { FileSystem } from '../template/file-system.ts';

/** The files of this machine. */
export const localFileSystem: FileSystem = {
  kind(path) {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return undefined;
    if (found.isFile()) return 'file';
    return found.isDirectory() ? 'directory' : 'other';
  },
  read: (path) => readFileSync(path),
  list: (path) => readdirSync(path),
};

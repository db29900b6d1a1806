import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** A path of the template on this machine: `~` is the home folder, relative ones start at the working directory. */
export function localPath(path: string, workingDirectory: string): string {
  return path === '~' || path.startsWith('~/') ? join(homedir(), path.slice(1)) : resolve(workingDirectory, path);
}

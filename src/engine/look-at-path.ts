import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorCode } from '../kernel/error-code.ts';
import { errorMessage } from '../kernel/error-message.ts';

/** What is at a path of this machine, links followed. */
export interface PathLook {
  /** Undefined: nothing, or nothing that can be told. */
  readonly kind: 'file' | 'folder' | 'special' | undefined;
  /** A sentence on why the system does not tell; undefined where it does, also that nothing is there. */
  readonly why: string | undefined;
}

/**
 * Asks the system about a path that a template names. Never throws: whatever a template says, a path that the system
 * does not take is something to report at its option.
 * @param path relative to `workingDirectory` or absolute
 */
export function lookAtPath(path: string, workingDirectory: string): PathLook {
  try {
    const found = statSync(resolve(workingDirectory, path), { throwIfNoEntry: false });
    if (found === undefined) return { kind: undefined, why: undefined };
    return { kind: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'special', why: undefined };
  } catch (error) {
    return { kind: undefined, why: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOTDIR':
      return 'The path goes through a file as if it were a folder.';
    case 'ELOOP':
      return 'The links on its way lead in a circle.';
    case 'ENAMETOOLONG':
      return 'The path, or a name in it, is longer than the system takes.';
    case 'ERR_INVALID_ARG_VALUE':
      return 'No path holds a NUL character.';
    case 'EACCES':
    case 'EPERM':
      return 'The user that runs this may not go through a folder on its way.';
    default:
      return `The system does not tell: ${errorMessage(error)}.`;
  }
}

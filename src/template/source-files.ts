import { resolve } from 'node:path';
import { Source } from '../hcl/source.ts';
import { type Diagnosed, type Diagnostic, errorDiagnostic } from '../kernel/diagnostics.ts';
import { errorCode } from '../kernel/error-code.ts';
import { errorMessage } from '../kernel/error-message.ts';
import type { FileKind, FileSystem } from './file-system.ts';

/** Reads a UTF-8 file. `name` is relative to the folder or absolute, and is what messages show. */
export function readSource(name: string, workingDirectory: string, files: FileSystem): Diagnosed<Source> {
  const path = resolve(workingDirectory, name);
  return sourceOf(name, path, () => files.read(path));
}

/** The source text that these bytes are, `path` being what an error calls them. */
export function sourceOf(name: string, path: string, read: () => Uint8Array): Diagnosed<Source> {
  try {
    return { value: new Source(name, decodeUtf8(read())), diagnostics: [] };
  } catch (cause) {
    return { value: undefined, diagnostics: [unreadable('file', name, cause, path)] };
  }
}

/** What is at a path; where the system does not tell, something that reading it will find out about. */
export function kindAt(path: string, files: FileSystem): FileKind | undefined {
  try {
    return files.kind(path);
  } catch {
    return 'other';
  }
}

/** The names in a folder. `name` is what messages show. */
export function listFolder(name: string, path: string, files: FileSystem): Diagnosed<readonly string[]> {
  try {
    return { value: files.list(path), diagnostics: [] };
  } catch (cause) {
    return { value: undefined, diagnostics: [unreadable('folder', name, cause, path)] };
  }
}

function unreadable(what: 'file' | 'folder', name: string, cause: unknown, path: string): Diagnostic {
  return errorDiagnostic({
    code: 'unreadable-file',
    summary: `The ${what} "${name}" can't be read`,
    detail: reasonOf(cause, path),
  });
}

function reasonOf(cause: unknown, path: string): string {
  if (cause instanceof NotUtf8) return `${path} is not UTF-8; save it in that encoding.`;
  switch (errorCode(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `There is no file ${path}.`;
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return 'The system takes no such path.';
    case 'ELOOP':
      return `The links at ${path} lead in a circle.`;
    case 'ENOTFILE':
      return `${path} is a device, a pipe or a socket. Only regular files are read: write what it gives into a file first.`;
    case 'EFBIG':
      return `${errorMessage(cause)}. Is it really a file for this?`;
    case 'EISDIR':
      return `${path} is a folder, not a file.`;
    case 'EACCES':
    case 'EPERM':
      return `The user that runs this may not read ${path}.`;
    default:
      return `${path}: ${errorMessage(cause)}.`;
  }
}

class NotUtf8 extends Error {}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    // A byte order mark stays: Source knows it, and offsets are those of the file.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new NotUtf8('Not UTF-8', { cause });
  }
}

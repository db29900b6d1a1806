import { posix } from 'node:path';
import type { FileKind, FileSystem } from '../../../src/template/file-system.ts';

/** Files that only exist in a test: absolute path to content. */
export function memoryFiles(files: Readonly<Record<string, string | Uint8Array>>): FileSystem {
  const folders = new Set<string>(['/']);
  for (const path of Object.keys(files)) {
    for (let folder = posix.dirname(path); folder !== '/'; folder = posix.dirname(folder)) folders.add(folder);
  }
  const kind = (path: string): FileKind | undefined =>
    files[path] !== undefined ? 'file' : folders.has(path) ? 'directory' : undefined;
  return {
    kind,
    read: (path) => {
      const content = files[path];
      if (content === undefined) throw failure(folders.has(path) ? 'EISDIR' : 'ENOENT', path);
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
    list: (path) =>
      [...Object.keys(files), ...folders]
        .filter((candidate) => candidate !== '/' && posix.dirname(candidate) === path)
        .map((candidate) => posix.basename(candidate)),
  };
}

function failure(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: as the system says it, open '${path}'`), { code });
}

import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, type Stats, statSync } from 'node:fs';
import { errorCode } from '../../kernel/error-code.ts';
import type { FileKind, FileSystem } from '../../template/file-system.ts';
import { MAXIMUM_FILE_SIZE } from '../../template/file-system.ts';

/** The files of this machine: regular ones only, and none that is endless. */
export const localFileSystem: FileSystem = {
  kind(path) {
    try {
      const found = statSync(path, { throwIfNoEntry: false });
      return found === undefined ? undefined : kindOf(found);
    } catch (error) {
      if (isNoPath(error)) return undefined;
      throw error;
    }
  },
  read(path) {
    // Looked at before it is opened: opening some devices does something already.
    refuseSpecial(statSync(path), path);
    // Between the two it may have become a pipe, and opening one waits for whoever writes into it.
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      refuseSpecial(fstatSync(descriptor), path);
      return readLimited(descriptor, path);
    } finally {
      closeSync(descriptor);
    }
  },
  list: (path) => readdirSync(path),
};

function kindOf(stats: Stats): FileKind {
  if (stats.isFile()) return 'file';
  return stats.isDirectory() ? 'directory' : 'other';
}

/** Nothing can be at a path that the system does not even take: one with a NUL, or with too long a name. */
function isNoPath(error: unknown): boolean {
  return ['ERR_INVALID_ARG_VALUE', 'ENAMETOOLONG'].includes(errorCode(error) ?? '');
}

function refuseSpecial(stats: Stats, path: string): void {
  const kind = kindOf(stats);
  if (kind === 'directory') throw failure('EISDIR', `${path} is a folder, not a file`);
  if (kind === 'other') throw failure('ENOTFILE', `${path} is a device, a pipe or a socket, not a regular file`);
  if (stats.size > MAXIMUM_FILE_SIZE) throw tooLarge(path);
}

/** What the size says is not to be trusted: files below /proc have none, and others grow. */
function readLimited(descriptor: number, path: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(64 * 1024);
    const count = readSync(descriptor, chunk);
    if (count === 0) return Buffer.concat(chunks);
    total += count;
    if (total > MAXIMUM_FILE_SIZE) throw tooLarge(path);
    chunks.push(chunk.subarray(0, count));
  }
}

function tooLarge(path: string): Error {
  return failure('EFBIG', `${path} is larger than ${MAXIMUM_FILE_SIZE / 1024 / 1024} MiB`);
}

function failure(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}

import { constants } from 'node:fs';
import {
  chmod,
  chown,
  type FileHandle,
  lchown,
  link,
  lstat,
  lutimes,
  mkdir,
  open as openFile,
  readdir,
  readlink,
  rename,
  rmdir,
  stat,
  symlink,
  truncate,
  unlink,
  utimes,
} from 'node:fs/promises';
import path from 'node:path';
import {
  ANSWER,
  type Attributes,
  attributes,
  bytes,
  type FileStatus,
  number,
  type PacketReader,
  packet,
  REQUEST,
  STATUS,
} from './sftp-packets.ts';

export type OpenFiles = Map<
  string,
  | { readonly kind: 'file'; readonly handle: FileHandle; readonly append: boolean }
  | { readonly kind: 'folder'; readonly path: string; readonly names: readonly string[]; told: number }
>;

/** SSH_FXF_ flags of an open request. */
const OPEN = { read: 1, write: 2, append: 4, create: 8, truncate: 16, exclusive: 32 } as const;

/** What one read answers at most; OpenSSH's server sends up to 256 KiB less its header. */
const LONGEST_READ = 255 * 1024;

const FOLDER_NAMES_AT_ONCE = 100;

class SftpRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Does what one request asks for. Always gives an answer: an error is a status. */
export async function answer(type: number, id: number, request: PacketReader, open: OpenFiles): Promise<Buffer> {
  try {
    return (await perform(type, id, request, open)) ?? status(id, STATUS.ok, 'Success');
  } catch (error) {
    return status(id, statusOf(error), error instanceof Error ? error.message : String(error));
  }
}

function status(id: number, code: number, message: string): Buffer {
  return packet(ANSWER.status, number(id), number(code), bytes(message), bytes(''));
}

function statusOf(error: unknown): number {
  if (error instanceof SftpRefusal) return error.status;
  if (error instanceof RangeError) return STATUS.badMessage;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return STATUS.noSuchFile;
  if (code === 'EACCES' || code === 'EPERM') return STATUS.permissionDenied;
  return STATUS.failure;
}

/** Gives the answer, or undefined for a plain "done". Handlers read their fields before they wait for anything. */
async function perform(type: number, id: number, request: PacketReader, open: OpenFiles): Promise<Buffer | undefined> {
  switch (type) {
    case REQUEST.open:
      return handleAnswer(id, await openRequested(request.text(), request.number(), request.attributes(), open));
    case REQUEST.close:
      return close(request.text(), open);
    case REQUEST.read:
      return read(id, fileOf(request.text(), open).handle, request.bigNumber(), request.number());
    case REQUEST.write:
      return write(fileOf(request.text(), open), request.bigNumber(), request.bytes());
    case REQUEST.lstat:
      return attributesAnswer(id, await lstat(request.text()));
    case REQUEST.stat:
      return attributesAnswer(id, await stat(request.text()));
    case REQUEST.fstat:
      return attributesAnswer(id, await fileOf(request.text(), open).handle.stat());
    case REQUEST.setstat:
      return change(pathChanges(request.text()), request.attributes());
    case REQUEST.fsetstat:
      return change(fileOf(request.text(), open).handle, request.attributes());
    case REQUEST.opendir: {
      const folder = request.text();
      return handleAnswer(id, remember({ kind: 'folder', path: folder, names: await readdir(folder), told: 0 }, open));
    }
    case REQUEST.readdir:
      return readFolder(id, request.text(), open);
    case REQUEST.remove:
      await unlink(request.text());
      return undefined;
    case REQUEST.mkdir:
      await mkdir(request.text(), { mode: request.attributes().mode ?? 0o777 });
      return undefined;
    case REQUEST.rmdir:
      await rmdir(request.text());
      return undefined;
    case REQUEST.realpath:
      return nameAnswer(id, [{ name: path.resolve(request.text() || '.'), long: '', status: undefined }]);
    case REQUEST.rename: {
      // Version 3 says that an existing target is an error; `posix-rename@openssh.com` replaces it.
      const [from, to] = [request.text(), request.text()];
      if (await exists(to)) throw new SftpRefusal(STATUS.failure, `${to} exists`);
      await rename(from, to);
      return undefined;
    }
    case REQUEST.readlink:
      return nameAnswer(id, [{ name: await readlink(request.text()), long: '', status: undefined }]);
    case REQUEST.symlink: {
      // OpenSSH has always had these two the other way round than the draft, and every client follows it.
      const [target, link] = [request.text(), request.text()];
      await symlink(target, link);
      return undefined;
    }
    case REQUEST.extended:
      return extended(request.text(), request, open);
    default:
      throw new SftpRefusal(STATUS.unsupported, `Request ${type} is not known here`);
  }
}

async function extended(name: string, request: PacketReader, open: OpenFiles): Promise<undefined> {
  switch (name) {
    case 'posix-rename@openssh.com':
      await rename(request.text(), request.text());
      return;
    case 'hardlink@openssh.com':
      await link(request.text(), request.text());
      return;
    case 'fsync@openssh.com':
      await fileOf(request.text(), open).handle.sync();
      return;
    case 'lsetstat@openssh.com':
      await change(linkChanges(request.text()), request.attributes());
      return;
    default:
      throw new SftpRefusal(STATUS.unsupported, `${name} is not known here`);
  }
}

async function openRequested(file: string, flags: number, wanted: Attributes, open: OpenFiles): Promise<string> {
  const [reads, writes] = [(flags & OPEN.read) !== 0, (flags & OPEN.write) !== 0];
  const access = reads && writes ? constants.O_RDWR : writes ? constants.O_WRONLY : constants.O_RDONLY;
  const append = (flags & OPEN.append) !== 0;
  const handle = await openFile(
    file,
    access |
      (append ? constants.O_APPEND : 0) |
      ((flags & OPEN.create) !== 0 ? constants.O_CREAT : 0) |
      ((flags & OPEN.truncate) !== 0 ? constants.O_TRUNC : 0) |
      ((flags & OPEN.exclusive) !== 0 ? constants.O_EXCL : 0),
    wanted.mode ?? 0o666,
  );
  return remember({ kind: 'file', handle, append }, open);
}

let handles = 0;

function remember(file: OpenFiles extends Map<string, infer File> ? File : never, open: OpenFiles): string {
  handles += 1;
  const name = String(handles);
  open.set(name, file);
  return name;
}

function fileOf(name: string, open: OpenFiles): { readonly handle: FileHandle; readonly append: boolean } {
  const file = open.get(name);
  if (file?.kind !== 'file') throw new SftpRefusal(STATUS.failure, 'No such file handle');
  return file;
}

async function close(name: string, open: OpenFiles): Promise<undefined> {
  const file = open.get(name);
  if (file === undefined) throw new SftpRefusal(STATUS.failure, 'No such handle');
  open.delete(name);
  if (file.kind === 'file') await file.handle.close();
}

async function read(id: number, handle: FileHandle, offset: number, length: number): Promise<Buffer> {
  const content = Buffer.allocUnsafe(Math.min(length, LONGEST_READ));
  const { bytesRead } = await handle.read(content, 0, content.length, offset);
  if (bytesRead === 0) return status(id, STATUS.endOfFile, 'End of file');
  return packet(ANSWER.data, number(id), bytes(content.subarray(0, bytesRead)));
}

async function write(
  file: { readonly handle: FileHandle; readonly append: boolean },
  offset: number,
  content: Buffer,
): Promise<undefined> {
  let written = 0;
  while (written < content.length) {
    const at = file.append ? null : offset + written;
    const { bytesWritten } = await file.handle.write(content, written, content.length - written, at);
    written += bytesWritten;
  }
}

async function readFolder(id: number, name: string, open: OpenFiles): Promise<Buffer> {
  const folder = open.get(name);
  if (folder?.kind !== 'folder') throw new SftpRefusal(STATUS.failure, 'No such folder handle');
  if (folder.told >= folder.names.length) return status(id, STATUS.endOfFile, 'End of folder');
  const names = folder.names.slice(folder.told, folder.told + FOLDER_NAMES_AT_ONCE);
  folder.told += names.length;
  const entries = await Promise.all(
    names.map(async (entry) => {
      const entryStatus = await lstat(path.join(folder.path, entry)).catch(() => undefined);
      return { name: entry, long: longName(entry, entryStatus), status: entryStatus };
    }),
  );
  return nameAnswer(id, entries);
}

/** The line that `ls -l` in a client shows; the draft leaves its form open. */
function longName(name: string, entry: FileStatus | undefined): string {
  if (entry === undefined) return name;
  const letters = ['---', '--x', '-w-', '-wx', 'r--', 'r-x', 'rw-', 'rwx'];
  const kinds: Readonly<Record<number, string>> = { 9604: 'd', 21609: 'l', 16807: '-' };
  const mode = [6, 3, 0].map((shift) => letters[(entry.mode >> shift) & 7]).join('');
  const modified = new Date(entry.mtimeMs).toISOString().slice(0, 10);
  return `${kinds[entry.mode & 0o170000] ?? '?'}${mode} 1 ${entry.uid} ${entry.gid} ${entry.size} ${modified} ${name}`;
}

interface Changes {
  truncate(size: number): Promise<void>;
  chown(uid: number, gid: number): Promise<void>;
  chmod(mode: number): Promise<void>;
  utimes(accessed: number, modified: number): Promise<void>;
}

function pathChanges(file: string): Changes {
  return {
    truncate: (size) => truncate(file, size),
    chown: (uid, gid) => chown(file, uid, gid),
    chmod: (mode) => chmod(file, mode),
    utimes: (accessed, modified) => utimes(file, accessed, modified),
  };
}

/** Linux has neither sizes nor modes to change on a symbolic link. */
function linkChanges(file: string): Changes {
  return {
    truncate: async () => undefined,
    chown: (uid, gid) => lchown(file, uid, gid),
    chmod: async () => undefined,
    utimes: (accessed, modified) => lutimes(file, accessed, modified),
  };
}

async function change(file: Changes, wanted: Attributes): Promise<undefined> {
  if (wanted.size !== undefined) await file.truncate(wanted.size);
  if (wanted.owner !== undefined) await file.chown(wanted.owner.uid, wanted.owner.gid);
  if (wanted.mode !== undefined) await file.chmod(wanted.mode & 0o7777);
  if (wanted.times !== undefined) await file.utimes(wanted.times.accessed, wanted.times.modified);
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

function handleAnswer(id: number, name: string): Buffer {
  return packet(ANSWER.handle, number(id), bytes(name));
}

function attributesAnswer(id: number, of: FileStatus): Buffer {
  return packet(ANSWER.attributes, number(id), attributes(of));
}

function nameAnswer(
  id: number,
  entries: readonly { readonly name: string; readonly long: string; readonly status: FileStatus | undefined }[],
): Buffer {
  return packet(
    ANSWER.name,
    number(id),
    number(entries.length),
    ...entries.flatMap((entry) => [
      bytes(entry.name),
      bytes(entry.long || entry.name),
      entry.status === undefined ? number(0) : attributes(entry.status),
    ]),
  );
}

import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGunzip, createGzip } from 'node:zlib';
import { makeFolder } from '../../engine/make-folder.ts';
import { abortError } from '../../kernel/abort.ts';
import { BakeError } from '../../kernel/errors.ts';
import { connectionLost, execOn } from './exec.ts';
import { walkFolder } from './folder-walk.ts';
import type { SshConnection } from './handshake.ts';
import { pathWord } from './remote-path.ts';
import type { SftpSession } from './sftp.ts';
import { extractTar } from './tar-extract.ts';
import { writeTar } from './tar-writer.ts';

/** What the machine has for moving folders; asked once per connection. */
export interface ArchiveTools {
  readonly tar: boolean;
  readonly gzip: boolean;
  readonly gnu: boolean;
}

export async function findArchiveTools(
  connection: SshConnection,
  machine: string,
  signal: AbortSignal,
): Promise<ArchiveTools> {
  const found = new Set<string>();
  await execOn(
    connection,
    machine,
    'for t in tar gzip; do command -v $t >/dev/null 2>&1 && echo $t; done; tar --version 2>/dev/null | grep -q GNU && echo gnu; true',
    { signal, onLine: (stream, line) => stream === 'stdout' && found.add(line.trim()) },
  );
  return { tar: found.has('tar'), gzip: found.has('gzip'), gnu: found.has('gnu') };
}

/**
 * Sends what is inside a local folder as one tar stream.
 *
 * Folders that exist on the machine keep their mode, and links to folders stay links (`--no-overwrite-dir`,
 * `--keep-directory-symlink`): to upload into `/` or `/etc` must change nothing but the files.
 */
export async function uploadByTar(
  connection: SshConnection,
  machine: string,
  tools: ArchiveTools,
  localFolder: string,
  remoteFolder: string,
  signal: AbortSignal,
): Promise<void> {
  const archive = Readable.from(writeTar(walkFolder(localFolder)), { objectMode: false });
  const stdin = tools.gzip ? createGzip({ level: constants.Z_BEST_SPEED }) : new PassThrough();
  const folder = pathWord(remoteFolder);
  const extract = `tar ${tools.gnu ? '--no-overwrite-dir --keep-directory-symlink ' : ''}-x${tools.gzip ? 'z' : ''}pmof -`;
  const complaints: string[] = [];
  const packing = pipeline(archive, stdin, { signal });
  packing.catch(() => undefined);
  const unpacking = execOn(connection, machine, `mkdir -p ${folder} && cd ${folder} && ${extract}`, {
    signal,
    stdin,
    onLine: (_, line) => remember(complaints, line),
  });
  const { exitCode } = await unpacking.catch(async (error: unknown) => {
    if (signal.aborted) throw abortError(signal, `the upload of ${localFolder}`);
    archive.destroy();
    // Where reading here failed, that is the reason.
    await packing.catch((cause: unknown) =>
      Promise.reject(cause instanceof BakeError || isSystemError(cause) ? cause : error),
    );
    throw error;
  });
  if (exitCode !== 0) {
    archive.destroy();
    throw failed(`Cannot unpack the files of ${localFolder} into ${remoteFolder} on ${machine}`, exitCode, complaints);
  }
  await packing;
}

/** The way for machines without tar: file by file. */
export async function uploadBySftp(
  sftp: SftpSession,
  localFolder: string,
  remoteFolder: string,
  machine: string,
  signal: AbortSignal,
): Promise<void> {
  await makeRemoteFolders(sftp, remoteFolder, signal);
  const waiting = new Set<Promise<void>>();
  for await (const entry of walkFolder(localFolder)) {
    const path = `${remoteFolder}/${entry.name}`;
    if (entry.kind === 'directory') {
      await sftp.makeDirectory(path, entry.mode, signal);
    } else if (entry.kind === 'link') {
      throw new BakeError(`Cannot upload the symbolic link ${entry.name} to ${machine}: it has no tar`, {
        code: 'remote-tar-missing',
        category: 'provision',
        hint: 'Install tar on the machine, or replace the link by what it leads to.',
      });
    } else {
      const upload: Promise<void> = sftp
        .upload({ path: entry.path }, path, entry.mode, signal)
        .finally(() => waiting.delete(upload));
      upload.catch(() => undefined);
      waiting.add(upload);
      if (waiting.size >= 32) await Promise.race(waiting);
    }
  }
  await Promise.all(waiting);
}

export async function downloadByTar(
  connection: SshConnection,
  machine: string,
  tools: ArchiveTools,
  remoteFolder: string,
  localFolder: string,
  signal: AbortSignal,
): Promise<void> {
  const archive = tools.gzip ? createGunzip() : new PassThrough();
  const complaints: string[] = [];
  const extracting = extractTar(archive, localFolder, machine);
  extracting.catch(() => undefined);
  // Links are followed, as scp does: what comes here are files.
  const command = `cd ${pathWord(remoteFolder)} && tar -c${tools.gzip ? 'z' : ''}hf - .`;
  const { exitCode } = await execOn(connection, machine, command, {
    signal,
    stdout: archive,
    onLine: (_, line) => remember(complaints, line),
  }).catch((error: unknown) => {
    archive.destroy();
    throw error;
  });
  if (exitCode !== 0) {
    archive.destroy();
    throw failed(`Cannot read the folder ${remoteFolder} on ${machine}`, exitCode, complaints);
  }
  await extracting.catch((error: unknown) => {
    if (error instanceof BakeError || isSystemError(error)) throw error;
    throw connectionLost(machine, false, error);
  });
}

export async function downloadBySftp(
  sftp: SftpSession,
  remoteFolder: string,
  localFolder: string,
  download: (remotePath: string, localPath: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  makeFolder(localFolder);
  for (const { name, kind, mode } of await sftp.list(remoteFolder, signal)) {
    if (name === '' || /[/\0]/.test(name)) continue;
    const remotePath = `${remoteFolder}/${name}`;
    const localPath = join(localFolder, name);
    if (kind === 'directory') await downloadBySftp(sftp, remotePath, localPath, download, signal);
    else if (kind === 'file') {
      await download(remotePath, localPath);
      await chmod(localPath, mode);
    }
  }
}

async function makeRemoteFolders(sftp: SftpSession, path: string, signal: AbortSignal): Promise<void> {
  if ((await sftp.kindOf(path, signal)) === 'directory') return;
  const parent = path.slice(0, path.lastIndexOf('/'));
  if (parent !== '') await makeRemoteFolders(sftp, parent, signal);
  await sftp.makeDirectory(path, 0o755, signal);
}

function remember(complaints: string[], line: string): void {
  if (line.trim() !== '' && complaints.length < 5) complaints.push(line.trim());
}

function failed(what: string, exitCode: number, complaints: readonly string[]): BakeError {
  const why = complaints.length === 0 ? `exit status ${exitCode}` : complaints.join('; ');
  return new BakeError(`${what}: ${why}`, {
    code: 'folder-transfer-failed',
    category: 'provision',
    hint: 'Folders travel as the login user: copy to a folder that it may write to (/tmp), and move it with sudo from a shell provisioner.',
  });
}

function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

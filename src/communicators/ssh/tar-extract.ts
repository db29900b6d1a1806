import { createWriteStream } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { BakeError } from '../../kernel/errors.ts';

/**
 * Unpacks a machine's archive into a folder. The machine is not trusted: nothing is written outside the folder, not by
 * `..`, not by absolute names, and not through links, of which none are made.
 */
export async function extractTar(archive: Readable, folder: string, machine: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const unpacker = extract();
  const fed = pipeline(archive, unpacker);
  fed.catch(() => undefined);
  for await (const entry of unpacker) {
    const { name, type, mode, linkname } = entry.header;
    const parts = safeParts(name, machine);
    const path = join(folder, ...parts);
    if (type === 'directory') {
      await makeFolders(folder, parts, machine);
      if (parts.length > 0) await chmod(path, ((mode ?? 0o755) & 0o777) | 0o700);
      entry.resume();
    } else if (type === 'file' || type === 'contiguous-file') {
      await makeFolders(folder, parts.slice(0, -1), machine);
      await refuseLink(path, name, machine);
      // What is there may be a hard link, or not writable.
      await rm(path, { force: true });
      await pipeline(entry, createWriteStream(path, { flags: 'wx', mode: (mode ?? 0o644) & 0o777 }));
    } else if (type === 'link') {
      const original = safeParts(linkname ?? '', machine);
      await makeFolders(folder, parts.slice(0, -1), machine);
      await makeFolders(folder, original.slice(0, -1), machine);
      const from = join(folder, ...original);
      await refuseLink(from, name, machine);
      await refuseLink(path, name, machine);
      await rm(path, { force: true });
      await copyFile(from, path);
      entry.resume();
    } else if (type === 'symlink') {
      throw unsafe(machine, `${name} is a symbolic link`);
    } else {
      // Devices and pipes have no content that could be copied.
      entry.resume();
    }
  }
  await fed;
}

/** The parts of a name in the archive; rejects what would lead outside. */
function safeParts(name: string, machine: string): readonly string[] {
  const parts = name.split('/').filter((part) => part !== '' && part !== '.');
  if (name.startsWith('/') || parts.includes('..') || name.includes('\0')) {
    throw unsafe(machine, `${name} leads outside`);
  }
  return parts;
}

/** Makes each folder on the way; a link among them, from before or from the archive, is refused. */
async function makeFolders(root: string, parts: readonly string[], machine: string): Promise<void> {
  let path = root;
  for (const part of parts) {
    path = join(path, part);
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined) await mkdir(path);
    else if (!found.isDirectory()) throw unsafe(machine, `${relative(root, path)} already is there and is no folder`);
  }
}

async function refuseLink(path: string, name: string, machine: string): Promise<void> {
  const found = await lstat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile()) {
    throw unsafe(machine, `${name} already is there in ${dirname(path)} and is no file`);
  }
}

function unsafe(machine: string, what: string): BakeError {
  return new BakeError(`The archive from ${machine} is refused: ${what}`, {
    code: 'unsafe-archive',
    category: 'provision',
    hint: 'Download the files one by one, or into an empty folder.',
  });
}

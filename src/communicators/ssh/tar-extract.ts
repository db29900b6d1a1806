import { createWriteStream } from 'node:fs';
import { chmod, copyFile, lstat, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar-stream';
import { makeFolder } from '../../engine/make-folder.ts';
import { BakeError } from '../../kernel/errors.ts';

/** Files up to this size are written side by side, so many at a time. */
const SMALL = 256 * 1024;
const SIDE_BY_SIDE = 32;

/**
 * Unpacks a machine's archive into a folder. The machine is not trusted: nothing is written outside the folder, not by
 * `..`, not by absolute names, and not through links, of which none are made.
 */
export async function extractTar(archive: Readable, folder: string, machine: string): Promise<void> {
  makeFolder(folder);
  const unpacker = extract();
  const fed = pipeline(archive, unpacker);
  fed.catch(() => undefined);
  const target = new TargetFolder(folder, machine);
  for await (const entry of unpacker) {
    const { name, type, mode, linkname, size } = entry.header;
    if (type === 'directory') {
      await target.makeFolder(name, mode ?? 0o755);
      entry.resume();
    } else if (type === 'file' || type === 'contiguous-file') {
      await target.writeFile(name, mode ?? 0o644, size ?? 0, entry);
    } else if (type === 'link') {
      await target.copyFile(linkname ?? '', name);
      entry.resume();
    } else if (type === 'symlink') {
      throw target.refusal(`${name} is a symbolic link`);
    } else {
      // Devices and pipes have no content that could be copied.
      entry.resume();
    }
  }
  await target.written();
  await fed;
}

/** The folder that is filled. Names come from the archive and are checked by every method. */
class TargetFolder {
  readonly #root: string;
  readonly #machine: string;
  /** Folders that are known to be folders: nothing here ever replaces one. */
  readonly #folders = new Set<string>();
  readonly #underWay = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(root: string, machine: string) {
    this.#root = root;
    this.#machine = machine;
    this.#folders.add(root);
  }

  async makeFolder(name: string, mode: number): Promise<void> {
    const path = this.#safePath(name);
    await this.#ensureFolder(path);
    // What goes into it is still to be written.
    if (path !== this.#root) await chmod(path, (mode & 0o777) | 0o700);
  }

  async writeFile(name: string, mode: number, size: number, content: AsyncIterable<unknown>): Promise<void> {
    const path = await this.#freePath(name);
    const options = { flag: 'wx', mode: mode & 0o777 };
    if (size > SMALL) {
      await pipeline(content, createWriteStream(path, { flags: options.flag, mode: options.mode }));
      return;
    }
    const chunks: Buffer[] = [];
    for await (const chunk of content) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    const writing: Promise<void> = writeFile(path, Buffer.concat(chunks), options)
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#underWay.delete(writing));
    this.#underWay.add(writing);
    if (this.#underWay.size >= SIDE_BY_SIDE) await Promise.race(this.#underWay);
    this.#check();
  }

  /** A hard link of the archive becomes a file of its own. */
  async copyFile(from: string, to: string): Promise<void> {
    await this.written();
    const original = this.#safePath(from);
    await this.#ensureFolder(dirname(original));
    await this.#refuseUnlessFile(original);
    await copyFile(original, await this.#freePath(to));
  }

  /** Resolves when all files are written. */
  async written(): Promise<void> {
    await Promise.all(this.#underWay);
    this.#check();
  }

  refusal(what: string): BakeError {
    return new BakeError(`The archive from ${this.#machine} is refused: ${what}`, {
      code: 'unsafe-archive',
      category: 'provision',
      hint: 'Download the files one by one, or into an empty folder.',
    });
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  #safePath(name: string): string {
    const parts = name.split('/').filter((part) => part !== '' && part !== '.');
    if (name.startsWith('/') || parts.includes('..') || name.includes('\0')) {
      throw this.refusal(`${name} leads outside`);
    }
    return join(this.#root, ...parts);
  }

  /** The path of a file that is not there (any more), in a folder that is. */
  async #freePath(name: string): Promise<string> {
    const path = this.#safePath(name);
    await this.#ensureFolder(dirname(path));
    // The same name twice: the later one counts.
    if (await this.#refuseUnlessFile(path)) {
      await this.written();
      await rm(path, { force: true });
    }
    return path;
  }

  /** Makes each folder on the way; a link among them is refused. */
  async #ensureFolder(path: string): Promise<void> {
    if (this.#folders.has(path)) return;
    await this.#ensureFolder(dirname(path));
    const found = await lstat(path).catch(() => undefined);
    if (found === undefined) await mkdir(path);
    else if (!found.isDirectory())
      throw this.refusal(`${relative(this.#root, path)} already is there and is no folder`);
    this.#folders.add(path);
  }

  /** Whether there is a file; anything else that is there is refused. */
  async #refuseUnlessFile(path: string): Promise<boolean> {
    const found = await lstat(path).catch(() => undefined);
    if (found !== undefined && !found.isFile()) {
      throw this.refusal(`${relative(this.#root, path)} already is there and is no file`);
    }
    return found !== undefined;
  }
}

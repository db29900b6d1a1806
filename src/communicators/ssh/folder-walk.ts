import type { Stats } from 'node:fs';
import { lstat, readdir, readlink, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { BakeError } from '../../kernel/errors.ts';

const LOOK_AHEAD = 64;

/** Something in a local folder; `name` is relative to it, with slashes. */
export type LocalEntry =
  | { readonly kind: 'directory'; readonly name: string; readonly mode: number }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly mode: number;
      readonly path: string;
      readonly size: number;
    }
  | { readonly kind: 'link'; readonly name: string; readonly target: string };

/**
 * Everything in a folder, parents before children, in the order of their names.
 *
 * Packer follows every symbolic link. Here those that lead to a place inside the folder stay links (the same content,
 * without a copy), and so do those that lead nowhere here; what lies outside comes along as a copy, as with Packer.
 */
export async function* walkFolder(root: string): AsyncGenerator<LocalEntry> {
  yield* walk(await realpath(root), '', { root: await realpath(root), above: [] });
}

interface Place {
  readonly root: string;
  /** Real paths of the folders that lead here: a link to one of them would never end. */
  readonly above: readonly string[];
}

async function* walk(folder: string, prefix: string, place: Place): AsyncGenerator<LocalEntry> {
  const names = (await readdir(folder, { encoding: 'buffer' })).map((name) => textOf(name, folder)).sort();
  const inside: Place = { root: place.root, above: [...place.above, folder] };
  for await (const { child, path, own } of lookAtAll(folder, names)) {
    const name = prefix + child;
    if (own.isSymbolicLink()) yield* followLink(path, name, inside);
    else if (own.isDirectory()) {
      yield { kind: 'directory', name, mode: own.mode & 0o7777 };
      yield* walk(path, `${name}/`, inside);
    } else if (own.isFile()) yield { kind: 'file', name, mode: own.mode & 0o7777, path, size: own.size };
    else throw notAFile(path, IN_A_FOLDER);
  }
}

/** The name as text; what Node makes of other bytes is the name of no file. */
function textOf(name: Buffer, folder: string): string {
  const text = name.toString('utf8');
  if (Buffer.from(text, 'utf8').equals(name)) return text;
  throw new BakeError(
    `Cannot upload ${join(folder, text)}: the bytes of its name (${name.toString('hex')}) are no UTF-8`,
    {
      code: 'file-name-not-utf8',
      category: 'provision',
      hint: 'Rename it, or upload an archive of the folder and unpack it on the machine.',
    },
  );
}

/** Looks at many names at a time: one after the other would take longer than sending them. */
async function* lookAtAll(
  folder: string,
  names: readonly string[],
): AsyncGenerator<{ readonly child: string; readonly path: string; readonly own: Stats }> {
  for (let start = 0; start < names.length; start += LOOK_AHEAD) {
    yield* await Promise.all(
      names.slice(start, start + LOOK_AHEAD).map(async (child) => {
        const path = join(folder, child);
        return { child, path, own: await lstat(path) };
      }),
    );
  }
}

async function* followLink(path: string, name: string, place: Place): AsyncGenerator<LocalEntry> {
  const target = await readlink(path);
  const real = await realpath(path).catch(() => undefined);
  if (real === undefined || (!isAbsolute(target) && isWithin(place.root, resolve(dirname(path), target)))) {
    yield { kind: 'link', name, target };
    return;
  }
  const found = await stat(real);
  if (found.isFile()) {
    yield { kind: 'file', name, mode: found.mode & 0o7777, path: real, size: found.size };
  } else if (!found.isDirectory()) {
    throw notAFile(path, IN_A_FOLDER);
  } else if (place.above.includes(real)) {
    throw new BakeError(`Cannot upload ${path}: it is a symbolic link to ${real}, a folder that it lies in`, {
      code: 'endless-link',
      category: 'provision',
      hint: 'Remove the link, or make it a relative one.',
    });
  } else {
    yield { kind: 'directory', name, mode: found.mode & 0o7777 };
    // Relative links in there are inside or outside of what they were reached by.
    yield* walk(real, `${name}/`, { root: real, above: place.above });
  }
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

const IN_A_FOLDER = 'remove it, or upload the files one by one';

/** Refuses what is no file before it is opened: a pipe that nobody writes to can't be waited for, and a device has no end. */
export async function assertFile(path: string): Promise<void> {
  if (!(await stat(path)).isFile()) throw notAFile(path, 'write what it gives into a file, and upload that');
}

function notAFile(path: string, remedy: string): BakeError {
  return new BakeError(`Cannot upload ${path}: it is neither a file nor a folder nor a link`, {
    code: 'not-a-file',
    category: 'provision',
    hint: `Sockets, pipes and devices can not be copied: ${remedy}.`,
  });
}

import { createHash } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, readlink, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { LocalInput } from '../../engine/ports.ts';
import { errorCode } from '../../kernel/error-code.ts';

/** So many files are read at a time. */
const AT_A_TIME = 16;

/**
 * SHA-256, hexadecimal, of what is at a path: names, bytes, modes and links, whichever the order in which a disk lists them.
 * A link that leads to a place inside its folder counts as what it says, another one as what it leads to: that is how
 * folders are uploaded. Rejects with the system's error where something can't be read.
 *
 * @param workingDirectory what a relative path is relative to; absolute
 */
export async function digestOfLocalInput(input: LocalInput, workingDirectory: string): Promise<string> {
  const start = path.resolve(workingDirectory, input.path);
  const found = await stat(start).catch((thrown: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(thrown) ?? '')) return undefined;
    throw thrown;
  });
  if (found === undefined) return digestOf(['missing']);
  if (!found.isDirectory()) return digestOf([await entryOf('', start, found, input)]);
  const root = await realpath(start);
  const entries = await entriesOf(root, '', { input, root, above: [] });
  return digestOf(['folder', ...entries.sort()]);
}

interface Walk {
  readonly input: LocalInput;
  /** What links are inside or outside of. */
  readonly root: string;
  /** Real paths of the folders that lead here: a link to one of them would never end. */
  readonly above: readonly string[];
}

async function entriesOf(folder: string, prefix: string, walk: Walk): Promise<string[]> {
  const names = await readdir(folder);
  const entries: string[] = [];
  const inner = { ...walk, above: [...walk.above, folder] };
  for (let start = 0; start < names.length; start += AT_A_TIME) {
    const some = names.slice(start, start + AT_A_TIME);
    const lists = await Promise.all(some.map((name) => entryIn(folder, name, prefix, inner)));
    entries.push(...lists.flat());
  }
  return entries;
}

async function entryIn(folder: string, child: string, prefix: string, walk: Walk): Promise<readonly string[]> {
  const { input, root, above } = walk;
  const name = prefix + child;
  const place = path.join(folder, child);
  const own = await lstat(place);
  const included = (isFolder: boolean): boolean => input.includes?.(name, isFolder) !== false;
  if (!own.isSymbolicLink()) {
    if (!included(own.isDirectory())) return [];
    if (!own.isDirectory()) return [await entryOf(name, place, own, input)];
    return [record('folder', name, modeOf(own, input)), ...(await entriesOf(place, `${name}/`, walk))];
  }
  const target = await readlink(place);
  const real = await realpath(place).catch(() => undefined);
  const isInside = !path.isAbsolute(target) && isWithin(root, path.resolve(folder, target));
  if (real === undefined || isInside) return included(false) ? [record('link', name, target)] : [];
  const leadsTo = await stat(real);
  if (!included(leadsTo.isDirectory())) return [];
  if (!leadsTo.isDirectory()) return [await entryOf(name, real, leadsTo, input)];
  if (above.includes(real)) return [record('link', name, target)];
  return [
    record('folder', name, modeOf(leadsTo, input)),
    ...(await entriesOf(real, `${name}/`, { ...walk, root: real })),
  ];
}

/** Sockets, pipes and devices have no content that could be waited for. */
async function entryOf(name: string, place: string, stats: Stats, input: LocalInput): Promise<string> {
  if (!stats.isFile()) return record('special', name, '');
  const hash = createHash('sha256');
  await pipeline(createReadStream(place), hash);
  return record('file', name, modeOf(stats, input), hash.digest('hex'));
}

/** Git keeps no more of a mode than whether a file can be executed; the rest is the umask's of whoever cloned. */
function modeOf({ mode }: Stats, { modes }: LocalInput): string {
  if (modes === 'none') return '';
  return modes === 'all' ? (mode & 0o777).toString(8) : String((mode & 0o100) !== 0);
}

function record(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function digestOf(entries: readonly string[]): string {
  return createHash('sha256').update(entries.join('\n')).digest('hex');
}

function isWithin(root: string, place: string): boolean {
  const way = path.relative(root, place);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

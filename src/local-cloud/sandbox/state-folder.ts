import { lstat, mkdir, readFile, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BakeError } from '../../kernel/errors.ts';
import { must, removeTree, run } from './command.ts';

/** File systems whose folders overlayfs takes as a writable layer (statfs(2), `f_type`). */
const WRITABLE_LAYER_TYPES: ReadonlySet<number> = new Set([
  0xef53, // ext2, ext3, ext4
  0x58465342, // XFS
  0x9123683e, // Btrfs
  0xf2f52010, // F2FS
  0x01021994, // tmpfs
]);

export const OVERLAY_TYPE = 0x794c7630;

/** Everything that a machine host keeps on disk, owned by one process at a time. */
export interface StateFolder {
  /** Where layers and machines lie. */
  readonly data: string;
  /** Removes all of it and gives the folder up. */
  remove(): Promise<void>;
}

/**
 * Takes the folder for this process: only root can look into it. Leftovers of a process that is no more are removed.
 * Where its file system can't hold writable layers (an overlay, as in containers), a tmpfs is mounted in it.
 */
export async function takeStateFolder(folder: string): Promise<StateFolder> {
  await removeStale(folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = path.join(folder, 'lock');
  const owner = `${process.pid} ${await startTime(process.pid)}\n`;
  try {
    await writeFile(lock, owner, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw inUse(folder, cause);
  }
  const data = path.join(folder, 'data');
  await mkdir(data, { recursive: true, mode: 0o700 });
  const { type } = await statfs(data);
  const onTmpfs = !WRITABLE_LAYER_TYPES.has(type);
  if (onTmpfs)
    await must('mount a tmpfs for the machines', 'mount', ['-t', 'tmpfs', '-o', 'mode=700', 'bake-ami', data]);
  return {
    data,
    remove: async () => {
      if (onTmpfs) await run('umount', ['-l', data]);
      await removeTree(folder);
    },
  };
}

/**
 * Removes what a killed process left in its state folder. Its machines died with it; a tmpfs may still be mounted.
 * Throws a BakeError when that process is still there, or when the folder is another user's: what is in it may lead
 * anywhere, and we are root. A folder that does not exist is fine.
 */
export async function removeStale(folder: string): Promise<void> {
  const status = await lstat(folder).catch(() => undefined);
  if (status === undefined) return;
  if (!status.isDirectory() || status.uid !== process.geteuid?.()) {
    throw unavailable(`The state folder ${folder} is no folder of this user's`, undefined);
  }
  const lock = await readFile(path.join(folder, 'lock'), 'utf8').catch(() => undefined);
  if (lock === undefined) return;
  const [pid = '', started = ''] = lock.trim().split(' ');
  if (started !== '' && (await startTime(Number(pid))) === started) throw inUse(folder, undefined);
  // Not mounted is fine: most have none.
  await run('umount', ['-l', path.join(folder, 'data')]);
  await removeTree(folder);
}

/** When a process started, in clock ticks since boot (proc(5), field 22): tells it from a later one of the same number. */
async function startTime(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function inUse(folder: string, cause: unknown): BakeError {
  return unavailable(`The state folder ${folder} is in use by another process`, cause);
}

function unavailable(message: string, cause: unknown): BakeError {
  return new BakeError(message, {
    code: 'state-folder-in-use',
    category: 'input',
    hint: 'End the other local cloud, or give this one a state folder of its own.',
    cause,
  });
}

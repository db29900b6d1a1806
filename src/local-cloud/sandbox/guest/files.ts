import { constants } from 'node:fs';
import { chmod, chown, cp, lchown, lstat, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** The content in base64, or null when there is no such file. Devices, pipes and larger files are errors. */
export async function readFile(file: string, limit: number): Promise<string | null> {
  try {
    // Without O_NONBLOCK a named pipe in the place of the file would never let go.
    await using handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    const { size } = await regular(file, handle);
    if (size > limit) throw new Error(`${file} has ${size} bytes, more than the ${limit} that are read of such a file`);
    const content = Buffer.alloc(size);
    const { bytesRead } = await handle.read(content, 0, size, 0);
    return content.subarray(0, bytesRead).toString('base64');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function regular(file: string, handle: { stat(): ReturnType<typeof stat> }): Promise<{ readonly size: number }> {
  const status = await handle.stat();
  if (!status.isFile()) throw new Error(`${file} is not a regular file`);
  return { size: Number(status.size) };
}

export async function writeFile(file: {
  readonly path: string;
  readonly content: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly append: boolean;
}): Promise<void> {
  await mkdir(path.dirname(file.path), { recursive: true, mode: 0o755 });
  const how = file.append ? constants.O_APPEND : constants.O_TRUNC;
  await using handle = await open(
    file.path,
    constants.O_WRONLY | constants.O_CREAT | constants.O_NONBLOCK | how,
    file.mode,
  );
  await handle.chown(file.uid, file.gid);
  await handle.chmod(file.mode);
  await handle.writeFile(Buffer.from(file.content, 'base64'));
}

/** Makes the folder and what is missing above it; the last one gets the mode and the owner, new or not. */
export async function makeDirectory(folder: {
  readonly path: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}): Promise<void> {
  await mkdir(folder.path, { recursive: true, mode: 0o755 });
  await chown(folder.path, folder.uid, folder.gid);
  await chmod(folder.path, folder.mode);
}

/** The names in a folder; none when it is missing. */
export async function list(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

export async function remove(file: string): Promise<void> {
  await rm(file, { recursive: true, force: true });
}

/** Fills a new home folder with what new homes hold, and gives it to its owner. */
export async function copySkeleton(home: string, uid: number, gid: number): Promise<void> {
  const skeleton = '/etc/skel';
  const names = await list(skeleton);
  for (const name of names) {
    await cp(path.join(skeleton, name), path.join(home, name), { recursive: true, force: false });
    await giveAll(path.join(home, name), uid, gid);
  }
}

async function giveAll(file: string, uid: number, gid: number): Promise<void> {
  await lchown(file, uid, gid);
  if (!(await lstat(file)).isDirectory()) return;
  for (const name of await readdir(file)) await giveAll(path.join(file, name), uid, gid);
}

export async function firstExisting(files: readonly string[]): Promise<string | null> {
  for (const file of files) {
    try {
      await stat(file);
      return file;
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return null;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

import {
  chmodSync,
  chownSync,
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Ids } from '../../kernel/ids.ts';

/**
 * Gives a file another content: the old or the new one is there at every moment, never a part, unless the file has
 * several names or an owner that can't be kept. Its mode and owner stay, and so does a link to it.
 *
 * @param file absolute
 * @param before what is expected in it; when somebody has changed it to anything but `after` meanwhile, nothing is written
 * @throws what the system refuses
 */
export function replaceFile(file: string, before: string, after: string, ids: Ids): void {
  const target = realpathSync(file);
  const stats = statSync(target);
  const temporary = path.join(path.dirname(target), `.${path.basename(target)}.${ids.token(8)}`);
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    writeAndClose(descriptor, after);
    const takesPlace = stats.nlink === 1 && adopt(temporary, stats);
    const present = readFileSync(target, 'utf8');
    // Two that format the same file at once want the same.
    if (present === after) return;
    if (present !== before) throw new Error(`Somebody else has just changed ${file}`);
    if (takesPlace) renameSync(temporary, target);
    // A file with several names, or of another user, would become a different one: it is written into.
    else writeFileSync(target, after);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeAndClose(descriptor: number, text: string): void {
  try {
    writeFileSync(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the new file as accessible as the old one; false where that is not allowed. */
function adopt(file: string, { mode, uid, gid }: Stats): boolean {
  const own = statSync(file);
  try {
    if (own.uid !== uid || own.gid !== gid) chownSync(file, uid, gid);
  } catch {
    return false;
  }
  chmodSync(file, mode & 0o7777);
  return true;
}

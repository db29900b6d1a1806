import { accessSync, constants, existsSync, lstatSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lookAtPath } from '../../engine/look-at-path.ts';
import { errorCode } from '../../kernel/error-code.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import type { Ids } from '../../kernel/ids.ts';
import { linkTarget } from './link-target.ts';

/** What a file of ours takes at most, nearly always: the room that has to be there. */
const ROOM = Buffer.alloc(64 * 1024);

/**
 * Why `writeWholeFile` would fail, found out by trying: a whole sentence. Undefined: it would not. Nothing is left behind,
 * and missing folders are not made.
 *
 * @param file absolute
 */
export function whyUnwritable(file: string, ids: Ids): string | undefined {
  const { kind, why } = lookAtPath(file, path.parse(file).root);
  if (why !== undefined) return why;
  if (kind === 'folder') return 'It is a folder.';
  if (kind === 'special') return 'It is a device, a pipe or a socket.';
  if (kind === 'file' && !mayWrite(file)) return 'The file that is there is read-only.';
  const target = linkTarget(file);
  const folder = path.dirname(target);
  if (target !== file && !existsSync(folder)) return `It is a link to ${target}, and ${folder} is not there.`;
  const present = nearestPresent(folder);
  const found = statSync(present, { throwIfNoEntry: false });
  if (found === undefined) return `${present}, which is on its way, is a link that leads nowhere.`;
  return whyNoRoom(present, ids);
}

function mayWrite(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The folder itself, or the nearest one above that is there. A link that leads nowhere is there, too. */
function nearestPresent(folder: string): string {
  const parent = path.dirname(folder);
  if (parent === folder || lstatSync(folder, { throwIfNoEntry: false }) !== undefined) return folder;
  return nearestPresent(parent);
}

function whyNoRoom(folder: string, ids: Ids): string | undefined {
  const attempt = path.join(folder, `.bake-ami.${ids.token(8)}.tmp`);
  try {
    writeFileSync(attempt, ROOM, { flag: 'wx' });
    return undefined;
  } catch (error) {
    return reasonOf(error, folder);
  } finally {
    rmSync(attempt, { force: true });
  }
}

function reasonOf(error: unknown, folder: string): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is not enough room in ${folder}: it takes ${ROOM.length / 1024} KiB.`;
    case 'EROFS':
      return `${folder} is mounted read-only.`;
    case 'EACCES':
    case 'EPERM':
      return `The user that runs this may not make files in ${folder}.`;
    case 'ENOENT':
      return `No files can be made in ${folder}.`;
    default:
      return `${folder} takes no file: ${errorMessage(error)}.`;
  }
}

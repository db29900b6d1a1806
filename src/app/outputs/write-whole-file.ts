import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from '../../engine/make-folder.ts';
import type { Ids } from '../../kernel/ids.ts';
import { linkTarget } from './link-target.ts';

/**
 * Writes a file of our own so that whoever looks sees all of it or what was there before; missing folders are made. A link
 * stays, and the file that it leads to is written.
 *
 * @param file absolute
 * @throws what the system refuses
 */
export function writeWholeFile(file: string, text: string, ids: Ids): void {
  const target = linkTarget(file);
  makeFolder(path.dirname(target));
  const temporary = `${target}.${ids.token(8)}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

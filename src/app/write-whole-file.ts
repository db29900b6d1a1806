import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Ids } from '../kernel/ids.ts';

/**
 * Writes a file of our own so that whoever looks sees all of it or what was there before; missing folders are made.
 *
 * @param file absolute
 * @throws what the system refuses
 */
export function writeWholeFile(file: string, text: string, ids: Ids): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${ids.token(8)}.tmp`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    renameSync(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

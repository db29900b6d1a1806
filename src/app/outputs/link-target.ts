import { readlinkSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../../kernel/error-code.ts';

/** As many as Linux follows (`path_resolution(7)`). */
const MOST_LINKS = 40;

/**
 * The file that a path stands for: its links followed, also where the last one leads to a file that is not there yet.
 *
 * @param file absolute
 * @throws what the system refuses
 */
export function linkTarget(file: string): string {
  let target = file;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    const link = linkAt(target);
    if (link === undefined) return target;
    target = path.resolve(realpathSync(path.dirname(target)), link);
  }
  throw new Error(`The links of ${file} lead in a circle`);
}

/** What a link says; undefined: there is no link. */
function linkAt(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch (error) {
    const code = errorCode(error);
    // EINVAL: it is something else than a link.
    if (code === 'EINVAL' || code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../../kernel/error-code.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';

/**
 * The `.json` files in a folder and those within, sorted; a file stands for itself. Links are not followed: the folder is
 * what other machines have sent.
 *
 * @param name relative to `workingDirectory` or absolute
 * @returns names of the same kind
 */
export function outputsFilesIn(name: string, workingDirectory: string): readonly string[] {
  const absolute = path.resolve(workingDirectory, name);
  try {
    if (!statSync(absolute).isDirectory()) return [name];
    return readdirSync(absolute, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => path.join(name, path.relative(absolute, path.join(entry.parentPath, entry.name))))
      .sort();
  } catch (cause) {
    const isGone = errorCode(cause) === 'ENOENT';
    throw new BakeError(isGone ? `There is nothing at ${name}` : `${name} can't be read: ${errorMessage(cause)}`, {
      code: 'outputs-folder-unreadable',
      category: 'input',
      hint: 'Name the file, or the folder of the files, that the runs have written with outputs-file; from other jobs they are downloaded first.',
      ...(!isGone && { cause }),
    });
  }
}

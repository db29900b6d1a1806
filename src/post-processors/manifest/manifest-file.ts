import { readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { errorCode } from '../../kernel/error-code.ts';
import { BakeError, toBakeError } from '../../kernel/errors.ts';
import { type LockOptions, withLockFile } from './lock-file.ts';
import { EMPTY_MANIFEST, type Manifest, type ManifestEntry, parseManifest, printManifest } from './manifest-json.ts';

export interface AppendOptions extends LockOptions {
  /** Packer's `-force`: what an earlier run wrote is dropped. */
  readonly force: boolean;
}

/**
 * Appends builds to a manifest file, which is created where it is missing (its folder is not). Safe against others that
 * append at the same time, and never half-written.
 *
 * @param file absolute
 * @throws BakeError `manifest-unwritable`, `manifest-unreadable`, `lock-timeout`
 */
export async function appendToManifest(
  file: string,
  entries: readonly ManifestEntry[],
  runUuid: string,
  options: AppendOptions,
): Promise<void> {
  const target = await realpath(file).catch(() => file);
  try {
    await withLockFile(`${target}.lock`, options, async () => {
      const existing = await read(target, file);
      const startsAnew = options.force && existing.lastRunUuid !== runUuid;
      const builds = [...(startsAnew ? [] : existing.builds), ...entries];
      await replace(target, printManifest({ builds, lastRunUuid: runUuid }), options);
    });
  } catch (thrown) {
    throw errorCode(thrown) === undefined || thrown instanceof BakeError ? thrown : unwritable(file, thrown);
  }
}

function unwritable(file: string, cause: unknown): BakeError {
  return new BakeError(`Could not write the manifest ${file}: ${toBakeError(cause).message}`, {
    code: 'manifest-unwritable',
    category: 'artifact',
    hint: 'The folder has to exist and be writable. The option "output" of the post-processor or the input "manifest" says where it goes.',
    cause,
  });
}

async function read(target: string, shown: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(target, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return EMPTY_MANIFEST;
    throw error;
  }
  return parseManifest(text, shown);
}

async function replace(target: string, text: string, { ids }: LockOptions): Promise<void> {
  const mode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => 0o664,
  );
  const temporary = `${target}.${ids.token(8)}.tmp`;
  try {
    await writeFile(temporary, text, { mode, flag: 'wx' });
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

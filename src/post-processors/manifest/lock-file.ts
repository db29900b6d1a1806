import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { Clock } from '../../kernel/clock.ts';
import { errorCode } from '../../kernel/error-code.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { Ids } from '../../kernel/ids.ts';

export interface LockOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly signal: AbortSignal;
}

const RETRY_MS = 50;
/** The lock is held for one read and one write of a small file: whoever left it for so long is dead. */
const STALE_MS = 30_000;
const PATIENCE_MS = 120_000;

/**
 * Runs `work` while nobody else, here or in another process, holds the lock `file`. Waits for its turn; rejects with
 * `lock-timeout` after two minutes.
 */
export async function withLockFile<T>(file: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  const token = options.ids.uuid();
  await acquire(file, token, options);
  try {
    return await work();
  } finally {
    // Not somebody else's lock, should ours have been taken for stale.
    if ((await readFile(file, 'utf8').catch(() => '')) === token) await rm(file, { force: true });
  }
}

async function acquire(file: string, token: string, { clock, ids, signal }: LockOptions): Promise<void> {
  const start = clock.monotonic();
  for (;;) {
    try {
      await writeFile(file, token, { flag: 'wx' });
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    if (await removeStale(file, clock, ids)) continue;
    if (clock.monotonic() - start > PATIENCE_MS) throw timeout(file);
    await clock.sleep(RETRY_MS, signal);
  }
}

/** Whether the lock was left by somebody dead, and is gone now. */
async function removeStale(file: string, clock: Clock, ids: Ids): Promise<boolean> {
  if (!(await isStale(file, clock))) return false;
  const aside = `${file}.${ids.token(8)}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return true;
    throw error;
  }
  // Between the look and the renaming somebody may have replaced it: then it is given back.
  const stale = await isStale(aside, clock);
  if (stale) await rm(aside, { force: true });
  else await rename(aside, file);
  return stale;
}

async function isStale(file: string, clock: Clock): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && clock.now() - found.mtimeMs > STALE_MS;
}

function timeout(file: string): BakeError {
  return new BakeError(`Another program holds the lock ${file}`, {
    code: 'lock-timeout',
    category: 'artifact',
    hint: 'If no other build is writing this manifest, remove the lock file.',
  });
}

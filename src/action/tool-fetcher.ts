import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { FetchedTool, FetchTool } from '../app/run/verify-request.ts';
import { orAborted } from '../kernel/deadline.ts';
import { BakeError, toBakeError } from '../kernel/errors.ts';

/** Takes a program from the runner's tool cache, or downloads it into that; its checksum has to be right either way. */
export const fetchTool: FetchTool = async (tool, signal) => {
  const { cacheFile, downloadTool, find } = await import('@actions/tool-cache');
  const { name, version, architecture, url } = tool;
  const known = find(name, version, architecture);
  if (known !== '') {
    const file = path.join(known, name);
    check(tool, file);
    return file;
  }
  const downloaded = await orAborted(downloadTool(url), signal).catch((thrown: unknown) => {
    signal.throwIfAborted();
    throw new BakeError(`${name} ${version} could not be downloaded from ${url}: ${toBakeError(thrown).message}`, {
      code: 'tool-download-failed',
      category: 'input',
      hint: `Let the runner reach that address, or put ${name} into its PATH.`,
      cause: thrown,
    });
  });
  try {
    check(tool, downloaded);
    chmodSync(downloaded, 0o755);
    return path.join(await cacheFile(downloaded, name, name, version, architecture), name);
  } finally {
    rmSync(downloaded, { force: true });
  }
};

function check({ name, version, sha256, url }: FetchedTool, file: string): void {
  const found = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (found === sha256) return;
  throw new BakeError(
    `What is in ${file} is not ${name} ${version} of ${url}: its SHA-256 is ${found}, not ${sha256}`,
    {
      code: 'tool-checksum-wrong',
      category: 'input',
      hint: `Remove it from the tool cache where it comes from there; else do not use it, and put a ${name} that you trust into the PATH.`,
    },
  );
}

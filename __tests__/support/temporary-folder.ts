import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';

const cleanUps: (() => void | Promise<void>)[] = [];

afterAll(async () => {
  // The newest first: what lives in a folder ends before the folder goes.
  for (let next = cleanUps.pop(); next !== undefined; next = cleanUps.pop()) await next();
}, 60_000);

/** A folder of a test's own. It is removed after the last test of the file that asked for it. */
export function temporaryFolder(purpose = 'test'): string {
  const folder = mkdtempSync(path.join(tmpdir(), `bake-ami-${purpose}-`));
  afterFile(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/**
 * Does this after the last test of the file, for what lives in a temporary folder. An `afterAll` at the top of a file
 * would come too late: jest runs those in the order of their definition, and this module's is the first.
 */
export function afterFile(cleanUp: () => void | Promise<void>): void {
  cleanUps.push(cleanUp);
}

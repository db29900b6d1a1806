import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { ROOT } from './programs.ts';

/** A folder of a test's own with these files in it; paths may have folders. */
export function workspace(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder('e2e');
  for (const [name, text] of Object.entries(files)) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return folder;
}

/** A workspace with a copy of the example in `node-app/`. */
export function exampleWorkspace(): string {
  const folder = workspace();
  cpSync(path.join(ROOT, 'examples', 'node-app'), path.join(folder, 'node-app'), { recursive: true });
  return folder;
}

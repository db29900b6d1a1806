import { chmodSync, mkdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalInput } from '../../../src/engine/ports.ts';
import { digestOfLocalInput } from '../../../src/images/fingerprint/local-input-digest.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder('digest');
  mkdirSync(path.join(folder, 'role/tasks'), { recursive: true });
  writeFileSync(path.join(folder, 'role/tasks/main.yml'), 'tasks', { mode: 0o644 });
  writeFileSync(path.join(folder, 'role/run.sh'), 'run', { mode: 0o644 });
});

const digest = (settings: Partial<LocalInput> = {}) =>
  digestOfLocalInput({ path: 'role', modes: 'all', ...settings }, folder);

/** Whether a change is seen. */
async function sees(change: () => void, settings: Partial<LocalInput> = {}): Promise<boolean> {
  const before = await digest(settings);
  change();
  return (await digest(settings)) !== before;
}

describe('the digest of a local folder', () => {
  it('is the same again, wherever the folder is', async () => {
    const before = await digest();
    expect(await digest({ path: path.join(folder, 'role') })).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each([
    ['the bytes of a file', () => writeFileSync(path.join(folder, 'role/tasks/main.yml'), 'other')],
    ['a new file', () => writeFileSync(path.join(folder, 'role/new'), '')],
    ['a new folder', () => mkdirSync(path.join(folder, 'role/empty'))],
    ['a file that is gone', () => unlinkSync(path.join(folder, 'role/run.sh'))],
  ])('sees %s', async (_, change) => {
    expect(await sees(change)).toBe(true);
  });

  it('sees as much of the modes as its user takes over', async () => {
    const file = () => path.join(folder, 'role/run.sh');
    const groupWrites = () => chmodSync(file(), 0o664);
    const executable = () => chmodSync(file(), 0o755);
    expect(await sees(groupWrites, { modes: 'all' })).toBe(true);
    chmodSync(file(), 0o644);
    expect(await sees(groupWrites, { modes: 'executable' })).toBe(false);
    expect(await sees(executable, { modes: 'executable' })).toBe(true);
    chmodSync(file(), 0o644);
    expect(await sees(executable, { modes: 'none' })).toBe(false);
  });

  it('takes links inside for what they say, and others for what they lead to', async () => {
    writeFileSync(path.join(folder, 'outside'), 'one');
    symlinkSync('run.sh', path.join(folder, 'role/inner'));
    symlinkSync('../outside', path.join(folder, 'role/outer'));
    symlinkSync('nowhere', path.join(folder, 'role/dangling'));
    symlinkSync('..', path.join(folder, 'role/up'));
    expect(await sees(() => writeFileSync(path.join(folder, 'outside'), 'two'))).toBe(true);
    unlinkSync(path.join(folder, 'role/inner'));
    const asFile = await sees(() => symlinkSync('tasks/main.yml', path.join(folder, 'role/inner')));
    expect(asFile).toBe(true);
  });

  it('leaves out what its user leaves out', async () => {
    const settings: Partial<LocalInput> = { includes: (name) => !name.startsWith('.git') };
    const change = () => {
      mkdirSync(path.join(folder, 'role/.git'));
      writeFileSync(path.join(folder, 'role/.git/HEAD'), 'ref');
    };
    expect(await sees(change, settings)).toBe(false);
  });

  it('tells a file that is missing from an empty one', async () => {
    const missing = await digest({ path: 'nothing' });
    writeFileSync(path.join(folder, 'nothing'), '');
    expect(await digest({ path: 'nothing' })).not.toBe(missing);
  });
});

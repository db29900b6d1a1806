import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { removeStale, takeStateFolder } from '../../../src/local-cloud/sandbox/state-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { Bench, eventually, run } from './support.ts';

jest.setTimeout(60_000);

let folder: string;

beforeEach(() => {
  folder = temporaryFolder('sandbox');
});

describe('a state folder', () => {
  it('belongs to one process at a time', async () => {
    const state = await takeStateFolder(`${folder}/state`);
    await expect(takeStateFolder(`${folder}/state`)).rejects.toMatchObject({ code: 'state-folder-in-use' });
    await expect(removeStale(`${folder}/state`)).rejects.toMatchObject({ code: 'state-folder-in-use' });
    await state.remove();
    expect(existsSync(`${folder}/state`)).toBe(false);
  });

  it('is taken over from a process that is no more, or whose number another one has now', async () => {
    for (const owner of ['999999999 1', `${process.pid} 1`]) {
      await run('mkdir', ['-p', `${folder}/state/data/old`]);
      await writeFile(`${folder}/state/lock`, `${owner}\n`);
      const state = await takeStateFolder(`${folder}/state`);
      expect(await readdir(`${folder}/state/data`)).toEqual([]);
      await state.remove();
    }
  });

  it('of another user is left alone, and so is what a link leads to', async () => {
    await run('mkdir', ['-p', `${folder}/theirs/data`, `${folder}/elsewhere/data`]);
    for (const name of ['theirs', 'elsewhere']) await writeFile(`${folder}/${name}/lock`, '999999999 1\n');
    await run('chown', ['65534', `${folder}/theirs`]);
    await run('ln', ['-s', 'elsewhere', `${folder}/link`]);
    for (const name of ['theirs', 'link']) {
      await expect(removeStale(`${folder}/${name}`)).rejects.toThrow("no folder of this user's");
      await expect(takeStateFolder(`${folder}/${name}`)).rejects.toThrow("no folder of this user's");
    }
    expect(existsSync(`${folder}/theirs/lock`)).toBe(true);
    expect(existsSync(`${folder}/elsewhere/lock`)).toBe(true);
  });

  it('need not exist', async () => {
    await expect(removeStale(`${folder}/none`)).resolves.toBeUndefined();
  });
});

describe('a process that is killed', () => {
  it('takes its machines with it, and leaves a folder that can be removed', async () => {
    const bench = await Bench.open();
    const program = path.join(bench.folder, 'host.mjs');
    await run(process.execPath, [
      'node_modules/rolldown/bin/cli.mjs',
      'src/local-cloud/sandbox/sandbox-machine-host.ts',
      '--file',
      program,
      '--format',
      'esm',
      '--platform',
      'node',
      '--external',
      'cpu-features',
      '--external',
      './crypto/build/Release/sshcrypto.node',
    ]);
    const script = `
      const { sandboxMachineHost } = await import(${JSON.stringify(program)});
      const host = sandboxMachineHost({ stateFolder: ${JSON.stringify(`${folder}/state`)}, guestProgram: ${JSON.stringify(bench.guestProgram)} });
      await host.boot({ instanceId: 'i-killed', hostName: 'ip-1', userData: Buffer.from('#!/bin/sh\\n(trap "" HUP TERM; sleep 86393.5) &\\nsleep 86393.5'),
        authorizedKeys: [], defaultUser: 'ubuntu', diskId: undefined });
      console.log('booted');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const sleeping = async (): Promise<number> => Number((await run('pgrep', ['-fxc', 'sleep 86393.5'])).stdout);
    await eventually('its script runs', async () => (await sleeping()) === 2);
    child.kill('SIGKILL');
    await eventually('everything in the machine has ended', async () => (await sleeping()) === 0);
    await removeStale(`${folder}/state`);
    expect(existsSync(`${folder}/state`)).toBe(false);
    await bench.close();
  });
});

describe('a machine host', () => {
  it('says what is wrong when a machine can’t be booted, and leaves nothing of it', async () => {
    const bench = await Bench.open({ rootFolder: folder, node: '/bin/false' });
    try {
      await expect(bench.boot()).rejects.toMatchObject({
        code: 'sandbox-failed',
        message: expect.stringMatching(/^A sandbox machine could not be booted: /),
      });
      expect(await readdir(path.join(bench.stateFolder, 'data/machines'))).toEqual([]);
      expect(await readdir(path.join(bench.stateFolder, 'data/layers'))).toEqual([]);
    } finally {
      await bench.close();
    }
    expect(existsSync(bench.stateFolder)).toBe(false);
  });

  it('says that a root file system is not there, and leaves nothing', async () => {
    const bench = await Bench.open({ rootFolder: `${folder}/none` });
    try {
      await expect(bench.boot()).rejects.toThrow(
        `Sandbox machines can't run here: there is no root file system in ${folder}/none`,
      );
    } finally {
      await bench.close();
    }
    expect(existsSync(bench.stateFolder)).toBe(false);
  });

  it('does not boot once it is closed', async () => {
    const bench = await Bench.open();
    await bench.host.close();
    await expect(bench.boot()).rejects.toMatchObject({ code: 'sandbox-unavailable' });
    await bench.close();
  });

  it('refuses names that could be more than names', async () => {
    const bench = await Bench.open();
    await expect(bench.boot({ instanceId: '../x' })).rejects.toThrow('"../x" is no instanceId');
    await expect(bench.boot({ defaultUser: 'a b' })).rejects.toThrow('"a b" is no defaultUser');
    await bench.close();
  });

  it('ends its machines when it is closed', async () => {
    const bench = await Bench.open();
    const machine = await bench.boot({ userData: Buffer.from('#!/bin/sh\nsleep 86394.5\n') });
    await eventually('its script runs', async () => (await run('pgrep', ['-fx', 'sleep 86394.5'])).code === 0);
    await bench.host.close();
    expect((await run('pgrep', ['-fx', 'sleep 86394.5'])).code).toBe(1);
    expect((await bench.ssh(machine, 'true')).code).toBe(255);
    await bench.close();
  });

  it('ends machines that are still booting when it is closed', async () => {
    const bench = await Bench.open();
    const booting = bench.boot();
    booting.catch(() => undefined);
    await eventually('the boot has begun', () => existsSync(path.join(bench.stateFolder, 'data/machines')));
    await bench.host.close();
    expect(existsSync(bench.stateFolder)).toBe(false);
    const machine = await booting;
    expect((await bench.ssh(machine, 'true')).code).toBe(255);
    await bench.close();
  });
});

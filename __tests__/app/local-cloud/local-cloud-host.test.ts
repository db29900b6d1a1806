import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { readLocalCloudHandle, startLocalCloudHost } from '../../../src/app/local-cloud/local-cloud-host.ts';
import { createRunDirectory, type RunDirectory } from '../../../src/app/run/run-directory.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const HANDLE = {
  endpoint: 'http://127.0.0.1:1',
  region: 'eu-west-1',
  accessKeyId: 'key',
  secretAccessKey: 'secret',
  pid: 1,
  control: { url: 'http://127.0.0.1:2', token: 'token' },
};

let directory: RunDirectory;
beforeEach(() => {
  directory = createRunDirectory(temporaryFolder('host'));
});

/** Starts a program in the place of `dist/cli.js`. Needs no sudo only when the tests run as root, as sandboxes do. */
function start(program: string, { signal = new AbortController().signal, clock = systemClock } = {}) {
  const cliPath = path.join(directory.path, 'cli.cjs');
  writeFileSync(cliPath, program);
  return startLocalCloudHost({ cliPath, directory, region: 'eu-west-1', network: 'isolated', hide: [], clock, signal });
}

const asRoot = process.getuid?.() === 0 ? describe : describe.skip;

asRoot('the host of a local cloud', () => {
  it('remembers where the cloud is, for the user alone, and lets it live on', async () => {
    const abort = new AbortController();
    const pidFile = path.join(directory.path, 'pid');
    const handle = await start(
      `require('fs').writeFileSync(${JSON.stringify(pidFile)}, process.pid + ' ' + process.argv.slice(2).join(' '));
       console.log(JSON.stringify(${JSON.stringify(HANDLE)}));
       setTimeout(() => {}, 60000);`,
      { signal: abort.signal },
    );
    expect(handle).toEqual(HANDLE);
    expect(readLocalCloudHandle(directory)).toEqual(HANDLE);
    expect(statSync(directory.localCloud).mode & 0o777).toBe(0o600);
    const [pid, ...args] = readFileSync(pidFile, 'utf8').split(' ');
    expect(args).toEqual(['local-cloud', '-json', '-lifetime=2h', '-region=eu-west-1', '-network=isolated']);

    // What is cancelled later is the run, not the cloud: the clean-up still needs it.
    abort.abort();
    await new Promise((resolve) => setImmediate(resolve));
    expect(process.kill(Number(pid), 0)).toBe(true);
    process.kill(Number(pid), 'SIGKILL');
  });

  it('ends with the process that started it where that is wanted, even when that is killed', async () => {
    const pidFile = path.join(directory.path, 'pid');
    const cloud = path.join(directory.path, 'cloud.cjs');
    writeFileSync(
      cloud,
      `require('fs').writeFileSync(${JSON.stringify(pidFile)}, process.pid + ' ' + process.argv.slice(2).join(' '));
       console.log(JSON.stringify(${JSON.stringify(HANDLE)}));
       process.stdin.on('end', () => process.exit()).resume();
       setTimeout(() => {}, 60000);`,
    );
    const starter = path.join(directory.path, 'starter.mjs');
    const module = path.join(import.meta.dirname, '..', '..', '..', 'src', 'app', 'local-cloud', 'local-cloud-host.ts');
    const bundle = path.join(directory.path, 'host.mjs');
    const rolldown = path.resolve('node_modules/rolldown/bin/cli.mjs');
    execFileSync(process.execPath, [rolldown, module, '--file', bundle, '--format', 'esm', '--platform', 'node']);
    const request = { cliPath: cloud, directory, region: 'eu-west-1', network: 'isolated', hide: [] };
    writeFileSync(
      starter,
      `import { startLocalCloudHost } from './host.mjs';
       const clock = { sleep: (ms, signal) => new Promise((_, reject) => signal.addEventListener('abort', reject)) };
       const { signal } = new AbortController();
       await startLocalCloudHost({ ...${JSON.stringify(request)}, endsWithProcess: true, clock, signal });
       console.log('started');
       setTimeout(() => {}, 60000);`,
    );
    const parent = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const [pid, ...args] = readFileSync(pidFile, 'utf8').split(' ');
    expect(args).toContain('-until-input-ends');
    expect(process.kill(Number(pid), 0)).toBe(true);
    parent.kill('SIGKILL');
    const isAlive = (): boolean => {
      try {
        // A zombie is not alive.
        return !/^State:\s*[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
      } catch {
        return false;
      }
    };
    const end = Date.now() + 10_000;
    while (isAlive() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAlive()).toBe(false);
  });

  it('says why the cloud could not be started, in its own words', async () => {
    await expect(start('console.error("overlayfs is missing"); process.exit(1)')).rejects.toMatchObject({
      code: 'local-cloud-not-started',
      message: 'The local cloud could not be started: overlayfs is missing',
    });
    expect(existsSync(directory.localCloud)).toBe(false);
    expect(readLocalCloudHandle(directory)).toBeUndefined();
  });

  it('says so when it ends without a word, or says something else', async () => {
    await expect(start('process.exit(7)')).rejects.toThrow('could not be started: It ended with status 7');
    await expect(start('console.log("hello")')).rejects.toThrow('It said something else than where it is');
  });

  it('ends one that does not get ready in time', async () => {
    const clock = new VirtualClock({ autoAdvance: true });
    await expect(start('setTimeout(() => {}, 60000)', { clock })).rejects.toThrow(
      'It did not say where it is within 60 seconds',
    );
  });

  it('can be cancelled while it starts', async () => {
    const started = start('setTimeout(() => {}, 60000)', { signal: AbortSignal.abort(new Error('stop')) });
    await expect(started).rejects.toThrow('stop');
  });
});

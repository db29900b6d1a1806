import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { temporaryFolder } from './temporary-folder.ts';

const SSHD = '/usr/sbin/sshd';

/**
 * Whether the programs that only some machines have must be there. Without them their tests are left out; in CI
 * (BAKE_AMI_REQUIRE_STRANGERS=1) that is an error.
 */
export function hasStranger(name: string, found: boolean): boolean {
  if (!found && process.env['BAKE_AMI_REQUIRE_STRANGERS'] === '1') {
    throw new Error(`${name} is not installed, and BAKE_AMI_REQUIRE_STRANGERS=1 says that it must be`);
  }
  return found;
}

export const hasOpenSsh = (): boolean => hasStranger('The OpenSSH server', existsSync(SSHD));

export interface OpenSshServer {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  /** A folder for the test's files, on both sides. */
  readonly folder: string;
  readonly fingerprint: string;
  /** Lets the holder of this key in. */
  authorize(publicKey: string): Promise<void>;
  /** Ends the server and every session of it; `start` brings it back on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A real OpenSSH server on a loopback port, with a configuration of its own; logs in the user who runs the tests. */
export async function startOpenSsh(extraConfig: readonly string[] = []): Promise<OpenSshServer> {
  const folder = temporaryFolder('sshd');
  const hostKey = path.join(folder, 'host_key');
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', hostKey]);
  const authorizedKeys = path.join(folder, 'authorized_keys');
  await writeFile(authorizedKeys, '');
  // Its privilege separation folder; only root needs it, and only root may make it.
  if (process.getuid?.() === 0) await mkdir('/run/sshd', { recursive: true });
  const port = await freePort();
  const config = path.join(folder, 'sshd_config');
  await writeFile(
    config,
    [
      ...extraConfig,
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${hostKey}`,
      `AuthorizedKeysFile ${authorizedKeys}`,
      `PidFile ${path.join(folder, 'pid')}`,
      'UsePAM no',
      'StrictModes no',
      'PermitRootLogin prohibit-password',
      'MaxStartups 100',
      'Subsystem sftp internal-sftp',
      '',
    ].join('\n'),
  );
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    const child = spawn(SSHD, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    server = child;
    let log = '';
    await new Promise<void>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`sshd ended with ${code}: ${log}`)));
      child.stderr.on('data', (chunk: Buffer) => {
        log += chunk.toString();
        if (log.includes('Server listening on')) resolve();
      });
    });
  };
  const stop = async (): Promise<void> => {
    const child = server;
    server = undefined;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // Parents first, as when the power goes: nobody is left to tell how the commands ended.
    for (const pid of descendants(child.pid)) kill(pid);
    await ended;
  };
  await start();
  const listed = execFileSync('ssh-keygen', ['-l', '-f', hostKey], { encoding: 'utf8' });
  return {
    host: '127.0.0.1',
    port,
    username: userInfo().username,
    folder,
    fingerprint: /SHA256:\S+/.exec(listed)?.[0] ?? '',
    authorize: async (publicKey) =>
      writeFile(authorizedKeys, `${await readFile(authorizedKeys, 'utf8')}${publicKey}\n`),
    stop,
    start,
    [Symbol.asyncDispose]: stop,
  };
}

/** The process and all that came of it, parents first. */
function descendants(pid: number): readonly number[] {
  const table = execFileSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const parent of found) {
    for (const [child, its] of table) if (its === parent && child !== undefined) found.push(child);
  }
  return found;
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

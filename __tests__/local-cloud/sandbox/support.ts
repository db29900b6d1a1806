import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import ssh2, { type Client, type ExecOptions } from 'ssh2';
import { type KeyPair, makeEd25519KeyPair } from '../../../src/kernel/ssh-keys.ts';
import type { Machine, MachineSpecification } from '../../../src/local-cloud/machine-host.ts';
import { type SandboxOptions, sandboxMachineHost } from '../../../src/local-cloud/sandbox/sandbox-machine-host.ts';
import { afterFile, temporaryFolder } from '../../support/temporary-folder.ts';

/** A machine host with a state folder of its own, a key to log in with, and the clients of OpenSSH and ssh2. */
export class Bench {
  readonly folder: string;
  readonly guestProgram: string;
  readonly keyFile: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly #options: Partial<SandboxOptions>;
  #counter = 0;
  #host: ReturnType<typeof sandboxMachineHost> | undefined;

  private constructor(folder: string, key: KeyPair, options: Partial<SandboxOptions>) {
    this.folder = folder;
    this.guestProgram = path.join(folder, 'sandbox-guest.js');
    this.keyFile = path.join(folder, 'key');
    this.publicKey = key.publicKey;
    this.privateKey = key.privateKey;
    this.#options = options;
  }

  static async open(options: Partial<SandboxOptions> = {}): Promise<Bench> {
    const folder = temporaryFolder('sandbox');
    const key = makeEd25519KeyPair('bench');
    const bench = new Bench(folder, key, options);
    afterFile(() => bench.close());
    await writeFile(bench.keyFile, key.privateKey, { mode: 0o600 });
    await bundleGuest(bench.guestProgram);
    return bench;
  }

  get stateFolder(): string {
    return this.#options.stateFolder ?? path.join(this.folder, 'state');
  }

  get host(): ReturnType<typeof sandboxMachineHost> {
    this.#host ??= sandboxMachineHost({
      stateFolder: this.stateFolder,
      guestProgram: this.guestProgram,
      ...this.#options,
    });
    return this.#host;
  }

  boot(given: Partial<MachineSpecification> = {}): Promise<Machine> {
    this.#counter += 1;
    return this.host.boot({
      instanceId: `i-${process.pid.toString(16)}${this.#counter.toString(16).padStart(4, '0')}`,
      hostName: `ip-10-0-0-${this.#counter}`,
      diskId: undefined,
      userData: undefined,
      authorizedKeys: [this.publicKey],
      defaultUser: 'ubuntu',
      ...given,
    });
  }

  /** OpenSSH's client; `options` go before the host. */
  ssh(
    machine: Machine,
    command: string,
    { user = 'ubuntu', input = '', options = [] as string[] } = {},
  ): Promise<Ended> {
    const words = [...this.#clientOptions, '-p', String(machine.sshPort), ...options];
    return run('ssh', [...words, `${user}@${machine.address}`, command], input);
  }

  /** What a command printed; a failing command fails the test with all that is known. */
  async output(machine: Machine, command: string): Promise<string> {
    const ended = await this.ssh(machine, command);
    if (ended.code !== 0) throw new Error(`${command}\nended with ${ended.code}\n${ended.stdout}\n${ended.stderr}`);
    return ended.stdout;
  }

  scp(machine: Machine, ...words: readonly string[]): Promise<Ended> {
    const remote = words.map((word) => word.replace(/^machine:/, `ubuntu@${machine.address}:`));
    return run('scp', [...this.#clientOptions, '-P', String(machine.sshPort), ...remote]);
  }

  sftp(machine: Machine, batch: string): Promise<Ended> {
    const words = [...this.#clientOptions, '-P', String(machine.sshPort), '-b', '-', `ubuntu@${machine.address}`];
    return run('sftp', words, batch);
  }

  /** A connected client of ssh2. */
  async client(machine: Machine, username = 'ubuntu'): Promise<Client> {
    const client = new ssh2.Client();
    await new Promise<void>((resolve, reject) => {
      client.once('ready', resolve).once('error', reject);
      client.connect({ host: machine.address, port: machine.sshPort, username, privateKey: this.privateKey });
    });
    client.on('error', () => undefined);
    return client;
  }

  /** Ends its machines; a test that does not do it leaves it to the end of the file. */
  async close(): Promise<void> {
    const host = this.#host;
    this.#host = undefined;
    await host?.close();
  }

  get #clientOptions(): readonly string[] {
    const settings = ['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'LogLevel=ERROR', 'BatchMode=yes'];
    return ['-F', 'none', '-i', this.keyFile, ...settings.flatMap((setting) => ['-o', setting])];
  }
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(program: string, words: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(program, words, { maxBuffer: 1e9 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Runs a command through ssh2 and gathers what comes back. */
export function exec(
  client: Client,
  command: string,
  options: ExecOptions = {},
): Promise<{ code: number | null; signal: string | undefined; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    client.exec(command, options, (error, channel) => {
      if (error) {
        reject(error);
        return;
      }
      let [stdout, stderr] = ['', ''];
      channel.on('data', (chunk: Buffer) => {
        stdout += chunk.toString();
      });
      channel.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
      });
      let end: { code: number | null; signal: string | undefined } = { code: null, signal: undefined };
      channel.on('exit', (code: number | null, signal?: string) => {
        end = { code, signal };
      });
      channel.on('close', () => resolve({ ...end, stdout, stderr }));
    });
  });
}

/** Polls until something holds, without a fixed wait; fails when it does not come true. */
export async function eventually(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It did not come true: ${what}`);
}

/** By rolldown's command, since jest's module world is not one that its bindings accept. */
async function bundleGuest(file: string): Promise<void> {
  const rolldown = path.resolve('node_modules/rolldown/bin/cli.mjs');
  const words = ['src/local-cloud/sandbox/guest/main.ts', '--file', file, '--format', 'esm', '--platform', 'node'];
  const { code, stderr } = await run(process.execPath, [rolldown, ...words, '--transform.target', 'node20']);
  if (code !== 0) throw new Error(stderr);
}

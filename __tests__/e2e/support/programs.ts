import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '..', '..', '..');
export const CLI = path.join(ROOT, 'dist', 'cli.js');

/** The environment of a fresh machine: nothing of this one's AWS configuration, and no GitHub. */
export function cleanEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(AWS_|GITHUB_|INPUT_|STATE_|RUNNER_|PKR_|PACKER_|NODE_OPTIONS)/.test(entry[0]),
  );
  return { ...Object.fromEntries(kept), AWS_EC2_METADATA_DISABLED: 'true', CHECKPOINT_DISABLE: '1', ...extra };
}

export interface Finished {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Both streams, in the order in which they came. */
  readonly output: string;
  readonly stdout: string;
}

/** A running program whose output is collected. */
export class Program {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
  #output = '';
  #stdout = '';
  readonly #waiting = new Set<() => void>();

  constructor(command: string, args: readonly string[], options: { env: Record<string, string>; cwd?: string }) {
    this.child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#stdout += text;
      this.#take(text);
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    this.finished = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      this.child.once('close', (exitCode, signal) => {
        resolve({ exitCode, signal, output: this.#output, stdout: this.#stdout });
        this.#wake();
      });
    });
    // Whoever waits for the end is told; nobody has to.
    this.finished.catch(() => undefined);
  }

  get output(): string {
    return this.#output;
  }

  /** Waits until the output matches; rejects with all the output when the program ends before. */
  async until(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.#output);
      if (match !== null) return match;
      if (this.child.exitCode !== null || this.child.signalCode !== null) {
        const { output } = await this.finished;
        const last = pattern.exec(output);
        if (last !== null) return last;
        throw new Error(`${this.child.spawnargs.join(' ')} ended without printing ${pattern}:\n${output}`);
      }
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Ends the program (it may already have ended) and waits for that. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Finished> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    return this.finished;
  }

  #take(text: string): void {
    this.#output += text;
    this.#wake();
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

export function run(
  command: string,
  args: readonly string[],
  env: Record<string, string>,
  cwd = ROOT,
): Promise<Finished> {
  return new Program(command, args, { env, cwd }).finished;
}

/** The committed bundle, on the Node that runs the tests. */
export function cli(args: readonly string[], env: Record<string, string> = cleanEnvironment(), cwd = ROOT): Program {
  return new Program(process.execPath, [CLI, ...args], { env, cwd });
}

/**
 * Where a program of other people is, or undefined when it is not installed; with BAKE_AMI_REQUIRE_STRANGERS=1 (CI) a
 * missing one fails the suite instead.
 */
export function stranger(name: string, ...places: readonly string[]): string | undefined {
  const folders = [path.join(ROOT, '.cache', 'strangers', 'bin'), ...(process.env['PATH'] ?? '').split(path.delimiter)];
  const found = [...places, ...folders.map((folder) => path.join(folder, name))].find((file) => existsSync(file));
  if (found === undefined && process.env['BAKE_AMI_REQUIRE_STRANGERS'] === '1') {
    throw new Error(`${name} is not installed, and BAKE_AMI_REQUIRE_STRANGERS=1 says that it must be. See .ci/run.`);
  }
  return found;
}

/** Fails with all that a program said unless it ended in this way. */
export function expectExit(finished: Finished, exitCode: number): void {
  if (finished.exitCode === exitCode) return;
  const how = finished.signal === null ? `exit code ${finished.exitCode}` : finished.signal;
  throw new Error(`expected exit code ${exitCode}, but it ended with ${how}:\n${finished.output}`);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';
import { abortError } from '../../kernel/abort.ts';
import type { Clock } from '../../kernel/clock.ts';
import { BakeError } from '../../kernel/errors.ts';
import { LineSplitter } from '../../kernel/line-splitter.ts';

export interface LocalProcess {
  readonly program: string;
  readonly args: readonly string[];
  /** The whole environment; nothing is inherited beside it. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingDirectory: string;
  readonly clock: Clock;
  /** Aborted: the program and all that it started end. */
  readonly signal: AbortSignal;
  readonly onLine: (stream: 'stdout' | 'stderr', line: string) => void;
}

/** How long a program may take to end by itself after SIGTERM. */
const TERMINATION_MS = 2_000;
/** How long what a program has left in the background may hold its output open. */
const OUTPUT_MS = 2_000;

export interface ProcessEnd {
  /** 128 + n where signal n ended it. */
  readonly status: number;
  readonly bySignal: boolean;
}

/**
 * Runs a program on this machine, without a shell and without input, in a process group of its own. Resolves with its
 * end. Rejects with `program-not-startable`, and with what `abortError` says.
 */
export async function runLocalProcess(local: LocalProcess): Promise<ProcessEnd> {
  const { program, args, environment, workingDirectory, signal, onLine } = local;
  if (signal.aborted) throw abortError(signal, `before running ${program}`);
  const child = spawn(program, args, {
    cwd: workingDirectory,
    env: { ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const splitters = (['stdout', 'stderr'] as const).map((name) => {
    const splitter = new LineSplitter((line) => onLine(name, line));
    child[name].on('data', (chunk: Buffer) => splitter.push(chunk));
    return splitter;
  });

  const ended = new AbortController();
  const onAbort = (): void => void terminate(child, local.clock, ended.signal);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    const closed = once(child, 'close', { signal: ended.signal }).catch(() => undefined);
    const [code, killedBy] = await exit(child, program);
    await Promise.race([closed, local.clock.sleep(OUTPUT_MS, ended.signal).catch(() => undefined)]);
    for (const splitter of splitters) splitter.end();
    if (signal.aborted) throw abortError(signal, `while running ${program}`);
    return {
      status: code ?? 128 + (killedBy === null ? 0 : constants.signals[killedBy]),
      bySignal: killedBy !== null,
    };
  } finally {
    signal.removeEventListener('abort', onAbort);
    ended.abort();
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

function exit(child: ChildProcess, program: string): Promise<[number | null, NodeJS.Signals | null]> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code, killedBy) => resolve([code, killedBy]));
    child.once('error', (cause) => {
      reject(
        new BakeError(`Could not start ${program}: ${cause.message}`, {
          code: 'program-not-startable',
          category: 'provision',
          hint: 'Is it installed on this machine, executable, and does the working directory exist?',
          cause,
        }),
      );
    });
  });
}

async function terminate(child: ChildProcess, clock: Clock, ended: AbortSignal): Promise<void> {
  endGroup(child, 'SIGTERM');
  await clock.sleep(TERMINATION_MS, ended).then(
    () => endGroup(child, 'SIGKILL'),
    // The program has ended; what it started and left in its group goes too.
    () => endGroup(child, 'SIGKILL'),
  );
}

function endGroup(child: ChildProcess, how: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(how);
    else process.kill(-child.pid, how);
  } catch {
    // No such process group: it has ended.
  }
}

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { constants } from 'node:os';
import { systemClock } from '../../../kernel/clock.ts';
import { connectStream } from './channel.ts';

interface Exit {
  readonly code: number | null;
  readonly signal: string | null;
}

/** Process ids by the host's numbers; each is the leader of a process group of its own. */
const running = new Map<number, number>();

/**
 * Starts a program whose three standard streams are sockets to the host. The kernel moves the bytes: the agent keeps no
 * end of them, so end of file and back-pressure are what they would be with pipes.
 */
export async function spawnProcess(
  request: {
    readonly process: number;
    readonly argv: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    readonly cwd: string;
    readonly token: string;
  },
  onExit: (exit: Exit) => void,
): Promise<void> {
  const streams = await Promise.all([0, 1, 2].map((index) => connectStream(request.token, index)));
  const [program = '', ...args] = request.argv;
  try {
    const child = spawn(program, args, { cwd: request.cwd, env: request.env, stdio: streams, detached: true });
    await new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', resolve);
      child.once('exit', (code, signal) => {
        running.delete(request.process);
        onExit({ code, signal });
      });
    });
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      running.set(request.process, child.pid);
    }
  } finally {
    for (const stream of streams) stream.destroy();
  }
}

/** Sends a signal (`TERM`, as SSH names it) to the process and all that it started in its process group. */
export function signalProcess(number: number, signal: string): void {
  const pid = running.get(number);
  const name = Object.keys(constants.signals).find((known) => known === `SIG${signal}`);
  if (pid === undefined || name === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // It ended in between.
  }
}

/** Tells the terminal that `script` made for a process its new size, by `stty`: Node has no call for it. */
export async function resizeTerminal(number: number, rows: number, columns: number): Promise<void> {
  const pid = running.get(number);
  if (pid === undefined) return;
  const terminal = await terminalBelow(pid);
  if (terminal === undefined) return;
  spawn('stty', ['-F', terminal, 'rows', String(rows), 'cols', String(columns)], { stdio: 'ignore' }).once(
    'error',
    () => undefined,
  );
}

async function terminalBelow(pid: number): Promise<string | undefined> {
  for (const process of await processes()) {
    if (parentOf(process) !== pid) continue;
    const terminal = await readlink(`/proc/${process}/fd/0`).catch(() => '');
    if (/^\/dev\/pts\/\d+$/.test(terminal)) return terminal;
  }
  return undefined;
}

/** Asks everything in the machine but init and the agent to end, and waits for it as long as patience lasts. */
export async function quiesce(patienceMs: number): Promise<void> {
  try {
    process.kill(-1, 'SIGTERM');
  } catch {
    return; // Nothing else runs.
  }
  const deadline = systemClock.monotonic() + patienceMs;
  while (systemClock.monotonic() < deadline) {
    const alive = (await processes()).filter((pid) => pid !== 1 && pid !== process.pid);
    const states = await Promise.all(alive.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ') Z')));
    if (states.every((stat) => stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z'))) return;
    await systemClock.sleep(10);
  }
}

async function processes(): Promise<readonly number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}

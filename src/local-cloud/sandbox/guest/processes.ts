import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
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

/**
 * Sends a signal (`TERM`, as SSH names it) to the process and all that it started in its process group; with a terminal,
 * to all of the terminal's session: `script`, which stands in between, passes none on.
 */
export async function signalProcess(number: number, signal: string): Promise<void> {
  const pid = running.get(number);
  const name = Object.keys(constants.signals).find((known) => known === `SIG${signal}`);
  if (pid === undefined || name === undefined) return;
  const leader = (await terminalBelow(pid))?.leader;
  const targets =
    leader === undefined ? [-pid] : (await processes()).filter((process) => statusOf(process)[3] === leader);
  for (const target of targets) {
    try {
      process.kill(target, name);
    } catch {
      // It ended in between.
    }
  }
}

/** Tells the terminal that `script` made for a process its new size, by `stty`: Node has no call for it. */
export async function resizeTerminal(number: number, rows: number, columns: number): Promise<void> {
  const pid = running.get(number);
  if (pid === undefined) return;
  const terminal = await terminalBelow(pid);
  if (terminal === undefined) return;
  spawn('stty', ['-F', terminal.device, 'rows', String(rows), 'cols', String(columns)], { stdio: 'ignore' }).once(
    'error',
    () => undefined,
  );
}

/** Major numbers of pseudo-terminals (the kernel's devices.txt). */
const FIRST_PTS_MAJOR = 136;

/** By the process table, which anybody may read: what other users' processes have open is not for us to see. */
async function terminalBelow(pid: number): Promise<{ readonly leader: number; readonly device: string } | undefined> {
  for (const process of await processes()) {
    const [, parent, , , terminal = 0] = statusOf(process);
    const major = (terminal >> 8) & 0xfff;
    if (parent !== pid || major < FIRST_PTS_MAJOR || major > FIRST_PTS_MAJOR + 7) continue;
    const minor = (terminal & 0xff) | ((terminal >> 12) & 0xfff00);
    return { leader: process, device: `/dev/pts/${(major - FIRST_PTS_MAJOR) * 256 + minor}` };
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

/** The fields of /proc/PID/stat from the state on (proc(5)): state, parent, group, session, terminal; none when it is gone. */
function statusOf(pid: number): readonly number[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return [];
  }
}

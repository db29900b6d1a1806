import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { BakeError } from '../../kernel/errors.ts';
import { TOOL_ENVIRONMENT } from './command.ts';

/** A process tree in namespaces of its own. */
export interface Namespace {
  /** Both ends of the conversation with the guest agent. */
  readonly control: Duplex;
  /** Resolves with what the tree's first process wrote to stderr, when every process in it has ended. */
  readonly ended: Promise<string>;
  /** Ends every process in it, at once. */
  kill(): void;
}

/**
 * Runs a shell script as process 1 of new mount, PID, UTS, IPC and (unless the host's is wanted) network namespaces.
 * They end with this process, however it dies: the agent, which process 1 waits for, ends when the control channel
 * does, and the kernel kills `unshare` and process 1 when their parents die.
 */
export function startNamespace(script: string, isolatedNetwork: boolean): Namespace {
  const namespaces = ['--mount', '--pid', '--uts', '--ipc', ...(isolatedNetwork ? ['--net'] : [])];
  const unshare = ['unshare', ...namespaces, '--propagation', 'private', '--fork', '--kill-child=KILL', 'sh', '-c'];
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', ...unshare, script], {
    env: TOOL_ENVIRONMENT,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const control = child.stdio[3];
  if (!(control instanceof Socket)) throw new Error('No control channel');
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors = (errors + text).slice(-16 * 1024);
  });
  const failure = new Promise<never>((_, reject) => {
    child.once('error', (cause) => {
      reject(
        new BakeError(`Could not start a sandbox: ${cause.message}`, {
          code: 'sandbox-failed',
          category: 'internal',
          cause,
        }),
      );
    });
  });
  const ended = Promise.race([once(child, 'exit').then(() => errors), failure]);
  ended.catch(() => undefined);
  return {
    control,
    ended,
    kill: () => void child.kill('SIGKILL'),
  };
}

import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExecOptions as ChannelOptions, ClientChannel } from 'ssh2';
import type { ExecOptions, ExecResult } from '../../engine/ports.ts';
import { abortError } from '../../kernel/abort.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import { LineSplitter } from '../../kernel/line-splitter.ts';
import type { SshConnection } from './handshake.ts';

/** No echo, so that what goes in through stdin does not come out again (RFC 4254, section 8). */
const PTY: ChannelOptions = { pty: { term: 'xterm', cols: 80, rows: 40, width: 640, height: 480, modes: { ECHO: 0 } } };

/** With `stdout`, standard output goes there byte by byte, and only standard error comes as lines. */
export interface ChannelExecOptions extends Omit<ExecOptions, 'stdin'> {
  readonly stdin?: Readable | string | Buffer | undefined;
  readonly stdout?: Writable;
}

/**
 * Runs one command on a channel of its own.
 *
 * Rejects with `connection-lost` when the connection ends without an exit status: `retryable` tells that the command
 * was never started. Rejects with `ssh-channel-refused` when the server opens no channel.
 */
export function execOn(
  connection: SshConnection,
  machine: string,
  command: string,
  options: ChannelExecOptions,
): Promise<ExecResult> {
  const { signal } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortError(signal, `a command on ${machine}`));
      return;
    }
    let opened: ClientChannel | undefined;
    const onAbort = (): void => {
      if (opened !== undefined) kill(opened);
      reject(abortError(signal, `a command on ${machine}`));
    };
    const settled = (): void => signal.removeEventListener('abort', onAbort);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
      connection.client.exec(command, options.pty === true ? PTY : {}, (error, channel) => {
        if (error !== undefined) {
          settled();
          reject(notStarted(connection, machine, error));
          return;
        }
        opened = channel;
        if (signal.aborted) {
          kill(channel);
          return;
        }
        finish(channel, machine, options).then(resolve, reject).finally(settled);
      });
    } catch (error) {
      settled();
      reject(notStarted(connection, machine, error));
    }
  });
}

async function finish(channel: ClientChannel, machine: string, options: ChannelExecOptions): Promise<ExecResult> {
  let result: ExecResult | undefined;
  channel.on('exit', (code: number | null, exitSignal?: string) => {
    result = code === null ? { exitCode: 128, exitSignal: (exitSignal ?? '').replace(/^SIG/, '') } : { exitCode: code };
  });
  // A channel that was reset while we write to it says so by `close` too.
  channel.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => {
    channel.once('close', resolve);
  });
  const outputs = [
    options.stdout === undefined
      ? readLines(channel, (line) => options.onLine?.('stdout', line))
      : pipeline(channel, options.stdout),
    readLines(channel.stderr, (line) => options.onLine?.('stderr', line)),
  ];
  try {
    await Promise.all([feed(channel, options.stdin, closed), closed, ...outputs]);
  } catch (error) {
    kill(channel);
    throw error;
  }
  if (result === undefined) throw connectionLost(machine, false);
  return result;
}

/** Resolves when the stream has ended; a listener that throws stops nothing but is thrown here. */
function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const lines = new LineSplitter(onLine);
    const guarded = (work: () => void): void => {
      try {
        work();
      } catch (error) {
        reject(error);
      }
    };
    stream.on('data', (chunk: Buffer) => guarded(() => lines.push(chunk)));
    stream.once('end', () => {
      guarded(() => lines.end());
      resolve();
    });
  });
}

/** Writes the command's standard input; a command that ends without reading all of it is no error. */
async function feed(channel: ClientChannel, stdin: ChannelExecOptions['stdin'], closed: Promise<void>): Promise<void> {
  let open = true;
  const ended = closed.then(() => {
    open = false;
    // Whoever fills it may be waiting for somebody to read.
    if (stdin instanceof Readable) stdin.destroy();
  });
  try {
    if (stdin instanceof Readable) {
      for await (const chunk of stdin) {
        if (!open) break;
        if (!channel.write(chunk)) await Promise.race([new Promise((resume) => channel.once('drain', resume)), ended]);
      }
    } else if (stdin !== undefined) {
      channel.write(stdin);
    }
  } catch (error) {
    if (open) throw error;
  }
  if (open) channel.end();
}

/** OpenSSH passes the signal on (since 7.9); closing the channel is what everybody understands. */
function kill(channel: ClientChannel): void {
  channel.signal('TERM');
  channel.close();
}

/** `beforeStart`: the command can't have had any effect. */
export function connectionLost(machine: string, beforeStart: boolean, cause?: unknown): BakeError {
  return new BakeError(
    beforeStart
      ? `There is no connection to ${machine}`
      : `The connection to ${machine} ended before the command's exit status came`,
    { code: 'connection-lost', category: 'connection', retryable: beforeStart, cause },
  );
}

function notStarted(connection: SshConnection, machine: string, error: unknown): BakeError {
  const message = errorMessage(error);
  // ssh2 says the same whether the server refused, or the connection ended before its answer: then the command may run.
  // A connection that is just going down says `Not connected` before it counts as closed.
  const isGone = !connection.isOpen() || message === 'Not connected';
  if (isGone) return connectionLost(machine, message !== 'Unable to exec', error);
  return new BakeError(`The SSH server of ${machine} does not run commands: ${message}`, {
    code: 'ssh-channel-refused',
    category: 'connection',
    retryable: true,
    cause: error,
  });
}

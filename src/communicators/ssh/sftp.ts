import { setMaxListeners } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { SFTPWrapper } from 'ssh2';
import type { FileContent } from '../../engine/ports.ts';
import { abortError } from '../../kernel/abort.ts';
import { orAborted } from '../../kernel/deadline.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import { connectionLost } from './exec.ts';
import type { SshConnection } from './handshake.ts';
import { Replies } from './replies.ts';

/** The most that OpenSSH takes in one packet of 256 KiB; ssh2 cuts it up for servers that take less. */
const CHUNK = 261_120;
/** Requests under way at a time: enough to fill the channel's window of 2 MiB on a distant machine. */
const WINDOW = 16;
/** Status codes of draft-ietf-secsh-filexfer-02, section 7. */
const STATUS = { endOfFile: 1, noSuchFile: 2, permissionDenied: 3, failure: 4 } as const;

export interface RemoteEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'other';
  readonly mode: number;
}

/** An SFTP session on a channel of its own. Every call rejects at once when its signal is aborted. */
export class SftpSession {
  readonly #sftp: SFTPWrapper;
  readonly #machine: string;
  #open = true;

  private constructor(sftp: SFTPWrapper, machine: string) {
    this.#sftp = sftp;
    this.#machine = machine;
    sftp.once('close', () => {
      this.#open = false;
    });
    sftp.on('error', () => undefined);
  }

  /** Undefined when the server has no SFTP; rejects with `connection-lost` when there is no connection. */
  static start(connection: SshConnection, machine: string): Promise<SftpSession | undefined> {
    return new Promise((resolve, reject) => {
      try {
        connection.client.sftp((error, sftp) => {
          if (error === undefined) resolve(new SftpSession(sftp, machine));
          // ssh2 says the same of a server that refuses and of a connection that ends before the answer.
          else if (
            connection.isOpen() &&
            /Unable to start subsystem|establishing SFTP|unexpected SFTP/.test(error.message)
          )
            resolve(undefined);
          else reject(connectionLost(machine, true, error));
        });
      } catch (error) {
        reject(connectionLost(machine, true, error));
      }
    });
  }

  get isOpen(): boolean {
    return this.#open;
  }

  close(): void {
    this.#open = false;
    this.#sftp.end();
  }

  /** The file has its mode before it has its content, so that a secret is never readable by others. */
  async upload(content: FileContent, path: string, mode: number, cancel: AbortSignal): Promise<void> {
    const signal = forManyRequests(cancel);
    const name = `${path} on ${this.#machine}`;
    const handle = await this.#request<Buffer>(`Cannot write ${name}`, signal, (done) =>
      this.#sftp.open(path, 'w', { mode }, done),
    );
    const replies = new Replies(WINDOW);
    const send = async (bytes: Buffer, position: number): Promise<void> => {
      await replies.add(
        this.#request(`Cannot write ${name}`, signal, (done) =>
          this.#sftp.write(handle, bytes, 0, bytes.length, position, done),
        ),
      );
    };
    // The server answers in order: nothing here needs to wait for an answer before the next request goes out.
    try {
      await replies.add(
        this.#request(`Cannot set the mode of ${name}`, signal, (done) => this.#sftp.fchmod(handle, mode, done)),
      );
      await sendAll(content, send, signal);
    } finally {
      await replies.add(this.#request(`Cannot write ${name}`, signal, (done) => this.#sftp.close(handle, done)));
    }
    await replies.all();
  }

  /** Writes the remote file's content into an open local one. */
  async download(path: string, local: FileHandle, cancel: AbortSignal): Promise<void> {
    const signal = forManyRequests(cancel);
    const name = `Cannot read ${path} on ${this.#machine}`;
    const handle = await this.#request<Buffer>(name, signal, (done) => this.#sftp.open(path, 'r', done));
    const replies = new Replies(WINDOW);
    let ended = false;
    const fetch = async (position: number, length: number): Promise<void> => {
      const read = await this.#readAt(handle, position, length, name, signal);
      if (read === undefined) {
        ended = true;
        return;
      }
      await local.write(read, 0, read.length, position);
      // A server may send less than was asked for, in the middle of a file too.
      if (read.length < length) await fetch(position + read.length, length - read.length);
    };
    try {
      for (let position = 0; !ended; position += CHUNK) await replies.add(fetch(position, CHUNK));
      await replies.all();
    } finally {
      await this.#request(name, signal, (done) => this.#sftp.close(handle, done));
    }
  }

  /** Makes the folder where it is missing; its parent must exist. */
  async makeDirectory(path: string, mode: number, signal: AbortSignal): Promise<void> {
    try {
      await this.#request(`Cannot make the folder ${path} on ${this.#machine}`, signal, (done) =>
        this.#sftp.mkdir(path, { mode }, done),
      );
    } catch (error) {
      // "Failure" is what servers say when it exists; so it is an error only if there is no folder now.
      if ((await this.kindOf(path, signal)) !== 'directory') throw error;
    }
  }

  async kindOf(path: string, signal: AbortSignal): Promise<RemoteEntry['kind'] | undefined> {
    try {
      const stats = await this.#request<{ isDirectory(): boolean; isFile(): boolean }>(
        `Cannot look at ${path} on ${this.#machine}`,
        signal,
        (done) => this.#sftp.stat(path, done),
      );
      return stats.isDirectory() ? 'directory' : stats.isFile() ? 'file' : 'other';
    } catch (error) {
      if (error instanceof BakeError && error.code === 'remote-file-not-found') return undefined;
      throw error;
    }
  }

  /** What is in a folder, links followed. */
  async list(path: string, cancel: AbortSignal): Promise<readonly RemoteEntry[]> {
    const signal = forManyRequests(cancel);
    const entries = await this.#request<readonly { filename: string; attrs: { mode: number } }[]>(
      `Cannot list ${path} on ${this.#machine}`,
      signal,
      (done) => this.#sftp.readdir(path, done),
    );
    return Promise.all(
      entries
        .filter(({ filename }) => filename !== '.' && filename !== '..')
        .map(async ({ filename, attrs }) => ({
          name: filename,
          kind: (await this.kindOf(`${path}/${filename}`, signal)) ?? 'other',
          mode: attrs.mode & 0o777,
        })),
    );
  }

  /** Undefined at the end of the file. */
  async #readAt(
    handle: Buffer,
    position: number,
    length: number,
    name: string,
    signal: AbortSignal,
  ): Promise<Buffer | undefined> {
    const buffer = Buffer.allocUnsafe(length);
    const count = await this.#request<number>(
      name,
      signal,
      (done) => this.#sftp.read(handle, buffer, 0, length, position, done),
      0,
    );
    return count > 0 ? buffer.subarray(0, count) : undefined;
  }

  /** `atEnd`: what to answer when the server says that the file has ended. */
  #request<T>(
    what: string,
    signal: AbortSignal,
    send: (done: (error: Error | null | undefined, value?: T) => void) => void,
    atEnd?: T,
  ): Promise<T> {
    const answer = new Promise<T>((resolve, reject) => {
      const done = (error: Error | null | undefined, value?: T): void => {
        if (error === null || error === undefined) resolve(value as T);
        else if (atEnd !== undefined && statusOf(error) === STATUS.endOfFile) resolve(atEnd);
        else reject(this.#failure(what, error));
      };
      try {
        send(done);
      } catch (error) {
        reject(this.#failure(what, error));
      }
    });
    return orAborted(answer, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      // Answers to what was sent may still come: nobody else may use this session.
      this.close();
      throw abortError(signal, `a file transfer with ${this.#machine}`);
    });
  }

  #failure(what: string, error: unknown): BakeError {
    const status = statusOf(error);
    if (status === undefined || !this.#open) return connectionLost(this.#machine, true, error);
    const message = errorMessage(error);
    const details: Readonly<Record<number, { readonly code: string; readonly hint: string }>> = {
      [STATUS.noSuchFile]: {
        code: 'remote-file-not-found',
        hint: 'The folder must exist on the machine: make it with a shell provisioner before.',
      },
      [STATUS.permissionDenied]: {
        code: 'remote-permission-denied',
        hint: 'Files travel as the login user: copy to a folder that it may write to (/tmp), and move it with sudo from a shell provisioner.',
      },
      [STATUS.failure]: {
        code: 'remote-file-failure',
        hint: 'The server says no more. Where the path is a folder, end it with a slash; else look whether the disk is full.',
      },
    };
    const detail = details[status] ?? { code: 'remote-file-failure', hint: undefined };
    return new BakeError(`${what}: ${message}`, {
      code: detail.code,
      category: 'provision',
      cause: error,
      ...(detail.hint !== undefined && { hint: detail.hint }),
    });
  }
}

async function sendAll(
  content: FileContent,
  send: (bytes: Buffer, position: number) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  if ('bytes' in content) {
    for (let position = 0; position < content.bytes.length; position += CHUNK) {
      await send(content.bytes.subarray(position, position + CHUNK), position);
    }
    return;
  }
  const file = await open(content.path, 'r');
  try {
    for (let position = 0; !signal.aborted; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, position);
      if (bytesRead === 0) break;
      await send(buffer.subarray(0, bytesRead), position);
      position += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** The same signal for requests that wait side by side, of which each listens to it. */
function forManyRequests(signal: AbortSignal): AbortSignal {
  const own = AbortSignal.any([signal]);
  setMaxListeners(0, own);
  return own;
}

function statusOf(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'number'
    ? error.code
    : undefined;
}

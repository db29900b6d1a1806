import { closeSync, openSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { BakeError } from '../../kernel/errors.ts';
import type { Ids } from '../../kernel/ids.ts';
import { type GuestMessage, type GuestRequest, lineReader, type PowerAction } from './guest/protocol.ts';

/** What a guest may say in one line: the content of a file, at most, which the host limits itself. */
const LONGEST_MESSAGE = 8 * 1024 * 1024;

/** Connections that have not introduced themselves: a machine must not use up this process's descriptors. */
const MOST_STRANGERS = 1_000;

/** How long an introduction of a stream may be. */
const LONGEST_INTRODUCTION = 100;

export interface GuestProcess {
  readonly stdin: Socket;
  readonly stdout: Socket;
  readonly stderr: Socket;
  /** `signal` is a name such as `SIGTERM`. Both are null when the machine ended before the process's end was known. */
  readonly exit: Promise<{ readonly code: number | null; readonly signal: string | null }>;
  /** `name` as SSH has it, without SIG. */
  signal(name: string): void;
  resize(rows: number, columns: number): void;
}

/** A refusal by the guest: the system's error code and text, for example `ENOENT`. */
class GuestRefusal extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

interface Arrival {
  readonly sockets: (Socket | undefined)[];
  complete(sockets: readonly Socket[]): void;
  fail(error: Error): void;
}

/** The host's end of the conversation with one guest agent; ends with the machine's run. */
export class GuestLink {
  readonly #control: Duplex;
  readonly #ids: Ids;
  readonly #server: Server;
  readonly #waiting = new Map<number, Waiting>();
  readonly #arrivals = new Map<string, Arrival>();
  readonly #exits = new Map<number, (exit: { code: number | null; signal: string | null }) => void>();
  readonly #sockets = new Set<Socket>();
  #strangers = 0;
  readonly #onPower: (action: PowerAction) => void;
  readonly hello: Promise<void>;
  #greeted: () => void = () => undefined;
  #counter = 0;
  #closed: Error | undefined;

  private constructor(control: Duplex, server: Server, ids: Ids, onPower: (action: PowerAction) => void) {
    this.#control = control;
    this.#server = server;
    this.#ids = ids;
    this.#onPower = onPower;
    this.hello = new Promise((resolve) => {
      this.#greeted = resolve;
    });
    const read = lineReader(LONGEST_MESSAGE, (line) => this.#receive(JSON.parse(line)));
    control.setEncoding('utf8');
    control.on('data', (chunk: string) => {
      try {
        read(chunk);
      } catch (cause) {
        this.#end(cause instanceof Error ? cause : new Error(String(cause)));
        control.destroy();
      }
    });
    control.on('error', () => undefined);
    control.on('close', () => this.#end(new Error('The machine is off')));
    server.on('connection', (socket) => this.#introduce(socket));
  }

  /** Listens for the guest's streams in `folder` (which the machine sees) and speaks on `control`. */
  static async open(
    folder: string,
    control: Duplex,
    ids: Ids,
    onPower: (action: PowerAction) => void,
  ): Promise<GuestLink> {
    const server = await listenInFolder(folder);
    return new GuestLink(control, server, ids, onPower);
  }

  /** Asks the guest for something and gives its answer. Rejects with a GuestRefusal, or a BakeError when it is gone. */
  request(request: GuestRequest): Promise<unknown> {
    if (this.#closed !== undefined) return Promise.reject(gone(this.#closed));
    this.#counter += 1;
    const id = this.#counter;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#control.write(`${JSON.stringify({ id, ...request })}\n`);
    });
  }

  /** Starts a program in the machine as root; `argv` says how it becomes somebody else. */
  async spawn(argv: readonly string[], env: Readonly<Record<string, string>>, cwd: string): Promise<GuestProcess> {
    this.#counter += 1;
    const process = this.#counter;
    const exit = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
      this.#exits.set(process, resolve);
    });
    const [stdin, stdout, stderr] = await this.#withStreams(3, (token) =>
      this.request({ op: 'spawn', process, argv, env, cwd, token }),
    ).catch((error: unknown) => {
      this.#exits.delete(process);
      throw error;
    });
    if (stdin === undefined || stdout === undefined || stderr === undefined) throw new Error('Streams are missing');
    return {
      stdin,
      stdout,
      stderr,
      exit,
      signal: (signal) => void this.request({ op: 'signal', process, signal }).catch(() => undefined),
      resize: (rows, columns) => void this.request({ op: 'resize', process, rows, columns }).catch(() => undefined),
    };
  }

  /** A connection to a service inside the machine. */
  async connect(host: string, port: number): Promise<Socket> {
    const [socket] = await this.#withStreams(1, (token) => this.request({ op: 'connect', host, port, token }));
    if (socket === undefined) throw new Error('The stream is missing');
    return socket;
  }

  close(): void {
    this.#end(new Error('The machine is off'));
    this.#control.destroy();
  }

  async #withStreams(count: number, start: (token: string) => Promise<unknown>): Promise<readonly Socket[]> {
    const token = this.#ids.token(32);
    const streams = new Promise<readonly Socket[]>((complete, fail) => {
      const sockets: (Socket | undefined)[] = Array.from({ length: count }, () => undefined);
      this.#arrivals.set(token, { sockets, complete, fail });
    });
    streams.catch(() => undefined);
    try {
      await start(token);
      return await streams;
    } catch (error) {
      for (const socket of this.#arrivals.get(token)?.sockets ?? []) socket?.destroy();
      throw error;
    } finally {
      this.#arrivals.delete(token);
    }
  }

  #introduce(socket: Socket): void {
    socket.on('error', () => undefined);
    if (this.#strangers >= MOST_STRANGERS) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    this.#strangers += 1;
    let isStranger = true;
    const known = (): void => {
      if (isStranger) this.#strangers -= 1;
      isStranger = false;
    };
    socket.on('close', () => {
      this.#sockets.delete(socket);
      known();
    });
    // Half of a connection is a process's standard input that has ended; of a stranger it is nothing.
    const onEnd = (): void => void socket.destroy();
    socket.on('end', onEnd);
    let introduction = Buffer.alloc(0);
    const onReadable = (): void => {
      const chunk: Buffer | null = socket.read();
      if (chunk === null) return;
      introduction = Buffer.concat([introduction, chunk]);
      const end = introduction.indexOf('\n');
      if (end < 0) {
        if (introduction.length > LONGEST_INTRODUCTION) socket.destroy();
        return;
      }
      socket.off('readable', onReadable);
      socket.off('end', onEnd);
      known();
      const rest = introduction.subarray(end + 1);
      if (rest.length > 0) socket.unshift(rest);
      this.#arrive(introduction.subarray(0, end).toString('latin1'), socket);
    };
    socket.on('readable', onReadable);
  }

  #arrive(introduction: string, socket: Socket): void {
    const [token = '', index = ''] = introduction.split(' ');
    const arrival = this.#arrivals.get(token);
    const place = Number(index);
    if (arrival === undefined || !(place in arrival.sockets) || arrival.sockets[place] !== undefined) {
      socket.destroy();
      return;
    }
    arrival.sockets[place] = socket;
    const present = arrival.sockets.filter((one) => one !== undefined);
    if (present.length === arrival.sockets.length) arrival.complete(present);
  }

  #receive(message: GuestMessage): void {
    switch (message.type) {
      case 'hello':
        this.#greeted();
        break;
      case 'answer':
        this.#take(message.id)?.resolve(message.result);
        break;
      case 'refusal':
        this.#take(message.id)?.reject(new GuestRefusal(String(message.code), String(message.message)));
        break;
      case 'exit':
        this.#exits.get(message.process)?.({ code: exitCode(message.code), signal: signalName(message.signal) });
        this.#exits.delete(message.process);
        break;
      case 'power':
        this.#onPower(message.action === 'reboot' ? 'reboot' : 'off');
        break;
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #end(reason: Error): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    for (const waiting of this.#waiting.values()) waiting.reject(gone(reason));
    for (const arrival of this.#arrivals.values()) arrival.fail(gone(reason));
    for (const exit of this.#exits.values()) exit({ code: null, signal: null });
    this.#waiting.clear();
    this.#exits.clear();
  }
}

/** A guest may say anything; clients are only told what a process can end with. */
function exitCode(code: unknown): number | null {
  return typeof code === 'number' && Number.isInteger(code) && code >= 0 && code <= 255 ? code : null;
}

function signalName(signal: unknown): string | null {
  return typeof signal === 'string' && /^SIG[A-Z0-9]{1,12}$/.test(signal) ? signal : null;
}

function gone(cause: Error): BakeError {
  return new BakeError('The machine is off', { code: 'machine-off', category: 'connection', cause });
}

/** A socket's path may have 108 bytes at most; by way of an open folder its length does not matter. */
async function listenInFolder(folder: string): Promise<Server> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const descriptor = openSync(folder, 'r');
  try {
    const server = createServer({ allowHalfOpen: true });
    // Closing the server removes the socket by that same path, so the folder has to stay open until then.
    server.once('close', () => closeSync(descriptor));
    await new Promise<void>((resolve, reject) => {
      // Later ones, of a connection that could not be accepted, change nothing.
      server.on('error', reject);
      server.listen(`/proc/self/fd/${descriptor}/host.sock`, resolve);
    });
    await chmod(path.join(folder, 'host.sock'), 0o600);
    return server;
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { AnyAuthMethod, CipherAlgorithm, Client, ConnectConfig, KexAlgorithm } from 'ssh2';
import { NO_LONGER_NEEDED } from '../../kernel/abort.ts';
import type { Clock } from '../../kernel/clock.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { loadSsh2 } from './load-ssh2.ts';

/** Longer than this no handshake takes; the limit is Packer's. */
const HANDSHAKE_LIMIT_MS = 60_000;
/** A connection that answers no keep-alive for this long is lost. */
const SILENCE_LIMIT_MS = 60_000;
/** How long the other side may take to answer a good-bye. */
const GOODBYE_MS = 1_000;

export interface HandshakeOptions {
  readonly username: string;
  /** Tried in this order. */
  readonly auth: readonly AnyAuthMethod[];
  readonly acceptHostKey: (publicBlob: Buffer) => boolean;
  readonly keepAliveMs: number;
  readonly readWriteTimeoutMs: number;
  readonly ciphers: readonly string[] | undefined;
  readonly keyExchange: readonly string[] | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** A logged-in connection. */
export interface SshConnection {
  readonly client: Client;
  readonly hostKey: Buffer;
  isOpen(): boolean;
  /** Resolves, never rejects, when the connection has ended; with the error that ended it, where there was one. */
  readonly ended: Promise<Error | undefined>;
  /** Says good-bye, and closes the connection whether that is answered or not. */
  end(): Promise<void>;
  /** Closes it at once. */
  destroy(): void;
}

/** Why a handshake failed; `kind` decides what happens next. */
export class HandshakeError extends Error {
  override readonly name = 'HandshakeError';
  /** `login`: the server refused us. `host-key`: we refused its key. `algorithms`: nothing in common. */
  readonly kind: 'login' | 'host-key' | 'algorithms' | 'lost';
  /** The host key that the server presented, if it came to that. */
  readonly hostKey: Buffer | undefined;

  constructor(kind: HandshakeError['kind'], message: string, hostKey: Buffer | undefined, cause: unknown) {
    super(message, { cause });
    this.kind = kind;
    this.hostKey = hostKey;
  }
}

/** Speaks SSH on an open socket up to a successful login. On failure the socket is destroyed. */
export async function handshake(socket: Duplex, options: HandshakeOptions): Promise<SshConnection> {
  const { Client: SshClient } = await loadSsh2();
  const client = new SshClient();
  let hostKey: Buffer | undefined;
  let refused = false;
  let failure: Error | undefined;
  let open = true;
  const ended = new Promise<Error | undefined>((resolve) => {
    client.on('error', (error) => {
      failure ??= error;
    });
    client.once('close', () => {
      open = false;
      resolve(failure);
    });
    socket.once('close', () => resolve(failure));
  });
  const ready = new Promise<void>((resolve, reject) => {
    client.once('ready', resolve).once('error', reject);
    void ended.then((error) => reject(error ?? new Error('the machine closed the connection during the handshake')));
  });
  const done = new AbortController();
  const tooLate = options.clock
    .sleep(HANDSHAKE_LIMIT_MS, AbortSignal.any([options.signal, done.signal]))
    .then(() => Promise.reject(new Error('the handshake took longer than a minute')));
  try {
    client.connect({
      ...config(socket, options),
      hostVerifier: (publicBlob: Buffer) => {
        hostKey = publicBlob;
        refused = !options.acceptHostKey(publicBlob);
        return !refused;
      },
    });
    await Promise.race([ready, tooLate]);
    if (hostKey === undefined) throw new Error('the machine presented no host key');
    if (options.readWriteTimeoutMs > 0 && socket instanceof Socket) {
      void limitSilence(socket, options.readWriteTimeoutMs, options.clock);
    }
    return {
      client,
      hostKey,
      isOpen: () => open,
      ended,
      end: () => hangUp(client, socket, ended, options.clock),
      destroy: () => void socket.destroy(),
    };
  } catch (error) {
    ready.catch(() => undefined);
    socket.on('error', () => undefined);
    client.destroy();
    socket.destroy();
    if (options.signal.aborted) throw error;
    throw classify(error, refused, hostKey);
  } finally {
    done.abort(NO_LONGER_NEEDED);
    tooLate.catch(() => undefined);
  }
}

/**
 * The socket is closed here and not by `client.destroy`, which leaves one alone that has been ended: where nothing answers
 * any more it would stay open for ever.
 */
async function hangUp(client: Client, socket: Duplex, ended: Promise<unknown>, clock: Clock): Promise<void> {
  client.end();
  const answered = new AbortController();
  const tooLate = clock.sleep(GOODBYE_MS, answered.signal).catch(() => undefined);
  await Promise.race([ended, tooLate]);
  answered.abort(NO_LONGER_NEEDED);
  socket.destroy();
}

function config(socket: Duplex, options: HandshakeOptions): ConnectConfig {
  const keepAlive = options.keepAliveMs;
  return {
    sock: socket,
    username: options.username,
    authHandler: [...options.auth],
    readyTimeout: 0,
    keepaliveInterval: Math.max(0, keepAlive),
    keepaliveCountMax: keepAlive > 0 ? Math.max(3, Math.ceil(SILENCE_LIMIT_MS / keepAlive)) : 0,
    algorithms: {
      // ssh2 refuses names that it does not know.
      ...(options.ciphers !== undefined && { cipher: [...options.ciphers] as CipherAlgorithm[] }),
      ...(options.keyExchange !== undefined && { kex: [...options.keyExchange] as KexAlgorithm[] }),
    },
  };
}

/** Ends a connection on which nothing came for so long (twice that at most); what goes out is heard by nobody, maybe. */
async function limitSilence(socket: Socket, milliseconds: number, clock: Clock): Promise<void> {
  const ended = new AbortController();
  socket.once('close', () => ended.abort());
  for (let before = -1; !ended.signal.aborted; ) {
    const { bytesRead } = socket;
    if (bytesRead === before) socket.destroy(new Error(`nothing came for ${milliseconds} ms (ssh_read_write_timeout)`));
    before = bytesRead;
    await clock.sleep(milliseconds, ended.signal).catch(() => undefined);
  }
}

function classify(error: unknown, refused: boolean, hostKey: Buffer | undefined): HandshakeError {
  const message = errorMessage(error);
  if (refused) return new HandshakeError('host-key', 'its host key is not accepted', hostKey, error);
  const level = levelOf(error);
  if (level === 'client-authentication') return new HandshakeError('login', 'the login was refused', hostKey, error);
  if (level === 'agent') return new HandshakeError('login', `the SSH agent failed: ${message}`, hostKey, error);
  if (/no matching|Unsupported algorithm/.test(message))
    return new HandshakeError('algorithms', message, hostKey, error);
  return new HandshakeError('lost', message, hostKey, error);
}

function levelOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'level' in error ? error.level : undefined;
}

import type { Duplex } from 'node:stream';
import type { AnyAuthMethod } from 'ssh2';
import type { Clock } from '../../kernel/clock.ts';
import { orAborted } from '../../kernel/deadline.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { HandshakeOptions, SshConnection } from './handshake.ts';
import { HandshakeError, handshake } from './handshake.ts';
import { dial } from './socket.ts';

/** A try to open a TCP connection is given up after this long: a packet that was lost at boot is not sent again soon. */
const DIAL_LIMIT_MS = 2_500;
/** A jump host is up already; it may be far away. */
const BASTION_DIAL_LIMIT_MS = 15_000;

/** How connections are set up, whoever they lead to. */
export interface TransportSettings {
  readonly keepAliveMs: number;
  readonly readWriteTimeoutMs: number;
  readonly ciphers: readonly string[] | undefined;
  readonly keyExchange: readonly string[] | undefined;
  readonly clock: Clock;
}

export interface Bastion {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly auth: readonly AnyAuthMethod[];
}

/** No connection to the jump host came about, which another try may heal. */
export class BastionUnreachable extends Error {
  override readonly name = 'BastionUnreachable';
  readonly where: string;
  readonly username: string;

  constructor(bastion: Bastion, cause: unknown) {
    super(errorMessage(cause), { cause });
    this.where = placeOf(bastion);
    this.username = bastion.username;
  }
}

/** The way to a machine's port: straight, or through a jump host whose connection is kept for the next try. */
export class Route {
  readonly #bastion: Bastion | undefined;
  readonly #settings: TransportSettings;
  #hop: SshConnection | undefined;
  #bastionKey: Buffer | undefined;

  constructor(bastion: Bastion | undefined, settings: TransportSettings) {
    this.#bastion = bastion;
    this.#settings = settings;
  }

  get bastion(): Bastion | undefined {
    return this.#bastion;
  }

  /** The jump host's key, once there was a connection to it. */
  get bastionKey(): Buffer | undefined {
    return this.#bastionKey;
  }

  /** One try to open a connection to the port; rejects with the cause. */
  async open(host: string, port: number, signal: AbortSignal): Promise<Duplex> {
    if (this.#bastion === undefined) {
      return dial(host, port, { timeoutMs: DIAL_LIMIT_MS, clock: this.#settings.clock, signal });
    }
    const { client } = await this.#reachBastion(this.#bastion, signal);
    const channel = new Promise<Duplex>((resolve, reject) => {
      client.forwardOut('127.0.0.1', 0, host, port, (error, opened) => {
        if (error !== undefined) reject(error);
        else if (signal.aborted) opened.destroy();
        else resolve(opened);
      });
    });
    return orAborted(channel, signal);
  }

  /** Where to find the jump host that there is no connection to yet, and who logs in there. */
  get wayToBastion(): { readonly where: string; readonly username: string } | undefined {
    if (this.#bastion === undefined || this.#hop !== undefined) return undefined;
    return { where: placeOf(this.#bastion), username: this.#bastion.username };
  }

  /** Where the port is, for messages. */
  describe(host: string, port: number): string {
    const through = this.#bastion === undefined ? '' : ` through ${placeOf(this.#bastion)}`;
    return `${host}:${port}${through}`;
  }

  async close(): Promise<void> {
    const hop = this.#hop;
    this.#hop = undefined;
    await hop?.end();
  }

  /** The jump host's own key is pinned when first seen: the machine behind it proves itself end to end. */
  async #reachBastion(bastion: Bastion, signal: AbortSignal): Promise<SshConnection> {
    if (this.#hop !== undefined) return this.#hop;
    const { clock } = this.#settings;
    const hop = await dial(bastion.host, bastion.port, { timeoutMs: BASTION_DIAL_LIMIT_MS, clock, signal })
      .then((socket) =>
        handshake(socket, {
          ...handshakeOptions(this.#settings, signal),
          username: bastion.username,
          auth: bastion.auth,
          acceptHostKey: (key) => this.#bastionKey === undefined || this.#bastionKey.equals(key),
        }),
      )
      .catch((error: unknown) => Promise.reject(signal.aborted ? error : bastionError(bastion, error)));
    this.#bastionKey = hop.hostKey;
    this.#hop = hop;
    void hop.ended.then(() => {
      if (this.#hop === hop) this.#hop = undefined;
    });
    return hop;
  }
}

/** A jump host is not being booted: what it refuses now it will refuse later. */
function bastionError(bastion: Bastion, error: unknown): Error {
  const cause = errorMessage(error);
  if (error instanceof HandshakeError && error.kind !== 'lost') {
    return new BakeError(`The jump host ${bastion.host}:${bastion.port} as ${bastion.username}: ${cause}`, {
      code: 'ssh-bastion-refused',
      category: 'connection',
      hint: 'Check ssh_bastion_username and ssh_bastion_private_key_file, ssh_bastion_password or ssh_bastion_agent_auth.',
      cause: error,
    });
  }
  return new BastionUnreachable(bastion, error);
}

function placeOf({ host, port }: Bastion): string {
  return `the jump host ${host}:${port}`;
}

/** The part of a handshake's options that is the same for everybody. */
export function handshakeOptions(
  settings: TransportSettings,
  signal: AbortSignal,
): Omit<HandshakeOptions, 'username' | 'auth' | 'acceptHostKey'> {
  const { keepAliveMs, readWriteTimeoutMs, ciphers, keyExchange, clock } = settings;
  return { keepAliveMs, readWriteTimeoutMs, ciphers, keyExchange, clock, signal };
}

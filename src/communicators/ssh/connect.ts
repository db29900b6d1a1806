import type { AnyAuthMethod } from 'ssh2';
import type { ConnectTarget } from '../../engine/ports.ts';
import { abortError } from '../../kernel/abort.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { describeDuration } from '../../kernel/duration.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ssh-keys.ts';
import type { SshConnection } from './handshake.ts';
import { HandshakeError, handshake } from './handshake.ts';
import type { HostKeys } from './host-keys.ts';
import { loadSsh2 } from './load-ssh2.ts';
import type { Route, TransportSettings } from './route.ts';
import { BastionUnreachable, handshakeOptions } from './route.ts';

/** Between two tries to reach the port. */
const PROBE_PAUSE_MS = 250;
/** Between two looks for what another channel says about host keys. */
const PROOF_PAUSE_MS = 3_000;
/** Refused logins are tried again soon at first (cloud-init is about to add the key), then ever more slowly. */
const LOGIN_PAUSE_MS = 500;
const LONGEST_LOGIN_PAUSE_MS = 8_000;
/** How long a planted key may take to show up where no other channel can vouch for the key that is there. */
const PLANTING_LIMIT_MS = 60_000;
const PLANTING_PAUSE_MS = 1_000;

export interface ConnectSettings {
  readonly username: string;
  readonly auth: readonly AnyAuthMethod[];
  readonly transport: TransportSettings;
  /** Of the template: where to connect whatever the target says. */
  readonly fixedHost: string | undefined;
  readonly port: number;
  /** Undefined: until the signal is aborted. */
  readonly timeoutMs: number | undefined;
  /** Refused logins until we give up; undefined: no limit. */
  readonly loginAttempts: number | undefined;
}

export interface Reached {
  readonly connection: SshConnection;
  readonly host: string;
  readonly port: number;
}

/** Tries until a login succeeds, `signal` is aborted or the time is up; errors that waiting can't heal end it at once. */
export async function connect(
  settings: ConnectSettings,
  route: Route,
  hostKeys: HostKeys,
  target: ConnectTarget,
  signal: AbortSignal,
): Promise<Reached> {
  const attempts = new Attempts(settings, target);
  // While the machine boots, so that one that answers does not wait for it; a failure is told by the handshake.
  loadSsh2().catch(() => undefined);
  try {
    return await withDeadline(
      settings.transport.clock,
      settings.timeoutMs,
      () => attempts.timeout(),
      signal,
      async (limited) => {
        const search = new Search(settings, route, hostKeys, target, attempts, limited);
        for (;;) {
          const reached = await search.tryOnce();
          if (reached !== undefined) return reached;
        }
      },
    );
  } catch (error) {
    if (signal.aborted) throw abortError(signal, `connecting to ${target.name}`);
    throw error;
  }
}

/** The search for a machine that is still booting: one try after the other, and what was learnt from each. */
class Search {
  readonly #settings: ConnectSettings;
  readonly #route: Route;
  readonly #hostKeys: HostKeys;
  readonly #target: ConnectTarget;
  readonly #attempts: Attempts;
  readonly #signal: AbortSignal;
  #refusedLogins = 0;
  /** The fingerprints proven before the try that is under way. */
  #proven: readonly string[] = [];
  #firstUnprovenAt: number | undefined;

  constructor(
    settings: ConnectSettings,
    route: Route,
    hostKeys: HostKeys,
    target: ConnectTarget,
    attempts: Attempts,
    signal: AbortSignal,
  ) {
    this.#settings = settings;
    this.#route = route;
    this.#hostKeys = hostKeys;
    this.#target = target;
    this.#attempts = attempts;
    this.#signal = signal;
  }

  async tryOnce(): Promise<Reached | undefined> {
    const { clock } = this.#settings.transport;
    await this.#target.checkAlive?.(this.#signal);
    const address = await this.#address();
    this.#signal.throwIfAborted();
    if (address === undefined) {
      this.#attempts.failed({ kind: 'no-address' });
      await clock.sleep(PROBE_PAUSE_MS, this.#signal);
      return undefined;
    }
    const { host, port } = address;
    const { tunnel } = this.#target;
    const where = tunnel?.name ?? this.#route.describe(host, port);
    try {
      this.#attempts.underWay = () => this.#unanswered(where);
      const socket = await (tunnel?.open(this.#signal) ?? this.#route.open(host, port, this.#signal));
      this.#attempts.underWay = () => ({ kind: 'silent', where, cause: NO_ANSWER });
      const connection = await handshake(socket, {
        ...handshakeOptions(this.#settings.transport, this.#signal),
        username: this.#settings.username,
        auth: this.#settings.auth,
        acceptHostKey: (key) => this.#hostKeys.accepts(key),
      });
      this.#hostKeys.pin(connection.hostKey);
      return { connection, host, port };
    } catch (error) {
      this.#signal.throwIfAborted();
      if (error instanceof BakeError) throw error;
      await this.#learn(error, where);
      return undefined;
    }
  }

  /** What can be said of a try whose connection is not there yet. */
  #unanswered(where: string): Failure {
    const bastion = this.#target.tunnel === undefined ? this.#route.wayToBastion : undefined;
    return bastion === undefined
      ? { kind: 'unreachable', where, cause: NO_ANSWER }
      : { kind: 'bastion', ...bastion, cause: NO_ANSWER };
  }

  async #address(): Promise<{ readonly host: string; readonly port: number } | undefined> {
    const { fixedHost, port } = this.#settings;
    const { tunnel } = this.#target;
    if (tunnel !== undefined) return tunnel;
    if (fixedHost !== undefined) return { host: fixedHost, port };
    const address = await this.#target.address(this.#signal);
    return address === undefined ? undefined : { host: address.host, port: address.port ?? port };
  }

  /** Waits as long as this failure deserves, or rejects when waiting does not help. */
  async #learn(error: unknown, where: string): Promise<void> {
    const { clock } = this.#settings.transport;
    const cause = errorMessage(error);
    if (error instanceof BastionUnreachable) {
      this.#attempts.failed({ kind: 'bastion', where: error.where, username: error.username, cause });
      await clock.sleep(PROBE_PAUSE_MS, this.#signal);
    } else if (!(error instanceof HandshakeError) || error.kind === 'lost') {
      this.#attempts.failed({ kind: error instanceof HandshakeError ? 'silent' : 'unreachable', where, cause });
      await clock.sleep(PROBE_PAUSE_MS, this.#signal);
    } else if (error.kind === 'login') {
      this.#attempts.failed({ kind: 'login', where, cause });
      this.#refusedLogins += 1;
      const { loginAttempts } = this.#settings;
      if (loginAttempts !== undefined && this.#refusedLogins >= loginAttempts) throw this.#attempts.refused(error);
      await clock.sleep(
        Math.min(LOGIN_PAUSE_MS * 2 ** (this.#refusedLogins - 1), LONGEST_LOGIN_PAUSE_MS),
        this.#signal,
      );
    } else if (error.kind === 'host-key' && error.hostKey !== undefined) {
      this.#attempts.failed({ kind: 'host-key', where, cause: fingerprint(error.hostKey) });
      await this.#waitForProof(error.hostKey);
    } else {
      throw new BakeError(`Cannot agree with ${this.#target.name} (${where}) on how to encrypt: ${cause}`, {
        code: 'ssh-no-common-algorithm',
        category: 'connection',
        hint: 'Check ssh_ciphers and ssh_key_exchange_algorithms.',
        cause: error,
      });
    }
  }

  /** Returns when another try makes sense: something more is proven, or the machine may still change its key. */
  async #waitForProof(presented: Buffer): Promise<void> {
    const { clock } = this.#settings.transport;
    this.#firstUnprovenAt ??= clock.monotonic();
    // Proof was there before the key was presented, and the key is not in it.
    if (this.#proven.length > 0) throw this.#hostKeys.refusal(this.#target.name, presented, this.#proven);
    if (this.#target.provenHostKeys === undefined) {
      if (clock.monotonic() - this.#firstUnprovenAt >= PLANTING_LIMIT_MS || !this.#hostKeys.expectsAnother) {
        throw this.#hostKeys.refusal(this.#target.name, presented, []);
      }
      await clock.sleep(PLANTING_PAUSE_MS, this.#signal);
      return;
    }
    this.#proven = await this.#target.provenHostKeys(this.#signal);
    this.#hostKeys.trust(this.#proven);
    if (this.#proven.length === 0) await clock.sleep(PROOF_PAUSE_MS, this.#signal);
  }
}

const NO_ANSWER = 'no answer';

type Failure =
  | { readonly kind: 'no-address' }
  | { readonly kind: 'bastion'; readonly where: string; readonly username: string; readonly cause: string }
  | { readonly kind: 'unreachable' | 'silent' | 'login' | 'host-key'; readonly where: string; readonly cause: string };

const HINTS: Readonly<Record<Failure['kind'], string>> = {
  'no-address':
    'The instance never got an address that can be used. Check the subnet, associate_public_ip_address and ssh_interface.',
  bastion:
    'Check that this machine can reach the jump host: ssh_bastion_host, ssh_bastion_port, and the firewalls in between.',
  unreachable:
    'Check that this machine can reach that address (security group, subnet, public or private address: ssh_interface, a jump host: ssh_bastion_host), and that the image starts an SSH server; a slow machine needs a longer ssh_timeout.',
  silent:
    'The port accepts connections and no SSH server answers: the machine may be overloaded, or something on the way accepts them in its place. A slow machine needs a longer ssh_timeout.',
  login:
    'Check ssh_username: it depends on the image (ubuntu, ec2-user, admin, …). An image without cloud-init does not take the temporary key: set ssh_password or ssh_private_key_file.',
  'host-key':
    'For an image without cloud-init, accept the first key with the input ssh-host-key: first (flag -ssh-host-key=first).',
};

/** What is known of the machine when the time is up. */
const TIMEOUT_CODES: Readonly<Record<Failure['kind'], string>> = {
  'no-address': 'ssh-timeout',
  bastion: 'ssh-bastion-unreachable',
  unreachable: 'ssh-timeout',
  silent: 'ssh-silent',
  login: 'ssh-login-refused',
  'host-key': 'host-key-not-proven',
};

/** How far a try came: one that ended earlier says less. */
const PROGRESS: Readonly<Record<Failure['kind'], number>> = {
  'no-address': 0,
  bastion: 1,
  unreachable: 2,
  silent: 3,
  'host-key': 4,
  login: 4,
};

/** What was tried so far, for the message at the end. */
class Attempts {
  readonly #settings: ConnectSettings;
  readonly #target: ConnectTarget;
  #count = 0;
  #last: Failure = { kind: 'no-address' };
  /** What is to be said when the time is up before the try that is under way has ended. */
  underWay: (() => Failure) | undefined;

  constructor(settings: ConnectSettings, target: ConnectTarget) {
    this.#settings = settings;
    this.#target = target;
  }

  failed(failure: Failure): void {
    this.#count += 1;
    this.#last = failure;
    this.underWay = undefined;
  }

  timeout(): BakeError {
    const underWay = this.underWay?.();
    if (underWay !== undefined && PROGRESS[underWay.kind] > PROGRESS[this.#last.kind]) this.failed(underWay);
    const limit = describeDuration(this.#settings.timeoutMs ?? 0);
    return this.#error(
      TIMEOUT_CODES[this.#last.kind],
      `Cannot connect to ${this.#target.name} by SSH within ${limit}`,
      undefined,
    );
  }

  refused(cause: Error): BakeError {
    return this.#error('ssh-login-refused', `Cannot log in to ${this.#target.name} by SSH`, cause);
  }

  #error(code: string, what: string, cause: Error | undefined): BakeError {
    return new BakeError(`${what}: ${this.#describe()}`, {
      code,
      category: 'connection',
      hint: HINTS[this.#last.kind],
      cause,
    });
  }

  #describe(): string {
    const last = this.#last;
    if (last.kind === 'no-address') return 'it has no address';
    const cause = last.kind === 'host-key' ? `no channel proves its host key ${last.cause}` : last.cause;
    const tries = this.#count === 1 ? '1 try' : `${this.#count} tries, the last one`;
    const username = last.kind === 'bastion' ? last.username : this.#settings.username;
    return `${last.where} as ${username}, ${tries}: ${cause}`;
  }
}

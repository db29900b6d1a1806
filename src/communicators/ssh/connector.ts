import type {
  BuildContext,
  Communicator,
  Connector,
  ConnectTarget,
  Login,
  PlantedHostKey,
} from '../../engine/ports.ts';
import { abortError } from '../../kernel/abort.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import { makeKeyPair } from '../../kernel/ssh-keys.ts';
import type { ConnectSettings } from './connect.ts';
import { connect } from './connect.ts';
import type { HostKeyPolicy } from './host-keys.ts';
import { HostKeys, plantHostKey } from './host-keys.ts';
import { localPath } from './local-path.ts';
import { authMethods, publicKeyOf, readPrivateKey } from './login.ts';
import type { SshOptions } from './options.ts';
import type { Bastion, TransportSettings } from './route.ts';
import { Route } from './route.ts';
import type { SshCommunicatorSettings } from './ssh-communicator.ts';
import { SshCommunicator } from './ssh-communicator.ts';
import { parseTunnel } from './tunnels.ts';

const DEFAULT_TIMEOUT_MS = 5 * 60_000;
const DEFAULT_LOGIN_ATTEMPTS = 10;

/** Makes what a build needs before there is a machine: keys, and the host key to plant where the policy asks for proof. */
export async function makeSshConnector(
  decoded: DecodedOptions<SshOptions>,
  context: BuildContext,
  policy: HostKeyPolicy,
  { plantsHostKey }: { readonly plantsHostKey: boolean } = { plantsHostKey: true },
): Promise<Connector> {
  const { options } = decoded;
  if (options.ssh_password !== undefined) context.secrets.register(options.ssh_password);
  if (options.ssh_bastion_password !== undefined) context.secrets.register(options.ssh_bastion_password);
  const keyFile =
    options.ssh_private_key_file === undefined
      ? undefined
      : localPath(options.ssh_private_key_file, context.workingDirectory);
  const fileKey =
    keyFile === undefined ? undefined : await readPrivateKey(keyFile, 'ssh_private_key_file', context.secrets);
  const bastion = await bastionOf(options, context, keyFile);
  const given = keyFile !== undefined || options.ssh_password !== undefined || options.ssh_agent_auth;
  const temporary = given
    ? undefined
    : await makeKeyPair(
        options.temporary_key_pair_type === 'rsa' ? 'rsa' : 'ed25519',
        `bake-ami-${context.ids.token(8)}`,
      );
  if (temporary !== undefined) context.secrets.register(temporary.privateKey);
  return new SshConnector({
    options,
    context,
    policy,
    planted: policy === 'proven' && plantsHostKey ? await plantHostKey(context.ids, context.secrets) : undefined,
    login:
      temporary === undefined
        ? { kind: 'given' }
        : { kind: 'temporary-key', publicKey: temporary.publicKey, keyType: temporary.type },
    privateKey: fileKey ?? temporary?.privateKey,
    privateKeyFile: keyFile,
    bastion,
    another: (policy) => makeSshConnector(decoded, context, policy, { plantsHostKey: false }),
  });
}

interface ConnectorParts {
  readonly options: SshOptions;
  readonly context: BuildContext;
  readonly policy: HostKeyPolicy;
  readonly planted: PlantedHostKey | undefined;
  readonly login: Login;
  readonly privateKey: string | undefined;
  readonly privateKeyFile: string | undefined;
  readonly bastion: BastionWithKeyFile | undefined;
  readonly another: (policy: HostKeyPolicy) => Promise<Connector>;
}

interface BastionWithKeyFile extends Bastion {
  readonly privateKeyFile: string | undefined;
}

class SshConnector implements Connector {
  readonly type = 'ssh';
  readonly #parts: ConnectorParts;
  #login: Login;
  #privateKey: string | undefined;
  #policy: HostKeyPolicy;

  constructor(parts: ConnectorParts) {
    this.#parts = parts;
    this.#login = parts.login;
    this.#privateKey = parts.privateKey;
    this.#policy = parts.policy;
  }

  get port(): number {
    return this.#parts.options.ssh_port;
  }

  get username(): string {
    return this.#parts.options.ssh_username;
  }

  get fixedHost(): string | undefined {
    return this.#parts.options.ssh_host;
  }

  get login(): Login {
    return this.#login;
  }

  get plantedHostKey(): PlantedHostKey | undefined {
    return this.#parts.planted;
  }

  async adoptPrivateKey(privateKeyPem: string): Promise<void> {
    this.#parts.context.secrets.register(privateKeyPem);
    const publicKey = await publicKeyOf(privateKeyPem);
    this.#login = {
      kind: 'temporary-key',
      publicKey,
      keyType: publicKey.startsWith('ssh-rsa ') ? 'rsa' : 'ed25519',
    };
    this.#privateKey = privateKeyPem;
  }

  pinFirstHostKey(): void {
    this.#policy = 'first';
  }

  another(): Promise<Connector> {
    return this.#parts.another(this.#policy);
  }

  async connect(target: ConnectTarget, signal: AbortSignal): Promise<Communicator> {
    const { options, context, bastion, planted } = this.#parts;
    const transport: TransportSettings = {
      keepAliveMs: options.ssh_keep_alive_interval,
      readWriteTimeoutMs: options.ssh_read_write_timeout,
      ciphers: options.ssh_ciphers,
      keyExchange: options.ssh_key_exchange_algorithms,
      clock: context.clock,
    };
    const settings: SshCommunicatorSettings = {
      connect: this.#connectSettings(transport),
      pty: options.ssh_pty,
      shellPaths: options.ssh_file_transfer_method !== 'sftp',
      tunnels: {
        local: options.ssh_local_tunnels.flatMap((text) => parseTunnel(text) ?? []),
        remote: options.ssh_remote_tunnels.flatMap((text) => parseTunnel(text) ?? []),
      },
      access: {
        privateKey: this.#privateKey,
        privateKeyFile: this.#parts.privateKeyFile,
        agent: options.ssh_agent_auth,
        password: options.ssh_password,
        bastion,
      },
    };
    const route = new Route(bastion, transport);
    const hostKeys = new HostKeys(this.#policy, planted);
    try {
      if (options.pause_before_connecting > 0) {
        const first = await connect(settings.connect, route, hostKeys, target, signal);
        first.connection.destroy();
        await context.clock.sleep(options.pause_before_connecting, signal).catch((error: unknown) => {
          throw signal.aborted ? abortError(signal, `connecting to ${target.name}`) : error;
        });
      }
      return await SshCommunicator.open(settings, route, hostKeys, target, signal);
    } catch (error) {
      await route.close();
      throw error;
    }
  }

  #connectSettings(transport: TransportSettings): ConnectSettings {
    const { options, context } = this.#parts;
    const timeout = options.ssh_wait_timeout ?? options.ssh_timeout;
    // Packer's rule: a written time limit is the only one, unless the number of attempts is written too.
    const attempts = options.ssh_handshake_attempts ?? (timeout === undefined ? DEFAULT_LOGIN_ATTEMPTS : 0);
    return {
      username: options.ssh_username,
      auth: authMethods({
        username: options.ssh_username,
        agent: options.ssh_agent_auth ? agentSocket(context) : undefined,
        privateKeys: this.#privateKey === undefined ? [] : [this.#privateKey],
        password: options.ssh_password,
      }),
      transport,
      fixedHost: options.ssh_host,
      port: options.ssh_port,
      timeoutMs: timeout ?? DEFAULT_TIMEOUT_MS,
      loginAttempts: attempts > 0 ? attempts : undefined,
    };
  }
}

async function bastionOf(
  options: SshOptions,
  context: BuildContext,
  mainKeyFile: string | undefined,
): Promise<BastionWithKeyFile | undefined> {
  if (options.ssh_bastion_host === undefined) return undefined;
  const keyFile =
    options.ssh_bastion_private_key_file === undefined
      ? mainKeyFile
      : localPath(options.ssh_bastion_private_key_file, context.workingDirectory);
  const username = options.ssh_bastion_username ?? options.ssh_username;
  const privateKeys =
    keyFile === undefined ? [] : [await readPrivateKey(keyFile, 'ssh_bastion_private_key_file', context.secrets)];
  return {
    host: options.ssh_bastion_host,
    port: options.ssh_bastion_port,
    username,
    privateKeyFile: keyFile,
    auth: authMethods({
      username,
      agent: options.ssh_bastion_agent_auth ? agentSocket(context) : undefined,
      privateKeys,
      password: options.ssh_bastion_password,
    }),
  };
}

function agentSocket(context: BuildContext): string {
  const socket = context.environment['SSH_AUTH_SOCK'];
  if (socket !== undefined && socket !== '') return socket;
  throw new BakeError('There is no SSH agent: SSH_AUTH_SOCK is not set', {
    code: 'ssh-agent-missing',
    category: 'input',
    hint: 'Start an agent and load the key (ssh-agent, ssh-add), or use ssh_private_key_file instead of ssh_agent_auth.',
  });
}

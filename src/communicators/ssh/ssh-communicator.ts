import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, rm } from 'node:fs/promises';
import { Writable } from 'node:stream';
import type {
  Communicator,
  CommunicatorAccess,
  ConnectTarget,
  ExecOptions,
  ExecResult,
  FileContent,
} from '../../engine/ports.ts';
import { abortError } from '../../kernel/abort.ts';
import { orAborted } from '../../kernel/deadline.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { ConnectSettings, Reached } from './connect.ts';
import { connect } from './connect.ts';
import { connectionLost, execOn } from './exec.ts';
import { assertFile } from './folder-walk.ts';
import type { ArchiveTools } from './folders.ts';
import { downloadBySftp, downloadByTar, findArchiveTools, uploadBySftp, uploadByTar } from './folders.ts';
import type { SshConnection } from './handshake.ts';
import type { HostKeys } from './host-keys.ts';
import { knownHostsLine } from './host-keys.ts';
import { expandCommand, needsShell, pathWord, sftpPath } from './remote-path.ts';
import type { Route } from './route.ts';
import { SftpSession } from './sftp.ts';
import { openTunnels, type Tunnels } from './tunnels.ts';

export interface SshCommunicatorSettings {
  readonly connect: ConnectSettings;
  readonly pty: boolean;
  /** Whether `$NAME` and `~user` in remote paths are for the machine's shell, as with scp. */
  readonly shellPaths: boolean;
  readonly tunnels: Tunnels;
  readonly access: Pick<CommunicatorAccess, 'privateKey' | 'privateKeyFile' | 'agent' | 'password' | 'bastion'>;
}

/** A connection, and what was found out about the machine through it. */
interface Session {
  readonly reached: Reached;
  sftp: Promise<SftpSession | undefined> | undefined;
  tools: Promise<ArchiveTools> | undefined;
}

/** An open SSH connection; one that was lost (a reboot) is opened anew by the next call. */
export class SshCommunicator implements Communicator {
  readonly type = 'ssh';
  readonly #settings: SshCommunicatorSettings;
  readonly #route: Route;
  readonly #hostKeys: HostKeys;
  readonly #target: ConnectTarget;
  #session: Session;
  #reopening: Promise<Session> | undefined;
  #closed = false;

  private constructor(
    settings: SshCommunicatorSettings,
    route: Route,
    hostKeys: HostKeys,
    target: ConnectTarget,
    reached: Reached,
  ) {
    this.#settings = settings;
    this.#route = route;
    this.#hostKeys = hostKeys;
    this.#target = target;
    this.#session = startSession(reached);
  }

  static async open(
    settings: SshCommunicatorSettings,
    route: Route,
    hostKeys: HostKeys,
    target: ConnectTarget,
    signal: AbortSignal,
  ): Promise<SshCommunicator> {
    const reached = await connect(settings.connect, route, hostKeys, target, signal);
    await withTunnels(reached, settings.tunnels, target.name, signal);
    return new SshCommunicator(settings, route, hostKeys, target, reached);
  }

  get host(): string {
    return this.#session.reached.host;
  }

  get port(): number {
    return this.#session.reached.port;
  }

  get username(): string {
    return this.#settings.connect.username;
  }

  get access(): CommunicatorAccess {
    const { bastion, bastionKey } = this.#route;
    const lines = [knownHostsLine(this.host, this.port, this.#session.reached.connection.hostKey)];
    if (bastion !== undefined && bastionKey !== undefined) {
      lines.push(knownHostsLine(bastion.host, bastion.port, bastionKey));
    }
    return { ...this.#settings.access, knownHosts: lines };
  }

  async exec(command: string, options: ExecOptions): Promise<ExecResult> {
    const connection = await this.#use(options.signal);
    return execOn(connection, this.#target.name, command, { ...options, pty: options.pty ?? this.#settings.pty });
  }

  async upload(
    content: FileContent,
    remotePath: string,
    options: { readonly mode: number; readonly signal: AbortSignal },
  ): Promise<void> {
    if ('path' in content) await assertFile(content.path);
    const path = await this.#expand(remotePath, options.signal);
    const sftp = await this.#sftp(options.signal);
    if (sftp !== undefined) {
      await sftp.upload(content, sftpPath(path), options.mode, options.signal);
      return;
    }
    const word = pathWord(path);
    const file = 'path' in content ? createReadStream(content.path) : undefined;
    try {
      // Nobody else reads it before it has its mode.
      await this.#run(
        `umask 077; cat > ${word} && chmod ${options.mode.toString(8)} ${word}`,
        `Cannot write ${path} on ${this.#target.name}`,
        { signal: options.signal, stdin: 'bytes' in content ? content.bytes : file },
      );
    } finally {
      file?.destroy();
    }
  }

  async uploadDirectory(
    localDirectory: string,
    remoteDirectory: string,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<void> {
    const folder = await this.#expand(remoteDirectory, signal);
    const connection = await this.#use(signal);
    const tools = await this.#tools(connection, signal);
    const machine = this.#target.name;
    if (tools.tar) return uploadByTar(connection, machine, tools, localDirectory, folder, signal);
    return uploadBySftp(await this.#needSftp(signal), localDirectory, sftpPath(folder), machine, signal);
  }

  async download(remotePath: string, localPath: string, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    const path = await this.#expand(remotePath, signal);
    const sftp = await this.#sftp(signal);
    const local = await open(localPath, 'w', 0o644);
    try {
      if (sftp !== undefined) {
        await sftp.download(sftpPath(path), local, signal);
      } else {
        await this.#run(`cat ${pathWord(path)}`, `Cannot read ${path} on ${this.#target.name}`, {
          signal,
          stdout: into(local),
        });
      }
    } catch (error) {
      await rm(localPath, { force: true });
      throw error;
    } finally {
      await local.close();
    }
  }

  async downloadDirectory(
    remoteDirectory: string,
    localDirectory: string,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<void> {
    const folder = await this.#expand(remoteDirectory, signal);
    const connection = await this.#use(signal);
    const tools = await this.#tools(connection, signal);
    if (tools.tar) return downloadByTar(connection, this.#target.name, tools, folder, localDirectory, signal);
    const download = (remotePath: string, localPath: string): Promise<void> =>
      this.download(remotePath, localPath, { signal });
    return downloadBySftp(await this.#needSftp(signal), sftpPath(folder), localDirectory, download, signal);
  }

  async reconnect(signal: AbortSignal): Promise<void> {
    this.#session.reached.connection.destroy();
    // Until the caller has had enough: how long a reboot may take is nothing that ssh_timeout says.
    await this.#reopen(signal, { ...this.#settings.connect, timeoutMs: undefined });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const { connection } = this.#session.reached;
    await connection.end();
    // What led through the jump host ends with it at the latest.
    await this.#route.close();
    await connection.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** The live connection; a lost one is opened anew. */
  async #use(signal: AbortSignal): Promise<SshConnection> {
    if (signal.aborted) throw abortError(signal, `work on ${this.#target.name}`);
    const session = this.#session.reached.connection.isOpen() ? this.#session : await this.#reopen(signal);
    return session.reached.connection;
  }

  /** Several callers that find the connection lost share one attempt. */
  async #reopen(signal: AbortSignal, settings = this.#settings.connect): Promise<Session> {
    if (this.#closed) throw connectionLost(this.#target.name, true);
    this.#reopening ??= connect(settings, this.#route, this.#hostKeys, this.#target, signal)
      .then(async (reached) => {
        await withTunnels(reached, this.#settings.tunnels, this.#target.name, signal);
        this.#session = startSession(reached);
        return this.#session;
      })
      .finally(() => {
        this.#reopening = undefined;
      });
    return orAborted(this.#reopening, signal);
  }

  async #sftp(signal: AbortSignal): Promise<SftpSession | undefined> {
    const connection = await this.#use(signal);
    const session = this.#session;
    const known = session.sftp === undefined ? undefined : await orAborted(session.sftp, signal);
    if (session.sftp !== undefined && (known === undefined || known.isOpen)) return known;
    session.sftp = SftpSession.start(connection, this.#target.name);
    session.sftp.catch(() => {
      session.sftp = undefined;
    });
    return orAborted(session.sftp, signal);
  }

  async #needSftp(signal: AbortSignal): Promise<SftpSession> {
    const sftp = await this.#sftp(signal);
    if (sftp !== undefined) return sftp;
    throw new BakeError(`Cannot copy folders to or from ${this.#target.name}: it has neither tar nor SFTP`, {
      code: 'remote-tar-missing',
      category: 'provision',
      hint: 'Install tar with a shell provisioner before.',
    });
  }

  async #tools(connection: SshConnection, signal: AbortSignal): Promise<ArchiveTools> {
    const session = this.#session;
    session.tools ??= findArchiveTools(connection, this.#target.name, signal);
    session.tools.catch(() => {
      session.tools = undefined;
    });
    return session.tools;
  }

  async #expand(path: string, signal: AbortSignal): Promise<string> {
    if (!this.#settings.shellPaths || !needsShell(path)) return path;
    const lines: string[] = [];
    await this.#run(expandCommand(path), `Cannot find out what ${path} means on ${this.#target.name}`, {
      signal,
      onLine: (stream, line) => stream === 'stdout' && lines.push(line),
    });
    return lines[0] ?? path;
  }

  /** Runs a command of ours, which must succeed. */
  async #run(command: string, failure: string, options: Parameters<typeof execOn>[3]): Promise<void> {
    const connection = await this.#use(options.signal);
    const complaints: string[] = [];
    const { exitCode } = await execOn(connection, this.#target.name, command, {
      ...options,
      onLine: (stream, line) => {
        options.onLine?.(stream, line);
        if (stream === 'stderr' && complaints.length < 5) complaints.push(line.trim());
      },
    });
    if (exitCode === 0) return;
    throw new BakeError(`${failure}: ${complaints.join('; ') || `exit status ${exitCode}`}`, {
      code: 'remote-file-failure',
      category: 'provision',
    });
  }
}

function into(file: FileHandle): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      file.writeFile(chunk).then(() => done(), done);
    },
  });
}

/** A connection without its tunnels is of no use: what needs them would fail at something else. */
async function withTunnels(
  { connection }: Reached,
  tunnels: Tunnels,
  machine: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await orAborted(openTunnels(connection, tunnels), signal);
  } catch (error) {
    connection.destroy();
    throw signal.aborted ? abortError(signal, `opening tunnels to ${machine}`) : error;
  }
}

function startSession(reached: Reached): Session {
  return { reached, sftp: undefined, tools: undefined };
}

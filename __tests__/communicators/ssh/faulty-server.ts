import { createServer, type Socket, type Server as TcpServer } from 'node:net';
import ssh2, { type AuthContext, type Connection, type ServerChannel, type Session } from 'ssh2';
import { fingerprint, type KeyPair, makeKeyPair } from '../../../src/kernel/ssh-keys.ts';

/** How a machine misbehaves. Everything left out works. */
export interface Behaviour {
  /** Says whether this login is accepted; `attempt` counts from 1. */
  readonly login?: (context: AuthContext, attempt: number) => boolean | 'answered';
  readonly exec?: (channel: ServerChannel, command: string, server: FaultyServer) => void;
  /** What becomes of requests to run a command: an answer that says no, or a cut connection instead of one. */
  readonly refuses?: 'openly' | 'silently';
  /** `unanswered`: whoever asks for it is left waiting. `cut`: the connection is cut instead of an answer. */
  readonly sftp?: boolean | 'unanswered' | 'cut';
  /** Nobody hears whether a tunnel may be opened, or a connection through one. */
  readonly tunnels?: 'unanswered';
  /** The host key for each connection, from 0; default: one and the same. */
  readonly hostKey?: (connection: number) => { readonly privateKey: string };
  /** Connections that are closed without a word. */
  readonly hangUpOn?: (connection: number) => boolean;
}

/** An SSH server in this process, on a loopback port. */
export class FaultyServer {
  readonly port: number;
  readonly hostKey: KeyPair;
  /** What clients asked for, in order: `auth publickey`, `exec …`, `signal TERM`, `close`. */
  readonly seen: string[] = [];
  connections = 0;
  /** How often something came in. */
  received = 0;
  readonly #tcp: TcpServer;
  readonly #sockets = new Set<Socket>();

  private constructor(tcp: TcpServer, port: number, hostKey: KeyPair) {
    this.#tcp = tcp;
    this.port = port;
    this.hostKey = hostKey;
  }

  get fingerprint(): string {
    return fingerprint(this.hostKey.publicBlob);
  }

  static async start(behaviour: Behaviour = {}): Promise<FaultyServer> {
    const hostKey = await makeKeyPair('ed25519', 'test');
    const tcp = createServer();
    await new Promise<void>((resolve) => {
      tcp.listen(0, '127.0.0.1', resolve);
    });
    const address = tcp.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const server = new FaultyServer(tcp, address.port, hostKey);
    tcp.on('connection', (socket) => server.#serve(socket, behaviour));
    return server;
  }

  /** Cuts every connection, as a machine that loses its power. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => {
      this.#tcp.close(resolve);
    });
    this.drop();
    await closed;
  }

  #serve(socket: Socket, behaviour: Behaviour): void {
    const connection = this.connections++;
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', () => {
      this.received += 1;
    });
    if (behaviour.hangUpOn?.(connection) === true) {
      socket.destroy();
      return;
    }
    const key = behaviour.hostKey?.(connection) ?? this.hostKey;
    const protocol = new ssh2.Server({ hostKeys: [key.privateKey] });
    protocol.on('connection', (client) => this.#handle(client, behaviour));
    protocol.injectSocket(socket);
  }

  #handle(client: Connection, behaviour: Behaviour): void {
    let attempts = 0;
    client.on('error', () => undefined);
    client.on('authentication', (context) => {
      attempts += 1;
      this.seen.push(`auth ${context.method}`);
      const accepted = behaviour.login === undefined || behaviour.login(context, attempts);
      if (accepted === true) context.accept();
      else if (accepted === false) context.reject();
    });
    if (behaviour.tunnels === 'unanswered') {
      client.on('request', (_accept, _reject, name) => this.seen.push(name));
      client.on('tcpip', () => this.seen.push('tcpip'));
    }
    client.on('session', (accept) => this.#session(accept(), behaviour));
  }

  #session(session: Session, behaviour: Behaviour): void {
    session.on('signal', (_accept, _reject, info) => this.seen.push(`signal ${info.name}`));
    session.on('pty', (accept, _reject, { term, cols, rows }) => {
      this.seen.push(`pty ${term} ${cols}x${rows}`);
      accept();
    });
    session.on('sftp', (accept, reject) => {
      this.seen.push('sftp');
      if (behaviour.sftp === 'unanswered') return;
      if (behaviour.sftp === 'cut') this.drop();
      else if (behaviour.sftp === false) reject();
      else accept();
    });
    session.on('exec', (accept, reject, { command }) => {
      if (behaviour.refuses === 'silently') {
        this.drop();
        return;
      }
      if (behaviour.refuses === 'openly') {
        reject();
        return;
      }
      this.seen.push(`exec ${command}`);
      const channel = accept();
      channel.on('close', () => this.seen.push('close'));
      if (behaviour.exec === undefined) {
        channel.exit(0);
        channel.end();
      } else behaviour.exec(channel, command, this);
    });
  }
}

import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { SshConnection } from './handshake.ts';

/** A port that leads somewhere else: who connects to it at one end of the connection comes out at the other. */
export interface Tunnel {
  /** Where it is listened, on the loopback interface. */
  readonly port: number;
  /** Where it leads, as the other end sees it. */
  readonly host: string;
  readonly hostPort: number;
}

export interface Tunnels {
  /** From this computer to what the machine reaches. */
  readonly local: readonly Tunnel[];
  /** From the machine to what this computer reaches. */
  readonly remote: readonly Tunnel[];
}

/** Who has said all may still be answered. */
const HALF_OPEN = { allowHalfOpen: true } as const;

const TUNNEL = /^(\d+):(?:\[([^\]]*)\]|([^:]*)):(\d+)$/;

/** Reads `8080:localhost:80` or `8080:[::1]:80`; undefined: it is neither. */
export function parseTunnel(text: string): Tunnel | undefined {
  const [, port, v6, name, hostPort] = TUNNEL.exec(text) ?? [];
  if (port === undefined || hostPort === undefined) return undefined;
  return { port: Number(port), host: (v6 ?? name) || 'localhost', hostPort: Number(hostPort) };
}

/** Opens tunnels that last as long as the connection does. Rejects with BakeError `ssh-tunnel-refused`. */
export async function openTunnels(connection: SshConnection, { local, remote }: Tunnels): Promise<void> {
  if (remote.length > 0) acceptFromMachine(connection, remote);
  await Promise.all([
    ...local.map((tunnel) => listenHere(connection, tunnel)),
    ...remote.map((tunnel) => listenThere(connection, tunnel)),
  ]);
}

function listenHere({ client, ended }: SshConnection, tunnel: Tunnel): Promise<void> {
  const open = new Set<Socket>();
  const server = createServer(HALF_OPEN, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // Who connects may be gone before the other end of the tunnel is there.
    socket.on('error', () => undefined);
    const { port = 0 } = socket.address() as Partial<AddressInfo>;
    client.forwardOut('127.0.0.1', port, tunnel.host, tunnel.hostPort, (error, channel) => {
      if (error !== undefined) socket.destroy();
      else if (socket.destroyed) channel.destroy();
      else join(socket, channel);
    });
  });
  // Nobody waits for a tunnel.
  server.unref();
  void ended.then(() => {
    server.close();
    for (const socket of open) socket.destroy();
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refused('ssh_local_tunnels', 'this computer', tunnel, error)));
    server.listen(tunnel.port, '127.0.0.1', resolve);
  });
}

function listenThere({ client }: SshConnection, tunnel: Tunnel): Promise<void> {
  return new Promise((resolve, reject) => {
    client.forwardIn('localhost', tunnel.port, (error) => {
      if (error === undefined) resolve();
      else reject(refused('ssh_remote_tunnels', 'the machine', tunnel, error));
    });
  });
}

function acceptFromMachine({ client, ended }: SshConnection, tunnels: readonly Tunnel[]): void {
  client.on('tcp connection', ({ destPort }, accept, reject) => {
    const tunnel = tunnels.find(({ port }) => port === destPort);
    if (tunnel === undefined) {
      reject();
      return;
    }
    const socket = connect({ ...HALF_OPEN, host: tunnel.host, port: tunnel.hostPort });
    const giveUp = (): void => reject();
    socket.once('error', giveUp).once('connect', () => {
      socket.off('error', giveUp);
      join(socket, accept());
    });
    // One that is still being connected would come too late.
    void ended.then(() => socket.destroy());
  });
}

/** What one side says reaches the other; with one of them, both end. */
function join(one: Duplex, other: Duplex): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.on('error', () => to.destroy());
    from.once('close', () => to.destroy());
    from.pipe(to);
  }
}

function refused(option: string, where: string, { port }: Tunnel, cause: Error): BakeError {
  return new BakeError(`No tunnel can be opened at port ${port} of ${where}: ${errorMessage(cause)}`, {
    code: 'ssh-tunnel-refused',
    category: 'connection',
    hint: `Take a port in ${option} that is free there; the SSH server must allow forwarding (AllowTcpForwarding), and builds that run at once can't share a port.`,
    cause,
  });
}

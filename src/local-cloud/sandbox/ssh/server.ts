import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection } from 'ssh2';
import type { GuestFiles, Login } from '../guest-files.ts';
import type { GuestLink } from '../guest-link.ts';
import type { HostTools } from '../host-tools.ts';
import type { Listening } from './address.ts';
import { type AuthorizedKey, readAuthorizedKeys } from './authorized-keys.ts';
import { serveForwarding } from './forwarding.ts';
import { serveSession } from './session.ts';

export interface SshGuest {
  readonly link: GuestLink;
  readonly files: GuestFiles;
  readonly tools: HostTools;
}

/** A running SSH server of one machine. */
export interface SshServer {
  /** Ends every connection and stops listening. */
  close(): Promise<void>;
}

/** Who has logged in, and with which key's restrictions. */
export interface LoggedIn {
  readonly login: Login;
  readonly key: AuthorizedKey;
  /** For SSH_CONNECTION: client address and port, server address and port. */
  readonly connection: string;
}

/**
 * Serves SSH on `listening` for a machine: public keys only, checked against the authorized_keys file inside it, and
 * every program runs inside it as the user who logged in.
 */
export function serveSsh(listening: Listening, hostKey: string, guest: SshGuest): SshServer {
  const sockets = new Set<Socket>();
  const ssh = new ssh2.Server({ hostKeys: [hostKey], ident: 'OpenSSH_9.2 bake-ami' }, (connection, client) =>
    serveConnection(connection, `${client.ip} ${client.port} ${listening.address} ${listening.port}`, guest),
  );
  ssh.on('error', () => undefined);
  const accept = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    ssh.injectSocket(socket);
  };
  listening.server.on('connection', accept);
  // A connection that could not be accepted is nobody's.
  listening.server.on('error', () => undefined);
  return {
    close: () =>
      new Promise((resolve) => {
        listening.server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function serveConnection(connection: Connection, ends: string, guest: SshGuest): void {
  let loggedIn: LoggedIn | undefined;
  connection.on('error', () => undefined);
  connection.on('authentication', (context) => {
    authenticate(context, guest).then(
      (found) => {
        if (found === undefined) {
          context.reject(['publickey']);
          return;
        }
        loggedIn = { ...found, connection: ends };
        context.accept();
      },
      () => context.reject(['publickey']),
    );
  });
  connection.on('ready', () => {
    if (loggedIn === undefined) return;
    const who = loggedIn;
    connection.on('session', (accept) => serveSession(accept(), who, guest));
    connection.on('tcpip', (accept, reject, { destIP, destPort }) => {
      if (who.key.forwarding) serveForwarding(accept, reject, guest.link, destIP, destPort);
      else reject();
    });
  });
}

/** A client first asks whether a key would do (no signature), and then proves that it holds it. */
async function authenticate(
  context: AuthContext,
  guest: SshGuest,
): Promise<{ readonly login: Login; readonly key: AuthorizedKey } | undefined> {
  if (context.method !== 'publickey') return undefined;
  const login = await guest.files.login(context.username);
  if (login === undefined) return undefined;
  const texts = await Promise.all(
    ['authorized_keys', 'authorized_keys2'].map((name) => guest.files.read(`${login.home}/.ssh/${name}`)),
  );
  const offered = context.key.data;
  const key = readAuthorizedKeys(texts.join('\n')).find(
    ({ blob }) => blob.length === offered.length && timingSafeEqual(blob, offered),
  );
  if (key === undefined) return undefined;
  const { signature, blob, hashAlgo } = context;
  if (signature === undefined) {
    // The answer has to name the algorithm that was asked for (RFC 8332, 3.2); ssh2 would say `ssh-rsa`, which Go refuses.
    if (hashAlgo !== undefined) context.key.algo = `rsa-sha2-${hashAlgo === 'sha256' ? 256 : 512}`;
    return { login, key };
  }
  return blob !== undefined && key.verify(blob, signature, hashAlgo) ? { login, key } : undefined;
}

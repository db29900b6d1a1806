import { createServer, type Socket } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';
import type { TunnelListener } from '../../engine/ports.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';

const HOST = '127.0.0.1';

/**
 * A door on this machine for programs that connect by themselves (Ansible): each connection gets a stream of its own.
 * Whoever has an account here can knock; the machine behind it still asks for the key.
 */
export async function listenForTunnel(port: number, open: () => Promise<Duplex>): Promise<TunnelListener> {
  const sockets = new Set<Socket>();
  const server = createServer({ pauseOnConnect: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
    open().then(
      (stream) => {
        // A failure of one ends the other: there is nobody else to tell.
        pipeline(stream, socket, () => socket.destroy());
        pipeline(socket, stream, () => stream.destroy());
      },
      () => socket.destroy(),
    );
  });
  const taken = await new Promise<number>((resolve, reject) => {
    // Later ones, of a connection that could not be accepted, change nothing.
    server.on('error', (cause) => reject(portTaken(port, cause)));
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
  return {
    host: HOST,
    port: taken,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function portTaken(port: number, cause: Error): BakeError {
  return new BakeError(`Cannot listen on ${HOST}:${port} for the Session Manager tunnel: ${errorMessage(cause)}`, {
    code: 'tunnel-port',
    category: 'input',
    hint: 'Remove session_manager_port, so that a free port is taken, or name another one; builds at the same time need one each.',
    cause,
  });
}

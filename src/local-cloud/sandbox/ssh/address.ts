import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:net';

export interface Listening {
  readonly server: Server;
  readonly address: string;
  readonly port: number;
}

/** Ports to try when 22 is not to be had: a privileged one for us, or taken on every address by the host's own sshd. */
const OTHER_PORTS = [2222, 0];
const ADDRESSES_TO_TRY = 8;

/**
 * Listens on a loopback address of the instance's own, on port 22 where possible. All of 127.0.0.0/8 is this computer
 * (RFC 6890); the address follows from the instance's id, and the next one is taken when that is in use.
 */
export async function listenForInstance(instanceId: string): Promise<Listening> {
  const server = createServer({ noDelay: true });
  for (const port of [22, ...OTHER_PORTS]) {
    for (let attempt = 0; attempt < ADDRESSES_TO_TRY; attempt += 1) {
      const address = addressOf(instanceId, attempt);
      const code = await listen(server, address, port);
      if (code === undefined) return { server, address, port: portOf(server) };
      if (code !== 'EADDRINUSE') break;
    }
  }
  throw new Error(`No loopback address is free for ${instanceId}`);
}

/** Listens again where an instance listened before it was stopped. */
export async function listenAgain(address: string, port: number): Promise<Listening> {
  const server = createServer({ noDelay: true });
  const code = await listen(server, address, port);
  if (code !== undefined) throw new Error(`Could not listen on ${address}:${port} again: ${code}`);
  return { server, address, port };
}

function addressOf(instanceId: string, attempt: number): string {
  const digest = createHash('sha256').update(`${instanceId}/${attempt}`).digest();
  const [first = 0, second = 0, third = 0] = digest;
  return `127.${64 + (first % 128)}.${second}.${1 + (third % 254)}`;
}

function listen(server: Server, address: string, port: number): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening);
      if (error.code === undefined) reject(error);
      else resolve(error.code);
    };
    const onListening = (): void => {
      server.off('error', onError);
      resolve(undefined);
    };
    server.once('error', onError);
    server.once('listening', onListening);
    server.listen(port, address);
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen');
  return address.port;
}

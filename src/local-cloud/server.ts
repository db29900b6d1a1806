import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { BakeError } from '../kernel/errors.ts';
import type { LocalCloud } from './cloud.ts';
import { BROKEN_CONNECTION, type CloudRequest } from './protocol/http.ts';
import { isFromWebPage } from './protocol/web-pages.ts';
import type { DataChannels } from './session-manager/data-channels.ts';

export interface ServeOptions {
  /** A loopback address; default 127.0.0.1. */
  readonly host?: string;
  /** 0, the default, lets the system choose. */
  readonly port?: number;
}

export interface CloudServer {
  /** What `AWS_ENDPOINT_URL` is set to. */
  readonly url: string;
  /** Closes the port and all connections; the cloud itself goes on. */
  close(): Promise<void>;
}

/** More than any request of the protocols here needs: user data is at most 16 KiB. */
const MAXIMUM_BODY = 4 * 1_024 * 1_024;

/** Were it shorter than the pauses of a bake, as Node's own 5 s are, a request could meet the end of its connection. */
const IDLE_CONNECTION_MS = 75_000;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** Serves a cloud over HTTP on a loopback address. Rejects with a BakeError when the port can't be had. */
export async function serveLocalCloud(cloud: LocalCloud, options: ServeOptions = {}): Promise<CloudServer> {
  const host = options.host ?? '127.0.0.1';
  if (!LOOPBACK.has(host)) {
    throw new BakeError(`The local cloud can't listen on ${host}`, {
      code: 'local-cloud-not-loopback',
      category: 'input',
      hint: 'It accepts every key, so it only listens on 127.0.0.1, ::1 or localhost.',
    });
  }
  const server = createServer((request, response) => {
    serve(cloud, request, response).catch((thrown: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(String(thrown));
    });
  });
  server.keepAliveTimeout = IDLE_CONNECTION_MS;
  // What most clouds never need is loaded when the first session is connected to.
  let channels: Promise<DataChannels> | undefined;
  server.on('upgrade', (request, socket, head) => {
    // Node no longer listens; a client that breaks the connection now must not end this process.
    socket.on('error', () => undefined);
    if (isFromWebPage(request.headers)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    channels ??= import('./session-manager/data-channels.ts').then((module) => new module.DataChannels(cloud.sessions));
    channels.then(
      (served) => served.upgrade(request, socket, head),
      () => socket.destroy(),
    );
  });
  const port = await new Promise<number>((resolve, reject) => {
    // Later ones, of a connection that could not be accepted, change nothing.
    server.on('error', (cause) =>
      reject(
        new BakeError(`The local cloud can't listen on ${host}:${options.port ?? 0}: ${cause.message}`, {
          code: 'local-cloud-port',
          category: 'input',
          hint: 'Choose another port, or 0 for any free one.',
          cause,
        }),
      ),
    );
    server.listen(options.port ?? 0, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  cloud.sessions.servedAt = url;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        cloud.sessions.servedAt = undefined;
        server.close(() => resolve());
        server.closeAllConnections();
        void channels?.then((served) => served.close());
      }),
  };
}

async function serve(cloud: LocalCloud, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  if (isFromWebPage(request.headers)) {
    response
      .writeHead(403, { connection: 'close' })
      .end('The local cloud answers programs on this computer, not web pages.\n');
    return;
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.writeHead(413, { connection: 'close' }).end();
    return;
  }
  const outcome = await cloud.handle(cloudRequest(request, body, gone.signal));
  if (outcome === BROKEN_CONNECTION) {
    request.socket.destroy();
    return;
  }
  response.writeHead(outcome.status, { ...outcome.headers, 'content-length': Buffer.byteLength(outcome.body) });
  response.end(outcome.body);
}

/** Undefined where it is too long; then it is read to its end all the same, since nobody hears an answer while sending. */
async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= MAXIMUM_BODY) chunks.push(bytes);
  }
  return size > MAXIMUM_BODY ? undefined : Buffer.concat(chunks).toString('utf8');
}

function cloudRequest(request: IncomingMessage, body: string, signal: AbortSignal): CloudRequest {
  // The base only makes a relative address complete.
  const address = new URL(request.url ?? '/', 'http://localhost');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: request.method ?? 'GET',
    path: address.pathname,
    headers,
    query: new Map(address.searchParams),
    body,
    signal,
  };
}

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { isRecord } from '../../kernel/is-record.ts';
import { LONGEST_FRAME } from '../../session-manager/agent-message.ts';
import type { Session, Sessions } from './sessions.ts';

const PATH = /^\/v1\/data-channel\/([^/]+)$/;

/** Serves the WebSocket side of sessions: a connection's first message is text, and holds the token of its session. */
export class DataChannels {
  readonly #sessions: Sessions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: LONGEST_FRAME, perMessageDeflate: false });

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  /** Takes an HTTP request that asks for a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const [path = ''] = (request.url ?? '').split('?');
    const session = this.#sessions.get(PATH.exec(path)?.[1] ?? '');
    if (session === undefined) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => undefined);
      client.once('message', (data, isBinary) => {
        const text = !isBinary && Buffer.isBuffer(data) ? data.toString('utf8') : '';
        if (mayEnter(session, text)) session.agent.attach(client);
        else client.close(1008, 'The token is not valid.');
      });
    });
  }

  close(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }
}

function mayEnter({ tokens }: Session, text: string): boolean {
  let opening: unknown;
  try {
    opening = JSON.parse(text);
  } catch {
    return false;
  }
  return isRecord(opening) && typeof opening['TokenValue'] === 'string' && tokens.delete(opening['TokenValue']);
}

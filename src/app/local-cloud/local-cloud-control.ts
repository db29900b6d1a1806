import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

/** What another process may ask a local cloud for. */
export interface LocalCloudControl {
  /** One line for each resource that a finished run should not leave. */
  left(): readonly string[];
  /** Ends it, and resolves when everything of it is gone. */
  stop(): Promise<void>;
}

export interface ControlServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves `GET /left` and `POST /stop` on the loopback interface to whoever has the token. Both answer
 * `{"left": [...]}`; `stop` answers when the cloud has ended, with what was left then.
 */
export async function serveControl(token: string, control: LocalCloudControl): Promise<ControlServer> {
  const server = createServer((request, response) => {
    const answer = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify(body));
    };
    void act(request, token, control).then(
      ([status, body]) => answer(status, body),
      (error) => answer(500, { error: String(error) }),
    );
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function act(request: IncomingMessage, token: string, control: LocalCloudControl): Promise<[number, object]> {
  if (!isAuthorised(request, token)) return [401, { error: 'The token is missing or wrong.' }];
  switch (`${request.method} ${request.url}`) {
    case 'GET /left':
      return [200, { left: control.left() }];
    case 'POST /stop': {
      const left = control.left();
      await control.stop();
      return [200, { left }];
    }
    default:
      return [404, { error: 'Only GET /left and POST /stop are possible here.' }];
  }
}

function isAuthorised({ headers }: IncomingMessage, token: string): boolean {
  const given = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

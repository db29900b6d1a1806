import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
}

/** The part of GitHub's REST API that is called, over HTTP: comments of one pull request and statuses of commits. */
export class FakeGitHub implements AsyncDisposable {
  readonly comments: Comment[] = [];
  readonly statuses: { sha: string; state: string; context: string; description: string; target_url: string }[] = [];
  readonly requests: string[] = [];
  /** The login of the token; undefined: an app's token, which may not ask. */
  login: string | undefined;
  /** What every writing call is refused with. */
  refusal: { readonly status: number; readonly message: string } | undefined;
  /** What becomes of every answer once its first half is sent; undefined: the other half is sent too. */
  halfway: 'stalls' | 'breaks' | undefined;
  /** Resolves when half of an answer was sent. */
  readonly isHalfway: Promise<void>;
  #atHalf = (): void => undefined;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor() {
    this.isHalfway = new Promise((resolve) => {
      this.#atHalf = resolve;
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const body: Record<string, string> = text === '' ? {} : JSON.parse(text);
    const [status, answer] = this.#answer(request.method ?? '', request.url ?? '', body, request.headers.authorization);
    const sent = JSON.stringify(answer);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) });
    if (this.halfway === undefined) {
      response.end(sent);
      return;
    }
    response.write(sent.slice(0, sent.length / 2), () => {
      this.#atHalf();
      if (this.halfway === 'breaks') request.socket.destroy();
    });
  }

  #answer(method: string, url: string, body: Record<string, string>, token: string | undefined): [number, unknown] {
    this.requests.push(`${method} ${url}`);
    if (token !== 'Bearer t0ken') return [401, { message: 'Bad credentials' }];
    if (url === '/user') {
      return this.login === undefined
        ? [403, { message: 'Resource not accessible by integration' }]
        : [200, { login: this.login, type: 'User' }];
    }
    const { pathname, searchParams } = new URL(url, 'http://x');
    if (method === 'GET' && pathname === '/repos/o/r/issues/7/comments') {
      const [page, size] = [Number(searchParams.get('page')), Number(searchParams.get('per_page'))];
      return [200, this.comments.slice((page - 1) * size, page * size)];
    }
    if (this.refusal !== undefined) return [this.refusal.status, { message: this.refusal.message }];
    if (method === 'POST' && pathname === '/repos/o/r/issues/7/comments') {
      const user = { login: this.login ?? 'github-actions[bot]', type: this.login === undefined ? 'Bot' : 'User' };
      this.comments.push({ id: this.comments.length + 1, body: body['body'] ?? '', user });
      return [201, {}];
    }
    const id = /^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(pathname)?.[1];
    const comment = this.comments.find((each) => String(each.id) === id);
    if (method === 'PATCH' && comment !== undefined) {
      comment.body = body['body'] ?? '';
      return [200, comment];
    }
    const sha = /^\/repos\/o\/r\/statuses\/([0-9a-f]+)$/.exec(pathname)?.[1];
    if (method === 'POST' && sha !== undefined) {
      const { state = '', context = '', description = '', target_url = '' } = body;
      if (description.length > 140) return [422, { message: 'description is too long (maximum is 140 characters)' }];
      this.statuses.push({ sha, state, context, description, target_url });
      return [201, {}];
    }
    return [404, { message: 'Not Found' }];
  }
}

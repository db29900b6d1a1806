import { HttpClient } from '@actions/http-client';
import { orAborted } from '../../kernel/deadline.ts';
import { isRecord } from '../../kernel/is-record.ts';

/*
 * Three calls of GitHub's REST API. The runner's own HTTP client makes them, which goes through the proxy of the environment;
 * the whole of @actions/github (half a megabyte, and a dependency that wants Node 22) would be for nothing else.
 */

/** What is needed to call GitHub's API. */
export interface GitHubAccess {
  /** `https://api.github.com`, or of an Enterprise Server, without a slash at its end. */
  readonly apiUrl: string;
  readonly token: string;
  /** Ends the calls. */
  readonly signal: AbortSignal;
}

/** GitHub refused a call. */
export class GitHubRefusal extends Error {
  override readonly name = 'GitHubRefusal';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export type GitHubCall = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => Promise<unknown>;

/**
 * Calls of the REST API (docs.github.com/rest, version 2022-11-28), by paths from the root of the API. Each resolves with the
 * JSON of the answer, and rejects with `GitHubRefusal` or with what the network says.
 */
export function gitHubCall({ apiUrl, token, signal }: GitHubAccess): GitHubCall {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'x-github-api-version': '2022-11-28',
  };
  return async (method, path, body) => {
    const client = new HttpClient('bake-ami', undefined, {
      headers,
      socketTimeout: 20_000,
      allowRetries: true,
      maxRetries: 2,
    });
    try {
      const sent = body === undefined ? null : JSON.stringify(body);
      const { status, text } = await orAborted(
        client
          .request(method, `${apiUrl}${path}`, sent, { 'content-type': 'application/json' })
          .then(async ({ message }) => ({ status: message.statusCode ?? 0, text: await bodyOf(message) })),
        signal,
      );
      if (status < 200 || status > 299) throw new GitHubRefusal(status, `GitHub answered ${status}: ${reasonIn(text)}`);
      return text === '' ? undefined : JSON.parse(text);
    } finally {
      client.dispose();
    }
  };
}

/** The client's own way to read it never ends where the connection breaks in the middle. */
async function bodyOf(message: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function reasonIn(text: string): string {
  try {
    const answer: unknown = JSON.parse(text);
    if (isRecord(answer) && typeof answer['message'] === 'string') return answer['message'];
  } catch {
    // A page of a proxy: its status has to do.
  }
  return 'without a reason';
}

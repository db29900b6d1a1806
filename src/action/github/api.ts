import { HttpClient } from '@actions/http-client';
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
export function gitHubCall({ apiUrl, token }: GitHubAccess): GitHubCall {
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
      const response = await client.request(method, `${apiUrl}${path}`, sent, { 'content-type': 'application/json' });
      const text = await response.readBody();
      const status = response.message.statusCode ?? 0;
      if (status < 200 || status > 299) throw new GitHubRefusal(status, `GitHub answered ${status}: ${reasonIn(text)}`);
      return text === '' ? undefined : JSON.parse(text);
    } finally {
      client.dispose();
    }
  };
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

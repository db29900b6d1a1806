import type { Clock } from '../../kernel/clock.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import { shownUrl, urlProblem } from './http-url.ts';
import { type HttpRequest, type RedirectRule, redirected } from './redirect.ts';

export interface HttpQuestion extends HttpRequest {
  readonly redirects: RedirectRule;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TIME_LIMIT_MS = 60_000;
const SIZE_LIMIT = 10 * 1024 * 1024;

/**
 * One request, whatever its status, and those that its redirects lead to. Rejects with BakeError `http-failed` or
 * `http-redirect`; URLs are shown without credentials.
 */
export async function askHttp(question: HttpQuestion, clock: Clock, signal: AbortSignal): Promise<HttpAnswer> {
  const { method } = question;
  const shown = `${method} ${shownUrl(question.url)}`;
  const failed = (why: string, cause?: unknown): BakeError =>
    new BakeError(`${shown} failed: ${why}`, {
      code: 'http-failed',
      category: 'connection',
      hint: 'Check the address, and that this machine may reach it (proxy, firewall).',
      cause,
    });
  const first = withoutUserInfo(question, failed);
  const late = (): BakeError => failed(`no whole answer within ${TIME_LIMIT_MS / 1_000} seconds`);
  return withDeadline(clock, TIME_LIMIT_MS, late, signal, async (limited) => {
    try {
      const response = await follow(first, question.redirects, failed, limited);
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await textOf(response, failed),
      };
    } catch (thrown) {
      if (limited.aborted) throw limited.reason;
      throw thrown instanceof BakeError ? thrown : failed(reasonOf(thrown));
    }
  });
}

/** The answer at the end of all redirects. `fetch` would take the headers with it wherever it is sent. */
async function follow(
  first: HttpRequest,
  rule: RedirectRule,
  failed: (why: string) => BakeError,
  signal: AbortSignal,
): Promise<Response> {
  let request = first;
  for (let count = 0; ; count += 1) {
    const { url, method, headers, body } = request;
    const response = await fetch(url, { method, headers, signal, redirect: 'manual', ...(body ? { body } : {}) });
    const location = response.headers.get('location');
    const next = redirected(request, { status: response.status, location }, count, rule);
    if (next === undefined) return response;
    await response.body?.cancel();
    request = withoutUserInfo(next, failed);
  }
}

async function textOf(response: Response, failed: (why: string) => BakeError): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > SIZE_LIMIT) throw failed(`the answer is longer than ${SIZE_LIMIT / 1024 / 1024} MiB`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** In the words of the Fetch standard, section 2.9 ("Port blocking"), which Node.js keeps to and Go does not. */
const BLOCKED_PORT =
  'the port belongs to another protocol, and Node.js asks none of those by HTTP (Packer does); let the service listen on another port';

/** `fetch failed` says nothing; what lies behind it does. */
function reasonOf(thrown: unknown): string {
  const hasCause = typeof thrown === 'object' && thrown !== null && 'cause' in thrown && thrown.cause !== undefined;
  const reason = errorMessage(hasCause ? thrown.cause : thrown);
  return reason === 'bad port' ? BLOCKED_PORT : reason;
}

/** What stands before the @ of a URL goes into a header, as curl and Go do; `fetch` refuses such a URL. */
function withoutUserInfo(request: HttpRequest, failed: (why: string) => BakeError): HttpRequest {
  const { url, headers } = request;
  const problem = urlProblem(url);
  if (problem !== undefined) throw failed(problem);
  const parsed = new URL(url);
  const { username, password } = parsed;
  if (username === '' && password === '') return request;
  parsed.username = '';
  parsed.password = '';
  let pair: string;
  try {
    pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    throw failed('in the user or the password stands a % that begins no code such as %25, which is % itself');
  }
  const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  return { ...request, url: parsed.href, headers: { Authorization: authorization, ...headers } };
}

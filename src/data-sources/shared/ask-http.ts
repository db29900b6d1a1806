import type { Clock } from '../../kernel/clock.ts';
import { withDeadline } from '../../kernel/deadline.ts';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';

export interface HttpQuestion {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const TIME_LIMIT_MS = 60_000;
const SIZE_LIMIT = 10 * 1024 * 1024;

/** One request, whatever its status. Rejects with BakeError `http-failed`; the URL is shown without credentials. */
export async function askHttp(question: HttpQuestion, clock: Clock, signal: AbortSignal): Promise<HttpAnswer> {
  const { method, body } = question;
  const shown = `${method} ${shownUrl(question.url)}`;
  const failed = (why: string, cause?: unknown): BakeError =>
    new BakeError(`${shown} failed: ${why}`, {
      code: 'http-failed',
      category: 'connection',
      hint: 'Check the address, and that this machine may reach it (proxy, firewall).',
      cause,
    });
  const { url, headers } = withoutUserInfo(question, failed);
  const late = (): BakeError => failed(`no whole answer within ${TIME_LIMIT_MS / 1_000} seconds`);
  return withDeadline(clock, TIME_LIMIT_MS, late, signal, async (limited) => {
    try {
      const response = await fetch(url, { method, headers, signal: limited, ...(body ? { body } : {}) });
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

/** `fetch failed` says nothing; what lies behind it does. */
function reasonOf(thrown: unknown): string {
  const hasCause = typeof thrown === 'object' && thrown !== null && 'cause' in thrown && thrown.cause !== undefined;
  return errorMessage(hasCause ? thrown.cause : thrown);
}

/** What stands before the @ of a URL goes into a header, as curl and Go do; `fetch` refuses such a URL. */
function withoutUserInfo(
  { url, headers }: HttpQuestion,
  failed: (why: string) => BakeError,
): Pick<HttpQuestion, 'url' | 'headers'> {
  const parsed = URL.parse(url);
  if (parsed === null) throw failed('it has to begin with https:// or http://, and a host');
  const { username, password } = parsed;
  if (username === '' && password === '') return { url, headers };
  parsed.username = '';
  parsed.password = '';
  let pair: string;
  try {
    pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    throw failed('in the user or the password stands a % that begins no code such as %25, which is % itself');
  }
  return { url: parsed.href, headers: { Authorization: `Basic ${Buffer.from(pair).toString('base64')}`, ...headers } };
}

/** A URL for messages: without user and password, and without the query, which may hold a token. */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return 'an address that is no URL';
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search === '' ? '' : '?…'}`;
}

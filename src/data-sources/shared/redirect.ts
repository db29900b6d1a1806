import { BakeError } from '../../kernel/errors.ts';
import { shownUrl, urlProblem } from './http-url.ts';

/** One request as it goes out: its URL has no user and password. */
export interface HttpRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** What is done where a server sends the client elsewhere. */
export interface RedirectRule {
  /** How many times in a row. */
  readonly most: number;
  /** Whether to go to another host, or from https to http: without the headers that hold credentials, or not at all. */
  readonly elsewhere: 'without-credentials' | 'refused';
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** With these the same request is made again (RFC 9110, section 15.4); with the others it becomes a GET. */
const KEEPS_METHOD: ReadonlySet<number> = new Set([307, 308]);
/** Go's http client takes these away, and those by which services are asked with a token. */
const HOLDS_CREDENTIALS = /^(?:www-authenticate|cookie2?|(?:proxy-)?authorization)$|token|secret|password|api-?key/i;

/**
 * The request that a redirect asks for; undefined when the answer is none. `before` is how many there have been. Throws
 * BakeError where the rule forbids it.
 */
export function redirected(
  request: HttpRequest,
  answer: { readonly status: number; readonly location: string | null },
  before: number,
  rule: RedirectRule,
): HttpRequest | undefined {
  if (!REDIRECTS.has(answer.status) || answer.location === null) return undefined;
  const from = new URL(request.url);
  const to = URL.parse(answer.location, from);
  const shown = `${request.method} ${shownUrl(request.url)}`;
  const problem = to === null ? 'it is no URL' : urlProblem(to.href);
  if (to === null || problem !== undefined) {
    throw refusal(`${shown} was redirected to an address that can't be asked: ${problem}`, 'Check the server.');
  }
  if (before >= rule.most) {
    const times = rule.most === 1 ? 'once' : `${rule.most} times`;
    throw refusal(
      `${shown} was redirected again, to ${shownUrl(to.href)}, after it had been redirected ${times}`,
      'Write the address at which the answer is.',
    );
  }
  const isElsewhere = isOtherHost(from, to) || (from.protocol === 'https:' && to.protocol === 'http:');
  if (isElsewhere && rule.elsewhere === 'refused') {
    const why = isOtherHost(from, to) ? 'another host' : 'a connection that is not encrypted';
    throw refusal(
      `${shown} was redirected to ${shownUrl(to.href)}; the token is not sent there, which is ${why}`,
      `If that is where the service is, set its address to ${to.origin}.`,
    );
  }
  const keeps = KEEPS_METHOD.has(answer.status) || ['GET', 'HEAD'].includes(request.method);
  const headers = Object.entries(request.headers).filter(
    ([name]) => !(isElsewhere && HOLDS_CREDENTIALS.test(name)) && (keeps || !/^content-/i.test(name)),
  );
  return {
    url: to.href,
    method: keeps ? request.method : 'GET',
    headers: Object.fromEntries(headers),
    body: keeps ? request.body : undefined,
  };
}

/** As in Go's http client, a host's subdomains are as good as itself. */
function isOtherHost(from: URL, to: URL): boolean {
  return to.hostname !== from.hostname && !to.hostname.endsWith(`.${from.hostname}`);
}

function refusal(message: string, hint: string): BakeError {
  return new BakeError(message, { code: 'http-redirect', category: 'connection', hint });
}

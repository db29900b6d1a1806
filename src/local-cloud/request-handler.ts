import type { HttpHandlerOptions, HttpRequest, HttpResponse } from '@smithy/types';
import type { LocalCloud } from './cloud.ts';
import { BROKEN_CONNECTION, type CloudRequest } from './protocol/http.ts';

/** The part of the AWS SDK's HttpHandler that its clients call; give it to a client as `requestHandler`. */
export interface InProcessRequestHandler {
  readonly metadata: { readonly handlerProtocol: string };
  handle(request: HttpRequest, options?: HttpHandlerOptions): Promise<{ response: HttpResponse }>;
  destroy(): void;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
}

/** Connects SDK clients to the cloud without a network: their requests are signed and parsed as ever. */
export function requestHandlerFor(cloud: LocalCloud): InProcessRequestHandler {
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request, options) => {
      const given = options?.abortSignal;
      const signal = given instanceof AbortSignal ? given : undefined;
      if (signal?.aborted) throw abortError();
      const outcome = await untilAborted(cloud.handle(cloudRequest(request, signal)), signal);
      if (outcome === BROKEN_CONNECTION) throw connectionReset();
      return {
        response: {
          statusCode: outcome.status,
          headers: { ...outcome.headers },
          body: new TextEncoder().encode(outcome.body),
        },
      };
    },
    destroy: () => undefined,
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
  };
}

function cloudRequest(request: HttpRequest, signal: AbortSignal | undefined): CloudRequest {
  const query = new Map<string, string>();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    query.set(name, last ?? '');
  }
  return {
    method: request.method,
    path: request.path,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
    query,
    body: bodyText(request.body),
    ...(signal === undefined ? {} : { signal }),
  };
}

function bodyText(body: unknown): string {
  if (body === undefined || body === null) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new TypeError('The local cloud takes bodies of text or bytes only.');
}

function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(abortError());
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/** What the SDK's own handlers throw for an aborted request. */
function abortError(): Error {
  return Object.assign(new Error('Request aborted'), { name: 'AbortError' });
}

/** What the SDK's own handler makes of a connection that the other side breaks; its retries know it by this name. */
function connectionReset(): Error {
  return Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });
}

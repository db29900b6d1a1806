import type { Clock } from '../../kernel/clock.ts';
import { BakeError } from '../../kernel/errors.ts';
import { askHttp } from '../shared/ask-http.ts';
import { pathBelow } from './path-below.ts';
import { checkStatus, type Environment, REDIRECTS } from './service.ts';

/** Where Consul's own tools look when nothing is said. */
const DEFAULT_ADDRESS = '127.0.0.1:8500';

/** The value of a key. Source: Consul HTTP API, "KV store", Read key with `raw`. */
export async function readConsul(
  key: string,
  environment: Environment,
  clock: Clock,
  signal: AbortSignal,
): Promise<string> {
  const written = environment['CONSUL_HTTP_ADDR'] || DEFAULT_ADDRESS;
  const scheme = environment['CONSUL_HTTP_SSL'] === 'true' ? 'https' : 'http';
  const address = written.includes('://') ? written : `${scheme}://${written}`;
  const token = environment['CONSUL_HTTP_TOKEN'];
  const path = pathBelow(key, 'a key in Consul');
  const url = `${address.replace(/\/+$/, '')}/v1/kv/${path}?raw`;
  const headers: Readonly<Record<string, string>> = token ? { 'X-Consul-Token': token } : {};
  const answer = await askHttp({ url, method: 'GET', headers, body: undefined, redirects: REDIRECTS }, clock, signal);
  checkStatus(answer.status, {
    service: 'Consul',
    what: `the key "${key}"`,
    token: 'CONSUL_HTTP_TOKEN',
    missing: 'Check the key, and CONSUL_HTTP_ADDR.',
  });
  if (answer.body === '') {
    throw new BakeError(`The key "${key}" in Consul is empty`, {
      code: 'secret-not-found',
      category: 'cloud',
      hint: 'An empty value counts as a missing one, as in Packer. Write one into Consul, or leave the function out.',
    });
  }
  return answer.body;
}

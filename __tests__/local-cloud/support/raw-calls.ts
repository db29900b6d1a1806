import type { LocalCloud } from '../../../src/local-cloud/cloud.ts';
import { authorization, rawQuery } from '../../support/local-cloud.ts';

/** One call of a Query service, which may be refused. */
export async function query(
  cloud: LocalCloud,
  service: string,
  Action: string,
  parameters: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: string }> {
  return rawQuery(cloud, { Action, ...parameters }, { authorization: authorization(service) });
}

/** What the answer has between tags of one name, in its order. */
export function values(body: string, name: string): readonly string[] {
  return [...body.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value = '']) => value);
}

/** One call of a JSON service; the body may be none. */
export async function json(
  cloud: LocalCloud,
  service: string,
  action: string,
  body: string | object,
): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  const outcome = await cloud.handle({
    method: 'POST',
    path: '/',
    headers: { authorization: authorization(service), 'x-amz-target': `Service.${action}` },
    query: new Map(),
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  if (outcome === 'broken-connection') throw new Error('the connection broke');
  return { status: outcome.status, body: JSON.parse(outcome.body) };
}

import type { Clock } from '../../kernel/clock.ts';
import { BakeError } from '../../kernel/errors.ts';
import { isRecord } from '../../kernel/is-record.ts';
import { askHttp } from '../shared/ask-http.ts';
import { pathBelow } from './path-below.ts';
import { checkStatus, type Environment, REDIRECTS, required } from './service.ts';

const SERVICE = 'Vault';

/**
 * A field of a secret, by its path (`secret/data/app`). What an engine of version 2 answers holds the fields in `data`
 * within `data`; one of version 1, in `data`. Source: Vault HTTP API, "KV secrets engine".
 */
export async function readVault(
  path: string,
  key: string,
  environment: Environment,
  clock: Clock,
  signal: AbortSignal,
): Promise<string> {
  const address = required('VAULT_ADDR', environment, SERVICE);
  const token = required('VAULT_TOKEN', environment, SERVICE);
  const namespace = environment['VAULT_NAMESPACE'];
  const url = `${address.replace(/\/+$/, '')}/v1/${pathBelow(path, 'the path of a secret in Vault')}`;
  const headers = {
    'X-Vault-Token': token,
    'X-Vault-Request': 'true',
    ...(namespace ? { 'X-Vault-Namespace': namespace } : {}),
  };
  const answer = await askHttp({ url, method: 'GET', headers, body: undefined, redirects: REDIRECTS }, clock, signal);
  checkStatus(answer.status, {
    service: SERVICE,
    what: `the secret "${path}"`,
    token: 'VAULT_TOKEN',
    missing: 'With a key-value engine of version 2 the path has "data" after the name of the engine: secret/data/app.',
  });
  const data = memberOf(parsed(answer.body), 'data');
  const versioned = memberOf(data, 'data');
  const fields = isRecord(versioned) ? versioned : data;
  const value = memberOf(fields, key);
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const names = isRecord(fields) ? Object.keys(fields).sort().join(', ') : '';
  throw new BakeError(`The secret "${path}" in Vault has no text "${key}"`, {
    code: 'secret-key-not-found',
    category: 'cloud',
    hint: names === '' ? 'It has no fields.' : `Its fields are: ${names}.`,
  });
}

function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new BakeError('What answers at VAULT_ADDR is not Vault: it does not speak JSON', {
      code: 'invalid-answer',
      category: 'connection',
      hint: 'Check VAULT_ADDR.',
    });
  }
}

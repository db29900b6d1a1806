import { CreateSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from '@jest/globals';
import { remoteFunctions } from '../../src/data-sources/remote-functions/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { clientConfig } from '../support/local-cloud.ts';
import { awsRig } from './support/aws.ts';
import { webServer } from './support/web-server.ts';

const nobody = () => Promise.reject(new Error('AWS may not be asked'));

function asking(
  environment: Readonly<Record<string, string>>,
  connections: ReturnType<typeof awsRig>['connections'] = nobody,
) {
  const secrets: string[] = [];
  const ask = remoteFunctions({
    environment,
    clock: systemClock,
    connections,
    registerSecret: (secret) => secrets.push(secret),
  });
  return {
    secrets,
    ask: (name: string, ...args: (string | undefined)[]) =>
      ask({ function: name, arguments: args }, new AbortController().signal),
  };
}

describe('vault', () => {
  const secretsOfVault = {
    '/v1/secret/data/app': { body: JSON.stringify({ data: { data: { key: 'hunter2' }, metadata: { version: 1 } } }) },
    '/v1/kv1/app': { body: JSON.stringify({ data: { key: 'hunter3', port: 22 } }) },
    '/v1/secret/data/denied': { status: 403, body: '{"errors":["permission denied for hunter2"]}' },
    '/v1/sealed': { status: 503 },
    '/v1/page': { body: '<html>' },
  };

  it('reads engines of both versions, and registers what it reads as a secret', async () => {
    await using server = await webServer(secretsOfVault);
    const { ask, secrets } = asking({
      VAULT_ADDR: `http://${server.host}/`,
      VAULT_TOKEN: 't0ken',
      VAULT_NAMESPACE: 'team',
    });
    expect(await ask('vault', 'secret/data/app', 'key')).toBe('hunter2');
    expect(await ask('vault', '/kv1/app', 'key')).toBe('hunter3');
    expect(await ask('vault', 'kv1/app', 'port')).toBe('22');
    expect(secrets).toEqual(['hunter2', 'hunter3', '22']);
    expect(server.heard[0]?.headers).toMatchObject({ 'x-vault-token': 't0ken', 'x-vault-namespace': 'team' });
  });

  it.each([
    ['secret/data/none', 'key', 'secret-not-found', /has nothing at the secret "secret\/data\/none"/],
    ['secret/data/denied', 'key', 'not-authorised', /status 403/],
    ['secret/data/app', 'other', 'secret-key-not-found', /has no text "other"/],
    ['sealed', 'key', 'http-status', /status 503/],
    ['page', 'key', 'invalid-answer', /is not Vault/],
  ])('says what is wrong with %j, and shows no secret', async (path, key, code, message) => {
    await using server = await webServer(secretsOfVault);
    const { ask } = asking({ VAULT_ADDR: `http://${server.host}`, VAULT_TOKEN: 't0ken' });
    const error: unknown = await ask('vault', path, key).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/hunter|t0ken/);
  });

  it.each([
    ['vault.internal', 'begin with https:// or http://'],
    ['http://[', 'its host is none that an address can have'],
    ['http://vault:99999', 'its port 99999 is above 65535'],
  ])('does not take %j for an address', async (address, why) => {
    const { ask } = asking({ VAULT_ADDR: address, VAULT_TOKEN: 't0ken' });
    await expect(ask('vault', 'a', 'b')).rejects.toMatchObject({
      code: 'http-failed',
      message: expect.stringContaining(why),
    });
  });

  it.each([
    [{}, 'VAULT_ADDR'],
    [{ VAULT_ADDR: 'http://127.0.0.1:1' }, 'VAULT_TOKEN'],
  ])('says what is missing in the environment %j', async (environment, name) => {
    await expect(asking(environment).ask('vault', 'a', 'b')).rejects.toMatchObject({
      code: 'environment-missing',
      message: `Vault can't be asked: ${name} is not set`,
    });
  });
});

describe('consul_key', () => {
  it('reads the raw value with the token', async () => {
    await using server = await webServer({
      '/v1/kv/app/a%20b?raw': { body: 'value' },
      '/v1/kv/blank?raw': { body: '' },
    });
    const { ask, secrets } = asking({ CONSUL_HTTP_ADDR: server.host, CONSUL_HTTP_TOKEN: 't0ken' });
    expect(await ask('consul_key', 'app/a b')).toBe('value');
    expect(secrets).toEqual(['value']);
    expect(server.heard[0]?.headers['x-consul-token']).toBe('t0ken');
    await expect(ask('consul_key', 'none')).rejects.toMatchObject({
      code: 'secret-not-found',
      message: 'Consul has nothing at the key "none"',
    });
    await expect(ask('consul_key', 'blank')).rejects.toMatchObject({ message: 'The key "blank" in Consul is empty' });
  });
});

describe('a path that is written in a template', () => {
  it('asks for what has that name, whatever its characters mean in a URL', async () => {
    await using server = await webServer({
      '/v1/secret/a%3Fb%3Dc%23d%252e%252e': { body: JSON.stringify({ data: { key: 'value' } }) },
      '/v1/kv/a%3Fb%23c?raw': { body: 'value' },
    });
    const { ask } = asking({
      VAULT_ADDR: `http://${server.host}`,
      VAULT_TOKEN: 't0ken',
      CONSUL_HTTP_ADDR: server.host,
    });
    expect(await ask('vault', 'secret/a?b=c#d%2e%2e', 'key')).toBe('value');
    expect(await ask('consul_key', 'a?b#c')).toBe('value');
  });

  it.each(['x/../../../etc', '..', './a', 'a/.'])('leads to nowhere else: %s', async (path) => {
    await using server = await webServer({});
    const { ask } = asking({
      VAULT_ADDR: `http://${server.host}`,
      VAULT_TOKEN: 't0ken',
      CONSUL_HTTP_ADDR: server.host,
    });
    await expect(ask('vault', path, 'key')).rejects.toMatchObject({ code: 'invalid-path' });
    await expect(ask('consul_key', path)).rejects.toMatchObject({ code: 'invalid-path' });
    expect(server.heard).toEqual([]);
  });
});

describe('aws_secretsmanager', () => {
  it('takes a field, or with _raw all of the text', async () => {
    const { cloud, connections } = awsRig();
    const text = '{"user":"ada","password":"hunter2"}';
    await new SecretsManagerClient(clientConfig(cloud)).send(
      new CreateSecretCommand({ Name: 'db', SecretString: text }),
    );
    const { ask, secrets } = asking({}, connections);
    expect(await ask('aws_secretsmanager', 'db', 'password')).toBe('hunter2');
    expect(await ask('aws_secretsmanager_raw', 'db')).toBe(text);
    expect(secrets).toEqual(['hunter2', text]);
    await expect(ask('aws_secretsmanager', 'db', undefined)).rejects.toMatchObject({ code: 'secret-key-missing' });
    await expect(ask('aws_secretsmanager', 'none', 'x')).rejects.toMatchObject({ code: 'secret-not-found' });
  });
});

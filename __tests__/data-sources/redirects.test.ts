import { describe, expect, it } from '@jest/globals';
import { httpDataSource } from '../../src/data-sources/http/index.ts';
import { remoteFunctions } from '../../src/data-sources/remote-functions/index.ts';
import { redirected } from '../../src/data-sources/shared/redirect.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { read } from './support/options.ts';
import { webServer } from './support/web-server.ts';

const http = httpDataSource(systemClock);
const HEADERS = 'request_headers = { Authorization = "Bearer t0ken", X-Vault-Token = "t0ken", Accept = "text/plain" }';

function ask(name: string, key: string, environment: Readonly<Record<string, string>>): Promise<string> {
  const answer = remoteFunctions({
    environment,
    clock: systemClock,
    connections: () => Promise.reject(new Error('AWS may not be asked')),
    registerSecret: () => {},
  });
  return answer({ function: name, arguments: [key, 'key'] }, new AbortController().signal);
}

/** The same machine by another name is another host. */
function otherName(host: string): string {
  return host.replace('127.0.0.1', 'localhost');
}

describe('a redirect of the data source http', () => {
  it('within a host takes all headers with it', async () => {
    await using server = await webServer({
      '/a': { status: 302, headers: { location: '/b' } },
      '/b': { body: 'there' },
    });
    expect(await read(http, `url = "http://${server.host}/a"\n${HEADERS}`)).toMatchObject({ body: 'there' });
    expect(server.heard[1]?.headers).toMatchObject({ authorization: 'Bearer t0ken', 'x-vault-token': 't0ken' });
  });

  it('to another host takes no credentials with it, and they stay behind on the way back', async () => {
    await using server = await webServer({ '/b': { body: 'there' } });
    await using first = await webServer({
      '/a': { status: 307, headers: { location: `http://${otherName(server.host)}/b` } },
    });
    await read(http, `url = "http://ada:hunter2@${first.host}/a"\nrequest_headers = { Cookie = "c", Accept = "x" }`);
    await read(http, `url = "http://${first.host}/a"\n${HEADERS}`);
    for (const { headers } of server.heard) {
      expect(headers).toMatchObject({ accept: expect.any(String) });
      expect(JSON.stringify(headers)).not.toMatch(/t0ken|authorization|cookie/i);
    }
    expect(server.heard).toHaveLength(2);
  });

  it('makes a POST a GET without its body, unless it is to be repeated as it is', async () => {
    await using server = await webServer({
      '/303': { status: 303, headers: { location: '/end' } },
      '/308': { status: 308, headers: { location: '/end' } },
      '/end': { body: 'there' },
    });
    const post = 'method = "POST"\nrequest_body = "x=1"\nrequest_headers = { Content-Type = "text/plain" }';
    await read(http, `url = "http://${server.host}/303"\n${post}`);
    await read(http, `url = "http://${server.host}/308"\n${post}`);
    expect(server.heard).toMatchObject([
      { method: 'POST', body: 'x=1' },
      { method: 'GET', body: '' },
      { method: 'POST', body: 'x=1' },
      { method: 'POST', body: 'x=1', headers: { 'content-type': 'text/plain' } },
    ]);
    expect(server.heard[1]?.headers['content-type']).toBeUndefined();
  });

  it('ends after ten', async () => {
    await using server = await webServer({ '/a?t=1': { status: 301, headers: { location: '/a?t=1' } } });
    await expect(read(http, `url = "http://${server.host}/a?t=1"`)).rejects.toMatchObject({
      code: 'http-redirect',
      message: `GET http://${server.host}/a?… was redirected again, to http://${server.host}/a?…, after it had been redirected 10 times`,
    });
    expect(server.heard).toHaveLength(11);
  });

  it.each([
    ['file:///etc/passwd', /has to begin with https/],
    ['http://', /it is no URL|no host/],
    ['http://x:99999/', /it is no URL|port/],
  ])('to %j is refused', async (location, why) => {
    await using server = await webServer({ '/a': { status: 301, headers: { location } } });
    await expect(read(http, `url = "http://${server.host}/a"`)).rejects.toMatchObject({
      code: 'http-redirect',
      message: expect.stringMatching(why),
    });
  });

  it('is none without a location', async () => {
    await using server = await webServer({ '/a': { status: 304 } });
    await expect(read(http, `url = "http://${server.host}/a"`)).rejects.toMatchObject({ code: 'http-status' });
  });
});

describe('a redirect of Vault or Consul', () => {
  const secret = { body: JSON.stringify({ data: { key: 'value' } }) };

  it('is followed once on the same host', async () => {
    await using server = await webServer({
      '/v1/old': { status: 307, headers: { location: '/v1/new' } },
      '/v1/new': secret,
      '/v1/kv/old?raw': { status: 307, headers: { location: '/v1/kv/old?raw' } },
    });
    const environment = { VAULT_ADDR: `http://${server.host}`, VAULT_TOKEN: 't0ken' };
    expect(await ask('vault', 'old', environment)).toBe('value');
    await expect(ask('consul_key', 'old', { CONSUL_HTTP_ADDR: server.host })).rejects.toMatchObject({
      message: expect.stringContaining('after it had been redirected once'),
    });
  });

  it.each(['vault', 'consul_key'])('of %s to another host is refused, and the token stays here', async (name) => {
    await using other = await webServer({ '/x': secret });
    const location = `http://${otherName(other.host)}/x`;
    await using server = await webServer({
      '/v1/a': { status: 307, headers: { location } },
      '/v1/kv/a?raw': { status: 307, headers: { location } },
    });
    const environment = {
      VAULT_ADDR: `http://${server.host}`,
      VAULT_TOKEN: 't0ken',
      CONSUL_HTTP_ADDR: server.host,
      CONSUL_HTTP_TOKEN: 't0ken',
    };
    await expect(ask(name, 'a', environment)).rejects.toMatchObject({
      code: 'http-redirect',
      message: expect.stringContaining(`to ${location}; the token is not sent there, which is another host`),
      hint: `If that is where the service is, set its address to http://${otherName(other.host)}.`,
    });
    expect(other.heard).toEqual([]);
  });
});

describe('what is redirected', () => {
  const request = {
    url: 'https://a.example/x',
    method: 'GET',
    headers: { 'X-Consul-Token': 't0ken', Accept: 'x' },
    body: undefined,
  };

  it.each([
    ['https://a.example/y', { 'X-Consul-Token': 't0ken', Accept: 'x' }],
    ['https://sub.a.example/', { 'X-Consul-Token': 't0ken', Accept: 'x' }],
    ['https://nota.example/', { Accept: 'x' }],
    ['http://a.example/y', { Accept: 'x' }],
  ])('to %s keeps what may go there', (location, headers) => {
    const next = redirected(request, { status: 302, location }, 0, { most: 1, elsewhere: 'without-credentials' });
    expect(next?.headers).toEqual(headers);
  });

  it('with a token does not leave encryption', () => {
    const answer = { status: 302, location: 'http://a.example/y' };
    expect(() => redirected(request, answer, 0, { most: 1, elsewhere: 'refused' })).toThrow(
      'the token is not sent there, which is a connection that is not encrypted',
    );
  });
});

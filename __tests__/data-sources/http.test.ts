import { describe, expect, it } from '@jest/globals';
import { httpDataSource } from '../../src/data-sources/http/index.ts';
import { nullDataSource } from '../../src/data-sources/null/index.ts';
import { urlProblem } from '../../src/data-sources/shared/http-url.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { judged, read } from './support/options.ts';
import { webServer } from './support/web-server.ts';

const http = httpDataSource(systemClock);

describe('the data source http', () => {
  it('gives body and headers of the answer', async () => {
    await using server = await webServer({ '/a?b': { headers: { 'X-Version': '7' }, body: 'hello' } });
    const url = `http://${server.host}/a?b`;
    expect(await read(http, `url = "${url}"\nrequest_headers = { Accept = "text/plain" }`)).toEqual({
      url,
      body: 'hello',
      request_headers: expect.objectContaining({ 'x-version': '7' }),
    });
    expect(server.heard).toMatchObject([{ method: 'GET', path: '/a?b', headers: { accept: 'text/plain' } }]);
  });

  it('sends method and body', async () => {
    await using server = await webServer({ '/': { body: 'ok' } });
    await read(http, `url = "http://${server.host}/"\nmethod = "POST"\nrequest_body = "x=1"`);
    expect(server.heard).toMatchObject([{ method: 'POST', body: 'x=1' }]);
  });

  it('sends user and password of the address, and shows neither', async () => {
    await using server = await webServer({ '/': { body: 'ok' }, '/gone?token=hunter3': { status: 410 } });
    await read(http, `url = "http://ada:hunter2@${server.host}/"`);
    expect(server.heard[0]?.headers.authorization).toBe(`Basic ${Buffer.from('ada:hunter2').toString('base64')}`);
    await expect(read(http, `url = "http://ada:hunter2@${server.host}/gone?token=hunter3"`)).rejects.toMatchObject({
      code: 'http-status',
      message: `GET http://${server.host}/gone?… answered with status 410`,
    });
  });

  it('says where nobody answers, without what is secret in the address', async () => {
    const gone = await webServer({});
    await gone[Symbol.asyncDispose]();
    await expect(read(http, `url = "http://ada:hunter2@${gone.host}/"`)).rejects.toMatchObject({
      code: 'http-failed',
      message: expect.stringMatching(/^GET http:\/\/127\.0\.0\.1:\d+\/ failed: .*ECONNREFUSED/),
    });
  });

  it('says why a port that belongs to another protocol is not asked', async () => {
    await expect(read(http, 'url = "http://127.0.0.1:6000/"')).rejects.toMatchObject({
      code: 'http-failed',
      message: expect.stringContaining('the port belongs to another protocol, and Node.js asks none of those by HTTP'),
    });
  });

  it('says what is wrong with a password that no address can have, without showing it', async () => {
    await expect(read(http, 'url = "http://ada:%zz@127.0.0.1:1/"')).rejects.toMatchObject({
      code: 'http-failed',
      message: expect.stringMatching(/^GET http:\/\/127\.0\.0\.1:1\/ failed: in the user or the password stands a %/),
    });
  });

  it('does not take an answer without end', async () => {
    await using server = await webServer({ '/': { body: 'x'.repeat(11 * 1024 * 1024) } });
    await expect(read(http, `url = "http://${server.host}/"`)).rejects.toMatchObject({
      message: expect.stringContaining('the answer is longer than 10 MiB'),
    });
  });

  it.each([
    ['url = "ftp://x/"', ['invalid-url: Invalid URL']],
    ['url = "x"', ['invalid-url: Invalid URL']],
    ['url = "http://x/"\nrequest_body = "a"', ['conflicting-options: A GET request has no body']],
    ['url = "https://x/"', []],
  ])('judges %j', (text, expected) => {
    expect(judged(http, text)).toEqual(expected);
  });
});

describe('an address that can not be asked', () => {
  it.each([
    ['ftp://x/', 'it has to begin with https:// or http://, and a host'],
    ['', 'it has to begin with https:// or http://, and a host'],
    ['http://', 'there is no host in it'],
    ['http://:80/', 'there is no host in it'],
    ['http://ada:hunter2@x:99999/a', 'its port 99999 is above 65535, the highest that there is'],
    ['http://x:hunter2/', 'what stands behind the host is no port: that is a number'],
    ['http://a b/', 'its host is none that an address can have'],
    ['http://[::1/', 'its host is none that an address can have'],
  ])('%j: %s', (url, problem) => {
    expect(urlProblem(url)).toBe(problem);
  });

  it.each(['http://x', 'https://ada:hunter2@x:65535/?q', 'HTTP://[::1]:80/'])('is not %j', (url) => {
    expect(urlProblem(url)).toBeUndefined();
  });
});

describe('the data source null', () => {
  it('gives back what it is given', async () => {
    expect(await read(nullDataSource, 'input = "a"')).toEqual({ output: 'a' });
  });
});

import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fetchTool } from '../../src/action/tool-fetcher.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const PROGRAM = '#!/bin/sh\necho goss\n';
const SHA256 = createHash('sha256').update(PROGRAM).digest('hex');
const { signal } = new AbortController();

describe('a program from the network', () => {
  let server: Server;
  let asked = 0;
  const saved = { ...process.env };
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked += 1;
      response.statusCode = request.url === '/none' ? 404 : 200;
      response.end(PROGRAM);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    process.env['RUNNER_TEMP'] = temporaryFolder('runner-temp');
    process.env['RUNNER_TOOL_CACHE'] = temporaryFolder('tool-cache');
    for (const name of ['http_proxy', 'https_proxy', 'HTTP_PROXY', 'HTTPS_PROXY']) delete process.env[name];
  });
  afterAll(() => {
    server.close();
    process.env = saved;
  });

  const tool = (name: string, sha256 = SHA256, where = '/tool') => {
    const { port } = server.address() as AddressInfo;
    return { name, version: '0.4.9', architecture: 'x64', url: `http://127.0.0.1:${port}${where}`, sha256 };
  };

  it('is downloaded once, can be run, and comes from the cache then', async () => {
    const file = await fetchTool(tool('goss'), signal);
    expect(readFileSync(file, 'utf8')).toBe(PROGRAM);
    expect(statSync(file).mode & 0o111).not.toBe(0);
    const before = asked;
    expect(await fetchTool(tool('goss'), signal)).toBe(file);
    expect(asked).toBe(before);
  });

  it('is refused with another checksum, also when somebody changed what is in the cache', async () => {
    await expect(fetchTool(tool('other', '0'.repeat(64)), signal)).rejects.toMatchObject({
      code: 'tool-checksum-wrong',
      message: expect.stringContaining(SHA256),
    });
    const file = await fetchTool(tool('changed'), signal);
    writeFileSync(file, 'evil');
    await expect(fetchTool(tool('changed'), signal)).rejects.toMatchObject({ code: 'tool-checksum-wrong' });
  });

  it('that is not there is told with its address', async () => {
    await expect(fetchTool(tool('missing', SHA256, '/none'), signal)).rejects.toMatchObject({
      code: 'tool-download-failed',
      message: expect.stringContaining('/none'),
    });
  });
});

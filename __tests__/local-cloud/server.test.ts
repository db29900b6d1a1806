import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { DescribeRegionsCommand, EC2Client, RunInstancesCommand } from '@aws-sdk/client-ec2';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { BakeError } from '../../src/kernel/errors.ts';
import type { LocalCloudOptions } from '../../src/local-cloud/options.ts';
import { serveLocalCloud } from '../../src/local-cloud/server.ts';
import { testCloud } from '../support/local-cloud.ts';
import { imageIdOf } from './support/images.ts';

async function servedCloud(options: Partial<LocalCloudOptions> = {}) {
  const { cloud } = testCloud(options);
  const server = await serveLocalCloud(cloud);
  const config = {
    region: 'us-east-1',
    endpoint: server.url,
    credentials: { accessKeyId: 'AKIALOCALCLOUD', secretAccessKey: 'not-a-secret' },
    maxAttempts: 1,
  };
  const ec2 = new EC2Client(config);
  const ssm = new SSMClient(config);
  return {
    server,
    ec2,
    ssm,
    get: async (path: string) => (await fetch(server.url + path)).json(),
    [Symbol.asyncDispose]: async () => {
      ec2.destroy();
      ssm.destroy();
      await server.close();
    },
  };
}

describe('the cloud over HTTP', () => {
  it('answers the SDK in both protocols', async () => {
    await using cloud = await servedCloud();
    const { Regions = [] } = await cloud.ec2.send(new DescribeRegionsCommand({}));
    expect(Regions.map(({ RegionName }) => RegionName)).toContain('eu-central-1');
    const { Parameter } = await cloud.ssm.send(
      new GetParameterCommand({ Name: '/aws/service/debian/release/12/latest/amd64' }),
    );
    expect(Parameter?.Value).toMatch(/^ami-[0-9a-f]{17}$/);
    expect(cloud.server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it('tells its health, what is left and which machines there are, without a signature', async () => {
    await using cloud = await servedCloud();
    expect(await cloud.get('/_bake-ami/health')).toEqual({ status: 'ok', accountId: '123456789012' });
    expect(await cloud.get('/_bake-ami/leftovers')).toEqual([]);
    const ImageId = await imageIdOf(cloud.ec2);
    await cloud.ec2.send(new RunInstancesCommand({ ImageId, InstanceType: 't3.nano', MinCount: 1, MaxCount: 1 }));
    expect(await cloud.get('/_bake-ami/leftovers')).toEqual([
      { region: 'us-east-1', kind: 'instance', id: expect.stringMatching(/^i-/), state: 'pending' },
      { region: 'us-east-1', kind: 'network-interface', id: expect.stringMatching(/^eni-/) },
      { region: 'us-east-1', kind: 'volume', id: expect.stringMatching(/^vol-/), state: 'in-use' },
    ]);
    expect(await cloud.get('/_bake-ami/machines')).toEqual([]);
    expect(await cloud.get('/_bake-ami/other')).toEqual({
      error: 'There is nothing at /_bake-ami/other. Known: health, leftovers, machines.',
    });
  });

  it('breaks connections as planned', async () => {
    await using cloud = await servedCloud({
      faults: [{ action: 'DescribeRegions', call: 1, fault: 'drop-connection' }],
    });
    await expect(cloud.ec2.send(new DescribeRegionsCommand({}))).rejects.toThrow('socket hang up');
    await cloud.ec2.send(new DescribeRegionsCommand({}));
  });

  it('refuses bodies beyond any sense', async () => {
    await using cloud = await servedCloud();
    const response = await fetch(cloud.server.url, { method: 'POST', body: 'x'.repeat(5 * 1_024 * 1_024) });
    expect(response.status).toBe(413);
  });

  it.each([
    ['of another origin', { origin: 'https://example.com' }],
    ['that only loads something', { 'sec-fetch-site': 'cross-site' }],
    ['whose own name was made to lead here', { host: 'rebound.example.com' }],
  ])('answers no web page: one %s', async (_, headers) => {
    await using cloud = await servedCloud();
    const { hostname, port } = new URL(cloud.server.url);
    for (const more of [{}, { connection: 'upgrade', upgrade: 'websocket' }]) {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const asked = request({ hostname, port, path: '/_bake-ami/health', headers: { ...headers, ...more } });
        asked.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
        asked.end();
      });
      expect(status).toBe(403);
    }
  });

  it('answers programs that know it by another name of this computer', async () => {
    await using cloud = await servedCloud();
    for (const host of ['localhost', 'aws.localhost:1234', '127.0.0.2:80', '[::1]:80']) {
      const { hostname, port } = new URL(cloud.server.url);
      const asked = request({ hostname, port, path: '/_bake-ami/health', headers: { host, 'sec-fetch-site': 'none' } });
      const [response] = await once(asked.end(), 'response');
      expect(response.resume().statusCode).toBe(200);
    }
  });

  it('goes on when a client breaks its connection while it asks for a WebSocket', async () => {
    await using cloud = await servedCloud();
    const failures: unknown[] = [];
    const onFailure = (error: unknown) => failures.push(error);
    process.on('uncaughtException', onFailure);
    const client = connect({ port: Number(new URL(cloud.server.url).port), host: '127.0.0.1', allowHalfOpen: true });
    client.write(
      'GET /v1/data-channel/none HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    );
    await once(client, 'data');
    client.resetAndDestroy();
    await once(client, 'close');
    expect(await cloud.get('/_bake-ami/health')).toMatchObject({ status: 'ok' });
    process.off('uncaughtException', onFailure);
    expect(failures).toEqual([]);
  });

  it('listens on loopback addresses only, and says when a port is taken', async () => {
    const { cloud } = testCloud();
    await expect(serveLocalCloud(cloud, { host: '0.0.0.0' })).rejects.toMatchObject({
      code: 'local-cloud-not-loopback',
    });
    await using first = await servedCloud();
    const port = Number(new URL(first.server.url).port);
    const second = serveLocalCloud(cloud, { port });
    await expect(second).rejects.toBeInstanceOf(BakeError);
    await expect(second).rejects.toMatchObject({ code: 'local-cloud-port' });
  });
});

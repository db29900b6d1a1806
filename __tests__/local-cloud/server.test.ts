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
    const response = await fetch(cloud.server.url, { method: 'POST', body: 'x'.repeat(5 * 1_024 * 1_024) }).catch(
      () => undefined,
    );
    // Either the answer arrives or the connection is already closed under the upload.
    expect([413, undefined]).toContain(response?.status);
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

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { AwsConnections } from '../../src/aws/connections.ts';
import { endpointOf } from '../../src/aws/settings.ts';
import { createLocalCloud } from '../../src/local-cloud/cloud.ts';
import type { FaultPlan, LocalCloudOptions } from '../../src/local-cloud/options.ts';
import { requestHandlerFor } from '../../src/local-cloud/request-handler.ts';
import { countingIds } from '../support/local-cloud.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'AKIAENVIRONMENT', AWS_SECRET_ACCESS_KEY: 'from-the-environment' };
const never = new AbortController().signal;

function rig(
  environment: Readonly<Record<string, string>> = KEYS,
  options: Partial<LocalCloudOptions> = {},
  isLocal = false,
) {
  const clock = new VirtualClock({ autoAdvance: true });
  const cloud = createLocalCloud({ clock, ids: countingIds(), ...options });
  const secrets: string[] = [];
  const seen: { headers: Readonly<Record<string, string>>; hostname: string }[] = [];
  const handler = requestHandlerFor(cloud);
  const connections = new AwsConnections({
    environment,
    clock,
    ids: countingIds(),
    registerSecret: (secret) => secrets.push(secret),
    userAgent: 'bake-ami/1.2.3',
    isLocal,
    requestHandler: {
      ...handler,
      handle: (
        request: Parameters<typeof handler.handle>[0],
        handlerOptions?: Parameters<typeof handler.handle>[1],
      ) => {
        seen.push({ headers: request.headers, hostname: request.hostname });
        return handler.handle(request, handlerOptions);
      },
    },
  });
  return { clock, cloud, connections, secrets, seen };
}

describe('a connection', () => {
  it('goes to the region of the template, else to that of the environment', async () => {
    const { connections } = rig({ ...KEYS, AWS_DEFAULT_REGION: 'eu-central-1' });
    expect((await connections.open({ region: 'us-west-2' })).region).toBe('us-west-2');
    expect((await connections.open({})).region).toBe('eu-central-1');
    const other = rig({ ...KEYS, AWS_DEFAULT_REGION: 'eu-central-1', AWS_REGION: 'eu-west-1' });
    expect((await other.connections.open({})).region).toBe('eu-west-1');
  });

  it('ends its calls with their signal also as long as they wait for credentials', async () => {
    const asked: string[] = [];
    const connections = new AwsConnections({
      environment: KEYS,
      clock: new VirtualClock(),
      ids: countingIds(),
      registerSecret: () => undefined,
      userAgent: 'bake-ami/1.2.3',
      requestHandler: {
        handle: ({ body }: { readonly body: unknown }) => {
          asked.push(new URLSearchParams(String(body)).get('Action') ?? '');
          return new Promise<never>(() => undefined);
        },
      },
    });
    const roleArn = 'arn:aws:iam::111122223333:role/baker';
    const assumeRole = { roleArn, policyArns: [], tags: {}, transitiveTagKeys: [] };
    const aws = await connections.open({ region: 'us-east-1', assumeRole });
    const controller = new AbortController();
    const call = aws.ec2('us-east-1').describeRegions({}, controller.signal);
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(call).rejects.toMatchObject({ category: 'cancelled' });
    expect(asked).toEqual(['AssumeRole']);
  });

  it('is shared by all who want the same', async () => {
    const { connections } = rig();
    const one = await connections.open({ region: 'us-east-1' });
    expect(await connections.open({ region: 'us-east-1' })).toBe(one);
    expect(await connections.open({ region: 'us-east-1', profile: 'other' })).not.toBe(one);
    expect(one.poller('us-east-1')).toBe(one.poller('us-east-1'));
    expect(one.ec2('eu-west-1')).not.toBe(one.ec2('us-east-1'));
  });

  it('remembers with what something was made', async () => {
    const { connections } = rig();
    const special = await connections.open({ region: 'us-east-1', accessKey: 'AKIAX', secretKey: 'x' });
    connections.remember('instance', 'us-east-1', 'mine', special);
    expect(await connections.makerOf('instance', 'us-east-1', 'mine')).toBe(special);
    expect((await connections.makerOf('instance', 'eu-west-1', 'not mine')).region).toBe('eu-west-1');
  });

  it('signs with the keys of the template before those of the environment, and registers the secret first', async () => {
    const { connections, seen, secrets } = rig();
    const aws = await connections.open({
      region: 'us-east-1',
      accessKey: 'AKIATEMPLATE',
      secretKey: 'secret',
      token: 'session',
    });
    await aws.ec2('us-east-1').describeRegions({}, never);
    expect(seen[0]?.headers['authorization']).toContain('Credential=AKIATEMPLATE/');
    expect(seen[0]?.headers['x-amz-security-token']).toBe('session');
    expect(secrets).toEqual(['secret', 'session']);
    await (await connections.open({ region: 'us-east-1' })).ec2('us-east-1').describeRegions({}, never);
    expect(seen[1]?.headers['authorization']).toContain('Credential=AKIAENVIRONMENT/');
  });

  it('takes the profile of the template before the keys of the environment', async () => {
    const file = path.join(temporaryFolder('aws'), 'credentials');
    writeFileSync(file, '[baker]\naws_access_key_id = AKIAPROFILE\naws_secret_access_key = of-the-profile\n');
    const { connections, seen, secrets } = rig();
    const aws = await connections.open({ region: 'us-east-1', profile: 'baker', sharedCredentialsFile: file });
    await aws.ec2('us-east-1').describeRegions({}, never);
    expect(seen[0]?.headers['authorization']).toContain('Credential=AKIAPROFILE/');
    expect(secrets).toEqual(['of-the-profile']);
  });

  it('goes to the local cloud with the keys made for it, whatever credentials and endpoints the template names', async () => {
    const { connections, seen } = rig(KEYS, {}, true);
    const aws = await connections.open({
      region: 'us-east-1',
      accessKey: 'AKIATEMPLATE',
      secretKey: 'secret',
      profile: 'baker',
      customEndpointEc2: 'https://ec2.example.com',
    });
    await aws.ec2('us-east-1').describeRegions({}, never);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers['authorization']).toContain('Credential=AKIAENVIRONMENT/');
    expect(seen[0]?.hostname).not.toBe('ec2.example.com');
  });

  it('says who is calling', async () => {
    const { connections, seen } = rig();
    await (await connections.open({ region: 'us-east-1' })).ec2('us-east-1').describeRegions({}, never);
    expect(seen[0]?.headers['user-agent']).toContain('bake-ami/1.2.3');
  });

  it('uses the endpoint of the template for the own region only', async () => {
    const { connections, seen } = rig();
    const aws = await connections.open({ region: 'us-east-1', customEndpointEc2: 'https://ec2.example.com' });
    await aws.ec2('us-east-1').describeRegions({}, never);
    await aws.ec2('eu-west-1').describeRegions({}, never);
    expect(seen.map(({ hostname }) => hostname)).toEqual(['ec2.example.com', 'ec2.eu-west-1.amazonaws.com']);
  });

  it('knows its account, and asks for it once', async () => {
    const { connections, cloud } = rig();
    const aws = await connections.open({ region: 'us-east-1' });
    expect(await aws.accountId(never)).toBe('123456789012');
    expect(await aws.accountId(never)).toBe('123456789012');
    expect(cloud.calls).toHaveLength(1);
  });

  it('reaches the other services lazily', async () => {
    const { connections, cloud } = rig();
    const aws = await connections.open({ region: 'us-east-1' });
    const iam = await aws.iam();
    await iam.getInstanceProfile({ InstanceProfileName: 'bake-ami' }, never);
    const sts = await aws.sts();
    await sts.getCallerIdentity({}, never);
    expect(cloud.calls.map(({ action }) => action)).toEqual(['GetInstanceProfile', 'GetCallerIdentity']);
  });
});

describe('an endpoint of the environment', () => {
  it('is that of the service before that of all', () => {
    const both = { AWS_ENDPOINT_URL: 'http://all', AWS_ENDPOINT_URL_EC2: 'http://ec2' };
    expect(endpointOf('ec2', both)).toBe('http://ec2');
    expect(endpointOf('sts', both)).toBe('http://all');
    expect(endpointOf('ec2', { ...both, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' })).toBeUndefined();
    expect(endpointOf('ec2', {})).toBeUndefined();
  });
});

describe('a call', () => {
  async function describe(faults: readonly FaultPlan[], maxRetries?: number) {
    const { connections, cloud, clock } = rig(KEYS, { faults });
    const aws = await connections.open({ region: 'us-east-1', maxRetries });
    const outcome = await aws
      .ec2('us-east-1')
      .describeRegions({}, never)
      .then(
        () => 'done',
        (thrown: Error) => thrown.message,
      );
    return { outcome, tries: cloud.calls.length, elapsed: clock.monotonic() };
  }

  it('is repeated when AWS asks for that, with growing pauses', async () => {
    const throttled: FaultPlan = {
      action: '*',
      call: [1, 2, 3],
      fault: { error: 'RequestLimitExceeded', status: 503 },
    };
    const { outcome, tries, elapsed } = await describe([throttled]);
    expect([outcome, tries]).toEqual(['done', 4]);
    // 1 s, 2 s and 4 s at most, half of that at least.
    expect(elapsed).toBeGreaterThanOrEqual(3_500);
    expect(elapsed).toBeLessThanOrEqual(7_000);
  });

  it('is repeated as often as the template says', async () => {
    const broken: FaultPlan = { action: '*', fault: { error: 'InternalError', message: 'Sorry.', status: 500 } };
    expect(await describe([broken], 3)).toMatchObject({
      outcome: 'AWS failed at ec2:DescribeRegions in us-east-1 (InternalError): Sorry',
      tries: 3,
    });
    expect(await describe([broken])).toMatchObject({ tries: 10 });
  });

  it('is not repeated when the answer is a no', async () => {
    const refused: FaultPlan = { action: '*', fault: { error: 'UnauthorizedOperation', status: 403 } };
    expect(await describe([refused])).toMatchObject({ tries: 1, elapsed: 0 });
  });

  it.each<[string, FaultPlan['fault']]>([
    ['under way', 'hang'],
    ['in a pause between two tries', { error: 'InternalError', status: 500 }],
  ])('ends with its signal when it is %s', async (_, fault) => {
    const { connections, clock } = rig(KEYS, { faults: [{ action: '*', fault }] });
    const controller = new AbortController();
    const aws = await connections.open({ region: 'us-east-1' });
    const call = aws.ec2('us-east-1').describeRegions({}, controller.signal);
    const settled = expect(call).rejects.toThrow();
    void clock.sleep(150).then(() => controller.abort());
    await settled;
    await clock.sleep(60_000);
    expect(clock.sleeping).toBe(0);
  });
});

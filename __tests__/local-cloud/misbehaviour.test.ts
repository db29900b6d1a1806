import {
  CreateKeyPairCommand,
  CreateSecurityGroupCommand,
  DescribeInstancesCommand,
  DescribeInstanceTypesCommand,
  DescribeKeyPairsCommand,
  DescribeRegionsCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  ImportKeyPairCommand,
  paginateDescribeImages,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { GetInstanceProfileCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { clientConfig, refusal, testCloud } from '../support/local-cloud.ts';
import { imageIdOf } from './support/images.ts';

describe('the list of calls', () => {
  it.each([
    [{}, 1],
    [{ keepsCalls: false }, 0],
  ])('of a cloud with %j has %d after one call', async (options, expected) => {
    const { cloud, ec2 } = testCloud(options);
    await ec2.send(new DescribeRegionsCommand({}));
    expect(cloud.calls).toHaveLength(expected);
  });
});

describe('a cloud with fault plans', () => {
  it('answers the planned call with the planned error, and the others as ever', async () => {
    const { cloud, ec2 } = testCloud({
      faults: [{ action: 'DescribeRegions', call: 2, fault: { error: 'Unavailable', message: 'Later, please.' } }],
    });
    await ec2.send(new DescribeRegionsCommand({}));
    await expect(ec2.send(new DescribeRegionsCommand({}))).rejects.toMatchObject({
      name: 'Unavailable',
      message: 'Later, please.',
      $metadata: { httpStatusCode: 503 },
    });
    await ec2.send(new DescribeRegionsCommand({}));
    expect(cloud.calls.map(({ action, number, region }) => [action, number, region])).toEqual([
      ['DescribeRegions', 1, 'us-east-1'],
      ['DescribeRegions', 2, 'us-east-1'],
      ['DescribeRegions', 3, 'us-east-1'],
    ]);
  });

  it('chooses calls by what they hold, until the plan is taken back', async () => {
    const { cloud, ec2 } = testCloud();
    const takeBack = cloud.addFault({
      action: '*',
      when: ({ parameters }) => parameters['KeyName.1'] === 'mine',
      fault: { error: 'InternalError' },
    });
    await expect(ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['mine'] }))).rejects.toMatchObject({
      name: 'InternalError',
      $metadata: { httpStatusCode: 500 },
    });
    takeBack();
    await expect(ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['mine'] }))).rejects.toMatchObject({
      name: 'InvalidKeyPair.NotFound',
    });
  });

  it('breaks the connection before or after the call takes effect', async () => {
    const { ec2 } = testCloud({
      faults: [
        { action: 'CreateKeyPair', call: 1, fault: 'drop-connection' },
        { action: 'CreateKeyPair', call: 2, fault: 'drop-answer' },
      ],
    });
    const create = (name: string) => ec2.send(new CreateKeyPairCommand({ KeyName: name, KeyType: 'ed25519' }));
    await expect(create('first')).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(create('second')).rejects.toMatchObject({ code: 'ECONNRESET' });
    const { KeyPairs: keyPairs = [] } = await ec2.send(new DescribeKeyPairsCommand({}));
    expect(keyPairs.map(({ KeyName }) => KeyName)).toEqual(['second']);
  });

  it('hangs until the caller gives up', async () => {
    const { ec2 } = testCloud({ faults: [{ action: 'DescribeRegions', fault: 'hang' }] });
    const stop = new AbortController();
    const call = ec2.send(new DescribeRegionsCommand({}), { abortSignal: stop.signal });
    setImmediate(() => stop.abort());
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('answers late on its own clock', async () => {
    const { clock, ec2 } = testCloud({ faults: [{ action: 'DescribeRegions', fault: { delay: 60_000 } }] });
    let isAnswered = false;
    const call = ec2.send(new DescribeRegionsCommand({})).then(() => {
      isAnswered = true;
    });
    await clock.advance(59_999);
    expect(isAnswered).toBe(false);
    await clock.advance(1);
    await call;
  });
});

describe('a cloud with eventual consistency', () => {
  const launch = (imageId: string) =>
    new RunInstancesCommand({ ImageId: imageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 });

  it('does not know a new instance for some calls', async () => {
    const { ec2 } = testCloud({ consistency: { calls: 2 } });
    const { Instances } = await ec2.send(launch(await imageIdOf(ec2)));
    const id = Instances?.[0]?.InstanceId ?? '';
    const named = new DescribeInstancesCommand({ InstanceIds: [id] });
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await expect(ec2.send(named)).rejects.toMatchObject({
        name: 'InvalidInstanceID.NotFound',
        message: `The instance ID '${id}' does not exist`,
      });
    }
    expect((await ec2.send(named)).Reservations).toHaveLength(1);
  });

  it('does not list a new instance for some time', async () => {
    const { clock, ec2 } = testCloud({ consistency: { milliseconds: 3_000 } });
    await ec2.send(launch(await imageIdOf(ec2)));
    expect((await ec2.send(new DescribeInstancesCommand({}))).Reservations).toEqual([]);
    await clock.advance(3_000);
    expect((await ec2.send(new DescribeInstancesCommand({}))).Reservations).toHaveLength(1);
  });
});

describe('a cloud with limits', () => {
  it('throttles beyond its rate, and lets calls through again as time passes', async () => {
    const { clock, ec2 } = testCloud({ limits: { requestsPerSecond: 2 } });
    const call = () => ec2.send(new DescribeRegionsCommand({}));
    await call();
    await call();
    await expect(call()).rejects.toMatchObject({
      name: 'RequestLimitExceeded',
      message: 'Request limit exceeded.',
      $metadata: { httpStatusCode: 503 },
    });
    await clock.advance(500);
    await call();
    await expect(call()).rejects.toMatchObject({ name: 'RequestLimitExceeded' });
  });

  it('has quotas', async () => {
    const { cloud, ec2 } = testCloud({ limits: { instances: 1, keyPairs: 1, securityGroups: 2 } });
    const run = { ImageId: await imageIdOf(ec2), InstanceType: 't3.micro', MinCount: '1', MaxCount: '1' };
    expect(await refusal(cloud, 'RunInstances', run)).toBe('ok');
    expect(await refusal(cloud, 'RunInstances', run)).toMatch(
      /^InstanceLimitExceeded: You have requested more instances \(2\)/,
    );
    expect(await refusal(cloud, 'CreateKeyPair', { KeyName: 'a', KeyType: 'ed25519' })).toBe('ok');
    expect(await refusal(cloud, 'CreateKeyPair', { KeyName: 'b', KeyType: 'ed25519' })).toBe(
      'KeyPairLimitExceeded: The maximum number of key pairs (1) has been reached.',
    );
    await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'a', Description: 'a' }));
    expect(await refusal(cloud, 'CreateSecurityGroup', { GroupName: 'b', GroupDescription: 'b' })).toMatch(
      /^SecurityGroupLimitExceeded: The maximum number of security groups for VPC 'vpc-[0-9a-f]{17}' has been reached\.$/,
    );
  });

  it('hands out long lists in pages', async () => {
    const { ec2 } = testCloud({ limits: { pageSize: 7 } });
    const owner = { Owners: ['099720109477'] };
    const pages: number[] = [];
    const names = new Set<string | undefined>();
    for await (const page of paginateDescribeImages({ client: ec2 }, owner)) {
      pages.push(page.Images?.length ?? 0);
      for (const { Name } of page.Images ?? []) names.add(Name);
    }
    expect(pages.slice(0, -1).every((size) => size === 7)).toBe(true);
    expect(names.size).toBe(72);
    await expect(ec2.send(new DescribeInstanceTypesCommand({ NextToken: 'mine' }))).rejects.toMatchObject({
      name: 'InvalidNextToken',
    });
    await expect(ec2.send(new DescribeInstanceTypesCommand({ MaxResults: 4 }))).rejects.toMatchObject({
      message: 'Value (4) for parameter maxResults is invalid. Expecting a value greater than 5.',
    });
  });
});

describe('a caller', () => {
  it('whose key is not known is refused by every service in its own words', async () => {
    const { cloud } = testCloud({ acceptsAccessKey: (key) => key !== 'AKIALOCALCLOUD' });
    const config = clientConfig(cloud);
    await expect(new EC2Client(config).send(new DescribeRegionsCommand({}))).rejects.toMatchObject({
      name: 'AuthFailure',
      message: 'AWS was not able to validate the provided access credentials',
      $metadata: { httpStatusCode: 401 },
    });
    await expect(new STSClient(config).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
      name: 'InvalidClientTokenId',
      message: 'The security token included in the request is invalid.',
    });
    await expect(new SSMClient(config).send(new GetParameterCommand({ Name: 'a' }))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  it('who may not use an action is told so, for a dry run too', async () => {
    const { cloud, ec2 } = testCloud({ deniedActions: ['ec2:ImportKeyPair', 'iam:*', 'ssm:GetParameter'] });
    for (const DryRun of [false, true]) {
      await expect(
        ec2.send(new ImportKeyPairCommand({ KeyName: 'k', PublicKeyMaterial: Buffer.from('x'), DryRun })),
      ).rejects.toMatchObject({
        name: 'UnauthorizedOperation',
        message: expect.stringMatching(
          /^You are not authorized to perform this operation\. User: arn:aws:iam::123456789012:user\/local is not authorized to perform: ec2:ImportKeyPair .* Encoded authorization failure message: [\w-]+$/,
        ),
        $metadata: { httpStatusCode: 403 },
      });
    }
    await expect(
      new IAMClient(clientConfig(cloud)).send(new GetInstanceProfileCommand({ InstanceProfileName: 'bake-ami' })),
    ).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(new SSMClient(clientConfig(cloud)).send(new GetParameterCommand({ Name: 'a' }))).rejects.toMatchObject(
      { name: 'AccessDeniedException' },
    );
  });

  it('who asks for a dry run changes nothing', async () => {
    const { ec2 } = testCloud();
    await expect(
      ec2.send(new CreateSecurityGroupCommand({ GroupName: 'g', Description: 'd', DryRun: true })),
    ).rejects.toMatchObject({
      name: 'DryRunOperation',
      message: 'Request would have succeeded, but DryRun flag is set.',
      $metadata: { httpStatusCode: 412 },
    });
    const { SecurityGroups: groups } = await ec2.send(new DescribeSecurityGroupsCommand({}));
    expect(groups?.map(({ GroupName }) => GroupName)).toEqual(['default']);
  });

  it('in a region that is not enabled is not known there', async () => {
    const { cloud } = testCloud({ regions: ['us-east-1'] });
    await expect(
      new EC2Client(clientConfig(cloud, 'ap-east-1')).send(new DescribeRegionsCommand({})),
    ).rejects.toMatchObject({ name: 'AuthFailure' });
  });
});

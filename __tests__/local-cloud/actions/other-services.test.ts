import { DescribeImagesCommand } from '@aws-sdk/client-ec2';
import { GetInstanceProfileCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import {
  AddTagsToResourceCommand,
  GetParameterCommand,
  GetParametersCommand,
  ListTagsForResourceCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { clientConfig, testCloud } from '../../support/local-cloud.ts';

describe('STS and IAM', () => {
  it('know the caller, and the instance profiles that were declared', async () => {
    const { cloud } = testCloud({ accountId: '000011112222', instanceProfiles: ['builder'] });
    const identity = await new STSClient(clientConfig(cloud)).send(new GetCallerIdentityCommand({}));
    expect(identity).toMatchObject({ Account: '000011112222', Arn: 'arn:aws:iam::000011112222:user/local' });
    const iam = new IAMClient(clientConfig(cloud));
    const known = await iam.send(new GetInstanceProfileCommand({ InstanceProfileName: 'builder' }));
    expect(known.InstanceProfile?.Arn).toBe('arn:aws:iam::000011112222:instance-profile/builder');
    await expect(iam.send(new GetInstanceProfileCommand({ InstanceProfileName: 'other' }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
      message: 'Instance Profile other cannot be found.',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

describe('the parameter store', () => {
  it.each([
    [
      '/aws/service/canonical/ubuntu/server/22.04/stable/current/amd64/hvm/ebs-gp2/ami-id',
      'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20251203',
    ],
    [
      '/aws/service/canonical/ubuntu/server/noble/stable/current/arm64/hvm/ebs-gp3/ami-id',
      'ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-arm64-server-20251203',
    ],
    [
      '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64',
      'al2023-ami-2023.9.20251203.0-kernel-6.1-arm64',
    ],
    ['/aws/service/ami-amazon-linux-latest/amzn2-ami-hvm-x86_64-gp2', 'amzn2-ami-hvm-2.0.20251203.0-x86_64-gp2'],
    ['/aws/service/debian/release/12/latest/amd64', 'debian-12-amd64-20251203-1890'],
    [
      '/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-Base',
      'Windows_Server-2022-English-Full-Base-2025.12.03',
    ],
  ])('leads from %s to the newest image', async (Name, expected) => {
    const { cloud, ec2 } = testCloud();
    const { Parameter } = await new SSMClient(clientConfig(cloud)).send(new GetParameterCommand({ Name }));
    const { Images } = await ec2.send(new DescribeImagesCommand({ ImageIds: [Parameter?.Value ?? ''] }));
    expect(Images?.[0]?.Name).toBe(expected);
  });

  it('keeps what is put, with versions', async () => {
    const { cloud, clock } = testCloud();
    const ssm = new SSMClient(clientConfig(cloud));
    const put = (Value: string, Overwrite: boolean) =>
      ssm.send(new PutParameterCommand({ Name: '/app/ami', Value, Type: 'String', Overwrite }));
    expect((await put('a', false)).Version).toBe(1);
    await expect(put('b', false)).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
    expect((await put('b', true)).Version).toBe(2);
    const { Parameter } = await ssm.send(new GetParameterCommand({ Name: '/app/ami:2' }));
    expect(Parameter).toMatchObject({
      Name: '/app/ami',
      Value: 'b',
      Version: 2,
      ARN: 'arn:aws:ssm:us-east-1:123456789012:parameter/app/ami',
      LastModifiedDate: new Date(clock.now()),
    });
    const many = await ssm.send(new GetParametersCommand({ Names: ['/app/ami', '/app/none'] }));
    expect(many.Parameters?.map(({ Value }) => Value)).toEqual(['b']);
    expect(many.InvalidParameters).toEqual(['/app/none']);
    const elsewhere = new SSMClient(clientConfig(cloud, 'eu-west-1'));
    await expect(elsewhere.send(new GetParameterCommand({ Name: '/app/ami' }))).rejects.toMatchObject({
      name: 'ParameterNotFound',
    });
  });

  it('shows the id of an image once that has been looked at, and never what is none', async () => {
    const { cloud, clock, ec2 } = testCloud();
    const ssm = new SSMClient(clientConfig(cloud));
    const { Images: [image] = [] } = await ec2.send(new DescribeImagesCommand({ Owners: ['099720109477'] }));
    const Value = image?.ImageId ?? '';
    const put = (value: string) =>
      ssm.send(
        new PutParameterCommand({
          Name: '/app',
          Value: value,
          Type: 'String',
          DataType: 'aws:ec2:image',
          Overwrite: true,
        }),
      );
    expect((await put(Value)).Version).toBe(1);
    const get = () => ssm.send(new GetParameterCommand({ Name: '/app' }));
    await expect(get()).rejects.toMatchObject({ name: 'ParameterNotFound' });
    await clock.advance(1_000);
    expect((await get()).Parameter).toMatchObject({ Value, Version: 1, DataType: 'aws:ec2:image' });
    expect((await put('ami-0123456789abcdef0')).Version).toBe(2);
    await clock.advance(60_000);
    expect((await get()).Parameter).toMatchObject({ Value, Version: 1 });
  });

  it('tags parameters when they are made and later', async () => {
    const { cloud } = testCloud();
    const ssm = new SSMClient(clientConfig(cloud));
    const Tags = [{ Key: 'a', Value: '1' }];
    await ssm.send(new PutParameterCommand({ Name: '/app', Value: 'x', Type: 'String', Tags }));
    const resource = { ResourceType: 'Parameter' as const, ResourceId: '/app' };
    await ssm.send(new AddTagsToResourceCommand({ ...resource, Tags: [{ Key: 'b', Value: '2' }] }));
    await ssm.send(new PutParameterCommand({ Name: '/app', Value: 'y', Overwrite: true }));
    const { TagList } = await ssm.send(new ListTagsForResourceCommand(resource));
    expect(TagList).toEqual([...Tags, { Key: 'b', Value: '2' }]);
    await expect(
      ssm.send(new AddTagsToResourceCommand({ ...resource, ResourceId: '/none', Tags })),
    ).rejects.toMatchObject({ name: 'InvalidResourceId' });
  });

  it('does not change the type of a parameter', async () => {
    const { cloud } = testCloud();
    const ssm = new SSMClient(clientConfig(cloud));
    await ssm.send(new PutParameterCommand({ Name: '/app', Value: 'x', Type: 'SecureString' }));
    await expect(
      ssm.send(new PutParameterCommand({ Name: '/app', Value: 'x', Type: 'String', Overwrite: true })),
    ).rejects.toMatchObject({ name: 'HierarchyTypeMismatch' });
  });

  it('asks for permission on the parameter, and for its tags', async () => {
    const policy = (actions: readonly string[]): string =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: actions, Resource: 'arn:aws:ssm:us-east-1:123456789012:parameter/app/*' },
        ],
      });
    const put = (actions: readonly string[], input: Partial<PutParameterCommandInput>) => {
      const { cloud } = testCloud({ policy: policy(actions) });
      const parameter = { Name: '/app/a', Value: 'x', Type: 'String' as const, ...input };
      return new SSMClient(clientConfig(cloud)).send(new PutParameterCommand(parameter));
    };
    const Tags = [{ Key: 'a', Value: '1' }];
    const denied = { name: 'AccessDeniedException' };
    await expect(put(['ssm:PutParameter'], {})).resolves.toMatchObject({ Version: 1 });
    await expect(put(['ssm:PutParameter'], { Name: '/other' })).rejects.toMatchObject(denied);
    await expect(put(['ssm:PutParameter'], { Tags })).rejects.toMatchObject(denied);
    await expect(put(['ssm:PutParameter', 'ssm:AddTagsToResource'], { Tags })).resolves.toMatchObject({ Version: 1 });
  });

  it.each([
    [{ Name: '/aws/mine', Value: 'a', Type: 'String' as const }, /can't be prefixed with "aws" or "ssm"/],
    [{ Name: 'a b', Value: 'a', Type: 'String' as const }, /may contain only letters, digits/],
    [{ Name: 'a', Value: 'a' }, /A parameter type is required/],
    [{ Name: 'x/y', Value: 'a', Type: 'String' as const }, /must be a fully qualified name/],
    [
      { Name: 'a', Value: 'a', Type: 'String' as const, Overwrite: true, Tags: [{ Key: 'a', Value: 'b' }] },
      /tags and overwrite can't be used together/,
    ],
    [{ Name: 'a', Value: 'x', Type: 'String' as const, DataType: 'aws:ec2:image' }, /is not an image id/],
  ])('refuses to put %j', async (input, message) => {
    const { cloud } = testCloud();
    await expect(new SSMClient(clientConfig(cloud)).send(new PutParameterCommand(input))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(message),
    });
  });
});

describe('Secrets Manager', () => {
  const rig = () => {
    const { cloud, clock } = testCloud();
    return { client: new SecretsManagerClient(clientConfig(cloud)), clock };
  };

  it('keeps secrets with their versions, by name and by ARN', async () => {
    const { client, clock } = rig();
    const made = await client.send(new CreateSecretCommand({ Name: 'app/db', SecretString: 'old' }));
    expect(made.ARN).toMatch(/^arn:aws:secretsmanager:us-east-1:123456789012:secret:app\/db-\w{6}$/);
    const put = await client.send(new PutSecretValueCommand({ SecretId: 'app/db', SecretString: 'new' }));
    const get = async (input: { VersionStage?: string; VersionId?: string }, SecretId = 'app/db') =>
      (await client.send(new GetSecretValueCommand({ SecretId, ...input }))).SecretString;
    expect(await get({})).toBe('new');
    expect(await get({}, made.ARN)).toBe('new');
    expect(await get({ VersionStage: 'AWSPREVIOUS' })).toBe('old');
    expect(await get({ VersionId: made.VersionId ?? '' })).toBe('old');
    expect(await get({ VersionId: put.VersionId ?? '' })).toBe('new');
    const { CreatedDate, VersionStages } = await client.send(new GetSecretValueCommand({ SecretId: 'app/db' }));
    expect([CreatedDate, VersionStages]).toEqual([new Date(clock.now()), ['AWSCURRENT']]);
  });

  it('keeps bytes as bytes', async () => {
    const { client } = rig();
    const SecretBinary = new Uint8Array([0, 255, 7]);
    await client.send(new CreateSecretCommand({ Name: 'raw', SecretBinary }));
    const got = await client.send(new GetSecretValueCommand({ SecretId: 'raw' }));
    expect([...(got.SecretBinary ?? [])]).toEqual([0, 255, 7]);
  });

  it('refuses what Secrets Manager refuses', async () => {
    const { client } = rig();
    await client.send(new CreateSecretCommand({ Name: 'a', SecretString: 'x' }));
    await expect(client.send(new CreateSecretCommand({ Name: 'a', SecretString: 'y' }))).rejects.toMatchObject({
      name: 'ResourceExistsException',
    });
    await expect(client.send(new GetSecretValueCommand({ SecretId: 'b' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: "Secrets Manager can't find the specified secret.",
    });
    await expect(
      client.send(new GetSecretValueCommand({ SecretId: 'a', VersionStage: 'AWSPREVIOUS' })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

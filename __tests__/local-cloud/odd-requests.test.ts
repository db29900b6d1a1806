import { describe, expect, it } from '@jest/globals';
import { authorization, refusal, testCloud } from '../support/local-cloud.ts';
import { launchable } from './support/launchable.ts';
import { json, query, values } from './support/raw-calls.ts';

describe('a request that is odd', () => {
  it.each(['ssm', 'kms', 'secretsmanager'])('to %s, and no JSON, is refused as such', async (service) => {
    const { cloud } = testCloud();
    const action = { ssm: 'GetParameter', kms: 'DescribeKey', secretsmanager: 'GetSecretValue' }[service] ?? '';
    for (const body of ['{', '"text"', '[]']) {
      expect(await json(cloud, service, action, body)).toMatchObject({
        status: 400,
        body: { __type: 'SerializationException' },
      });
    }
  });

  it('to a service that is not here is answered in the protocol that it came in', async () => {
    const { cloud } = testCloud();
    expect((await json(cloud, 'logs', 'DescribeLogGroups', {})).body).toEqual({
      __type: 'InvalidAction',
      message: 'The service logs is not part of the local cloud.',
    });
    expect(values((await query(cloud, 'sns', 'ListTopics')).body, 'Code')).toEqual(['InvalidAction']);
  });

  it.each([
    [{ DurationSeconds: '999999999999999' }, 'ValidationError'],
    [{ DurationSeconds: '899' }, 'ValidationError'],
    [{ RoleSessionName: 'x' }, 'ValidationError'],
    [{ RoleSessionName: 'a b' }, 'ValidationError'],
  ])('for a session, with %j, is refused', async (odd, code) => {
    const { cloud } = testCloud();
    const given = { RoleArn: 'arn:aws:iam::123456789012:role/r', RoleSessionName: 'session', ...odd };
    expect(values((await query(cloud, 'sts', 'AssumeRole', given)).body, 'Code')).toEqual([code]);
  });

  it('for more instances than anybody has is refused, and at most so many are launched', async () => {
    const { cloud } = testCloud();
    const launch = await launchable(cloud);
    const many = { ...launch, MinCount: '1001', MaxCount: '999999999999999' };
    expect(await refusal(cloud, 'RunInstances', many)).toMatch(/^InstanceLimitExceeded: /);
    expect(cloud.leftovers()).toEqual([]);
    await query(cloud, 'ec2', 'RunInstances', { ...launch, MaxCount: '999999999999999' });
    expect(cloud.leftovers().filter(({ kind }) => kind === 'instance')).toHaveLength(1_000);
  });

  it('for several spot instances counts all of them', async () => {
    const { cloud } = testCloud({ limits: { spotInstances: 2 } });
    const launch = { ...(await launchable(cloud)), 'InstanceMarketOptions.MarketType': 'spot' };
    expect(await refusal(cloud, 'RunInstances', { ...launch, MinCount: '3', MaxCount: '3' })).toMatch(
      /^MaxSpotInstanceCountExceeded: /,
    );
    await query(cloud, 'ec2', 'RunInstances', { ...launch, MaxCount: '5' });
    expect(cloud.leftovers().filter(({ kind }) => kind === 'instance')).toHaveLength(2);
  });

  it('with user data that is mostly white space is read in time', async () => {
    const { cloud } = testCloud();
    const launch = await launchable(cloud);
    const UserData = `IyEv${' '.repeat(500_000)}`;
    expect(await refusal(cloud, 'RunInstances', { ...launch, UserData: `${UserData}!` })).toMatch(
      /^InvalidUserData\.Malformed: /,
    );
    expect(await refusal(cloud, 'RunInstances', { ...launch, UserData })).toBe('ok');
  });

  it.each([
    ['10.9.9.9', 'InvalidParameterValue'],
    ['172.31.0.3', 'InvalidParameterValue'],
    ['172.31.15.255', 'InvalidParameterValue'],
    ['172.31.0', 'InvalidParameterValue'],
    ['172.31.0.4', 'InvalidIPAddress.InUse'],
    ['172.31.0.5', 'ok'],
  ])('for the address %s in the first subnet, where one has 172.31.0.4: %s', async (PrivateIpAddress, expected) => {
    const { cloud } = testCloud();
    const launch = await launchable(cloud);
    const addresses = async (more: Readonly<Record<string, string>> = {}) =>
      values((await query(cloud, 'ec2', 'RunInstances', { ...launch, ...more })).body, 'privateIpAddress');
    expect(await addresses()).toContain('172.31.0.4');
    expect((await refusal(cloud, 'RunInstances', { ...launch, PrivateIpAddress })).replace(/:.*/, '')).toBe(expected);
    // The next one without a wish gets another address than whoever had one.
    expect(await addresses()).toContain(expected === 'ok' ? '172.31.0.6' : '172.31.0.5');
    expect(await refusal(cloud, 'RunInstances', { ...launch, MaxCount: '2', PrivateIpAddress })).toMatch(
      /^InvalidParameterCombination: /,
    );
  });

  it('with a name of a million parts is refused', async () => {
    const { cloud } = testCloud();
    expect(await refusal(cloud, 'DescribeVpcs', { [`Filter${'.1'.repeat(1_000_000)}`]: 'x' })).toBe(
      `UnknownParameter: The parameter Filter${'.1'.repeat(47)}… is not recognized`,
    );
  });

  it.each([
    ['10.0.0.0/8/8', 'InvalidParameterValue: CIDR block 10.0.0.0/8/8 is malformed'],
    ['10.0.0.0/33', 'InvalidParameterValue: CIDR block 10.0.0.0/33 is malformed'],
  ])('with the range %s is refused', async (CidrIp, expected) => {
    const { cloud } = testCloud();
    const rule = { GroupName: 'default', IpProtocol: 'tcp', FromPort: '22', ToPort: '22', CidrIp };
    expect(await refusal(cloud, 'AuthorizeSecurityGroupIngress', rule)).toBe(expected);
  });

  it('with the same rule twice is refused, and tags of rules are told', async () => {
    const { cloud } = testCloud();
    const permission = (index: number) => ({
      [`IpPermissions.${index}.IpProtocol`]: 'tcp',
      [`IpPermissions.${index}.FromPort`]: '22',
      [`IpPermissions.${index}.ToPort`]: '22',
      [`IpPermissions.${index}.IpRanges.1.CidrIp`]: '10.0.0.0/8',
    });
    const twice = { GroupName: 'default', ...permission(1), ...permission(2) };
    expect(await refusal(cloud, 'AuthorizeSecurityGroupIngress', twice)).toBe(
      'InvalidParameterValue: The same permission must not appear multiple times',
    );
    const tagged = {
      GroupName: 'default',
      ...permission(1),
      'TagSpecification.1.ResourceType': 'security-group-rule',
      'TagSpecification.1.Tag.1.Key': 'Name',
      'TagSpecification.1.Tag.1.Value': 'here',
    };
    const { body } = await query(cloud, 'ec2', 'AuthorizeSecurityGroupIngress', tagged);
    expect(values(body, 'value')).toEqual(['here']);
    const wrong = { ...tagged, ...permission(1), 'TagSpecification.1.ResourceType': 'instance' };
    expect(await refusal(cloud, 'AuthorizeSecurityGroupIngress', wrong)).toMatch(
      /is not a valid taggable resource type/,
    );
  });

  it('for a key of a kind that there is not, or of several regions, is refused', async () => {
    const { cloud } = testCloud();
    for (const [input, code] of [
      [{ KeySpec: 'ROT_13' }, 'ValidationException'],
      [{ KeySpec: 'RSA_2048', KeyUsage: 'GENERATE_VERIFY_MAC' }, 'ValidationException'],
      [{ MultiRegion: true }, 'UnsupportedOperationException'],
      [{ Origin: 'EXTERNAL' }, 'UnsupportedOperationException'],
    ] as const) {
      expect((await json(cloud, 'kms', 'CreateKey', input)).body).toMatchObject({ __type: code });
    }
    expect((await json(cloud, 'kms', 'CreateKey', { KeySpec: 'RSA_2048' })).body).toMatchObject({
      KeyMetadata: { EncryptionAlgorithms: ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'] },
    });
  });

  it('for a parameter says how large one may be, and what is not known of it', async () => {
    const { cloud } = testCloud();
    const put = async (input: object) =>
      (await json(cloud, 'ssm', 'PutParameter', { Name: '/a', Type: 'String', Overwrite: true, ...input })).body;
    expect(await put({ Value: 'x'.repeat(4_096) })).toMatchObject({ Tier: 'Standard' });
    expect(await put({ Value: 'x'.repeat(4_097) })).toMatchObject({ __type: 'ValidationException' });
    expect(await put({ Value: 'x'.repeat(8_192), Tier: 'Advanced' })).toMatchObject({ Tier: 'Advanced' });
    expect(await put({ Value: 'x'.repeat(8_193), Tier: 'Advanced' })).toMatchObject({ __type: 'ValidationException' });
    expect(await put({ Value: 'x', AllowedPattern: '^y$' })).toMatchObject({ __type: 'ValidationException' });
  });

  it('to cancel spot fleets tells of each what came of it', async () => {
    const { cloud } = testCloud();
    const { ImageId } = await launchable(cloud);
    const { body: made } = await query(cloud, 'ec2', 'RequestSpotFleet', {
      'SpotFleetRequestConfig.IamFleetRole': 'r',
      'SpotFleetRequestConfig.TargetCapacity': '0',
      'SpotFleetRequestConfig.LaunchSpecifications.1.ImageId': ImageId,
    });
    const [id = ''] = values(made, 'spotFleetRequestId');
    const cancel = async () => {
      const given = { 'SpotFleetRequestId.1': id, 'SpotFleetRequestId.2': 'sfr-none', TerminateInstances: 'true' };
      const { body } = await query(cloud, 'ec2', 'CancelSpotFleetRequests', given);
      return [...values(body, 'previousSpotFleetRequestState'), ...values(body, 'code')];
    };
    expect(await cancel()).toEqual(['active', 'fleetRequestIdDoesNotExist']);
    expect(await cancel()).toEqual(['cancelled', 'fleetRequestIdDoesNotExist']);
  });
});

describe('a request without a signature', () => {
  it('is refused in either protocol', async () => {
    const { cloud } = testCloud();
    const bare = { method: 'POST', path: '/', query: new Map<string, string>(), body: '{}' };
    for (const headers of [{}, { authorization: authorization('ec2').replace('AWS4', 'AWS2') }]) {
      const outcome = await cloud.handle({ ...bare, headers });
      expect(outcome).toMatchObject({ status: 403, body: expect.stringContaining('MissingAuthenticationToken') });
    }
  });
});

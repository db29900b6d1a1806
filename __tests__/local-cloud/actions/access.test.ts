import { createPrivateKey } from 'node:crypto';
import {
  AuthorizeSecurityGroupIngressCommand,
  CreateKeyPairCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  DeleteKeyPairCommand,
  DeleteTagsCommand,
  DescribeAvailabilityZonesCommand,
  DescribeKeyPairsCommand,
  DescribeSecurityGroupsCommand,
  DescribeTagsCommand,
  DescribeVpcsCommand,
  ImportKeyPairCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import ssh2 from 'ssh2';
import { refusal, testCloud } from '../../support/local-cloud.ts';

describe('key pairs', () => {
  it('made here open with the usual tools, and match what is described', async () => {
    const { ec2 } = testCloud();
    const rsa = await ec2.send(new CreateKeyPairCommand({ KeyName: 'rsa' }));
    const ed25519 = await ec2.send(new CreateKeyPairCommand({ KeyName: 'ed', KeyType: 'ed25519' }));
    expect(createPrivateKey(rsa.KeyMaterial ?? '').asymmetricKeyDetails?.modulusLength).toBe(2_048);
    expect(rsa.KeyFingerprint).toMatch(/^([0-9a-f]{2}:){19}[0-9a-f]{2}$/);
    const opened = ssh2.utils.parseKey(ed25519.KeyMaterial ?? '');
    if (opened instanceof Error) throw opened;
    const { KeyPairs } = await ec2.send(new DescribeKeyPairsCommand({ KeyNames: ['ed'], IncludePublicKey: true }));
    expect(KeyPairs).toMatchObject([
      {
        KeyType: 'ed25519',
        PublicKey: `ssh-ed25519 ${opened.getPublicSSH().toString('base64')} ed`,
        KeyFingerprint: ed25519.KeyFingerprint,
      },
    ]);
  });

  it('imported have the fingerprints that EC2 and ssh-keygen compute', async () => {
    const { cloud, ec2 } = testCloud();
    const PublicKeyMaterial = Buffer.from(
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE4Jw2VqAyN1e9T0cVUqtTqE2jmA1Z0rV3mT1aR0Q2lA someone@somewhere',
    );
    const { KeyFingerprint } = await ec2.send(new ImportKeyPairCommand({ KeyName: 'mine', PublicKeyMaterial }));
    // ssh-keygen -l prints the same without the padding.
    expect(KeyFingerprint).toBe('kS7IMkKxsowRhG0Y01I1V8RcodLa/WDU4qEkhMbQy0s=');
    const again = { KeyName: 'mine', PublicKeyMaterial: PublicKeyMaterial.toString('base64') };
    expect(await refusal(cloud, 'ImportKeyPair', again)).toBe(
      "InvalidKeyPair.Duplicate: The keypair 'mine' already exists.",
    );
    const nonsense = { KeyName: 'other', PublicKeyMaterial: Buffer.from('hello').toString('base64') };
    expect(await refusal(cloud, 'ImportKeyPair', nonsense)).toBe(
      'InvalidKey.Format: Key is not in valid OpenSSH public key format',
    );
  });

  it('can be deleted twice', async () => {
    const { cloud, ec2 } = testCloud();
    await ec2.send(new CreateKeyPairCommand({ KeyName: 'k', KeyType: 'ed25519' }));
    await ec2.send(new DeleteKeyPairCommand({ KeyName: 'k' }));
    await ec2.send(new DeleteKeyPairCommand({ KeyName: 'k' }));
    expect(await refusal(cloud, 'DescribeKeyPairs', { 'KeyName.1': 'k' })).toBe(
      "InvalidKeyPair.NotFound: The key pair 'k' does not exist",
    );
  });
});

describe('security groups', () => {
  async function group() {
    const { cloud, ec2 } = testCloud();
    const { GroupId = '' } = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName: 'bake', Description: 'temporary' }),
    );
    return { cloud, ec2, GroupId };
  }

  it('show the rules that were added, those for the same ports together', async () => {
    const { ec2, GroupId } = await group();
    const allow = (CidrIp: string) =>
      ec2.send(
        new AuthorizeSecurityGroupIngressCommand({
          GroupId,
          IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp }] }],
        }),
      );
    await allow('192.0.2.1/32');
    await allow('198.51.100.0/24');
    const { SecurityGroups } = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }));
    expect(SecurityGroups?.[0]).toMatchObject({
      GroupName: 'bake',
      Description: 'temporary',
      IpPermissions: [
        {
          IpProtocol: 'tcp',
          FromPort: 22,
          ToPort: 22,
          IpRanges: [{ CidrIp: '192.0.2.1/32' }, { CidrIp: '198.51.100.0/24' }],
        },
      ],
      IpPermissionsEgress: [{ IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    });
    await expect(allow('192.0.2.1/32')).rejects.toMatchObject({
      name: 'InvalidPermission.Duplicate',
      message: 'the specified rule "peer: 192.0.2.1/32, TCP, from port: 22, to port: 22, ALLOW" already exists',
    });
  });

  it.each([
    [{ CidrIp: '300.0.0.1/32' }, 'InvalidParameterValue: CIDR block 300.0.0.1/32 is malformed'],
    [{ CidrIp: '10.0.0.1' }, 'InvalidParameterValue: CIDR block 10.0.0.1 is malformed'],
    [{ ToPort: '70000' }, "InvalidParameterValue: Invalid value '70000' for portRange. Must be in 0-65535."],
    [{ ToPort: '21' }, 'InvalidParameterValue: Invalid TCP/UDP port range (22:21)'],
    [
      { IpProtocol: 'tcpp' },
      'InvalidParameterValue: Value (tcpp) for parameter IpProtocol is invalid. Unknown protocol.',
    ],
    [{ GroupId: 'sg-1' }, 'InvalidGroupId.Malformed: Invalid id: "sg-1" (expecting "sg-...")'],
  ])('refuse a rule with %j', async (parameters, expected) => {
    const { cloud, GroupId } = await group();
    const rule = { GroupId, IpProtocol: 'tcp', FromPort: '22', ToPort: '22', CidrIp: '10.0.0.0/8', ...parameters };
    expect(await refusal(cloud, 'AuthorizeSecurityGroupIngress', rule)).toBe(expected);
  });

  it('refuse a name that is taken, and to go while another group refers to them or as default ones', async () => {
    const { cloud, ec2, GroupId } = await group();
    expect(await refusal(cloud, 'CreateSecurityGroup', { GroupName: 'bake', GroupDescription: 'd' })).toMatch(
      /^InvalidGroup\.Duplicate: The security group 'bake' already exists for VPC 'vpc-[0-9a-f]{17}'$/,
    );
    const other = await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'other', Description: 'd' }));
    await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId: other.GroupId,
        IpPermissions: [{ IpProtocol: '-1', UserIdGroupPairs: [{ GroupId }] }],
      }),
    );
    expect(await refusal(cloud, 'DeleteSecurityGroup', { GroupId })).toBe(
      `DependencyViolation: resource ${GroupId} has a dependent object`,
    );
    expect(await refusal(cloud, 'DeleteSecurityGroup', { GroupName: 'default' })).toMatch(/^CannotDelete: /);
    expect(await refusal(cloud, 'DeleteSecurityGroup', { GroupId: other.GroupId ?? '' })).toBe('ok');
    expect(await refusal(cloud, 'DeleteSecurityGroup', { GroupId })).toBe('ok');
  });
});

describe('the network', () => {
  it('of a new account is a default VPC with a subnet in each zone', async () => {
    const { cloud, ec2 } = testCloud();
    const { Vpcs } = await ec2.send(new DescribeVpcsCommand({ Filters: [{ Name: 'isDefault', Values: ['true'] }] }));
    expect(Vpcs).toMatchObject([{ CidrBlock: '172.31.0.0/16', IsDefault: true, State: 'available' }]);
    const { AvailabilityZones = [] } = await ec2.send(new DescribeAvailabilityZonesCommand({}));
    expect(AvailabilityZones.map(({ ZoneName, ZoneId }) => [ZoneName, ZoneId])).toEqual([
      ['us-east-1a', 'use1-az1'],
      ['us-east-1b', 'use1-az2'],
      ['us-east-1c', 'use1-az3'],
    ]);
    expect(await refusal(cloud, 'DescribeVpcs', { 'VpcId.1': 'vpc-00000000' })).toBe(
      "InvalidVpcID.NotFound: The vpc ID 'vpc-00000000' does not exist",
    );
  });
});

describe('tags', () => {
  it('are set, changed, found and removed', async () => {
    const { cloud, ec2 } = testCloud();
    const { GroupId = '' } = await ec2.send(new CreateSecurityGroupCommand({ GroupName: 'g', Description: 'd' }));
    const tags = async () =>
      (await ec2.send(new DescribeTagsCommand({ Filters: [{ Name: 'resource-id', Values: [GroupId] }] }))).Tags?.map(
        ({ Key, Value, ResourceType }) => [ResourceType, Key, Value],
      );
    const Resources = [GroupId];
    await ec2.send(
      new CreateTagsCommand({
        Resources,
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'b', Value: '' },
        ],
      }),
    );
    await ec2.send(new CreateTagsCommand({ Resources, Tags: [{ Key: 'a', Value: '2' }] }));
    expect(await tags()).toEqual([
      ['security-group', 'a', '2'],
      ['security-group', 'b', ''],
    ]);
    await ec2.send(new DeleteTagsCommand({ Resources, Tags: [{ Key: 'a', Value: '1' }, { Key: 'b' }] }));
    expect(await tags()).toEqual([['security-group', 'a', '2']]);
    const tag = (parameters: Record<string, string>) =>
      refusal(cloud, 'CreateTags', { 'ResourceId.1': GroupId, ...parameters });
    expect(await tag({ 'Tag.1.Key': 'x', 'Tag.2.Key': 'x' })).toBe(
      "InvalidParameterValue: Duplicate tag key 'x' specified.",
    );
    expect(await tag({ 'Tag.1.Key': 'x', 'ResourceId.2': 'foo-1' })).toBe("InvalidID: The ID 'foo-1' is not valid");
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`Tag.${index + 1}.Key`, `k${index}`]));
    expect(await tag(many)).toMatch(/^TagLimitExceeded: /);
    expect(await tags()).toEqual([['security-group', 'a', '2']]);
  });
});

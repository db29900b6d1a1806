import {
  CopyImageCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  type EC2Client,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
  ListAliasesCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from '@jest/globals';
import type { LocalCloudOptions } from '../../../src/local-cloud/options.ts';
import { clientConfig, testCloud } from '../../support/local-cloud.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import { imageIdOf } from '../support/images.ts';

function cloudWithKms(options: Partial<LocalCloudOptions> = {}) {
  const { cloud, ...rest } = testCloud(options);
  const kms = new KMSClient(clientConfig(cloud));
  return { cloud, ...rest, kms, ofKey: (KeyId: string) => kms.send(new DescribeKeyCommand({ KeyId })) };
}

describe('keys', () => {
  it('are made, named, switched off and on, and on their way to be deleted', async () => {
    const { kms, ofKey, clock } = cloudWithKms();
    const { KeyMetadata: made } = await kms.send(new CreateKeyCommand({ Description: 'images' }));
    const { KeyId = '', Arn = '' } = made ?? {};
    expect(KeyId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(Arn).toBe(`arn:aws:kms:us-east-1:123456789012:key/${KeyId}`);
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/images', TargetKeyId: KeyId }));
    for (const name of [KeyId, Arn, 'alias/images', 'arn:aws:kms:us-east-1:123456789012:alias/images']) {
      expect((await ofKey(name)).KeyMetadata).toMatchObject({
        Arn,
        Enabled: true,
        KeyState: 'Enabled',
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyManager: 'CUSTOMER',
        Description: 'images',
      });
    }
    await kms.send(new DisableKeyCommand({ KeyId }));
    expect((await ofKey(KeyId)).KeyMetadata).toMatchObject({ Enabled: false, KeyState: 'Disabled' });
    await kms.send(new EnableKeyCommand({ KeyId }));
    expect((await ofKey(KeyId)).KeyMetadata?.KeyState).toBe('Enabled');
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    expect((await ofKey(KeyId)).KeyMetadata).toMatchObject({
      KeyState: 'PendingDeletion',
      DeletionDate: new Date(clock.now() + 7 * 86_400_000),
    });
    await expect(kms.send(new EnableKeyCommand({ KeyId }))).rejects.toMatchObject({
      name: 'KMSInvalidStateException',
      message: `${Arn} is pending deletion.`,
    });
  });

  it('are there for EBS from the beginning, where they were declared, and nowhere else', async () => {
    const { ofKey, kms, cloud } = cloudWithKms({ kmsKeys: ['alias/images'] });
    expect((await ofKey('alias/aws/ebs')).KeyMetadata?.KeyManager).toBe('AWS');
    expect((await ofKey('alias/images')).KeyMetadata?.KeyManager).toBe('CUSTOMER');
    const { Aliases = [] } = await kms.send(new ListAliasesCommand({}));
    expect(Aliases.map(({ AliasName }) => AliasName)).toEqual(['alias/aws/ebs', 'alias/images']);
    const west = new KMSClient(clientConfig(cloud, 'us-west-2'));
    const { KeyMetadata: there } = await west.send(new DescribeKeyCommand({ KeyId: 'alias/images' }));
    await expect(ofKey(there?.Arn ?? '')).rejects.toMatchObject({
      name: 'NotFoundException',
      message: 'Invalid arn us-west-2',
    });
  });

  it.each([
    ['alias/none', 'Alias arn:aws:kms:us-east-1:123456789012:alias/none is not found.'],
    [
      '12345678-1234-1234-1234-123456789012',
      "Key 'arn:aws:kms:us-east-1:123456789012:key/12345678-1234-1234-1234-123456789012' does not exist",
    ],
  ])('that nobody made are not there: %s', async (name, message) => {
    await expect(cloudWithKms().ofKey(name)).rejects.toMatchObject({ name: 'NotFoundException', message });
    expect((await cloudWithKms({ kmsKeys: 'any' }).ofKey(name)).KeyMetadata?.KeyState).toBe('Enabled');
  });

  it('may be seen by those whom a policy lets, by key or by alias', async () => {
    const policy = (Condition: object) =>
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'kms:DescribeKey', Resource: 'arn:aws:kms:*:*:key/*', Condition }],
      });
    const byAlias = (alias: string) => policy({ 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': [alias] } });
    const kmsKeys = ['alias/images'];
    const allowed = cloudWithKms({ kmsKeys, policy: byAlias('alias/images') });
    await expect(allowed.ofKey('alias/images')).resolves.toBeDefined();
    const denied = cloudWithKms({ kmsKeys, policy: byAlias('alias/others') });
    await expect(denied.ofKey('alias/images')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(/not authorized to perform: kms:DescribeKey on resource: arn:aws:kms:.*:key\//),
    });
  });
});

describe('EC2', () => {
  async function launched(ec2: EC2Client, KmsKeyId: string): Promise<string> {
    const { Instances = [] } = await ec2.send(
      new RunInstancesCommand({
        ImageId: await imageIdOf(ec2),
        InstanceType: 't3.micro',
        MinCount: 1,
        MaxCount: 1,
        BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { Encrypted: true, KmsKeyId } }],
      }),
    );
    return Instances[0]?.InstanceId ?? '';
  }
  const reasonOf = async (ec2: EC2Client, id: string) => {
    const { Reservations = [] } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }));
    const instance = Reservations[0]?.Instances?.[0];
    return `${instance?.State?.Name}: ${instance?.StateReason?.Code}`;
  };

  /** What is due happens when somebody looks. */
  const passed = async (ec2: EC2Client, clock: VirtualClock) => {
    for (let look = 0; look < 2; look += 1) {
      await clock.advance(1_000);
      await ec2.send(new DescribeInstancesCommand({}));
    }
  };

  it('launches with a key, and ends an instance whose key is missing, disabled or of another kind', async () => {
    const { ec2, kms, clock, cloud } = cloudWithKms({ kmsKeys: ['alias/images', 'alias/off'] });
    const { KeyMetadata: off } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/off' }));
    await kms.send(new DisableKeyCommand({ KeyId: off?.KeyId }));
    const { KeyMetadata: rsa } = await kms.send(new CreateKeyCommand({ KeySpec: 'RSA_2048' }));
    const keys = ['alias/images', 'alias/aws/ebs', 'alias/none', 'alias/off', rsa?.KeyId ?? ''];
    const ids = await Promise.all(keys.map((key) => launched(ec2, key)));
    await passed(ec2, clock);
    expect(await Promise.all(ids.map((id) => reasonOf(ec2, id)))).toEqual([
      'running: undefined',
      'running: undefined',
      'terminated: Client.InvalidKmsKey.NotFound',
      'terminated: Client.InvalidKMSKey.InvalidState',
      'terminated: Client.InvalidKmsKey.InvalidKeyUsage',
    ]);
    expect(cloud.leftovers().filter(({ kind }) => kind === 'volume')).toHaveLength(2);
  });

  it('lets nobody use a key through it who may not use the key', async () => {
    const kmsKeys = ['alias/images'];
    const { ec2, clock } = cloudWithKms({ kmsKeys, deniedActions: ['kms:CreateGrant'] });
    const [own, ofAws] = await Promise.all([launched(ec2, 'alias/images'), launched(ec2, 'alias/aws/ebs')]);
    await passed(ec2, clock);
    expect(await reasonOf(ec2, own)).toBe('terminated: Client.InternalError');
    expect(await reasonOf(ec2, ofAws)).toBe('running: undefined');
  });

  it('takes a copy with any key, which fails when it is tried', async () => {
    const { ec2, clock } = cloudWithKms();
    const copy = new CopyImageCommand({
      Name: 'copy',
      SourceImageId: await imageIdOf(ec2),
      SourceRegion: 'us-east-1',
      Encrypted: true,
      KmsKeyId: 'alias/none',
    });
    const { ImageId = '' } = await ec2.send(copy);
    const image = async () => (await ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] }))).Images?.[0];
    expect((await image())?.State).toBe('pending');
    await clock.advance(2_000);
    expect(await image()).toMatchObject({
      State: 'failed',
      StateReason: { Code: 'Client.InvalidKmsKey.NotFound', Message: expect.stringContaining('alias/none') },
    });
  });
});

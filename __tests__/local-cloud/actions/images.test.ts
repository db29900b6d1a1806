import {
  CopyImageCommand,
  CreateImageCommand,
  DeregisterImageCommand,
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  type DescribeImagesCommandInput,
  DescribeInstanceTypeOfferingsCommand,
  DescribeSnapshotsCommand,
  DisableImageDeregistrationProtectionCommand,
  EC2Client,
  EnableImageDeprecationCommand,
  EnableImageDeregistrationProtectionCommand,
  ModifyImageAttributeCommand,
  ModifySnapshotAttributeCommand,
  RegisterImageCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { clientConfig, refusal, testCloud } from '../../support/local-cloud.ts';
import { imageIdOf } from '../support/images.ts';

async function namesOf(ec2: EC2Client, input: DescribeImagesCommandInput): Promise<(string | undefined)[]> {
  const { Images = [] } = await ec2.send(new DescribeImagesCommand(input));
  return Images.map(({ Name }) => Name);
}

/** A cloud with an image of its own, `mine`, that is available. */
async function cloudWithImage() {
  const { clock, cloud, ec2 } = testCloud();
  const launch = new RunInstancesCommand({
    ImageId: await imageIdOf(ec2),
    InstanceType: 't3.micro',
    MinCount: 1,
    MaxCount: 1,
  });
  const instanceId = (await ec2.send(launch)).Instances?.[0]?.InstanceId ?? '';
  await clock.advance(600);
  const { ImageId: imageId = '' } = await ec2.send(
    new CreateImageCommand({
      InstanceId: instanceId,
      Name: 'mine',
      TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'team', Value: 'a' }] }],
    }),
  );
  await clock.advance(1_500);
  const image = async () => (await ec2.send(new DescribeImagesCommand({ ImageIds: [imageId] }))).Images?.[0];
  return { clock, cloud, ec2, instanceId, imageId, image };
}

describe('finding images', () => {
  it.each([
    ['Ubuntu by wildcard', '099720109477', '*ubuntu-noble-24.04-arm64-server-*', 3],
    ['Ubuntu minimal', '099720109477', 'ubuntu-minimal/images/hvm-ssd/ubuntu-focal-20.04-amd64-minimal-*', 3],
    ['one character', '099720109477', 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-2025120?', 1],
    ['Amazon Linux 2023 by alias', 'amazon', 'al2023-ami-2023.*-x86_64', 3],
    ['Amazon Linux 2 by account', '137112412989', 'amzn2-ami-hvm-*-x86_64-gp2', 3],
    ['Debian 12', '136693071363', 'debian-12-amd64-*', 3],
    ['Windows by alias', 'amazon', 'Windows_Server-2022-English-Full-Base-*', 3],
    ['nothing under another owner', '136693071363', 'ubuntu/images/*', 0],
    ['nothing in another case', '099720109477', 'UBUNTU/images/*', 0],
    ['a star that is meant', '099720109477', 'ubuntu/images/\\*', 0],
  ])('%s', async (_, owner, pattern, expected) => {
    const names = await namesOf(testCloud().ec2, {
      Owners: [owner],
      Filters: [{ Name: 'name', Values: [pattern] }],
    });
    expect(names).toHaveLength(expected);
  });

  it('needs every filter, but only one value of each', async () => {
    const { ec2 } = testCloud();
    const filters = [
      { Name: 'name', Values: ['debian-12-*', 'debian-13-*'] },
      { Name: 'architecture', Values: ['arm64'] },
      { Name: 'is-public', Values: ['true'] },
      { Name: 'block-device-mapping.volume-type', Values: ['gp3'] },
    ];
    expect(await namesOf(ec2, { Filters: filters })).toHaveLength(6);
    expect(await namesOf(ec2, { Filters: [...filters, { Name: 'state', Values: ['pending'] }] })).toEqual([]);
  });

  it('by tag finds own ones', async () => {
    const { ec2 } = await cloudWithImage();
    expect(await namesOf(ec2, { Filters: [{ Name: 'tag:team', Values: ['?'] }] })).toEqual(['mine']);
    expect(await namesOf(ec2, { Filters: [{ Name: 'tag:team', Values: ['b'] }] })).toEqual([]);
    expect(await namesOf(ec2, { Filters: [{ Name: 'tag-key', Values: ['team'] }], Owners: ['self'] })).toEqual([
      'mine',
    ]);
  });

  it.each([
    [{ 'Owner.1': 'canonical' }, 'InvalidUserID.Malformed: Invalid user id: "canonical"'],
    [{ 'Filter.1.Name': 'nme', 'Filter.1.Value.1': 'x' }, "InvalidParameterValue: The filter 'nme' is invalid"],
    [{ 'ImageId.1': 'ami-1' }, 'InvalidAMIID.Malformed: Invalid id: "ami-1" (expecting "ami-...")'],
    [
      { 'ImageId.1': 'ami-0123456789abcdef0' },
      "InvalidAMIID.NotFound: The image id '[ami-0123456789abcdef0]' does not exist",
    ],
    [
      { 'ImageId.1': 'ami-00000001', 'ImageId.2': 'ami-00000002' },
      "InvalidAMIID.NotFound: The image ids '[ami-00000001, ami-00000002]' do not exist",
    ],
    [
      { 'ImageId.1': 'ami-00000001', MaxResults: '5' },
      "InvalidAMIID.NotFound: The image id '[ami-00000001]' does not exist",
    ],
  ])('with %j is refused', async (parameters, expected) => {
    expect(await refusal(testCloud().cloud, 'DescribeImages', parameters)).toBe(expected);
  });

  it('hides deprecated ones from others unless they are wanted', async () => {
    const { clock, ec2, imageId } = await cloudWithImage();
    const jammy = [{ Name: 'name', Values: ['ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*'] }];
    await ec2.send(
      new EnableImageDeprecationCommand({ ImageId: imageId, DeprecateAt: new Date('2026-06-01T00:00:29Z') }),
    );
    await clock.advance(700 * 86_400_000);
    expect(await namesOf(ec2, { Filters: jammy })).toEqual([
      'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20251203',
    ]);
    expect(await namesOf(ec2, { Filters: jammy, IncludeDeprecated: true })).toHaveLength(3);
    const { Images } = await ec2.send(new DescribeImagesCommand({ Owners: ['self'] }));
    expect(Images?.[0]?.DeprecationTime).toBe('2026-06-01T00:00:00.000Z');
  });
});

describe('creating images', () => {
  it('refuses bad names, names in use, and instances that have ended', async () => {
    const { cloud, imageId, instanceId } = await cloudWithImage();
    const create = (name: string) => refusal(cloud, 'CreateImage', { InstanceId: instanceId, Name: name });
    expect(await create('no:colon')).toBe(
      "InvalidAMIName.Malformed: AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'",
    );
    expect(await create('mine')).toBe(`InvalidAMIName.Duplicate: AMI name mine is already in use by AMI ${imageId}`);
    await refusal(cloud, 'TerminateInstances', { 'InstanceId.1': instanceId });
    expect(await create('other')).toBe(
      `IncorrectState: Instance is not in state 'running' or 'stopped': the instance '${instanceId}' is shutting-down`,
    );
  });

  it('lets a name be used again after deregistration', async () => {
    const { cloud, ec2, imageId, instanceId } = await cloudWithImage();
    await ec2.send(new DeregisterImageCommand({ ImageId: imageId }));
    expect(await refusal(cloud, 'CreateImage', { InstanceId: instanceId, Name: 'mine' })).toBe('ok');
    expect(await refusal(cloud, 'DeregisterImage', { ImageId: imageId })).toBe(
      `InvalidAMIID.Unavailable: The image ID '${imageId}' is no longer available`,
    );
  });

  it('adds and suppresses devices as the mappings say', async () => {
    const { ec2, instanceId } = await cloudWithImage();
    const { ImageId: id = '' } = await ec2.send(
      new CreateImageCommand({
        InstanceId: instanceId,
        Name: 'two-disks',
        BlockDeviceMappings: [
          { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 20, VolumeType: 'gp3', DeleteOnTermination: false } },
          { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' },
        ],
      }),
    );
    const { Images } = await ec2.send(new DescribeImagesCommand({ ImageIds: [id] }));
    expect(Images?.[0]?.BlockDeviceMappings).toMatchObject([
      { DeviceName: '/dev/sda1', Ebs: { VolumeSize: 8, DeleteOnTermination: true } },
      { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 20, VolumeType: 'gp3', Iops: 3_000, DeleteOnTermination: false } },
      { DeviceName: '/dev/sdb', VirtualName: 'ephemeral0' },
    ]);
  });

  it('can be done from a snapshot', async () => {
    const { ec2, image } = await cloudWithImage();
    const SnapshotId = (await image())?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId;
    const { ImageId: id = '' } = await ec2.send(
      new RegisterImageCommand({
        Name: 'registered',
        Architecture: 'x86_64',
        RootDeviceName: '/dev/xvda',
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId } }],
      }),
    );
    const { Images } = await ec2.send(new DescribeImagesCommand({ ImageIds: [id] }));
    expect(Images?.[0]).toMatchObject({ State: 'available', RootDeviceName: '/dev/xvda' });
    await expect(
      ec2.send(new RegisterImageCommand({ Name: 'rootless', RootDeviceName: '/dev/xvda' })),
    ).rejects.toMatchObject({ name: 'InvalidBlockDeviceMapping' });
  });
});

describe('an instance type', () => {
  it.each([
    [
      'boots as the image does',
      't2.micro',
      { BootMode: 'uefi', EnaSupport: true },
      /does not support the boot mode 'uefi'/,
    ],
    ['has a TPM where the image wants one', 't2.micro', { BootMode: 'uefi', TpmSupport: 'v2.0' }, /boot mode 'uefi'/],
    ['takes the image, with ENA', 't3.micro', { BootMode: 'legacy-bios' }, /\(ENA\) is required for the 't3.micro'/],
    ['takes the image: t3 with it', 't3.micro', { BootMode: 'uefi', EnaSupport: true, TpmSupport: 'v2.0' }, undefined],
    ['takes the image: t2 without it', 't2.micro', {}, undefined],
  ] as const)('is refused unless it %s', async (_, InstanceType, of, message) => {
    const { ec2, image } = await cloudWithImage();
    const SnapshotId = (await image())?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId;
    const BlockDeviceMappings = [{ DeviceName: '/dev/xvda', Ebs: { SnapshotId } }];
    const registered = { Name: 'registered', RootDeviceName: '/dev/xvda', BlockDeviceMappings, ...of };
    const { ImageId } = await ec2.send(new RegisterImageCommand(registered));
    const launch = ec2.send(new RunInstancesCommand({ ImageId, InstanceType, MinCount: 1, MaxCount: 1 }));
    const outcome = await launch.then(
      () => undefined,
      (thrown: Error) => thrown.message,
    );
    expect(outcome).toEqual(message === undefined ? undefined : expect.stringMatching(message));
  });

  it('is offered in the zones that have it', async () => {
    const { ec2 } = testCloud({ shortages: [{ type: 't3.micro', zone: 'us-east-1b', error: 'Unsupported' }] });
    const zonesOf = async (name: string) => {
      const Filters = [{ Name: 'instance-type', Values: [name] }];
      const input = { LocationType: 'availability-zone', Filters } as const;
      const { InstanceTypeOfferings = [] } = await ec2.send(new DescribeInstanceTypeOfferingsCommand(input));
      return InstanceTypeOfferings.map(({ Location }) => Location);
    };
    expect(await zonesOf('t3.micro')).toEqual(['us-east-1a', 'us-east-1c']);
    expect(await zonesOf('t3.small')).toEqual(['us-east-1a', 'us-east-1b', 'us-east-1c']);
  });
});

describe('copying images', () => {
  it('makes an image of its own in the other region, encrypted and tagged when asked to', async () => {
    const { clock, cloud, imageId } = await cloudWithImage();
    const west = new EC2Client(clientConfig(cloud, 'us-west-2'));
    const { ImageId: copyId = '' } = await west.send(
      new CopyImageCommand({
        Name: 'copy',
        SourceImageId: imageId,
        SourceRegion: 'us-east-1',
        CopyImageTags: true,
        Encrypted: true,
        TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'copy', Value: 'yes' }] }],
      }),
    );
    const copy = async () => (await west.send(new DescribeImagesCommand({ ImageIds: [copyId] }))).Images?.[0];
    expect((await copy())?.State).toBe('pending');
    await clock.advance(2_000);
    expect(await copy()).toMatchObject({
      State: 'available',
      Name: 'copy',
      Description: `[Copied ${imageId} from us-east-1] mine`,
      SourceImageId: imageId,
      SourceImageRegion: 'us-east-1',
      Tags: [
        { Key: 'team', Value: 'a' },
        { Key: 'copy', Value: 'yes' },
      ],
      BlockDeviceMappings: [
        { Ebs: { Encrypted: true, KmsKeyId: expect.stringMatching(/^arn:aws:kms:us-west-2:123456789012:key\//) } },
      ],
    });
  });

  it('refuses pending images, unknown regions and a key without encryption', async () => {
    const { cloud, imageId, instanceId, ec2 } = await cloudWithImage();
    const { ImageId: pending = '' } = await ec2.send(new CreateImageCommand({ InstanceId: instanceId, Name: 'new' }));
    const copy = (parameters: Record<string, string>) =>
      refusal(cloud, 'CopyImage', { Name: 'copy', SourceRegion: 'us-east-1', SourceImageId: imageId, ...parameters });
    expect(await copy({ SourceImageId: pending })).toBe(
      `InvalidAMIID.Unavailable: The image ID '${pending}' is not available`,
    );
    expect(await copy({ SourceRegion: 'mars-1' })).toBe(
      'InvalidParameterValue: Value (mars-1) for parameter sourceRegion is invalid. Invalid region.',
    );
    expect(await copy({ KmsKeyId: 'alias/mine' })).toBe(
      'InvalidParameterCombination: KmsKeyId can only be used with Encrypted.',
    );
  });

  it('with the same client token twice makes one image', async () => {
    const { cloud, ec2, imageId } = await cloudWithImage();
    const input = { Name: 'copy', SourceImageId: imageId, SourceRegion: 'us-east-1', ClientToken: 'once' };
    const first = await ec2.send(new CopyImageCommand(input));
    const second = await ec2.send(new CopyImageCommand(input));
    expect(second.ImageId).toBe(first.ImageId);
    expect(await refusal(cloud, 'CopyImage', { ...input, Name: 'other' })).toMatch(/^IdempotentParameterMismatch: /);
  });
});

describe('changing images', () => {
  it('sets description, IMDS support and launch permissions', async () => {
    const { ec2, imageId, image } = await cloudWithImage();
    const modify = (input: object) => ec2.send(new ModifyImageAttributeCommand({ ImageId: imageId, ...input }));
    await modify({ Description: { Value: 'better' } });
    await modify({ ImdsSupport: { Value: 'v2.0' } });
    await modify({ LaunchPermission: { Add: [{ UserId: '111122223333' }, { Group: 'all' }] } });
    await modify({ Attribute: 'launchPermission', OperationType: 'add', UserIds: ['444455556666'] });
    await modify({ LaunchPermission: { Remove: [{ Group: 'all' }] } });
    expect(await image()).toMatchObject({ Description: 'better', ImdsSupport: 'v2.0', Public: false });
    const { LaunchPermissions } = await ec2.send(
      new DescribeImageAttributeCommand({ ImageId: imageId, Attribute: 'launchPermission' }),
    );
    expect(LaunchPermissions).toEqual([{ UserId: '111122223333' }, { UserId: '444455556666' }]);
  });

  it('refuses what is not ours, no account, and nothing at all', async () => {
    const { cloud, ec2, imageId } = await cloudWithImage();
    const theirs = await imageIdOf(ec2);
    expect(await refusal(cloud, 'DeregisterImage', { ImageId: theirs })).toBe(
      `AuthFailure: Not authorized for image:${theirs}`,
    );
    expect(
      await refusal(cloud, 'ModifyImageAttribute', { ImageId: imageId, 'LaunchPermission.Add.1.UserId': 'me' }),
    ).toBe('InvalidAMIAttributeItemValue: Invalid attribute item value "me" for userId item type.');
    expect(await refusal(cloud, 'ModifyImageAttribute', { ImageId: imageId })).toBe(
      'InvalidParameterCombination: No attributes specified.',
    );
  });

  it('protects from deregistration', async () => {
    const { cloud, ec2, imageId } = await cloudWithImage();
    await ec2.send(new EnableImageDeregistrationProtectionCommand({ ImageId: imageId }));
    expect(await refusal(cloud, 'DeregisterImage', { ImageId: imageId })).toMatch(/^OperationNotPermitted: /);
    await ec2.send(new DisableImageDeregistrationProtectionCommand({ ImageId: imageId }));
    expect(await refusal(cloud, 'DeregisterImage', { ImageId: imageId })).toBe('ok');
  });
});

describe('snapshots of images', () => {
  it('can not be deleted while the image is registered', async () => {
    const { cloud, ec2, image, imageId } = await cloudWithImage();
    const snapshotId = (await image())?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId ?? '';
    expect(await refusal(cloud, 'DeleteSnapshot', { SnapshotId: snapshotId })).toBe(
      `InvalidSnapshot.InUse: The snapshot ${snapshotId} is currently in use by ${imageId}`,
    );
    await ec2.send(new DeregisterImageCommand({ ImageId: imageId }));
    expect(await refusal(cloud, 'DeleteSnapshot', { SnapshotId: snapshotId })).toBe('ok');
    expect(await refusal(cloud, 'DeleteSnapshot', { SnapshotId: snapshotId })).toBe(
      `InvalidSnapshot.NotFound: The snapshot '${snapshotId}' does not exist.`,
    );
  });

  it('go together with the image when that is wanted', async () => {
    const { ec2, imageId } = await cloudWithImage();
    const answer = await ec2.send(new DeregisterImageCommand({ ImageId: imageId, DeleteAssociatedSnapshots: true }));
    expect(answer.DeleteSnapshotResults).toMatchObject([{ ReturnCode: 'success' }]);
    const { Snapshots } = await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] }));
    expect(Snapshots).toEqual([]);
  });

  it('can be shared, unless the default key encrypts them', async () => {
    const { clock, ec2, imageId, image } = await cloudWithImage();
    const share = (SnapshotId: string | undefined) =>
      ec2.send(
        new ModifySnapshotAttributeCommand({
          SnapshotId,
          CreateVolumePermission: { Add: [{ UserId: '111122223333' }] },
        }),
      );
    await share((await image())?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId);
    await ec2.send(
      new CopyImageCommand({ Name: 'copy', SourceImageId: imageId, SourceRegion: 'us-east-1', Encrypted: true }),
    );
    await clock.advance(2_000);
    const { Snapshots = [] } = await ec2.send(
      new DescribeSnapshotsCommand({ Filters: [{ Name: 'encrypted', Values: ['true'] }] }),
    );
    await expect(share(Snapshots[0]?.SnapshotId)).rejects.toMatchObject({
      name: 'OperationNotPermitted',
      message: 'Encrypted snapshots with EBS default key cannot be shared',
    });
  });
});

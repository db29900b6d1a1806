import {
  CopyImageCommand,
  CreateImageCommand,
  CreateTagsCommand,
  DeleteTagsCommand,
  DeregisterImageCommand,
  DescribeImageAttributeCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeSnapshotAttributeCommand,
  DescribeSnapshotsCommand,
  DescribeTagsCommand,
  DisableImageCommand,
  EC2Client,
  EnableImageCommand,
  type LaunchPermission,
  ModifyImageAttributeCommand,
  ModifySnapshotAttributeCommand,
  RunInstancesCommand,
  StopInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, it } from '@jest/globals';
import { configuration, expectAnswersOfMoto, refusalOf } from './support/beside-moto.ts';
import { stranger } from './support/programs.ts';

const moto = stranger('moto_server');
const UNKNOWN = 'ami-0123456789abcdef0';
const FRIENDS = ['111122223333', '444455556666'];
const ORGANIZATION = 'arn:aws:organizations::123456789012:organization/o-123example';

/** An image of a stopped instance, and what its snapshot is. */
async function makeImage(ec2: EC2Client, Name: string) {
  const { Images: [source] = [] } = await ec2.send(new DescribeImagesCommand({ Owners: ['099720109477'] }));
  const { Instances: [instance] = [] } = await ec2.send(
    new RunInstancesCommand({ ImageId: source?.ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }),
  );
  const InstanceId = instance?.InstanceId ?? '';
  const state = async () => {
    const found = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [InstanceId] }));
    return found.Reservations?.[0]?.Instances?.[0]?.State?.Name;
  };
  await until(async () => (await state()) === 'running');
  await ec2.send(new StopInstancesCommand({ InstanceIds: [InstanceId] }));
  await until(async () => (await state()) === 'stopped');
  const { ImageId = '' } = await ec2.send(
    new CreateImageCommand({
      InstanceId,
      Name,
      Description: 'An image',
      // moto takes no tags for snapshots here.
      TagSpecifications: [{ ResourceType: 'image', Tags: [{ Key: 'Team', Value: 'web' }] }],
    }),
  );
  const image = await available(ec2, ImageId);
  const SnapshotId = image.BlockDeviceMappings?.find(({ Ebs }) => Ebs?.SnapshotId !== undefined)?.Ebs?.SnapshotId ?? '';
  return { ImageId, SnapshotId, image };
}

async function available(ec2: EC2Client, ImageId: string) {
  const look = async () => (await ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] }))).Images?.[0];
  await until(async () => (await look())?.State === 'available');
  return (await look()) ?? {};
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isSo()); tries += 1) {
    if (tries > 200) throw new Error('It does not come about');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** moto's own images have a root device of another kind than EBS, and no hypervisor. */
async function imageLooks(endpoint: string): Promise<readonly unknown[]> {
  const ec2 = new EC2Client(configuration(endpoint));
  const { ImageId, image } = await makeImage(ec2, 'app-1');
  const found = async (filters: Readonly<Record<string, readonly string[]>>, Owners: string[] = ['self']) => {
    const Filters = Object.entries(filters).map(([Name, values]) => ({ Name, Values: [...values] }));
    const { Images = [] } = await ec2.send(new DescribeImagesCommand({ Owners, Filters }));
    return Images.map(({ Name = '' }) => Name).toSorted((a, b) => a.localeCompare(b));
  };
  const refused = (id: string) => refusalOf(ec2.send(new DescribeImagesCommand({ ImageIds: [id] })));
  return [
    [image.Name, image.Description, image.State, image.Tags, image.VirtualizationType],
    [image.Public, image.Architecture, image.ImageType],
    await found({}),
    await found({ name: ['app-1'] }),
    await found({ name: ['app-*'] }),
    await found({ name: ['other', 'app-1'] }),
    await found({ name: ['other'] }),
    await found({ state: ['available'], 'tag:Team': ['web'] }),
    await found({ state: ['pending'] }),
    await found({ 'tag:Team': ['db'] }),
    await found({ 'tag:Team': ['w*'], name: ['app-?'] }),
    await found({ 'tag-key': ['Team'] }),
    await found({ 'image-id': [ImageId, UNKNOWN] }),
    await found({ architecture: ['x86_64'], 'virtualization-type': ['hvm'] }),
    await found({ architecture: ['arm64'] }),
    await found({ name: ['app-1'] }, ['amazon']),
    (await found({ name: ['ubuntu/images/hvm-ssd/ubuntu-xenial-*'] }, ['099720109477'])).length > 0,
    await refused(UNKNOWN),
    await refused('not-an-image'),
  ];
}

async function imageSharing(endpoint: string): Promise<readonly unknown[]> {
  const ec2 = new EC2Client(configuration(endpoint));
  const { ImageId, SnapshotId } = await makeImage(ec2, 'app-2');
  const change = (LaunchPermission: { Add?: LaunchPermission[]; Remove?: LaunchPermission[] }, id = ImageId) =>
    refusalOf(ec2.send(new ModifyImageAttributeCommand({ ImageId: id, LaunchPermission })));
  const shared = async () => {
    const { LaunchPermissions = [] } = await ec2.send(
      new DescribeImageAttributeCommand({ ImageId, Attribute: 'launchPermission' }),
    );
    const { Images: [image] = [] } = await ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] }));
    return [image?.Public, LaunchPermissions.map((each) => Object.values(each).join()).toSorted()];
  };
  const ofSnapshot = async (OperationType: 'add' | 'remove', who: { UserIds?: string[]; GroupNames?: string[] }) => {
    const Attribute = 'createVolumePermission';
    await ec2.send(new ModifySnapshotAttributeCommand({ SnapshotId, Attribute, OperationType, ...who }));
    const { CreateVolumePermissions = [] } = await ec2.send(
      new DescribeSnapshotAttributeCommand({ SnapshotId, Attribute }),
    );
    return CreateVolumePermissions.map((each) => Object.values(each).join()).toSorted();
  };
  return [
    await shared(),
    await change({ Add: FRIENDS.map((UserId) => ({ UserId })) }),
    await shared(),
    await change({ Add: FRIENDS.map((UserId) => ({ UserId })) }),
    await change({ Add: [{ OrganizationArn: ORGANIZATION }] }),
    await shared(),
    await change({ Add: [{ Group: 'all' }] }),
    await shared(),
    await change({ Remove: [{ Group: 'all' }, { UserId: FRIENDS[0] ?? '' }, { OrganizationArn: ORGANIZATION }] }),
    await shared(),
    await change({ Add: [{ UserId: '12' }] }),
    await change({ Add: [{ Group: 'some' as 'all' }] }),
    await change({ Add: [{ Group: 'all' }] }, UNKNOWN),
    await ofSnapshot('add', { UserIds: FRIENDS }),
    await ofSnapshot('remove', { UserIds: [FRIENDS[0] ?? ''] }),
    await ofSnapshot('add', { GroupNames: ['all'] }),
    await ofSnapshot('remove', { GroupNames: ['all'] }),
  ];
}

async function imageCopy(endpoint: string): Promise<readonly unknown[]> {
  const ec2 = new EC2Client(configuration(endpoint));
  const there = new EC2Client(configuration(endpoint, 'eu-west-1'));
  const { ImageId } = await makeImage(ec2, 'app-3');
  const copy = (SourceImageId: string) =>
    there.send(
      new CopyImageCommand({ SourceImageId, SourceRegion: 'us-east-1', Name: 'copy-3', Description: 'A copy' }),
    );
  const { ImageId: copied = '' } = await copy(ImageId);
  const image = await available(there, copied);
  return [
    /^ami-[0-9a-f]+$/.test(copied) && copied !== ImageId,
    [image.Name, image.Description, image.State, image.Architecture, image.RootDeviceName],
    [image.Tags ?? [], image.Public],
    await refusalOf(copy(UNKNOWN)),
    await refusalOf(ec2.send(new DescribeImagesCommand({ ImageIds: [copied] }))),
  ];
}

async function imageTags(endpoint: string): Promise<readonly unknown[]> {
  const ec2 = new EC2Client(configuration(endpoint));
  const { ImageId, SnapshotId } = await makeImage(ec2, 'app-4');
  const Resources = [ImageId, SnapshotId];
  const rows = async (key: string) => {
    const { Tags = [] } = await ec2.send(
      new DescribeTagsCommand({
        Filters: [
          { Name: 'key', Values: [key] },
          { Name: 'resource-id', Values: Resources },
        ],
      }),
    );
    return Tags.map(({ ResourceType, Key, Value }) => `${ResourceType} ${Key}=${Value}`).toSorted();
  };
  const put = (Key: string, Value: string, ids = Resources) =>
    refusalOf(ec2.send(new CreateTagsCommand({ Resources: ids, Tags: [{ Key, Value }] })));
  const { Snapshots = [] } = await ec2.send(new DescribeSnapshotsCommand({ SnapshotIds: [SnapshotId] }));
  return [
    Snapshots.map(({ State, Progress, VolumeSize, Encrypted }) => [
      State,
      Progress,
      VolumeSize !== undefined,
      Encrypted,
    ]),
    await put('Name', 'one'),
    await rows('Name'),
    await put('Name', 'two'),
    await rows('Name'),
    await put('Name', 'x', [UNKNOWN]),
    await put('Name', 'x', ['snap-0123456789abcdef0']),
    await refusalOf(ec2.send(new DeleteTagsCommand({ Resources: [SnapshotId], Tags: [{ Key: 'Name' }] }))),
    await rows('Name'),
    await refusalOf(ec2.send(new DeleteTagsCommand({ Resources, Tags: [{ Key: 'Name', Value: 'other' }] }))),
    await rows('Name'),
  ];
}

async function imageEnd(endpoint: string): Promise<readonly unknown[]> {
  const ec2 = new EC2Client(configuration(endpoint));
  const { ImageId } = await makeImage(ec2, 'app-5');
  const state = async () => (await ec2.send(new DescribeImagesCommand({ ImageIds: [ImageId] }))).Images?.[0]?.State;
  const deregister = (id: string) => refusalOf(ec2.send(new DeregisterImageCommand({ ImageId: id })));
  return [
    await refusalOf(ec2.send(new DisableImageCommand({ ImageId }))),
    await state(),
    await refusalOf(ec2.send(new EnableImageCommand({ ImageId }))),
    await state(),
    await deregister(ImageId),
    await deregister(ImageId),
    await deregister(UNKNOWN),
    (await ec2.send(new DescribeImagesCommand({ Owners: ['self'] }))).Images?.length,
  ];
}

(moto ? describe : describe.skip)('the local cloud answers as moto does', () => {
  it.each([
    ['a search for images', imageLooks],
    ['the sharing of an image and its snapshot', imageSharing],
    ['a copy of an image to another region', imageCopy],
    ['the tags of an image and its snapshot', imageTags],
    ['the end of an image', imageEnd],
  ])('to the calls of %s', (_, calls) => expectAnswersOfMoto(moto ?? '', calls), 60_000);
});

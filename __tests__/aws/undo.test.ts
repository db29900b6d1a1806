import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Ec2Api, IamApi } from '../../src/aws/api.ts';
import { AwsConnections } from '../../src/aws/connections.ts';
import { tagSpecification } from '../../src/aws/tags.ts';
import { undoTable } from '../../src/aws/undo/table.ts';
import type { ResourceRef } from '../../src/kernel/events.ts';
import type { ResourceIntent, Undo, UndoTable } from '../../src/kernel/resources.ts';
import { assertEmpty, createLocalCloud, type LocalCloud } from '../../src/local-cloud/cloud.ts';
import { requestHandlerFor } from '../../src/local-cloud/request-handler.ts';
import { countingIds } from '../support/local-cloud.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const REGION = 'us-east-1';
const RUN = { 'bake-ami:run': 'run1', 'bake-ami:build': 'app' };
const { signal } = new AbortController();
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }],
});

let clock: VirtualClock;
let cloud: LocalCloud;
let ec2: Ec2Api;
let iam: IamApi;
let table: UndoTable;

beforeEach(async () => {
  clock = new VirtualClock({ autoAdvance: true });
  cloud = createLocalCloud({ clock, ids: countingIds() });
  const connections = new AwsConnections({
    environment: { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' },
    clock,
    ids: countingIds(),
    registerSecret: () => undefined,
    userAgent: 'test',
    requestHandler: requestHandlerFor(cloud),
  });
  const aws = await connections.open({ region: REGION });
  ec2 = aws.ec2(REGION);
  iam = await aws.iam();
  table = undoTable(connections, clock);
});

function undo(kind: string): Undo {
  const way = table(kind);
  if (way === undefined) throw new Error(`no way back for ${kind}`);
  return way;
}

/** What an intent has made whose answer was lost. */
function lookFor(intent: ResourceIntent, runId: string, token = 'token'): Promise<readonly ResourceRef[]> {
  return undo(intent.kind).find({ ...intent, build: 'app', token }, runId, signal);
}

async function instance(parameters: Partial<Parameters<Ec2Api['runInstances']>[0]> = {}, tags = RUN): Promise<string> {
  const { Images = [] } = await ec2.describeImages({ Owners: ['099720109477'] }, signal);
  const { Instances = [] } = await ec2.runInstances(
    {
      ImageId: Images.find(({ Architecture }) => Architecture === 'x86_64')?.ImageId,
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      TagSpecifications: [tagSpecification('instance', tags), tagSpecification('volume', tags)],
      ...parameters,
    },
    signal,
  );
  return Instances[0]?.InstanceId ?? '';
}

const lastingVolume = { BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { DeleteOnTermination: false } }] };

/** Makes one thing of each kind, as a bake does, and says by which intent it is found again. */
const makers: Record<string, () => Promise<{ readonly id: string; readonly name: string }>> = {
  instance: async () => ({ id: await instance(), name: 'app' }),
  'key-pair': async () => {
    const { KeyPairId = '' } = await ec2.createKeyPair(
      { KeyName: 'key', TagSpecifications: [tagSpecification('key-pair', RUN)] },
      signal,
    );
    return { id: KeyPairId, name: 'key' };
  },
  'security-group': async () => {
    const { GroupId = '' } = await ec2.createSecurityGroup(
      { GroupName: 'group', Description: 'x', TagSpecifications: [tagSpecification('security-group', RUN)] },
      signal,
    );
    return { id: GroupId, name: 'group' };
  },
  'launch-template': async () => {
    const { LaunchTemplate } = await ec2.createLaunchTemplate(
      {
        LaunchTemplateName: 'template',
        LaunchTemplateData: { InstanceType: 't3.micro' },
        TagSpecifications: [tagSpecification('launch-template', RUN)],
      },
      signal,
    );
    return { id: LaunchTemplate?.LaunchTemplateId ?? '', name: 'template' };
  },
  image: async () => {
    const id = await instance();
    await clock.sleep(10_000);
    const { ImageId = '' } = await ec2.createImage(
      {
        InstanceId: id,
        Name: 'app 1',
        TagSpecifications: [tagSpecification('image', RUN), tagSpecification('snapshot', RUN)],
      },
      signal,
    );
    await ec2.terminateInstances({ InstanceIds: [id] }, signal);
    await clock.sleep(10_000);
    return { id: ImageId, name: 'app 1' };
  },
};

describe.each(Object.keys(makers))('the undo of a %s', (kind) => {
  it('finds it by name and run, removes it, and does not mind that it is gone', async () => {
    const { id, name } = (await makers[kind]?.()) ?? { id: '', name: '' };
    const intent = { kind, region: REGION, name };
    expect(await lookFor(intent, 'another run')).toEqual([]);
    expect(await lookFor({ ...intent, name: 'another name' }, 'run1')).toEqual([]);
    const [resource, ...others] = await lookFor(intent, 'run1');
    expect([resource, others]).toEqual([{ kind, id, region: REGION, name }, []]);
    if (resource === undefined) return;

    await undo(kind).request(resource, signal);
    await undo(kind).confirm(resource, signal);
    await undo(kind).request(resource, signal);
    await undo(kind).confirm(resource, signal);
    assertEmpty(cloud);
    expect(await lookFor(intent, 'run1')).toEqual([]);
  });

  it('removes it without having been asked first', async () => {
    const { id, name } = (await makers[kind]?.()) ?? { id: '', name: '' };
    await undo(kind).confirm({ kind, id, region: REGION, name }, signal);
    assertEmpty(cloud);
  });
});

describe('the undo of an instance', () => {
  it('takes the volumes with it that the instance would leave', async () => {
    const id = await instance(lastingVolume);
    const resource = { kind: 'instance', id, region: REGION, name: 'app' };
    await undo('instance').request(resource, signal);
    await undo('instance').confirm(resource, signal);
    assertEmpty(cloud);
  });

  it('finds such volumes by their tags when the instance was terminated before anybody looked', async () => {
    const id = await instance(lastingVolume);
    await clock.sleep(10_000);
    await ec2.terminateInstances({ InstanceIds: [id] }, signal);
    await clock.sleep(30_000);
    await undo('instance').confirm({ kind: 'instance', id, region: REGION, name: 'app' }, signal);
    assertEmpty(cloud);
  });

  it('waits for them to come free', async () => {
    const id = await instance(lastingVolume);
    cloud.addFault({ action: 'DeleteVolume', call: [1, 2, 3, 4], fault: { error: 'VolumeInUse', status: 400 } });
    await undo('instance').confirm({ kind: 'instance', id, region: REGION, name: 'app' }, signal);
    assertEmpty(cloud);
  });
});

describe('the undo of what could not be tagged', () => {
  const name = 'packer_01234567-89ab-4cde-8f01-23456789abcd';

  it.each([
    ['key-pair', async () => (await ec2.createKeyPair({ KeyName: name }, signal)).KeyPairId],
    [
      'security-group',
      async () => (await ec2.createSecurityGroup({ GroupName: name, Description: 'x' }, signal)).GroupId,
    ],
  ])('finds a %s by a name that was made up for one build', async (kind, make) => {
    const id = await make();
    const intent = { kind, region: REGION, name };
    expect(await lookFor(intent, 'run1')).toEqual([{ ...intent, id }]);
  });
});

describe('the undo of an instance that could not be tagged', () => {
  const untagged = { TagSpecifications: [] };
  const intent = { kind: 'instance', region: REGION, name: 'app' };

  it('finds it by the client token of its launch, of whichever try, and nothing else', async () => {
    const id = await instance({ ...untagged, ClientToken: 'token-2' });
    await instance({ ...untagged, ClientToken: 'token2-1' });
    await instance(untagged);
    expect(await lookFor(intent, 'run1')).toEqual([{ ...intent, id }]);
    await ec2.terminateInstances({ InstanceIds: [id] }, signal);
    await clock.sleep(30_000);
    expect(await lookFor(intent, 'run1')).toEqual([]);
  });

  it('names one that has both the tags and the token once', async () => {
    const id = await instance({ ClientToken: 'token-1' });
    expect(await lookFor(intent, 'run1')).toEqual([{ ...intent, id }]);
  });
});

describe('the undo of an image that could not be tagged', () => {
  const intent = { kind: 'image', region: REGION, name: 'app 1' };

  async function make(tags = {}) {
    const instanceId = await instance();
    await clock.sleep(10_000);
    const TagSpecifications = Object.keys(tags).length === 0 ? [] : [tagSpecification('image', tags)];
    const request = { InstanceId: instanceId, Name: intent.name, TagSpecifications };
    const { ImageId: id = '' } = await ec2.createImage(request, signal);
    return { instanceId, id };
  }

  it('finds it by its name and by the instance that it is made of', async () => {
    const { instanceId, id } = await make();
    expect(await lookFor({ ...intent, madeOf: instanceId }, 'run1')).toEqual([{ ...intent, id }]);
    expect(await lookFor({ ...intent, name: 'app 2', madeOf: instanceId }, 'run1')).toEqual([]);
  });

  it('finds a copy by the image that it is a copy of', async () => {
    const { id: SourceImageId } = await make();
    await clock.sleep(60_000);
    const { ImageId: id = '' } = await ec2.copyImage({ SourceImageId, SourceRegion: REGION, Name: 'copy' }, signal);
    const copy = { ...intent, name: 'copy' };
    expect(await lookFor({ ...copy, madeOf: SourceImageId }, 'run1')).toEqual([{ ...copy, id }]);
  });

  it('leaves one of that name that is made of something else', async () => {
    await make();
    expect(await lookFor(intent, 'run1')).toEqual([]);
    expect(await lookFor({ ...intent, madeOf: 'i-00000000000000000' }, 'run1')).toEqual([]);
  });

  it("leaves one that is another build's of the same run by its tags", async () => {
    const { instanceId, id } = await make({ 'bake-ami:run': 'run1', 'bake-ami:build': 'other' });
    expect(await lookFor(intent, 'run1')).toEqual([]);
    expect(await lookFor({ ...intent, madeOf: instanceId }, 'run1')).toEqual([]);
    const Tags = [{ Key: 'bake-ami:build', Value: 'app' }];
    await ec2.createTags({ Resources: [id], Tags }, signal);
    expect(await lookFor(intent, 'run1')).toEqual([{ ...intent, id }]);
  });

  it("leaves one that is another run's by its tags", async () => {
    const { instanceId } = await make({ 'bake-ami:run': 'run2' });
    expect(await lookFor(intent, 'run1')).toEqual([]);
    expect(await lookFor({ ...intent, madeOf: instanceId }, 'run1')).toEqual([]);
  });
});

describe('the undo of a key pair whose kind may not be listed', () => {
  const denied = { error: 'UnauthorizedOperation', message: 'No.', status: 403 };

  async function make(name: string) {
    await ec2.createKeyPair({ KeyName: name, TagSpecifications: [tagSpecification('key-pair', RUN)] }, signal);
    cloud.addFault({ action: 'DescribeKeyPairs', fault: denied });
    return { kind: 'key-pair', region: REGION, name };
  }

  it('removes by name what only one build can have named so', async () => {
    const intent = await make('packer_01234567-89ab-4cde-8f01-23456789abcd');
    const [resource] = await lookFor(intent, 'run1');
    expect(resource).toEqual({ ...intent, id: intent.name });
    if (resource !== undefined) await undo('key-pair').confirm(resource, signal);
    assertEmpty(cloud);
  });

  it("leaves what may be somebody else's", async () => {
    const intent = await make('packer_builder');
    await expect(lookFor(intent, 'run1')).rejects.toMatchObject({ code: 'not-authorised' });
  });
});

describe('the undo of what goes with something else', () => {
  it('removes a volume as soon as its instance lets it go, and does not mind that it is gone', async () => {
    const id = await instance(lastingVolume);
    await clock.sleep(10_000);
    const intent = { kind: 'volume', region: REGION, name: 'app' };
    const [volume] = await lookFor(intent, 'run1');
    if (volume === undefined) throw new Error('no volume');
    const confirmed = undo('volume').confirm(volume, signal);
    await ec2.terminateInstances({ InstanceIds: [id] }, signal);
    await confirmed;
    await undo('volume').confirm(volume, signal);
    await clock.sleep(30_000);
    assertEmpty(cloud);
  });

  it('removes a snapshot as soon as no image is made of it', async () => {
    const { id } = (await makers['image']?.()) ?? { id: '' };
    const [snapshot] = await lookFor({ kind: 'snapshot', region: REGION, name: 'app' }, 'run1');
    if (snapshot === undefined) throw new Error('no snapshot');
    await expect(undo('snapshot').request(snapshot, signal)).rejects.toMatchObject({ code: 'in-use' });
    const confirmed = undo('snapshot').confirm(snapshot, signal);
    await ec2.deregisterImage({ ImageId: id }, signal);
    await confirmed;
    await undo('snapshot').confirm(snapshot, signal);
    assertEmpty(cloud);
  });

  it('waits for the instance of a network interface, which takes it along', async () => {
    const id = await instance({ TagSpecifications: [tagSpecification('network-interface', RUN)] });
    await clock.sleep(10_000);
    const intent = { kind: 'network-interface', region: REGION, name: 'app' };
    const [networkInterface] = await lookFor(intent, 'run1');
    if (networkInterface === undefined) throw new Error('no network interface');
    const confirmed = undo('network-interface').confirm(networkInterface, signal);
    await ec2.terminateInstances({ InstanceIds: [id] }, signal);
    await confirmed;
    await clock.sleep(30_000);
    assertEmpty(cloud);
  });
});

describe('the undo of a security group', () => {
  it('waits until the instance that uses it is gone', async () => {
    const { id, name } = (await makers['security-group']?.()) ?? { id: '', name: '' };
    const user = await instance({ SecurityGroupIds: [id] });
    await clock.sleep(10_000);
    const resource = { kind: 'security-group', id, region: REGION, name };
    await expect(undo('security-group').request(resource, signal)).rejects.toMatchObject({ code: 'in-use' });
    const confirmed = undo('security-group').confirm(resource, signal);
    await ec2.terminateInstances({ InstanceIds: [user] }, signal);
    await confirmed;
    await clock.sleep(30_000);
    assertEmpty(cloud);
  });
});

describe('the undo of an image', () => {
  it('removes an unfinished one with the snapshots that it is being made of', async () => {
    const id = await instance();
    await clock.sleep(10_000);
    const { ImageId = '' } = await ec2.createImage({ InstanceId: id, Name: 'app' }, signal);
    const resource = { kind: 'image', id: ImageId, region: REGION, name: 'app' };
    await undo('image').confirm(resource, signal);
    await undo('instance').confirm({ kind: 'instance', id, region: REGION, name: 'app' }, signal);
    assertEmpty(cloud);
  });
});

describe('the undo of a Windows image with fast launch', () => {
  async function make(): Promise<{ kind: string; id: string; region: string; name: string }> {
    const { Images = [] } = await ec2.describeImages({ Filters: [{ Name: 'platform', Values: ['windows'] }] }, signal);
    const id = await instance({ ImageId: Images[0]?.ImageId, InstanceType: 't3.large' });
    await clock.sleep(10_000);
    const { ImageId = '' } = await ec2.createImage({ InstanceId: id, Name: 'app' }, signal);
    await ec2.terminateInstances({ InstanceIds: [id] }, signal);
    await clock.sleep(60_000);
    await ec2.enableFastLaunch({ ImageId }, signal);
    await clock.sleep(60_000);
    return { kind: 'image', id: ImageId, region: REGION, name: 'app' };
  }
  const denied = { error: 'UnauthorizedOperation', message: 'No.', status: 403 };
  const called = (action: string) => cloud.calls.filter((call) => call.action === action).length;

  it.each(['request', 'confirm'] as const)('switches that off before it goes, at the %s', async (phase) => {
    const image = await make();
    await undo('image')[phase](image, signal);
    await undo('image').confirm(image, signal);
    expect(called('DisableFastLaunch')).toBe(1);
    assertEmpty(cloud);
  });

  it('removes the image all the same where that is not allowed, and says so each time', async () => {
    const image = await make();
    cloud.addFault({ action: 'DisableFastLaunch', fault: denied });
    await undo('image').request(image, signal);
    await expect(undo('image').confirm(image, signal)).rejects.toMatchObject({
      message: expect.stringContaining('may not call ec2:DisableFastLaunch'),
    });
    expect((await ec2.describeImages({ Owners: ['self'] }, signal)).Images).toEqual([]);
    expect(cloud.leftovers()).toEqual([{ region: REGION, kind: 'fast-launch', id: image.id }]);
  });

  it('takes for granted that whoever may not look at it has not switched it on', async () => {
    const { Images = [] } = await ec2.describeImages({ Filters: [{ Name: 'platform', Values: ['windows'] }] }, signal);
    const id = await instance({ ImageId: Images[0]?.ImageId, InstanceType: 't3.large' });
    await clock.sleep(10_000);
    const { ImageId = '' } = await ec2.createImage({ InstanceId: id, Name: 'app' }, signal);
    await ec2.terminateInstances({ InstanceIds: [id] }, signal);
    cloud.addFault({ action: 'DescribeFastLaunchImages', fault: denied });
    await undo('image').confirm({ kind: 'image', id: ImageId, region: REGION, name: 'app' }, signal);
    await clock.sleep(60_000);
    assertEmpty(cloud);
  });

  it('is not asked about for an image of anything else', async () => {
    const { id, name } = (await makers['image']?.()) ?? { id: '', name: '' };
    await undo('image').confirm({ kind: 'image', id, region: REGION, name }, signal);
    expect(called('DescribeFastLaunchImages')).toBe(0);
  });
});

describe('a removal that AWS refuses', () => {
  it('is tried again before it counts as failed', async () => {
    const { id, name } = (await makers['key-pair']?.()) ?? { id: '', name: '' };
    const fault = { error: 'InvalidParameterValue', status: 400 };
    cloud.addFault({ action: 'DeleteKeyPair', call: [1, 2], fault });
    await undo('key-pair').confirm({ kind: 'key-pair', id, region: REGION, name }, signal);
    assertEmpty(cloud);
    cloud.addFault({ action: 'DeleteKeyPair', fault });
    await expect(
      undo('key-pair').confirm({ kind: 'key-pair', id, region: REGION, name }, signal),
    ).rejects.toMatchObject({
      awsCode: 'InvalidParameterValue',
    });
  });
});

describe('the undo of a launch template', () => {
  it('goes by the name where nobody may look', async () => {
    await makers['launch-template']?.();
    cloud.addFault({ action: 'DescribeLaunchTemplates', fault: { error: 'UnauthorizedOperation', status: 403 } });
    const intent = { kind: 'launch-template', region: REGION, name: 'template' };
    const [resource] = await lookFor(intent, 'run1');
    expect(resource).toEqual({ ...intent, id: 'template' });
    if (resource !== undefined) await undo('launch-template').confirm(resource, signal);
    assertEmpty(cloud);
  });
});

describe('the undo of a role and its instance profile', () => {
  const NAME = 'packer-1';
  const of = (kind: string) => ({ kind, id: NAME, region: REGION, name: NAME });

  async function make(): Promise<void> {
    await iam.createRole({ RoleName: NAME, AssumeRolePolicyDocument: TRUST }, signal);
    await iam.putRolePolicy({ RoleName: NAME, PolicyName: NAME, PolicyDocument: POLICY }, signal);
    await iam.createInstanceProfile({ InstanceProfileName: NAME }, signal);
    await iam.addRoleToInstanceProfile({ InstanceProfileName: NAME, RoleName: NAME }, signal);
  }

  it.each([
    ['iam-role', 'instance-profile'],
    ['instance-profile', 'iam-role'],
  ])('takes %s first, and then %s: either goes without the other', async (first, second) => {
    await make();
    await undo(first).confirm(of(first), signal);
    expect(cloud.leftovers().map(({ kind }) => kind)).toEqual([second]);
    await undo(second).confirm(of(second), signal);
    assertEmpty(cloud);
    await undo(first).confirm(of(first), signal);
    await undo(second).request(of(second), signal);
  });

  it('takes both at once', async () => {
    await make();
    await Promise.all(['iam-role', 'instance-profile'].map((kind) => undo(kind).request(of(kind), signal)));
    await Promise.all(['iam-role', 'instance-profile'].map((kind) => undo(kind).confirm(of(kind), signal)));
    assertEmpty(cloud);
  });

  it('waits until IAM knows everywhere that nothing belongs together any more', async () => {
    await make();
    for (const action of ['DeleteRole', 'DeleteInstanceProfile']) {
      cloud.addFault({ action, call: [1, 2, 3, 4], fault: { error: 'DeleteConflict', status: 409 } });
    }
    await undo('iam-role').confirm(of('iam-role'), signal);
    await undo('instance-profile').confirm(of('instance-profile'), signal);
    assertEmpty(cloud);
  });

  it.each(['iam-role', 'instance-profile'])(
    'finds %s by its name, or supposes it where nobody may look',
    async (kind) => {
      const intent = { kind, region: REGION, name: NAME };
      expect(await lookFor(intent, 'run1')).toEqual([]);
      await make();
      expect(await lookFor(intent, 'run1')).toEqual([of(kind)]);
      cloud.addFault({ action: '*', fault: { error: 'AccessDenied', status: 403 } });
      expect(await lookFor(intent, 'run1')).toEqual([of(kind)]);
    },
  );
});

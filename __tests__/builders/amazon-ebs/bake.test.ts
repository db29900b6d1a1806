import { describe, expect, it } from '@jest/globals';
import { BakeError } from '../../../src/kernel/errors.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { PUBLIC_KEY, Rig } from './support/rig.ts';

const quick = { delays: quickDelays };

/** The calls without the looks at states, which are as many as the cloud is slow. */
function changes(rig: Rig): string[] {
  return rig.calls().filter((action) => !action.startsWith('Describe'));
}

describe('a bake', () => {
  it('makes an image and leaves nothing else behind', async () => {
    const rig = new Rig({ cloud: quick });
    const { artifact, error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    expect(changes(rig)).toEqual([
      'GetCallerIdentity',
      'ImportKeyPair',
      'CreateSecurityGroup',
      'AuthorizeSecurityGroupIngress',
      'RunInstances',
      'StopInstances',
      'CreateImage',
      'CreateTags',
      'DeleteKeyPair',
      'TerminateInstances',
      'DeleteSecurityGroup',
    ]);
    assertEmpty(rig.cloud);

    const [image] = await rig.ownImages();
    const snapshotId = image?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId;
    expect(artifact?.summary).toEqual({
      builderId: 'mitchellh.amazonebs',
      id: `us-east-1:${image?.ImageId}`,
      description: `AMIs were created:\nus-east-1: ${image?.ImageId}\n`,
      images: [{ region: 'us-east-1', id: image?.ImageId, name: 'app-1', snapshotIds: [snapshotId], sizeGib: 8 }],
      sourceImageId: rig.call('RunInstances')['ImageId'],
      sourceImageName: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20251203',
    });
  });

  it('asks AWS everything that it has to know at once, before anything is made', async () => {
    const rig = new Rig({ cloud: quick });
    await rig.bake();
    const launch = rig.calls().indexOf('ImportKeyPair');
    expect(rig.calls().slice(0, launch).toSorted()).toEqual([
      'DescribeImages',
      'DescribeImages',
      'DescribeInstanceTypes',
      'DescribeRegions',
      'GetCallerIdentity',
    ]);
  });

  it('takes the newest source image that matches, and tells templates and provisioners about it', async () => {
    const rig = new Rig({
      cloud: quick,
      source: 'ami_description = "From {{ .SourceAMIName }} in {{ .BuildRegion }}"',
    });
    const { artifact } = await rig.bake();
    const expected = {
      BuildRegion: 'us-east-1',
      SourceAMI: rig.call('RunInstances')['ImageId'],
      SourceAMIName: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20251203',
      SourceAMICreationDate: '2025-12-03T07:31:52.000Z',
      SourceAMIOwner: '099720109477',
      SourceAMIOwnerName: '',
    };
    expect(rig.generated).toMatchObject({ ...expected, ID: expect.stringMatching(/^i-/) });
    expect(artifact?.generated).toMatchObject(expected);
    expect(rig.call('CreateImage')['Description']).toBe(`From ${expected.SourceAMIName} in us-east-1`);
  });

  it('writes the account down also where the credentials need no check', async () => {
    const rig = new Rig({ source: 'skip_credential_validation = true' });
    await rig.bake();
    expect(rig.journal[0]).toMatchObject({ type: 'account', accountId: '123456789012' });
  });

  it.each([
    ['denied', { deniedActions: ['sts:*'] }],
    ['silent', { faults: [{ action: 'GetCallerIdentity', fault: 'hang' as const }] }],
  ])('goes on without the account when STS is %s and the credentials need no check', async (_, cloud) => {
    const rig = new Rig({ cloud, source: 'skip_credential_validation = true' });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.journal[0]).toMatchObject({ type: 'account', accountId: undefined });
    expect(rig.clock.sleeping).toBe(0);
  });

  it('writes down the account and each resource before and after it is made', async () => {
    const rig = new Rig({ cloud: quick });
    await rig.bake();
    expect(rig.journal.map((entry) => (entry.type === 'intent' ? `intent ${entry.intent.kind}` : entry.type))).toEqual([
      'account',
      'intent key-pair',
      'intent security-group',
      'receipt',
      'receipt',
      'intent instance',
      'receipt',
      'intent image',
      'receipt',
      'kept',
      'removed',
      'removed',
      'removed',
    ]);
    expect(rig.journal[0]).toMatchObject({ type: 'account', accountId: '123456789012' });
  });

  it('tells how far the snapshots are', async () => {
    const rig = new Rig();
    await rig.bake();
    const progress = rig.events.flatMap((event) => (event.type === 'waiting' ? (event.percent ?? []) : []));
    expect(new Set(progress).size).toBeGreaterThan(10);
    expect(progress).toEqual(progress.toSorted((a = 0, b = 0) => a - b));
  });

  it('terminates the instance as soon as the image is available, while copies are still made', async () => {
    const rig = new Rig({ source: 'ami_regions = ["eu-west-1"]' });
    await rig.bake();
    const at = (action: string) => rig.realCalls.find((call) => call.action === action)?.at ?? 0;
    expect(at('TerminateInstances') - at('CopyImage')).toBeLessThan(100);
  });

  it('passes on what a provisioner fails with, makes no image and leaves nothing', async () => {
    const failure = new BakeError('exit status 3', { code: 'script-failed', category: 'provision' });
    const rig = new Rig({ cloud: quick, provision: () => Promise.reject(failure) });
    const { error, left } = await rig.bake();
    expect(error).toBe(failure);
    expect(left).toEqual([]);
    expect(rig.calls()).not.toContain('CreateImage');
    expect(rig.communicator.calls).toContain('close');
    assertEmpty(rig.cloud);
  });

  it('makes no image with skip_create_ami', async () => {
    const rig = new Rig({ cloud: quick, source: 'skip_create_ami = true' });
    const { artifact, error } = await rig.bake();
    expect([artifact, error]).toEqual([undefined, undefined]);
    expect(Object.keys(rig.generated ?? {})).toContain('ID');
    expect(rig.calls()).not.toContain('CreateImage');
    assertEmpty(rig.cloud);
  });

  it('removes the volumes that the image is told to keep at termination', async () => {
    const rig = new Rig({
      cloud: quick,
      source: 'launch_block_device_mappings {\n  device_name = "/dev/sda1"\n  volume_size = 9\n}',
    });
    await rig.bake();
    expect(rig.call('RunInstances')['BlockDeviceMapping.1.Ebs.DeleteOnTermination']).toBe('false');
    expect(rig.calls()).toContain('DeleteVolume');
    assertEmpty(rig.cloud);
  });

  it('destroys its artifact for good, as often as it is asked to', async () => {
    const rig = new Rig({ cloud: quick, source: 'ami_regions = ["eu-west-1"]' });
    const { artifact } = await rig.bake();
    const { signal } = new AbortController();
    await artifact?.destroy(signal);
    await artifact?.destroy(signal);
    expect([...(await rig.ownImages()), ...(await rig.ownImages('eu-west-1'))]).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('takes the temporary key out of authorized_keys, unless the template says not to', async () => {
    const rig = new Rig({ cloud: quick });
    await rig.bake();
    const [command] = rig.communicator.calls;
    expect(command).toContain(PUBLIC_KEY.split(' ')[1]);
    const other = new Rig({ cloud: quick, source: 'ssh_clear_authorized_keys = false' });
    await other.bake();
    expect(other.communicator.calls).toEqual(['close']);
  });

  it('warns when the temporary key can not be taken out, and goes on', async () => {
    const rig = new Rig({ cloud: quick });
    rig.communicator.answer = (_, { onLine }) => {
      onLine?.('stderr', 'sh: read-only file system');
      return { exitCode: 1 };
    };
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.logs()).toContain(
      'warning: The temporary SSH key may still be in authorized_keys of the image: sh: read-only file system',
    );
  });

  it('stops nothing with disable_stop_instance, but waits until the machine has stopped by itself', async () => {
    const rig = new Rig({ cloud: quick, source: 'disable_stop_instance = true' });
    const shutDown = async (): Promise<void> => {
      await rig.clock.sleep(9_000);
      const aws = await rig.connections.open({ region: 'us-east-1' });
      const id = (rig.generated?.['ID'] ?? '') as string;
      await aws.ec2('us-east-1').stopInstances({ InstanceIds: [id] }, new AbortController().signal);
    };
    rig.communicator.answer = () => {
      void shutDown();
      return { exitCode: 0 };
    };
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.calls().filter((action) => action === 'StopInstances')).toHaveLength(1);
  });

  it('says what ended the instance when it goes away before it could be reached', async () => {
    const rig = new Rig({
      cloud: quick,
      connector: {
        connect: async (_, signal) => {
          await rig.clock.sleep(3_600_000, signal);
          throw new Error('never');
        },
      },
    });
    void rig.clock.sleep(20_000).then(async () => {
      const aws = await rig.connections.open({ region: 'us-east-1' });
      const instances = await aws.ec2('us-east-1').describeInstances({}, new AbortController().signal);
      const id = instances.Reservations?.[0]?.Instances?.[0]?.InstanceId ?? '';
      await aws.ec2('us-east-1').terminateInstances({ InstanceIds: [id] }, new AbortController().signal);
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'instance-lost',
      message: expect.stringMatching(/^The instance i-\w+ is (shutting-down|terminated)/),
    });
    assertEmpty(rig.cloud);
    expect(rig.clock.sleeping).toBe(0);
  });
});

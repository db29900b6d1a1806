import {
  AuthorizeSecurityGroupIngressCommand,
  CreateImageCommand,
  CreateSecurityGroupCommand,
  DeleteKeyPairCommand,
  DeleteSecurityGroupCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeSnapshotsCommand,
  DescribeVpcsCommand,
  ImportKeyPairCommand,
  RunInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../src/local-cloud/cloud.ts';
import { testCloud } from '../support/local-cloud.ts';

const PUBLIC_KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIE4Jw2VqAyN1e9T0cVUqtTqE2jmA1Z0rV3mT1aR0Q2lA';

describe('the calls of a bake', () => {
  it('lead from the source image to a new image, and leave nothing behind', async () => {
    const { clock, cloud, ec2 } = testCloud();
    const { Images: sources = [] } = await ec2.send(
      new DescribeImagesCommand({
        Owners: ['099720109477'],
        Filters: [
          { Name: 'name', Values: ['ubuntu/images/*ubuntu-jammy-22.04-amd64-server-*'] },
          { Name: 'root-device-type', Values: ['ebs'] },
          { Name: 'virtualization-type', Values: ['hvm'] },
        ],
      }),
    );
    expect(sources.map(({ Name }) => Name)).toEqual([
      'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20250610',
      'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20250925',
      'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20251203',
    ]);
    const { Vpcs: vpcs = [] } = await ec2.send(
      new DescribeVpcsCommand({ Filters: [{ Name: 'is-default', Values: ['true'] }] }),
    );
    await ec2.send(new ImportKeyPairCommand({ KeyName: 'bake', PublicKeyMaterial: Buffer.from(PUBLIC_KEY) }));
    const { GroupId: groupId = '' } = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName: 'bake', Description: 'for a bake', VpcId: vpcs[0]?.VpcId }),
    );
    await ec2.send(
      new AuthorizeSecurityGroupIngressCommand({
        GroupId: groupId,
        IpPermissions: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, IpRanges: [{ CidrIp: '192.0.2.7/32' }] }],
      }),
    );
    const { Instances: launched = [] } = await ec2.send(
      new RunInstancesCommand({
        ImageId: sources[2]?.ImageId,
        InstanceType: 't3.micro',
        MinCount: 1,
        MaxCount: 1,
        KeyName: 'bake',
        SecurityGroupIds: [groupId],
        TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'Packer Builder' }] }],
      }),
    );
    const instanceId = launched[0]?.InstanceId ?? '';
    expect(launched[0]?.State?.Name).toBe('pending');
    const state = async (): Promise<string | undefined> => {
      const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [instanceId] }));
      return Reservations?.[0]?.Instances?.[0]?.State?.Name;
    };
    await clock.advance(600);
    expect(await state()).toBe('running');
    await ec2.send(new StopInstancesCommand({ InstanceIds: [instanceId] }));
    expect(await state()).toBe('stopping');
    await clock.advance(600);
    expect(await state()).toBe('stopped');

    const { ImageId: imageId = '' } = await ec2.send(
      new CreateImageCommand({
        InstanceId: instanceId,
        Name: 'app-1',
        TagSpecifications: [
          { ResourceType: 'image', Tags: [{ Key: 'app', Value: 'node' }] },
          { ResourceType: 'snapshot', Tags: [{ Key: 'app', Value: 'node' }] },
        ],
      }),
    );
    await clock.advance(750);
    const { Snapshots: snapshots = [] } = await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] }));
    expect(snapshots.map(({ State, Progress, VolumeSize }) => ({ State, Progress, VolumeSize }))).toEqual([
      { State: 'pending', Progress: '50%', VolumeSize: 8 },
    ]);
    await clock.advance(750);
    const { Images: images = [] } = await ec2.send(new DescribeImagesCommand({ ImageIds: [imageId] }));
    expect(images[0]).toMatchObject({
      State: 'available',
      Name: 'app-1',
      OwnerId: '123456789012',
      RootDeviceName: '/dev/sda1',
      SourceInstanceId: instanceId,
      Tags: [{ Key: 'app', Value: 'node' }],
      BlockDeviceMappings: [
        { DeviceName: '/dev/sda1', Ebs: { SnapshotId: snapshots[0]?.SnapshotId, VolumeSize: 8, VolumeType: 'gp2' } },
      ],
    });

    expect(() => assertEmpty(cloud)).toThrow(`us-east-1 instance ${instanceId} (Packer Builder, stopped)`);
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [instanceId] }));
    await expect(ec2.send(new DeleteSecurityGroupCommand({ GroupId: groupId }))).rejects.toMatchObject({
      name: 'DependencyViolation',
      message: `resource ${groupId} has a dependent object`,
    });
    await clock.advance(400);
    expect(await state()).toBe('terminated');
    await ec2.send(new DeleteSecurityGroupCommand({ GroupId: groupId }));
    await ec2.send(new DeleteKeyPairCommand({ KeyName: 'bake' }));
    assertEmpty(cloud);
  });
});

import {
  CreateImageCommand,
  DescribeImagesCommand,
  EC2Client,
  type EC2ClientConfig,
  RunInstancesCommand,
  type Tag,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import { imageIdOf } from './images.ts';

/** An available image of the account with one snapshot, and no instance left of making it. */
export async function ownImage(
  clock: VirtualClock,
  config: EC2ClientConfig,
  Name: string,
  tags: Readonly<Record<string, string>> = {},
): Promise<{ readonly imageId: string; readonly snapshotId: string }> {
  const ec2 = new EC2Client(config);
  const launch = { ImageId: await imageIdOf(ec2), InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 } as const;
  const { Instances = [] } = await ec2.send(new RunInstancesCommand(launch));
  const InstanceId = Instances[0]?.InstanceId ?? '';
  await clock.advance(2_000);
  const Tags = Object.entries(tags).map(([Key, Value]): Tag => ({ Key, Value }));
  const TagSpecifications = (['image', 'snapshot'] as const).map((ResourceType) => ({ ResourceType, Tags }));
  const { ImageId: imageId = '' } = await ec2.send(
    new CreateImageCommand({ InstanceId, Name, ...(Tags.length === 0 ? {} : { TagSpecifications }) }),
  );
  await clock.advance(5_000);
  await ec2.send(new TerminateInstancesCommand({ InstanceIds: [InstanceId] }));
  await clock.advance(2_000);
  const { Images = [] } = await ec2.send(new DescribeImagesCommand({ ImageIds: [imageId] }));
  return { imageId, snapshotId: Images[0]?.BlockDeviceMappings?.[0]?.Ebs?.SnapshotId ?? '' };
}

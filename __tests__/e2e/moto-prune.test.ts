import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CreateImageCommand,
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  DescribeImagesCommand,
  DescribeSnapshotsCommand,
  DescribeSubnetsCommand,
  EC2Client,
  ModifyImageAttributeCommand,
  RunInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, expect, it } from '@jest/globals';
import { prune } from '../../src/app/prune.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { randomIds } from '../../src/kernel/ids.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { stranger } from './support/programs.ts';
import { startMoto } from './support/strangers.ts';

const moto = stranger('moto_server');
const TAGS = [
  { Key: 'bake-ami:run', Value: 'r1' },
  { Key: 'bake-ami:build', Value: 'web' },
];

(moto === undefined ? describe.skip : describe)('a prune on moto, somebody else’s idea of AWS', () => {
  it('keeps what is in use there and removes the rest with its snapshots', async () => {
    await using server = await startMoto(moto ?? '');
    const configuration = {
      endpoint: server.env['AWS_ENDPOINT_URL'] ?? '',
      region: 'us-east-1',
      credentials: { accessKeyId: 'testing', secretAccessKey: 'testing' },
    };
    const ec2 = new EC2Client(configuration);
    const scaling = new AutoScalingClient(configuration);
    const ssm = new SSMClient(configuration);
    const { Images: all = [] } = await ec2.send(new DescribeImagesCommand({ Owners: ['099720109477'] }));
    const launch = async (ImageId: string | undefined): Promise<string> => {
      const request = { ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 } as const;
      return (await ec2.send(new RunInstancesCommand(request))).Instances?.[0]?.InstanceId ?? '';
    };
    const builder = await launch(all[0]?.ImageId);
    const before = await snapshotsOf(ec2);
    const ids: string[] = [];
    for (let number = 0; number < 10; number += 1) {
      // Moto's dates are whole seconds, and the order within one is chance: only the last is the newest for sure.
      if (number === 9) await systemClock.sleep(1_100);
      const { ImageId = '' } = await ec2.send(
        new CreateImageCommand({
          InstanceId: builder,
          Name: `web 17676000${10 + number}`,
          TagSpecifications: [{ ResourceType: 'image', Tags: TAGS }],
        }),
      );
      ids.push(ImageId);
    }
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [builder] }));

    const [running, version, configured, grouped, overridden, parameter, shared] = ids;
    await launch(running);
    const LaunchTemplateName = 'web';
    await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName, LaunchTemplateData: { ImageId: version } }));
    for (const ImageId of [grouped, 'ami-0000000000000dead']) {
      const data = { LaunchTemplateName, LaunchTemplateData: { ImageId, InstanceType: 't3.micro' as const } };
      await ec2.send(new CreateLaunchTemplateVersionCommand(data));
    }
    const configuration1 = { LaunchConfigurationName: 'old', ImageId: configured, InstanceType: 't3.micro' };
    await scaling.send(new CreateLaunchConfigurationCommand(configuration1));
    const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
    const none = { MinSize: 0, MaxSize: 0, VPCZoneIdentifier: Subnets[0]?.SubnetId };
    const LaunchTemplateSpecification = { LaunchTemplateName, Version: '2' };
    const other = { LaunchTemplateName: 'other', LaunchTemplateData: { ImageId: overridden } };
    await ec2.send(new CreateLaunchTemplateCommand(other));
    const Overrides = [
      { InstanceType: 't3.small', LaunchTemplateSpecification: { LaunchTemplateName: 'other', Version: '1' } },
    ];
    const MixedInstancesPolicy = { LaunchTemplate: { LaunchTemplateSpecification, Overrides } };
    await scaling.send(
      new CreateAutoScalingGroupCommand({ AutoScalingGroupName: 'web', ...none, MixedInstancesPolicy }),
    );
    await ssm.send(new PutParameterCommand({ Name: '/web/ami', Type: 'String', Value: parameter }));
    const Add = [{ UserId: '111122223333' }];
    await ec2.send(new ModifyImageAttributeCommand({ ImageId: shared, LaunchPermission: { Add } }));

    const request = {
      clock: systemClock,
      ids: randomIds,
      environment: server.env,
      reporter: { report: () => undefined },
      secrets: new SecretRegistry(),
      signal: new AbortController().signal,
      regions: ['us-east-1'],
      region: undefined,
      keepLast: 1,
      keepDays: 0,
      keepTag: 'bake-ami:keep',
      mode: 'deregister',
      graceDays: 0,
      familyTags: [],
      selection: { tags: [], names: [] },
      maxDeletions: 10,
      usageRoles: [],
      dryRun: false,
      budgetMs: 60_000,
    } as const;
    // Without launch-template-versions, what the group uses is seen by the group alone.
    const skippedChecks = new Set(['launch-template-versions'] as const);
    const { findings } = await prune({ ...request, skippedChecks, dryRun: true });
    const whyOf = (id: string | undefined): string | undefined =>
      findings.find(({ resource }) => resource.id === id)?.why;
    expect(whyOf(grouped)).toBe('it is used by the auto scaling group web, by version 2 of the launch template web');
    expect(whyOf(overridden)).toMatch(
      /^it is used by (version 1 of the launch template other|the auto scaling group web)/,
    );

    const result = await prune({ ...request, skippedChecks: new Set() });
    expect(result.error).toBeUndefined();
    const { Images = [] } = await ec2.send(new DescribeImagesCommand({ Owners: ['self'] }));
    const left = Images.map(({ ImageId }) => ImageId);
    for (const id of [running, version, configured, grouped, overridden, parameter, shared]) expect(left).toContain(id);
    expect(left).toHaveLength(8);
    expect((await snapshotsOf(ec2)) - before).toBe(left.length);
  }, 60_000);
});

async function snapshotsOf(ec2: EC2Client): Promise<number> {
  return (await ec2.send(new DescribeSnapshotsCommand({ OwnerIds: ['self'] }))).Snapshots?.length ?? 0;
}

import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
  DeleteAutoScalingGroupCommand,
  DeleteLaunchConfigurationCommand,
  DescribeAutoScalingGroupsCommand,
  DescribeLaunchConfigurationsCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CreateFleetCommand,
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  DescribeFleetsCommand,
  DescribeImagesCommand,
  DescribeLaunchTemplateVersionsCommand,
  DescribeSpotFleetRequestsCommand,
  DisableImageCommand,
  type EC2Client,
  EnableImageCommand,
  ModifyImageAttributeCommand,
  ModifyLaunchTemplateCommand,
  RequestSpotFleetCommand,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { DescribeParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { clientConfig, testCloud } from '../../support/local-cloud.ts';
import { imageIdOf } from '../support/images.ts';
import { ownImage } from '../support/own-image.ts';

async function launchTemplate(ec2: EC2Client, ...images: readonly string[]): Promise<string> {
  const [first, ...others] = images;
  const { LaunchTemplate } = await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: 'web',
      LaunchTemplateData: { ImageId: first, InstanceType: 't3.micro' },
    }),
  );
  for (const ImageId of others) {
    await ec2.send(
      new CreateLaunchTemplateVersionCommand({
        LaunchTemplateName: 'web',
        SourceVersion: '1',
        LaunchTemplateData: { ImageId },
      }),
    );
  }
  return LaunchTemplate?.LaunchTemplateId ?? '';
}

describe('launch template versions', () => {
  it('are made from others, listed in pages, and found by $Latest and $Default', async () => {
    const { ec2 } = testCloud({ limits: { pageSize: 2 } });
    const LaunchTemplateId = await launchTemplate(ec2, 'ami-00000001', 'ami-00000002', 'resolve:ssm:/web/ami');
    const first = await ec2.send(new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId }));
    const rest = await ec2.send(
      new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId, NextToken: first.NextToken }),
    );
    const all = [...(first.LaunchTemplateVersions ?? []), ...(rest.LaunchTemplateVersions ?? [])];
    expect(all.map(({ VersionNumber, LaunchTemplateData }) => [VersionNumber, LaunchTemplateData?.ImageId])).toEqual([
      [1, 'ami-00000001'],
      [2, 'ami-00000002'],
      [3, 'resolve:ssm:/web/ami'],
    ]);
    expect(all[2]?.LaunchTemplateData?.InstanceType).toBe('t3.micro');
    await ec2.send(new ModifyLaunchTemplateCommand({ LaunchTemplateId, DefaultVersion: '2' }));
    const ends = await ec2.send(new DescribeLaunchTemplateVersionsCommand({ Versions: ['$Latest', '$Default'] }));
    expect(ends.LaunchTemplateVersions?.map(({ VersionNumber }) => VersionNumber)).toEqual([3, 2]);
    await expect(ec2.send(new DescribeLaunchTemplateVersionsCommand({ Versions: ['1'] }))).rejects.toMatchObject({
      name: 'InvalidParameterCombination',
    });
    await expect(
      ec2.send(new DescribeLaunchTemplateVersionsCommand({ LaunchTemplateId, Versions: ['4'] })),
    ).rejects.toMatchObject({ name: 'InvalidLaunchTemplateId.VersionNotFound' });
  });
});

describe('auto scaling', () => {
  it('has groups of no instances, with a launch configuration, a template or several of them', async () => {
    const { cloud, ec2 } = testCloud({ limits: { pageSize: 2 } });
    const scaling = new AutoScalingClient(clientConfig(cloud));
    const ImageId = await imageIdOf(ec2);
    const LaunchTemplateId = await launchTemplate(ec2, ImageId, ImageId);
    const configuration = { LaunchConfigurationName: 'old', ImageId, InstanceType: 't3.micro' };
    await scaling.send(new CreateLaunchConfigurationCommand(configuration));
    const none = { MinSize: 0, MaxSize: 3, AvailabilityZones: ['us-east-1a'] };
    const create = (name: string, source: object) =>
      scaling.send(new CreateAutoScalingGroupCommand({ AutoScalingGroupName: name, ...none, ...source }));
    await create('a', { LaunchConfigurationName: 'old' });
    await create('b', { LaunchTemplate: { LaunchTemplateId, Version: '1' } });
    const LaunchTemplateSpecification = { LaunchTemplateName: 'web', Version: '$Latest' };
    const Overrides = [{ InstanceType: 't3.small', ImageId }, { LaunchTemplateSpecification }];
    await create('c', { MixedInstancesPolicy: { LaunchTemplate: { LaunchTemplateSpecification, Overrides } } });

    const first = await scaling.send(new DescribeAutoScalingGroupsCommand({}));
    expect(first.AutoScalingGroups?.map(({ AutoScalingGroupName: name }) => name)).toEqual(['a', 'b']);
    expect(first.AutoScalingGroups?.[1]?.LaunchTemplate).toEqual({
      LaunchTemplateId,
      LaunchTemplateName: 'web',
      Version: '1',
    });
    const rest = await scaling.send(new DescribeAutoScalingGroupsCommand({ NextToken: first.NextToken }));
    expect(rest.AutoScalingGroups?.[0]?.MixedInstancesPolicy?.LaunchTemplate?.Overrides).toMatchObject([
      { ImageId },
      { LaunchTemplateSpecification: { LaunchTemplateId } },
    ]);
    const { LaunchConfigurations } = await scaling.send(new DescribeLaunchConfigurationsCommand({}));
    expect(LaunchConfigurations).toMatchObject([{ LaunchConfigurationName: 'old', ImageId }]);

    await expect(create('d', { LaunchConfigurationName: 'none' })).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(create('d', {})).rejects.toMatchObject({ name: 'ValidationError' });
    await expect(create('d', { LaunchConfigurationName: 'old', DesiredCapacity: 1 })).rejects.toThrow('launch nothing');
    await expect(create('a', { LaunchConfigurationName: 'old' })).rejects.toMatchObject({
      name: 'AlreadyExistsFault',
    });
    const old = { LaunchConfigurationName: 'old' };
    await expect(scaling.send(new DeleteLaunchConfigurationCommand(old))).rejects.toMatchObject({
      name: 'ResourceInUseFault',
    });
    await scaling.send(new DeleteAutoScalingGroupCommand({ AutoScalingGroupName: 'a' }));
    await scaling.send(new DeleteLaunchConfigurationCommand(old));
  });
});

describe('fleets that keep a capacity', () => {
  it('are kept where it is none, and listed', async () => {
    const { ec2 } = testCloud();
    const LaunchTemplateId = await launchTemplate(ec2, 'ami-00000001');
    const maintain = (TotalTargetCapacity: number) =>
      new CreateFleetCommand({
        Type: 'maintain',
        LaunchTemplateConfigs: [
          {
            LaunchTemplateSpecification: { LaunchTemplateId, Version: '1' },
            Overrides: [{ InstanceType: 't3.micro', ImageId: 'ami-00000002' }],
          },
        ],
        TargetCapacitySpecification: { TotalTargetCapacity },
      });
    await expect(ec2.send(maintain(1))).rejects.toMatchObject({ name: 'UnsupportedOperation' });
    const { FleetId } = await ec2.send(maintain(0));
    const { Fleets } = await ec2.send(new DescribeFleetsCommand({}));
    expect(Fleets).toMatchObject([
      {
        FleetId,
        Type: 'maintain',
        LaunchTemplateConfigs: [
          {
            LaunchTemplateSpecification: { LaunchTemplateId, Version: '1' },
            Overrides: [{ InstanceType: 't3.micro', ImageId: 'ami-00000002' }],
          },
        ],
      },
    ]);
    const specification = { ImageId: 'ami-00000003', InstanceType: 't3.micro' } as const;
    const spot = { IamFleetRole: 'arn:aws:iam::123456789012:role/fleet', TargetCapacity: 0 };
    await ec2.send(
      new RequestSpotFleetCommand({ SpotFleetRequestConfig: { ...spot, LaunchSpecifications: [specification] } }),
    );
    const { SpotFleetRequestConfigs } = await ec2.send(new DescribeSpotFleetRequestsCommand({}));
    expect(SpotFleetRequestConfigs).toMatchObject([
      {
        SpotFleetRequestState: 'active',
        SpotFleetRequestConfig: { LaunchSpecifications: [specification] },
      },
    ]);
    await expect(ec2.send(new RequestSpotFleetCommand({ SpotFleetRequestConfig: spot }))).rejects.toMatchObject({
      name: 'InvalidParameterCombination',
    });
  });
});

describe('a disabled image', () => {
  it('can not be launched, is hidden, and has lost who it was shared with', async () => {
    const { clock, cloud, ec2 } = testCloud();
    const { imageId: ImageId } = await ownImage(clock, clientConfig(cloud), 'app');
    await ec2.send(
      new ModifyImageAttributeCommand({ ImageId, LaunchPermission: { Add: [{ UserId: '111122223333' }] } }),
    );
    await ec2.send(new DisableImageCommand({ ImageId }));
    const list = async (input: object) =>
      (await ec2.send(new DescribeImagesCommand({ Owners: ['self'], ...input }))).Images;
    expect(await list({})).toEqual([]);
    expect(await list({ IncludeDisabled: true })).toMatchObject([{ ImageId, State: 'disabled' }]);
    const launch = new RunInstancesCommand({ ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 });
    await expect(ec2.send(launch)).rejects.toMatchObject({ name: 'InvalidAMIID.Unavailable' });
    await ec2.send(new EnableImageCommand({ ImageId }));
    await ec2.send(launch);
    expect(await list({ ExecutableUsers: ['111122223333'] })).toEqual([]);
    expect((await list({}))?.[0]?.LastLaunchedTime).toBeUndefined();
    await clock.advance(25 * 3_600_000);
    expect((await list({}))?.[0]?.LastLaunchedTime).toBeDefined();
  });
});

describe('the list of parameters', () => {
  it('names those of the account, by type, 50 at a time', async () => {
    const { cloud } = testCloud();
    const ssm = new SSMClient(clientConfig(cloud));
    for (let number = 0; number < 60; number += 1) {
      const Type = number < 2 ? ('SecureString' as const) : ('String' as const);
      await ssm.send(new PutParameterCommand({ Name: `/p/${number}`, Value: 'x', Type }));
    }
    const ParameterFilters = [{ Key: 'Type', Values: ['String', 'StringList'] }];
    const first = await ssm.send(new DescribeParametersCommand({ ParameterFilters }));
    const rest = await ssm.send(new DescribeParametersCommand({ ParameterFilters, NextToken: first.NextToken }));
    expect([first.Parameters?.length, rest.Parameters?.length, rest.NextToken]).toEqual([50, 8, undefined]);
    expect(first.Parameters?.[0]).toMatchObject({ Name: '/p/2', Type: 'String', DataType: 'text', Version: 1 });
    await expect(
      ssm.send(new DescribeParametersCommand({ ParameterFilters: [{ Key: 'Colour', Values: ['red'] }] })),
    ).rejects.toMatchObject({ name: 'InvalidFilterKey' });
  });
});

describe('a role', () => {
  it('may be assumed in any account, and its keys tell whose they are', async () => {
    const { clock, cloud } = testCloud();
    const sts = new STSClient(clientConfig(cloud));
    const RoleArn = 'arn:aws:iam::444455556666:role/image-usage';
    const assumed = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'prune' }));
    expect(assumed.Credentials?.AccessKeyId).toMatch(/^ASIA444455556666/);
    expect(assumed.Credentials?.Expiration).toEqual(new Date(clock.now() + 3_600_000));
    await expect(
      sts.send(new AssumeRoleCommand({ RoleArn: 'role/image-usage-of-us', RoleSessionName: 'prune' })),
    ).rejects.toMatchObject({ name: 'ValidationError' });
  });
});

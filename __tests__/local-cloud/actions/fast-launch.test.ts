import {
  CopyImageCommand,
  CreateLaunchTemplateCommand,
  DeregisterImageCommand,
  DescribeFastLaunchImagesCommand,
  DisableFastLaunchCommand,
  type EC2Client,
  EnableFastLaunchCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { refusal, testCloud } from '../../support/local-cloud.ts';
import { imageIdOf } from '../support/images.ts';

const WINDOWS = 'Windows_Server-2022-English-Full-Base-2025.12.03';
const states = async (ec2: EC2Client, ...ImageIds: string[]) => {
  const { FastLaunchImages = [] } = await ec2.send(new DescribeFastLaunchImagesCommand({ ImageIds }));
  return FastLaunchImages.map(({ State }) => State);
};

describe('fast launch of a Windows image', () => {
  it('is enabled after a while, with the defaults of EC2 or what is asked for', async () => {
    const { clock, ec2 } = testCloud();
    const ImageId = await imageIdOf(ec2, WINDOWS);
    const enabling = await ec2.send(new EnableFastLaunchCommand({ ImageId }));
    expect(enabling).toMatchObject({
      ImageId,
      ResourceType: 'snapshot',
      SnapshotConfiguration: { TargetResourceCount: 5 },
      MaxParallelLaunches: 6,
      OwnerId: '123456789012',
      State: 'enabling',
      StateTransitionReason: 'Client.UserInitiated',
      StateTransitionTime: new Date(clock.now()),
    });
    await clock.advance(quickDelays.fastLaunch);
    expect(await states(ec2, ImageId)).toEqual(['enabled']);
    const { LaunchTemplate } = await ec2.send(
      new CreateLaunchTemplateCommand({
        LaunchTemplateName: 'windows',
        LaunchTemplateData: { ImageId, InstanceType: 't3.micro' },
      }),
    );
    const other = await ec2.send(
      new EnableFastLaunchCommand({
        ImageId,
        MaxParallelLaunches: 7,
        SnapshotConfiguration: { TargetResourceCount: 1 },
        LaunchTemplate: { LaunchTemplateName: 'windows', Version: '1' },
      }),
    );
    expect(other).toMatchObject({
      State: 'enabling',
      MaxParallelLaunches: 7,
      SnapshotConfiguration: { TargetResourceCount: 1 },
      LaunchTemplate: {
        LaunchTemplateId: LaunchTemplate?.LaunchTemplateId,
        LaunchTemplateName: 'windows',
        Version: '1',
      },
    });
  });

  it('fails with the reason where there is no room for the instances that it takes', async () => {
    const { clock, ec2 } = testCloud({ shortages: [{ type: 't3.medium' }] });
    const ImageId = await imageIdOf(ec2, WINDOWS);
    await ec2.send(new EnableFastLaunchCommand({ ImageId }));
    await clock.advance(quickDelays.fastLaunch);
    const { FastLaunchImages } = await ec2.send(new DescribeFastLaunchImagesCommand({}));
    expect(FastLaunchImages).toMatchObject([
      {
        State: 'enabling-failed',
        StateTransitionReason: expect.stringMatching(/^Client\.InsufficientInstanceCapacity: We currently do not have/),
      },
    ]);
  });

  it('is listed by state, and is gone a while after it was disabled, or with its image', async () => {
    const { clock, cloud, ec2 } = testCloud();
    const ImageId = await imageIdOf(ec2, WINDOWS);
    await ec2.send(new EnableFastLaunchCommand({ ImageId }));
    await ec2.send(new DisableFastLaunchCommand({ ImageId, Force: true }));
    const Filters = [{ Name: 'state', Values: ['disabling'] }];
    expect((await ec2.send(new DescribeFastLaunchImagesCommand({ Filters }))).FastLaunchImages).toHaveLength(1);
    expect(await refusal(cloud, 'EnableFastLaunch', { ImageId })).toMatch(/^IncorrectState: /);
    await clock.advance(quickDelays.fastLaunch);
    expect(await states(ec2)).toEqual([]);
    const copy = await ec2.send(
      new CopyImageCommand({ Name: 'copy', SourceImageId: ImageId, SourceRegion: 'us-east-1' }),
    );
    await clock.advance(quickDelays.copy);
    await ec2.send(new EnableFastLaunchCommand({ ImageId: copy.ImageId }));
    await ec2.send(new DeregisterImageCommand({ ImageId: copy.ImageId }));
    expect(await states(ec2)).toEqual([]);
  });

  it('is refused as EC2 refuses it', async () => {
    const { cloud, ec2 } = testCloud();
    const ImageId = await imageIdOf(ec2, WINDOWS);
    const linux = await imageIdOf(ec2);
    const asked = (parameters: Readonly<Record<string, string>>) =>
      refusal(cloud, 'EnableFastLaunch', { ImageId, ...parameters });
    expect(await asked({ ImageId: linux })).toBe(`InvalidParameter: The image '${linux}' is not a Windows image.`);
    expect(await asked({ MaxParallelLaunches: '5' })).toMatch(/^InvalidParameterValue: .*maxParallelLaunches/);
    expect(await asked({ 'SnapshotConfiguration.TargetResourceCount': '0' })).toMatch(/^InvalidParameterValue: /);
    expect(await asked({ ResourceType: 'volume' })).toMatch(/^InvalidParameterValue: /);
    expect(await asked({ 'LaunchTemplate.LaunchTemplateName': 'x' })).toMatch(/^MissingParameter: .*Version/);
    expect(await asked({ 'LaunchTemplate.LaunchTemplateName': 'x', 'LaunchTemplate.Version': '1' })).toMatch(
      /^InvalidLaunchTemplateName\.NotFoundException: /,
    );
    await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName: 'one', LaunchTemplateData: { ImageId } }));
    expect(await asked({ 'LaunchTemplate.LaunchTemplateName': 'one', 'LaunchTemplate.Version': '2' })).toMatch(
      /^InvalidLaunchTemplateId\.VersionNotFound: /,
    );
    expect(await refusal(cloud, 'DescribeFastLaunchImages', { 'ImageId.1': 'ami-00000000000000000' })).toMatch(
      /^InvalidAMIID\.NotFound: /,
    );
    expect(await refusal(cloud, 'DisableFastLaunch', { ImageId })).toMatch(/^IncorrectState: /);
  });
});

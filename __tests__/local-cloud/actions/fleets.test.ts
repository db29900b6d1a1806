import { describe, expect, it } from '@jest/globals';
import { refusal, testCloud } from '../../support/local-cloud.ts';
import { launchable } from '../support/launchable.ts';
import { query, values } from '../support/raw-calls.ts';

describe('a fleet', () => {
  it('launches in the market whose capacity is asked for, and says which version it tried', async () => {
    const { cloud } = testCloud({ shortages: [{ type: 't3.nano' }] });
    const { ImageId } = await launchable(cloud);
    const template = { LaunchTemplateName: 'lt-name' };
    const data = { 'LaunchTemplateData.ImageId': ImageId, 'LaunchTemplateData.InstanceType': 't3.nano' };
    await query(cloud, 'ec2', 'CreateLaunchTemplate', { ...template, ...data });
    await query(cloud, 'ec2', 'CreateLaunchTemplateVersion', { ...template, ...data });
    const fleet = {
      Type: 'instant',
      'LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateName': 'lt-name',
      'LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version': '$Latest',
      'LaunchTemplateConfigs.1.Overrides.1.InstanceType': 't3.nano',
      'LaunchTemplateConfigs.1.Overrides.2.InstanceType': 't3.micro',
      'TargetCapacitySpecification.TotalTargetCapacity': '1',
    };
    const { body } = await query(cloud, 'ec2', 'CreateFleet', {
      ...fleet,
      'TargetCapacitySpecification.SpotTargetCapacity': '1',
    });
    expect(values(body, 'lifecycle')).toEqual(['spot', 'spot']);
    expect(values(body, 'version')).toEqual(['2', '2']);
    const tooMany = {
      'TargetCapacitySpecification.SpotTargetCapacity': '1',
      'TargetCapacitySpecification.OnDemandTargetCapacity': '1',
    };
    expect(await refusal(cloud, 'CreateFleet', { ...fleet, ...tooMany })).toMatch(
      /^InvalidTargetCapacitySpecification: /,
    );
  });
});

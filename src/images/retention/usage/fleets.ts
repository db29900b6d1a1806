import type { FleetLaunchTemplateConfig, LaunchTemplateConfig } from '@aws-sdk/client-ec2';
import { allPages } from '../../../aws/all-pages.ts';
import type { UsageCheck } from './check.ts';
import { type ImageReference, resolved } from './image-references.ts';
import { type TemplateUse, throughTemplates } from './template-users.ts';

/** What EC2 Fleets, Spot Fleets and open spot requests would launch. One that is cancelled counts until EC2 forgets it. */
export const fleets: UsageCheck = {
  name: 'fleets',
  about: 'EC2 Fleets, Spot Fleets and spot requests',
  actions: [
    'ec2:DescribeFleets',
    'ec2:DescribeSpotFleetRequests',
    'ec2:DescribeSpotInstanceRequests',
    'ec2:DescribeLaunchTemplateVersions',
    'ssm:GetParameters',
  ],
  async find(site, candidates) {
    const { aws, region, signal } = site;
    const ec2 = aws.ec2(region);
    const Filters = [{ Name: 'state', Values: ['open', 'active'] }];
    const [fleetPages, spotFleetPages, spotPages] = await Promise.all([
      allPages((NextToken) => ec2.describeFleets({ NextToken }, signal)),
      allPages((NextToken) => ec2.describeSpotFleetRequests({ NextToken }, signal)),
      allPages((NextToken) => ec2.describeSpotInstanceRequests({ Filters, NextToken }, signal)),
    ]);
    const direct: ImageReference[] = [];
    const uses: TemplateUse[] = [];
    for (const { FleetId, LaunchTemplateConfigs = [] } of fleetPages.flatMap(({ Fleets = [] }) => Fleets)) {
      const user = `the EC2 Fleet ${FleetId}`;
      for (const { Overrides = [] } of LaunchTemplateConfigs) {
        direct.push(...Overrides.map(({ ImageId }) => ({ image: ImageId, user })));
      }
      uses.push(...templateUses(LaunchTemplateConfigs, user));
    }
    const spotFleets = spotFleetPages.flatMap((page) => page.SpotFleetRequestConfigs ?? []);
    for (const { SpotFleetRequestId, SpotFleetRequestConfig: config } of spotFleets) {
      const user = `the Spot Fleet ${SpotFleetRequestId}`;
      direct.push(...(config?.LaunchSpecifications ?? []).map(({ ImageId }) => ({ image: ImageId, user })));
      uses.push(...templateUses(config?.LaunchTemplateConfigs ?? [], user));
    }
    for (const request of spotPages.flatMap((page) => page.SpotInstanceRequests ?? [])) {
      const user = `the spot request ${request.SpotInstanceRequestId}`;
      direct.push({ image: request.LaunchSpecification?.ImageId, user });
    }
    return resolved(site, [...direct, ...(await throughTemplates(site, uses))], candidates);
  },
};

function templateUses(
  configs: readonly (FleetLaunchTemplateConfig | LaunchTemplateConfig)[],
  user: string,
): readonly TemplateUse[] {
  return configs.flatMap(({ LaunchTemplateSpecification: named }) =>
    named === undefined
      ? []
      : [{ id: named.LaunchTemplateId, name: named.LaunchTemplateName, version: named.Version, user }],
  );
}

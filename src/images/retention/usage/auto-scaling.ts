import type { AutoScalingGroup } from '@aws-sdk/client-auto-scaling';
import { allPages } from '../../../aws/all-pages.ts';
import type { UsageCheck } from './check.ts';
import { type ImageReference, resolved } from './image-references.ts';
import { type TemplateUse, throughTemplates } from './template-users.ts';

/** What auto scaling groups would launch, those of size zero too, and every launch configuration. */
export const autoScaling: UsageCheck = {
  name: 'auto-scaling',
  about: 'auto scaling groups of any size and launch configurations',
  actions: [
    'autoscaling:DescribeAutoScalingGroups',
    'autoscaling:DescribeLaunchConfigurations',
    'ec2:DescribeLaunchTemplateVersions',
    'ssm:GetParameters',
  ],
  async find(site, candidates) {
    const { aws, region, signal } = site;
    const api = await aws.autoScaling(region);
    const [groupPages, configurationPages] = await Promise.all([
      allPages((NextToken) => api.describeAutoScalingGroups({ NextToken }, signal)),
      allPages((NextToken) => api.describeLaunchConfigurations({ NextToken }, signal)),
    ]);
    const groups = groupPages.flatMap(({ AutoScalingGroups = [] }) => AutoScalingGroups);
    const configurations = configurationPages.flatMap((page) => page.LaunchConfigurations ?? []);
    const direct = configurations.map(
      ({ ImageId, LaunchConfigurationName: name }): ImageReference => ({
        image: ImageId,
        user: `the launch configuration ${name}`,
      }),
    );
    const overridden = groups.flatMap((group) =>
      overridesOf(group).map(({ ImageId }): ImageReference => ({ image: ImageId, user: userOf(group) })),
    );
    const byTemplate = await throughTemplates(site, groups.flatMap(templateUses));
    return resolved(site, [...direct, ...overridden, ...byTemplate], candidates);
  },
};

function userOf({ AutoScalingGroupName: name }: AutoScalingGroup): string {
  return `the auto scaling group ${name}`;
}

function overridesOf({ MixedInstancesPolicy: mixed }: AutoScalingGroup) {
  return mixed?.LaunchTemplate?.Overrides ?? [];
}

function templateUses(group: AutoScalingGroup): readonly TemplateUse[] {
  const mixed = group.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
  const running = (group.Instances ?? []).map((instance) => instance.LaunchTemplate);
  const overridden = overridesOf(group).map((override) => override.LaunchTemplateSpecification);
  return [group.LaunchTemplate, mixed, ...overridden, ...running].flatMap((specification) =>
    specification === undefined
      ? []
      : [
          {
            id: specification.LaunchTemplateId,
            name: specification.LaunchTemplateName,
            version: specification.Version,
            user: userOf(group),
          },
        ],
  );
}

import { type Action, type ActionContext, queryAction } from '../action.ts';
import { versionOf } from '../launch-template-versions.ts';
import { cutPage } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import {
  accepted,
  identifier,
  integer,
  membersOf,
  required,
  structure,
  text,
  type Values,
} from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { findImage } from '../resource-lookup.ts';
import type { AutoScalingGroup, LaunchConfiguration } from '../state/auto-scaling-resources.ts';
import { namedTemplate } from './launch-templates.ts';

/*
 * Amazon EC2 Auto Scaling, as far as it says which images groups would launch: groups here have no instances. Source:
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/
 */

const templateFields = { LaunchTemplateId: identifier, LaunchTemplateName: identifier, Version: identifier };
const templateSpecification = structure(templateFields);

const mixedInstancesPolicy = structure({
  LaunchTemplate: required(
    structure({
      LaunchTemplateSpecification: required(templateSpecification),
      Overrides: membersOf(
        structure({
          InstanceType: identifier,
          WeightedCapacity: accepted,
          LaunchTemplateSpecification: templateSpecification,
          ImageId: identifier,
          InstanceRequirements: accepted,
        }),
      ),
    }),
  ),
  InstancesDistribution: accepted,
});

const createLaunchConfiguration = queryAction({
  name: 'CreateLaunchConfiguration',
  parameters: {
    LaunchConfigurationName: required(text),
    ImageId: required(text),
    InstanceType: required(text),
    KeyName: accepted,
    SecurityGroups: accepted,
    UserData: accepted,
    InstanceMonitoring: accepted,
    IamInstanceProfile: accepted,
    EbsOptimized: accepted,
    MetadataOptions: accepted,
    BlockDeviceMappings: accepted,
  },
  run: ({ region, now }, input) => {
    const name = input.LaunchConfigurationName;
    if (region.launchConfigurations.has(name)) {
      throw new CloudError(
        'AlreadyExists',
        `Launch Configuration by this name already exists - A launch configuration already exists with the name ${name}`,
      );
    }
    const imageId = input.ImageId;
    findImage(region, imageId);
    region.launchConfigurations.set(name, { name, imageId, instanceType: input.InstanceType, createdAt: now });
    return {};
  },
});

const createAutoScalingGroup = queryAction({
  name: 'CreateAutoScalingGroup',
  parameters: {
    AutoScalingGroupName: required(text),
    MinSize: required(integer),
    MaxSize: required(integer),
    DesiredCapacity: integer,
    LaunchConfigurationName: identifier,
    LaunchTemplate: templateSpecification,
    MixedInstancesPolicy: mixedInstancesPolicy,
    AvailabilityZones: accepted,
    VPCZoneIdentifier: accepted,
    HealthCheckType: accepted,
    HealthCheckGracePeriod: accepted,
    DefaultCooldown: accepted,
    Tags: membersOf(
      structure({
        Key: required(text),
        Value: text,
        PropagateAtLaunch: accepted,
        ResourceId: accepted,
        ResourceType: accepted,
      }),
    ),
  },
  run: (context, input) => {
    const { region, now } = context;
    const { AutoScalingGroupName: name, LaunchTemplate: template, MixedInstancesPolicy: mixed } = input;
    if (region.autoScalingGroups.has(name)) {
      throw new CloudError(
        'AlreadyExists',
        `AutoScalingGroup by this name already exists - A group with the name ${name} already exists`,
      );
    }
    if ((input.DesiredCapacity ?? input.MinSize) !== 0) {
      throw validation(
        'The auto scaling groups of the local cloud launch nothing: MinSize and DesiredCapacity must be 0.',
      );
    }
    const sources = [input.LaunchConfigurationName, template, mixed].filter((source) => source !== undefined);
    if (sources.length !== 1) {
      throw validation(
        'Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.',
      );
    }
    const configuration = input.LaunchConfigurationName;
    if (configuration !== undefined && !region.launchConfigurations.has(configuration)) {
      throw validation(`Launch configuration name not found - Launch configuration ${configuration} not found`);
    }
    region.autoScalingGroups.set(name, {
      name,
      maxSize: input.MaxSize,
      launchConfigurationName: configuration,
      launchTemplate: template === undefined ? undefined : specificationXml(context, template),
      mixedInstancesPolicy: mixed === undefined ? undefined : mixedXml(context, mixed),
      tags: input.Tags.map(({ Key, Value }) => ({ key: Key, value: Value ?? '' })),
      createdAt: now,
    });
    return {};
  },
});

function specificationXml(context: ActionContext, named: Values<typeof templateFields>): XmlFields {
  const template = namedTemplate(context, named);
  versionOf(template, named.Version);
  return { LaunchTemplateId: template.id, LaunchTemplateName: template.name, Version: named.Version };
}

function mixedXml(
  context: ActionContext,
  { LaunchTemplate: launch }: NonNullable<ReturnType<typeof mixedInstancesPolicy.read>>,
): XmlFields {
  return {
    LaunchTemplate: {
      LaunchTemplateSpecification: specificationXml(context, launch.LaunchTemplateSpecification),
      Overrides: launch.Overrides.map(({ InstanceType, ImageId, LaunchTemplateSpecification: own }) => ({
        InstanceType,
        ImageId,
        LaunchTemplateSpecification: own === undefined ? undefined : specificationXml(context, own),
      })),
    },
  };
}

const deleteAutoScalingGroup = queryAction({
  name: 'DeleteAutoScalingGroup',
  parameters: { AutoScalingGroupName: required(text), ForceDelete: accepted },
  run: ({ region }, { AutoScalingGroupName: name }) => {
    if (!region.autoScalingGroups.delete(name)) {
      throw validation(`AutoScalingGroup name not found - AutoScalingGroup '${name}' not found`);
    }
    return {};
  },
});

const deleteLaunchConfiguration = queryAction({
  name: 'DeleteLaunchConfiguration',
  parameters: { LaunchConfigurationName: required(text) },
  run: ({ region }, { LaunchConfigurationName: name }) => {
    const user = [...region.autoScalingGroups.values()].find((group) => group.launchConfigurationName === name);
    if (user !== undefined) {
      throw new CloudError(
        'ResourceInUse',
        `Cannot delete launch configuration ${name} because it is attached to AutoScalingGroup ${user.name}`,
      );
    }
    if (!region.launchConfigurations.delete(name)) {
      throw validation(`Launch configuration name not found - Launch configuration ${name} not found`);
    }
    return {};
  },
});

const paging = { MaxRecords: integer, NextToken: text };
const groupFilters = membersOf(structure({ Name: text, Values: membersOf(text) }));

interface GroupFilter {
  readonly Name: string | undefined;
  readonly Values: readonly string[];
}

const describeAutoScalingGroups = queryAction({
  name: 'DescribeAutoScalingGroups',
  parameters: { AutoScalingGroupNames: membersOf(text), Filters: groupFilters, IncludeInstances: accepted, ...paging },
  run: (context, input) => {
    const { cloud, region } = context;
    const wanted = input.AutoScalingGroupNames;
    const all = [...region.autoScalingGroups.values()].filter(
      (group) => (wanted.length === 0 || wanted.includes(group.name)) && matches(group, input.Filters),
    );
    const { items, NextToken } = pageOf(context, all, input);
    return { AutoScalingGroups: items.map((group) => groupXml(region.name, cloud.accountId, group)), NextToken };
  },
});

const describeLaunchConfigurations = queryAction({
  name: 'DescribeLaunchConfigurations',
  parameters: { LaunchConfigurationNames: membersOf(text), ...paging },
  run: (context, input) => {
    const wanted = input.LaunchConfigurationNames;
    const all = [...context.region.launchConfigurations.values()].filter(
      ({ name }) => wanted.length === 0 || wanted.includes(name),
    );
    const { items, NextToken } = pageOf(context, all, input);
    return { LaunchConfigurations: items.map(configurationXml), NextToken };
  },
});

function groupXml(region: string, accountId: string, group: AutoScalingGroup): XmlFields {
  return {
    AutoScalingGroupName: group.name,
    AutoScalingGroupARN: `arn:aws:autoscaling:${region}:${accountId}:autoScalingGroup:0:autoScalingGroupName/${group.name}`,
    LaunchConfigurationName: group.launchConfigurationName,
    LaunchTemplate: group.launchTemplate,
    MixedInstancesPolicy: group.mixedInstancesPolicy,
    MinSize: 0,
    MaxSize: group.maxSize,
    DesiredCapacity: 0,
    DefaultCooldown: 300,
    AvailabilityZones: [`${region}a`],
    LoadBalancerNames: [],
    HealthCheckType: 'EC2',
    Instances: [],
    CreatedTime: new Date(group.createdAt),
    Tags: group.tags.map(({ key, value }) => ({ Key: key, Value: value, PropagateAtLaunch: false })),
  };
}

function configurationXml({ name, imageId, instanceType, createdAt }: LaunchConfiguration): XmlFields {
  return {
    LaunchConfigurationName: name,
    ImageId: imageId,
    InstanceType: instanceType,
    KeyName: '',
    SecurityGroups: [],
    UserData: '',
    KernelId: '',
    RamdiskId: '',
    EbsOptimized: false,
    BlockDeviceMappings: [],
    CreatedTime: new Date(createdAt),
  };
}

/** 50 at a time unless told otherwise, 100 at most. */
function pageOf<T>(
  { cloud }: ActionContext,
  all: readonly T[],
  { MaxRecords = 50, NextToken }: { readonly MaxRecords: number | undefined; readonly NextToken: string | undefined },
): { readonly items: readonly T[]; readonly NextToken: string | undefined } {
  if (MaxRecords < 1 || MaxRecords > 100) {
    throw validation(`The number of records must be between 1 and 100, and is ${MaxRecords}.`);
  }
  const size = Math.min(MaxRecords, cloud.limits.pageSize ?? MaxRecords);
  const invalid = new CloudError('InvalidNextToken', 'The NextToken value is not valid.');
  const { items, next } = cutPage(all, NextToken, size, invalid);
  return { items, NextToken: next };
}

/** By their tags only: a filter matches when one of its values does (API reference, `Filter`). */
function matches(group: AutoScalingGroup, filters: readonly GroupFilter[]): boolean {
  return filters.every(({ Name: name = '', Values: values }) => {
    const has = (select: (tag: AutoScalingGroup['tags'][number]) => string): boolean =>
      group.tags.some((tag) => values.includes(select(tag)));
    if (name === 'tag-key') return has(({ key }) => key);
    if (name === 'tag-value') return has(({ value }) => value);
    if (!name.startsWith('tag:')) throw validation(`Filter name ${name} is not supported.`);
    return group.tags.some(({ key, value }) => name === `tag:${key}` && values.includes(value));
  });
}

function validation(message: string): CloudError {
  return new CloudError('ValidationError', message);
}

export const autoScalingActions: readonly Action[] = [
  createLaunchConfiguration,
  createAutoScalingGroup,
  deleteAutoScalingGroup,
  deleteLaunchConfiguration,
  describeAutoScalingGroups,
  describeLaunchConfigurations,
];

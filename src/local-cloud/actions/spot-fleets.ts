import { type Action, ec2Action } from '../action.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import {
  accepted,
  flag,
  identifier,
  integer,
  listOf,
  oneOf,
  required,
  structure,
  text,
} from '../protocol/parameters.ts';
import { specifiedTags, tagSet, tagSpecificationList } from '../tagging.ts';

const launchSpecification = structure({
  ImageId: required(text),
  InstanceType: identifier,
  KeyName: accepted,
  SubnetId: accepted,
  SecurityGroupSet: accepted,
  SpotPrice: accepted,
  UserData: accepted,
  WeightedCapacity: accepted,
});

const launchTemplateConfig = structure({
  LaunchTemplateSpecification: required(
    structure({ LaunchTemplateId: identifier, LaunchTemplateName: identifier, Version: identifier }),
  ),
  Overrides: listOf(structure({ InstanceType: identifier, SubnetId: accepted, SpotPrice: accepted })),
});

const requestSpotFleet = ec2Action({
  name: 'RequestSpotFleet',
  parameters: {
    SpotFleetRequestConfig: required(
      structure({
        IamFleetRole: required(text),
        TargetCapacity: required(integer),
        Type: oneOf('request', 'maintain'),
        LaunchSpecifications: listOf(launchSpecification),
        LaunchTemplateConfigs: listOf(launchTemplateConfig),
        AllocationStrategy: accepted,
        SpotPrice: accepted,
        TerminateInstancesWithExpiration: flag,
        ValidFrom: accepted,
        ValidUntil: accepted,
        ClientToken: accepted,
        TagSpecification: tagSpecificationList,
      }),
    ),
  },
  run: ({ cloud, region, now }, { SpotFleetRequestConfig: config }) => {
    if (config.TargetCapacity !== 0) {
      throw new CloudError(
        'UnsupportedOperation',
        'Spot Fleets launch nothing in the local cloud: their capacity must be 0.',
      );
    }
    const { LaunchSpecifications: specifications, LaunchTemplateConfigs: templates } = config;
    if ((specifications.length === 0) === (templates.length === 0)) {
      throw new CloudError(
        'InvalidParameterCombination',
        'Specify either launch specifications or launch template configs, but not both.',
      );
    }
    const fleet = region.spotFleets.add({
      id: `sfr-${cloud.newRequestId()}`,
      createdAt: now,
      tags: specifiedTags(config.TagSpecification, 'spot-fleet-request')['spot-fleet-request'],
      role: config.IamFleetRole,
      launchSpecifications: specifications.map(({ ImageId, InstanceType }) => ({
        imageId: ImageId,
        instanceType: InstanceType,
      })),
      launchTemplateConfigs: templates.map(({ LaunchTemplateSpecification: named, Overrides: overrides }) => ({
        launchTemplateSpecification: {
          launchTemplateId: named.LaunchTemplateId,
          launchTemplateName: named.LaunchTemplateName,
          version: named.Version,
        },
        overrides: overrides.map(({ InstanceType }) => ({ instanceType: InstanceType })),
      })),
      state: 'active',
    });
    return { spotFleetRequestId: fleet.id };
  },
});

const cancelSpotFleetRequests = ec2Action({
  name: 'CancelSpotFleetRequests',
  parameters: { SpotFleetRequestId: required(listOf(text)), TerminateInstances: required(flag) },
  run: ({ region }, input) => {
    const ids = [...new Set(input.SpotFleetRequestId)];
    const found = ids.map((id) => region.spotFleets.named(id)).filter((each) => each !== undefined);
    const missing = ids.filter((id) => !found.some((fleet) => fleet.id === id));
    const before = new Map(found.map(({ id, state }) => [id, state]));
    for (const fleet of found) fleet.state = 'cancelled';
    return {
      successfulFleetRequestSet: found.map(({ id, state }) => ({
        spotFleetRequestId: id,
        currentSpotFleetRequestState: state,
        previousSpotFleetRequestState: before.get(id),
      })),
      unsuccessfulFleetRequestSet: missing.map((id) => ({
        spotFleetRequestId: id,
        error: { code: 'fleetRequestIdDoesNotExist', message: `The Spot Fleet request ${id} does not exist.` },
      })),
    };
  },
});

const describeSpotFleetRequests = ec2Action({
  name: 'DescribeSpotFleetRequests',
  parameters: { SpotFleetRequestId: listOf(text), ...pagingParameters },
  run: (context, input) => {
    const wanted = context.region.spotFleets
      .visible()
      .filter(({ id }) => input.SpotFleetRequestId.length === 0 || input.SpotFleetRequestId.includes(id));
    const page = pageOf(context, wanted, input, {
      ids: input.SpotFleetRequestId,
      set: 'spotFleetRequestConfigSet',
      least: 1,
    });
    return {
      spotFleetRequestConfigSet: page.items.map((fleet) => ({
        spotFleetRequestId: fleet.id,
        spotFleetRequestState: fleet.state,
        createTime: new Date(fleet.createdAt),
        spotFleetRequestConfig: {
          iamFleetRole: fleet.role,
          targetCapacity: 0,
          launchSpecifications: fleet.launchSpecifications,
          launchTemplateConfigs: fleet.launchTemplateConfigs,
        },
        tagSet: tagSet(fleet.tags),
      })),
      nextToken: page.nextToken,
    };
  },
});

export const spotFleetActions: readonly Action[] = [
  requestSpotFleet,
  cancelSpotFleetRequests,
  describeSpotFleetRequests,
];

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
  type Values,
} from '../protocol/parameters.ts';
import { tagSpecificationList } from '../tagging.ts';

const overrideParameters = {
  InstanceType: identifier,
  SubnetId: identifier,
  AvailabilityZone: identifier,
  MaxPrice: identifier,
  Priority: text,
  WeightedCapacity: accepted,
  AvailabilityZoneId: accepted,
  ImageId: identifier,
};

/** The parameters of CreateFleet (API reference, 2016-11-15). */
export const fleetParameters = {
  Type: oneOf('request', 'maintain', 'instant'),
  LaunchTemplateConfigs: required(
    listOf(
      structure({
        LaunchTemplateSpecification: required(
          structure({ LaunchTemplateId: identifier, LaunchTemplateName: identifier, Version: identifier }),
        ),
        Overrides: listOf(structure(overrideParameters)),
      }),
    ),
  ),
  TargetCapacitySpecification: required(
    structure({
      TotalTargetCapacity: required(integer),
      DefaultTargetCapacityType: oneOf('spot', 'on-demand'),
      SpotTargetCapacity: integer,
      OnDemandTargetCapacity: integer,
      TargetCapacityUnitType: accepted,
    }),
  ),
  SpotOptions: structure({
    AllocationStrategy: oneOf(
      'lowest-price',
      'diversified',
      'capacity-optimized',
      'capacity-optimized-prioritized',
      'price-capacity-optimized',
    ),
    InstanceInterruptionBehavior: accepted,
    InstancePoolsToUseCount: accepted,
    SingleInstanceType: accepted,
    SingleAvailabilityZone: accepted,
    MinTargetCapacity: accepted,
    MaxTotalPrice: accepted,
  }),
  ClientToken: identifier,
  TagSpecification: tagSpecificationList,
  ReplaceUnhealthyInstances: flag,
  TerminateInstancesWithExpiration: accepted,
  ExcessCapacityTerminationPolicy: accepted,
  OnDemandOptions: accepted,
  ReservedCapacityOptions: accepted,
  ValidFrom: accepted,
  ValidUntil: accepted,
  Context: accepted,
};

export type FleetInput = Values<typeof fleetParameters>;
export type Override = Partial<Values<typeof overrideParameters>>;

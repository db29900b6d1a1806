import type { _InstanceType, CreateFleetCommandInput, SpotAllocationStrategy } from '@aws-sdk/client-ec2';
import { tagSpecification } from '../../../aws/tags.ts';
import type { Bake } from '../site.ts';
import type { LaunchInputs, Place } from './inputs.ts';
import { spotTypes } from './spot-options.ts';

/**
 * A fleet that launches one spot instance at once, of any of the types in any of the places, or none. There is nothing of
 * it to undo: an instant fleet asks for capacity once, while it is called, and is a record afterwards, and its one-time spot
 * request ends with the instance (EC2 User Guide, "EC2 Fleet request types"). The instance is found by its tags, should
 * the answer be lost.
 */
export function fleetInput(
  bake: Bake,
  inputs: LaunchInputs,
  launchTemplateId: string,
  places: readonly Place[],
): CreateFleetCommandInput {
  const { options } = bake;
  const strategy = options.spot_allocation_strategy;
  const isPrioritised = strategy === 'capacity-optimized-prioritized';
  const Overrides = spotTypes(bake).flatMap((type, index) =>
    places.map(({ subnetId, availabilityZone }) => ({
      InstanceType: type as _InstanceType,
      ...(subnetId === undefined
        ? availabilityZone === undefined
          ? {}
          : { AvailabilityZone: availabilityZone }
        : { SubnetId: subnetId }),
      ...(isPrioritised ? { Priority: index } : {}),
    })),
  );
  const fleetTags = inputs.tags.fleet;
  return {
    Type: 'instant',
    ReplaceUnhealthyInstances: false,
    LaunchTemplateConfigs: [
      { LaunchTemplateSpecification: { LaunchTemplateId: launchTemplateId, Version: '1' }, Overrides },
    ],
    TargetCapacitySpecification: { TotalTargetCapacity: 1, DefaultTargetCapacityType: 'spot' },
    ...(strategy ? { SpotOptions: { AllocationStrategy: strategy as SpotAllocationStrategy } } : {}),
    ...(Object.keys(fleetTags).length === 0 ? {} : { TagSpecifications: [tagSpecification('fleet', fleetTags)] }),
  };
}

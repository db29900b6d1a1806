import type { RequestLaunchTemplateData } from '@aws-sdk/client-ec2';
import { tagSpecification } from '../../../aws/tags.ts';
import type { Bake } from '../site.ts';
import { commonInput, creditInput } from './common-input.ts';
import type { LaunchInputs } from './inputs.ts';
import { SPOT_SHUTDOWN, sharedTenancy, spotMaxPrice, spotTypes } from './spot-options.ts';

/** The launch as a launch template: all but the types and places, which the fleet chooses from. */
export function launchTemplateData(bake: Bake, inputs: LaunchInputs): RequestLaunchTemplateData {
  const { options } = bake;
  const { TagSpecifications: tags, ...common } = commonInput(bake, inputs);
  const groups = [...inputs.securityGroupIds];
  const wantsPublicAddress = options.associate_public_ip_address;
  const hasInterface = wantsPublicAddress !== undefined && inputs.network.subnetId !== undefined;
  const spotTags =
    Object.keys(inputs.tags.spot).length === 0 ? [] : [tagSpecification('spot-instances-request', inputs.tags.spot)];
  // Neither the request nor the fleet is tagged as ours: both end with the instance, and cost nothing.
  const TagSpecifications = [...tags, ...spotTags];
  const Placement = sharedTenancy(bake);
  return {
    ...common,
    TagSpecifications,
    InstanceMarketOptions: { MarketType: 'spot', SpotOptions: spotMaxPrice(bake) },
    InstanceInitiatedShutdownBehavior: SPOT_SHUTDOWN,
    ...creditInput(bake, spotTypes(bake)),
    ...(Object.keys(Placement).length === 0 ? {} : { Placement }),
    ...(hasInterface
      ? {
          NetworkInterfaces: [
            {
              DeviceIndex: 0,
              AssociatePublicIpAddress: wantsPublicAddress,
              DeleteOnTermination: true,
              ...(groups.length === 0 ? {} : { Groups: groups }),
            },
          ],
        }
      : groups.length === 0
        ? {}
        : { SecurityGroupIds: groups }),
  };
}

import type { _InstanceType, RunInstancesCommandInput, Tenancy } from '@aws-sdk/client-ec2';
import { tagSpecification } from '../../../aws/tags.ts';
import { commonInput, creditInput } from './common-input.ts';
import type { LaunchedBy, LaunchInputs, Market, Place } from './inputs.ts';
import { SPOT_SHUTDOWN, sharedTenancy, spotMaxPrice } from './spot-options.ts';

/** One way to launch the instance. */
export interface Target {
  readonly market: Market;
  readonly type: string;
  readonly place: Place;
}

/** The request that launches the instance, but for its client token. */
export function runInstancesInput(bake: LaunchedBy, inputs: LaunchInputs, target: Target): RunInstancesCommandInput {
  const common = commonInput(bake, inputs);
  const { market, type, place } = target;
  return {
    ...common,
    // EC2 judges it: types that are newer than this program work too.
    InstanceType: type as _InstanceType,
    MinCount: 1,
    MaxCount: 1,
    ...creditInput(bake, [type]),
    ...networkInput(bake, place, inputs.securityGroupIds),
    ...(market === 'spot'
      ? spotInput(bake, inputs, place, common.TagSpecifications)
      : {
          InstanceInitiatedShutdownBehavior: inputs.shutdownBehavior,
          ...placementInput(bake, place),
          ...onDemandInput(bake),
        }),
  };
}

/** A public address can only be asked for (or declined) for a network interface. */
function networkInput(
  { options }: LaunchedBy,
  { subnetId }: Place,
  securityGroupIds: readonly string[],
): Partial<RunInstancesCommandInput> {
  const wantsPublicAddress = options.associate_public_ip_address;
  const groups = [...securityGroupIds];
  const subnet = subnetId === undefined ? {} : { SubnetId: subnetId };
  if (wantsPublicAddress === undefined || subnetId === undefined) {
    return { ...subnet, ...(groups.length === 0 ? {} : { SecurityGroupIds: groups }) };
  }
  return {
    NetworkInterfaces: [
      {
        DeviceIndex: 0,
        AssociatePublicIpAddress: wantsPublicAddress,
        DeleteOnTermination: true,
        ...subnet,
        ...(groups.length === 0 ? {} : { Groups: groups }),
      },
    ],
  };
}

/** A spot instance without a fleet: for credentials that may not make one. */
function spotInput(
  bake: LaunchedBy,
  { tags }: LaunchInputs,
  { availabilityZone }: Place,
  specifications: NonNullable<RunInstancesCommandInput['TagSpecifications']>,
): Partial<RunInstancesCommandInput> {
  const Placement = {
    ...(availabilityZone === undefined ? {} : { AvailabilityZone: availabilityZone }),
    ...sharedTenancy(bake),
  };
  return {
    InstanceInitiatedShutdownBehavior: SPOT_SHUTDOWN,
    InstanceMarketOptions: {
      MarketType: 'spot',
      SpotOptions: { SpotInstanceType: 'one-time', ...spotMaxPrice(bake) },
    },
    ...(Object.keys(Placement).length === 0 ? {} : { Placement }),
    ...(Object.keys(tags.spot).length === 0
      ? {}
      : { TagSpecifications: [...specifications, tagSpecification('spot-instances-request', tags.spot)] }),
  };
}

function placementInput({ options }: LaunchedBy, { availabilityZone }: Place): Partial<RunInstancesCommandInput> {
  const { placement } = options;
  const tenancy = placement?.tenancy || options.tenancy || undefined;
  const onHost = placement?.host_id || placement?.host_resource_group_arn;
  const Placement = {
    ...(availabilityZone === undefined ? {} : { AvailabilityZone: availabilityZone }),
    ...(tenancy === undefined ? (onHost ? { Tenancy: 'host' as const } : {}) : { Tenancy: tenancy as Tenancy }),
    ...(placement?.host_id ? { HostId: placement.host_id } : {}),
    ...(placement?.host_resource_group_arn ? { HostResourceGroupArn: placement.host_resource_group_arn } : {}),
  };
  return Object.keys(Placement).length === 0 ? {} : { Placement };
}

function onDemandInput({ options }: LaunchedBy): Partial<RunInstancesCommandInput> {
  const licenses = options.license_specifications
    .map(({ license_configuration_request: request }) => request?.license_configuration_arn)
    .filter((arn) => arn !== undefined);
  return {
    ...(options.enable_nitro_enclave ? { EnclaveOptions: { Enabled: true } } : {}),
    ...(licenses.length === 0
      ? {}
      : { LicenseSpecifications: licenses.map((LicenseConfigurationArn) => ({ LicenseConfigurationArn })) }),
    ...capacityInput(options),
  };
}

function capacityInput(options: LaunchedBy['options']): Partial<RunInstancesCommandInput> {
  const target = {
    ...(options.capacity_reservation_id ? { CapacityReservationId: options.capacity_reservation_id } : {}),
    ...(options.capacity_reservation_group_arn
      ? { CapacityReservationResourceGroupArn: options.capacity_reservation_group_arn }
      : {}),
  };
  if (Object.keys(target).length > 0) {
    return { CapacityReservationSpecification: { CapacityReservationTarget: target } };
  }
  // As Packer: a build does not use up what was reserved for other things.
  const preference = options.capacity_reservation_preference === 'open' ? 'open' : 'none';
  return { CapacityReservationSpecification: { CapacityReservationPreference: preference } };
}

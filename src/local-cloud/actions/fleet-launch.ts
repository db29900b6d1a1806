import type { LaunchTemplate } from '../state/fleet-resources.ts';
import type { Override } from './fleet-parameters.ts';
import type { LaunchTemplateData, RunInstancesInput } from './run-instances-parameters.ts';

/** One way for a fleet to launch: a template with one of its overrides. */
export interface Pool {
  readonly template: LaunchTemplate;
  readonly version: number;
  readonly data: LaunchTemplateData;
  readonly override: Override;
}

/** The launch that a template and an override come to. */
export function requestOf({ data, override }: Pool, market: 'spot' | 'on-demand'): RunInstancesInput {
  const { SubnetId: subnet, AvailabilityZone: zone, InstanceType: type, MaxPrice: price } = override;
  const [first, ...others] = data.NetworkInterface;
  const interfaces =
    first === undefined || subnet === undefined ? data.NetworkInterface : [{ ...first, SubnetId: subnet }, ...others];
  const spot = data.InstanceMarketOptions?.SpotOptions;
  return {
    ...data,
    ImageId: override.ImageId ?? data.ImageId,
    InstanceType: type ?? data.InstanceType,
    NetworkInterface: interfaces,
    Placement: zone === undefined ? data.Placement : { ...noPlacement, ...data.Placement, AvailabilityZone: zone },
    InstanceMarketOptions:
      market === 'spot'
        ? { MarketType: 'spot', SpotOptions: { ...noSpotOptions, ...spot, MaxPrice: price ?? spot?.MaxPrice } }
        : undefined,
    SubnetId: first === undefined ? subnet : undefined,
    MinCount: 1,
    MaxCount: 1,
    PrivateIpAddress: undefined,
    ClientToken: undefined,
    LaunchTemplate: undefined,
    Ipv6AddressCount: undefined,
    Ipv6Address: undefined,
    AdditionalInfo: undefined,
  };
}

type Given<K extends keyof RunInstancesInput> = NonNullable<RunInstancesInput[K]>;

const noPlacement: Given<'Placement'> = {
  AvailabilityZone: undefined,
  Tenancy: undefined,
  AvailabilityZoneId: undefined,
  Affinity: undefined,
  GroupName: undefined,
  GroupId: undefined,
  PartitionNumber: undefined,
  HostId: undefined,
  SpreadDomain: undefined,
  HostResourceGroupArn: undefined,
};

const noSpotOptions: NonNullable<Given<'InstanceMarketOptions'>['SpotOptions']> = {
  MaxPrice: undefined,
  SpotInstanceType: undefined,
  InstanceInterruptionBehavior: undefined,
  BlockDurationMinutes: undefined,
  ValidUntil: undefined,
};

import { isIPv4 } from 'node:net';
import type { ActionContext } from '../action.ts';
import { CloudError, invalidCombination, invalidValue } from '../protocol/cloud-error.ts';
import { findSecurityGroups, findSubnet } from '../resource-lookup.ts';
import type { RegionState } from '../state/region-state.ts';
import type { Subnet } from '../state/resources.ts';
import type { InterfaceInput, RunInstancesInput } from './run-instances-parameters.ts';

/** Where an instance's interfaces go, all checked. */
export interface InterfacePlan {
  readonly deviceIndex: number;
  readonly description: string;
  readonly subnet: Subnet;
  readonly groupIds: readonly string[];
  readonly wantsPublicAddress: boolean;
  /** An address of the subnet that was asked for by name. */
  readonly privateAddress: string | undefined;
}

/** Chooses subnet and security groups as RunInstances does; the primary interface comes first. */
export function planInterfaces(context: ActionContext, input: RunInstancesInput): InterfacePlan[] {
  if (input.NetworkInterface.length === 0) {
    const subnet = chooseSubnet(context, input, input.SubnetId);
    return [
      {
        deviceIndex: 0,
        description: '',
        subnet,
        groupIds: chooseGroups(context, input, subnet, input.SecurityGroupId),
        wantsPublicAddress: subnet.mapPublicIpOnLaunch,
        privateAddress: checkedAddress(context, subnet, input.PrivateIpAddress),
      },
    ];
  }
  if (input.SubnetId !== undefined) {
    throw invalidCombination(
      'Network interfaces and an instance-level subnet ID may not be specified on the same request',
    );
  }
  if (input.SecurityGroupId.length > 0 || input.SecurityGroup.length > 0) {
    throw invalidCombination(
      'Network interfaces and an instance-level security groups may not be specified on the same request',
    );
  }
  const plans = input.NetworkInterface.map((each) => planInterface(context, input, each));
  plans.sort((a, b) => a.deviceIndex - b.deviceIndex);
  if (plans[0]?.deviceIndex !== 0) {
    throw new CloudError('InvalidParameterValue', 'A network interface with device index 0 is required.');
  }
  return plans;
}

function planInterface(context: ActionContext, input: RunInstancesInput, given: InterfaceInput): InterfacePlan {
  if (given.NetworkInterfaceId !== undefined) {
    throw new CloudError(
      'UnsupportedOperation',
      'The local cloud makes the network interfaces of its instances; an existing one can not be attached.',
    );
  }
  if (given.AssociatePublicIpAddress !== undefined && input.NetworkInterface.length > 1) {
    throw invalidCombination(
      'The associatePublicIPAddress parameter cannot be specified when launching with multiple network interfaces.',
    );
  }
  const subnet = chooseSubnet(context, input, given.SubnetId);
  return {
    deviceIndex: given.DeviceIndex,
    description: given.Description ?? '',
    subnet,
    groupIds: chooseGroups(context, input, subnet, given.SecurityGroupId),
    wantsPublicAddress: given.AssociatePublicIpAddress ?? (given.DeviceIndex === 0 && subnet.mapPublicIpOnLaunch),
    privateAddress: checkedAddress(context, subnet, given.PrivateIpAddress),
  };
}

function chooseSubnet({ region }: ActionContext, input: RunInstancesInput, subnetId: string | undefined): Subnet {
  const zone = input.Placement?.AvailabilityZone;
  if (subnetId !== undefined) {
    const subnet = findSubnet(region, subnetId);
    if (zone !== undefined && zone !== subnet.availabilityZone) {
      throw new CloudError(
        'InvalidParameterValue',
        `The availability zone '${zone}' does not match the zone of the subnet '${subnetId}', '${subnet.availabilityZone}'.`,
      );
    }
    return subnet;
  }
  if (zone !== undefined && !region.availabilityZones.includes(zone)) {
    throw invalidValue(
      zone,
      'availabilityZone',
      'Subnets can currently only be created in the following availability ' +
        `zones: ${region.availabilityZones.join(', ')}.`,
    );
  }
  const subnet = region.subnets
    .all()
    .find((candidate) => candidate.isDefault && (zone === undefined || candidate.availabilityZone === zone));
  if (subnet === undefined) {
    throw new CloudError('MissingInput', 'No subnets found for the default VPC. Please specify a subnet.');
  }
  return subnet;
}

function chooseGroups(
  { region }: ActionContext,
  input: RunInstancesInput,
  subnet: Subnet,
  groupIds: readonly string[],
): readonly string[] {
  const ids = [...groupIds, ...input.SecurityGroup.map((name) => groupNamed(region, name, subnet.vpcId))];
  if (ids.length === 0) return [groupNamed(region, 'default', subnet.vpcId)];
  for (const group of findSecurityGroups(region, ids)) {
    if (group.vpcId !== subnet.vpcId) {
      throw new CloudError(
        'InvalidParameter',
        `Security group ${group.id} and subnet ${subnet.id} belong to different networks.`,
      );
    }
  }
  return [...new Set(ids)];
}

function groupNamed(region: RegionState, name: string, vpcId: string): string {
  const group = region.securityGroups.visible().find((each) => each.name === name && each.vpcId === vpcId);
  if (group === undefined) {
    throw new CloudError('InvalidGroup.NotFound', `The security group '${name}' does not exist in VPC '${vpcId}'`);
  }
  return group.id;
}

/** An address that a request names: one of the subnet that instances may have, and that is free. */
function checkedAddress({ region }: ActionContext, subnet: Subnet, address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const { base, size } = rangeOf(subnet);
  const place = isIPv4(address) ? numberOf(address) - base : -1;
  // The first four and the last one belong to AWS.
  if (place < 4 || place > size - 2) {
    throw invalidValue(address, 'address', "Address does not fall within the subnet's address range");
  }
  if (isTaken(region, subnet, address)) {
    throw new CloudError('InvalidIPAddress.InUse', `Address ${address} is in use.`);
  }
  return address;
}

function isTaken(region: RegionState, subnet: Subnet, address: string): boolean {
  return region.interfaces.all().some((each) => each.subnetId === subnet.id && each.privateAddress === address);
}

function rangeOf({ cidrBlock }: Subnet): { readonly base: number; readonly size: number } {
  const [address = '0.0.0.0', bits = '32'] = cidrBlock.split('/');
  return { base: numberOf(address), size: 2 ** (32 - Number(bits)) };
}

function numberOf(address: string): number {
  return address.split('.').reduce((number, part) => number * 256 + Number(part), 0);
}

/** The next free address of a subnet; its first four and its last one belong to AWS (VPC User Guide, "Subnet sizing"). */
export function nextAddress(region: RegionState, subnet: Subnet): string {
  const capacity = availableAddresses(subnet);
  if (capacity <= 0) {
    throw new CloudError(
      'InsufficientFreeAddressesInSubnet',
      `There are not enough free addresses in subnet '${subnet.id}'.`,
    );
  }
  subnet.used += 1;
  const next = rangeOf(subnet).base + 3 + subnet.used;
  const address = [24, 16, 8, 0].map((bits) => Math.floor(next / 2 ** bits) % 256).join('.');
  // Somebody may have asked for it by name.
  return isTaken(region, subnet, address) ? nextAddress(region, subnet) : address;
}

export function availableAddresses(subnet: Subnet): number {
  return rangeOf(subnet).size - 5 - subnet.used;
}

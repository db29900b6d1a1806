import type { IpPermission, SecurityGroup } from '@aws-sdk/client-ec2';
import { isWithin } from './cidr.ts';
import { type Question, wasReached } from './question.ts';

/** Does a security group of the instance let this machine in? */
export const securityGroups: Question = async (facts) => {
  const { bake, instance, from, signal } = facts;
  const GroupIds = (instance?.SecurityGroups ?? []).map(({ GroupId }) => GroupId).filter((id) => id !== undefined);
  if (wasReached(facts) || GroupIds.length === 0 || from.length === 0) return undefined;
  const { port } = bake.connector;
  const { SecurityGroups = [] } = await bake.ec2.describeSecurityGroups({ GroupIds }, signal);
  const open = SecurityGroups.flatMap(({ IpPermissions = [] }) => IpPermissions).filter((each) => opens(each, port));
  if (open.some((permission) => from.some((address) => admits(permission, address)))) return undefined;
  // Other groups and prefix lists may hold this machine: only AWS knows.
  if (
    open.some(({ PrefixListIds = [], UserIdGroupPairs = [] }) => PrefixListIds.length + UserIdGroupPairs.length > 0)
  ) {
    return undefined;
  }
  const admitted = open.flatMap(({ IpRanges = [], Ipv6Ranges = [] }) => [
    ...IpRanges.map(({ CidrIp }) => CidrIp),
    ...Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6),
  ]);
  const names = SecurityGroups.map(nameOf).join(' and ');
  const whom = admitted.length === 0 ? 'nobody' : `only ${admitted.join(', ')}`;
  return {
    what: `The security group ${names} lets ${whom} in on port ${port}, and this machine comes from ${from.join(' or ')}`,
    remedy: `Add a rule for this machine to the group, or let bake-ami make a temporary one: remove security_group_id, and write temporary_security_group_source_cidrs where another machine (a NAT gateway, a proxy) stands in between.`,
  };
};

function opens({ IpProtocol, FromPort, ToPort }: IpPermission, port: number): boolean {
  if (IpProtocol === '-1') return true;
  return IpProtocol === 'tcp' && (FromPort ?? 0) <= port && port <= (ToPort ?? 65_535);
}

function admits({ IpRanges = [], Ipv6Ranges = [] }: IpPermission, address: string): boolean {
  return (
    IpRanges.some(({ CidrIp = '' }) => isWithin(address, CidrIp)) ||
    Ipv6Ranges.some(({ CidrIpv6 = '' }) => isWithin(address, CidrIpv6))
  );
}

function nameOf({ GroupId, GroupName }: SecurityGroup): string {
  return GroupName === undefined ? `${GroupId}` : `${GroupId} (${GroupName})`;
}

import type { NetworkAclEntry } from '@aws-sdk/client-ec2';
import { familyOf, isWithin } from './cidr.ts';
import { type Question, wasReached } from './question.ts';

/** IANA's numbers, which is what EC2 shows. */
const TCP = '6';
const EVERY_PROTOCOL = '-1';
/** Where answers go: Linux chooses its own end of a connection from these ports. */
const EPHEMERAL_PORT = 32_768;

/** Does the network ACL of the subnet let this machine in, and the answers out? */
export const networkAcl: Question = async (facts) => {
  const { bake, instance, from, signal } = facts;
  const subnetId = instance?.SubnetId;
  if (wasReached(facts) || subnetId === undefined || from.length === 0) return undefined;
  const { NetworkAcls: [acl] = [] } = await bake.ec2.describeNetworkAcls(
    { Filters: [{ Name: 'association.subnet-id', Values: [subnetId] }] },
    signal,
  );
  if (acl === undefined) return undefined;
  const { port } = bake.connector;
  const entries = acl.Entries ?? [];
  const letsIn = from.some((address) => isAllowed(entries, false, address, port));
  const letsOut = from.some((address) => isAllowed(entries, true, address, EPHEMERAL_PORT));
  if (letsIn && letsOut) return undefined;
  const what = letsIn
    ? `lets no answers out to ports from ${EPHEMERAL_PORT} on of ${from.join(' or ')}`
    : `lets ${from.join(' or ')} not in on port ${port}`;
  return {
    what: `The network ACL ${acl.NetworkAclId} of the subnet ${subnetId} ${what}`,
    remedy:
      'Network ACLs know no connections: allow the port inbound and ports 1024-65535 outbound, or take another subnet.',
  };
};

/** The first entry that matches, by rule number, decides; when none does, it is refused. */
function isAllowed(entries: readonly NetworkAclEntry[], outbound: boolean, address: string, port: number): boolean {
  const first = entries
    .filter(({ Egress = false }) => Egress === outbound)
    .toSorted((a, b) => (a.RuleNumber ?? 0) - (b.RuleNumber ?? 0))
    .find((entry) => matches(entry, address, port));
  return first?.RuleAction === 'allow';
}

function matches(entry: NetworkAclEntry, address: string, port: number): boolean {
  const { Protocol, CidrBlock, Ipv6CidrBlock, PortRange } = entry;
  if (Protocol !== EVERY_PROTOCOL && Protocol !== TCP) return false;
  if (Protocol === TCP && PortRange !== undefined) {
    if (port < (PortRange.From ?? 0) || port > (PortRange.To ?? 65_535)) return false;
  }
  return isWithin(address, (familyOf(address) === 'ipv6' ? Ipv6CidrBlock : CidrBlock) ?? '');
}

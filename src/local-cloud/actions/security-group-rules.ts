import { isIPv4, isIPv6 } from 'node:net';
import { CloudError, invalidValue, missingParameter } from '../protocol/cloud-error.ts';
import { accepted, integer, type Kind, listOf, required, structure, text } from '../protocol/parameters.ts';
import type { Xml, XmlFields } from '../protocol/xml.ts';
import { findSecurityGroup } from '../resource-lookup.ts';
import type { RegionState } from '../state/region-state.ts';
import type { IngressRule, PeerRange, SecurityGroup } from '../state/resources.ts';
import { tagSet } from '../tagging.ts';

/** `IpPermissions.N` of the rule actions. */
export const permissionList = listOf(
  structure({
    IpProtocol: required(text),
    FromPort: integer,
    ToPort: integer,
    IpRanges: listOf(structure({ CidrIp: required(text), Description: text })),
    Ipv6Ranges: listOf(structure({ CidrIpv6: required(text), Description: text })),
    PrefixListIds: listOf(structure({ PrefixListId: required(text), Description: text })),
    Groups: listOf(
      structure({
        GroupId: text,
        GroupName: text,
        UserId: text,
        Description: text,
        VpcId: accepted,
        VpcPeeringConnectionId: accepted,
        PeeringStatus: accepted,
      }),
    ),
  }),
);

type PermissionInput = (typeof permissionList extends Kind<infer T> ? T : never) extends readonly (infer P)[]
  ? P
  : never;

export type RuleWithoutId = Omit<IngressRule, 'id'>;

/** Spreads one permission into rules with one peer each, as EC2 keeps them. */
export function rulesOf(region: RegionState, permission: PermissionInput): RuleWithoutId[] {
  const protocol = protocolName(permission.IpProtocol);
  const ports = portsOf(protocol, permission.FromPort, permission.ToPort);
  const ranges: PeerRange[] = [
    ...permission.IpRanges.map(
      (range): PeerRange => ({ kind: 'cidr', peer: checkedCidr(range.CidrIp, 4), description: range.Description }),
    ),
    ...permission.Ipv6Ranges.map(
      (range): PeerRange => ({ kind: 'cidr6', peer: checkedCidr(range.CidrIpv6, 6), description: range.Description }),
    ),
    ...permission.PrefixListIds.map(
      (list): PeerRange => ({ kind: 'prefix-list', peer: list.PrefixListId, description: list.Description }),
    ),
    ...permission.Groups.map(
      (group): PeerRange => ({
        kind: 'group',
        peer: peerGroup(region, group.GroupId, group.GroupName),
        description: group.Description,
      }),
    ),
  ];
  if (ranges.length === 0) throw missingParameter('ipRanges');
  return ranges.map((range) => ({ protocol, ...ports, range }));
}

const PROTOCOL_NAMES: Readonly<Record<string, string>> = {
  '6': 'tcp',
  '17': 'udp',
  '1': 'icmp',
  '58': 'icmpv6',
  all: '-1',
};

function protocolName(given: string): string {
  const name = PROTOCOL_NAMES[given.toLowerCase()] ?? given.toLowerCase();
  if (!/^(?:tcp|udp|icmp|icmpv6|-1|\d{1,3})$/.test(name)) throw invalidValue(given, 'IpProtocol', 'Unknown protocol.');
  return name;
}

function portsOf(protocol: string, from: number | undefined, to: number | undefined) {
  if (protocol === '-1') return { fromPort: undefined, toPort: undefined };
  if (protocol !== 'tcp' && protocol !== 'udp') return { fromPort: from ?? -1, toPort: to ?? -1 };
  if (from === undefined || to === undefined) {
    throw new CloudError(
      'InvalidParameterValue',
      `Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.`,
    );
  }
  for (const port of [from, to]) {
    if (port < 0 || port > 65_535)
      throw new CloudError('InvalidParameterValue', `Invalid value '${port}' for portRange. Must be in 0-65535.`);
  }
  if (from > to) {
    throw new CloudError('InvalidParameterValue', `Invalid TCP/UDP port range (${from}:${to})`);
  }
  return { fromPort: from, toPort: to };
}

function checkedCidr(given: string, version: 4 | 6): string {
  const [address = '', prefix = '', ...rest] = given.split('/');
  const isAddress = version === 4 ? isIPv4(address) : isIPv6(address);
  if (!isAddress || rest.length > 0 || !/^\d{1,3}$/.test(prefix) || Number(prefix) > (version === 4 ? 32 : 128)) {
    throw new CloudError('InvalidParameterValue', `CIDR block ${given} is malformed`);
  }
  return given;
}

function peerGroup(region: RegionState, id: string | undefined, name: string | undefined): string {
  if (id !== undefined) return findSecurityGroup(region, id).id;
  const group = region.securityGroups.visible().find((each) => each.name === name);
  if (group === undefined)
    throw new CloudError('InvalidGroup.NotFound', `The security group '${name ?? ''}' does not exist`);
  return group.id;
}

export function isSameRule(a: RuleWithoutId, b: RuleWithoutId): boolean {
  return ruleKey(a) === ruleKey(b);
}

function ruleKey({ protocol, fromPort, toPort, range }: RuleWithoutId): string {
  return [protocol, fromPort, toPort, range.kind, range.peer].join(' ');
}

/** A rule in the words of EC2's error messages. */
export function describeRule({ protocol, fromPort, toPort, range }: RuleWithoutId): string {
  const ports = fromPort === undefined ? '' : ` from port: ${fromPort}, to port: ${toPort},`;
  return `peer: ${range.peer}, ${protocol === '-1' ? 'ALL' : protocol.toUpperCase()},${ports} ALLOW`;
}

/** Rules as `ipPermissions`: those with the same protocol and ports are shown together. */
export function permissionsXml(accountId: string, rules: readonly IngressRule[]): Xml {
  const groups = new Map<string, IngressRule[]>();
  for (const rule of rules) {
    const key = [rule.protocol, rule.fromPort, rule.toPort].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].map((same): XmlFields => {
    const of = (kind: PeerRange['kind']): PeerRange[] =>
      same.map(({ range }) => range).filter((range) => range.kind === kind);
    return {
      ipProtocol: same[0]?.protocol,
      fromPort: same[0]?.fromPort,
      toPort: same[0]?.toPort,
      groups: of('group').map(({ peer, description }) => ({ userId: accountId, groupId: peer, description })),
      ipRanges: of('cidr').map(({ peer, description }) => ({ cidrIp: peer, description })),
      ipv6Ranges: of('cidr6').map(({ peer, description }) => ({ cidrIpv6: peer, description })),
      prefixListIds: of('prefix-list').map(({ peer, description }) => ({ prefixListId: peer, description })),
    };
  });
}

/** A rule as `securityGroupRuleSet` shows it. Its tags are told once: no action here describes rules by themselves. */
export function ruleXml(
  accountId: string,
  group: SecurityGroup,
  rule: IngressRule,
  tags: ReadonlyMap<string, string>,
): XmlFields {
  const { kind, peer, description } = rule.range;
  return {
    securityGroupRuleId: rule.id,
    groupId: group.id,
    groupOwnerId: accountId,
    isEgress: false,
    ipProtocol: rule.protocol,
    fromPort: rule.fromPort ?? -1,
    toPort: rule.toPort ?? -1,
    cidrIpv4: kind === 'cidr' ? peer : undefined,
    cidrIpv6: kind === 'cidr6' ? peer : undefined,
    prefixListId: kind === 'prefix-list' ? peer : undefined,
    referencedGroupInfo: kind === 'group' ? { groupId: peer, userId: accountId } : undefined,
    description,
    tagSet: tagSet(tags),
  };
}

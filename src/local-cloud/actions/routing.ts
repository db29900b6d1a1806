import { type Action, ec2Action } from '../action.ts';
import { applyFilters, type Filter, type FilterTable, filterList, unmatched } from '../filters.ts';
import type { DefaultRoute } from '../options.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { listOf, text } from '../protocol/parameters.ts';
import type { RegionState } from '../state/region-state.ts';
import type { Vpc } from '../state/resources.ts';

/*
 * Route tables and network ACLs as a new VPC has them: the main table leads to an internet gateway, unless the cloud's
 * options say otherwise, and the default ACL lets everything through. They can't be changed here.
 */

function idFor(vpc: Vpc, prefix: string): string {
  return vpc.id.replace(/^vpc-/, `${prefix}-`);
}

function vpcsNamed(region: RegionState, prefix: string, ids: readonly string[], code: string): readonly Vpc[] {
  const all = region.vpcs.all();
  if (ids.length === 0) return all;
  return ids.map((id) => {
    const vpc = all.find((each) => idFor(each, prefix) === id);
    if (vpc === undefined) throw new CloudError(code, `The ID '${id}' does not exist`);
    return vpc;
  });
}

function wayOut(to: DefaultRoute, vpc: Vpc) {
  if (to === 'none') return [];
  const gatewayId = to === 'internet-gateway' ? idFor(vpc, 'igw') : undefined;
  const natGatewayId = to === 'nat-gateway' ? idFor(vpc, 'nat') : undefined;
  return [{ destinationCidrBlock: '0.0.0.0/0', gatewayId, natGatewayId, state: 'active', origin: 'CreateRoute' }];
}

/** Neither can be tagged here, so that no filter by tags finds any. */
function untagged(filters: readonly Filter[]): FilterTable<unknown> {
  return unmatched('tag-key', ...filters.map(({ Name: name }) => name).filter((name) => name.startsWith('tag:')));
}

function aclAssociation(subnetId: string): string {
  return subnetId.replace(/^subnet-/, 'aclassoc-');
}

const describeRouteTables = ec2Action({
  name: 'DescribeRouteTables',
  parameters: { RouteTableId: listOf(text), Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    const { cloud, region } = context;
    const named = vpcsNamed(region, 'rtb', input.RouteTableId, 'InvalidRouteTableID.NotFound');
    const found = applyFilters(named, input.Filter, {
      'association.main': () => true,
      'association.route-table-association-id': (vpc) => idFor(vpc, 'rtbassoc'),
      'association.route-table-id': (vpc) => idFor(vpc, 'rtb'),
      // No subnet has a table of its own.
      ...unmatched('association.gateway-id', 'association.subnet-id'),
      ...unmatched('route.destination-ipv6-cidr-block', 'route.destination-prefix-list-id', 'route.instance-id'),
      ...unmatched(
        'route.egress-only-internet-gateway-id',
        'route.transit-gateway-id',
        'route.vpc-peering-connection-id',
      ),
      ...untagged(input.Filter),
      'owner-id': () => cloud.accountId,
      'route-table-id': (vpc) => idFor(vpc, 'rtb'),
      'route.destination-cidr-block': (vpc) => [
        vpc.cidrBlock,
        ...wayOut(cloud.defaultRoute, vpc).map(({ destinationCidrBlock }) => destinationCidrBlock),
      ],
      'route.origin': (vpc) => ['CreateRouteTable', ...wayOut(cloud.defaultRoute, vpc).map(({ origin }) => origin)],
      'route.state': () => 'active',
      'route.gateway-id': (vpc) => ['local', ...wayOut(cloud.defaultRoute, vpc).map(({ gatewayId }) => gatewayId)],
      'route.nat-gateway-id': (vpc) => wayOut(cloud.defaultRoute, vpc).map(({ natGatewayId }) => natGatewayId),
      'vpc-id': ({ id }) => id,
    });
    const page = pageOf(context, found, input, { ids: input.RouteTableId, set: 'routeTableSet', most: 100 });
    return {
      routeTableSet: page.items.map((vpc) => ({
        routeTableId: idFor(vpc, 'rtb'),
        vpcId: vpc.id,
        ownerId: cloud.accountId,
        routeSet: [
          {
            destinationCidrBlock: vpc.cidrBlock,
            gatewayId: 'local',
            state: 'active',
            origin: 'CreateRouteTable',
          },
          ...wayOut(cloud.defaultRoute, vpc),
        ],
        associationSet: [
          {
            routeTableAssociationId: idFor(vpc, 'rtbassoc'),
            routeTableId: idFor(vpc, 'rtb'),
            main: true,
            associationState: { state: 'associated' },
          },
        ],
        propagatingVgwSet: [],
        tagSet: [],
      })),
      nextToken: page.nextToken,
    };
  },
});

const describeNetworkAcls = ec2Action({
  name: 'DescribeNetworkAcls',
  parameters: { NetworkAclId: listOf(text), Filter: filterList, ...pagingParameters },
  run: (context, input) => {
    const { cloud, region } = context;
    const subnetsOf = (vpc: Vpc) => region.subnets.all().filter(({ vpcId }) => vpcId === vpc.id);
    const named = vpcsNamed(region, 'acl', input.NetworkAclId, 'InvalidNetworkAclID.NotFound');
    const found = applyFilters(named, input.Filter, {
      'association.subnet-id': (vpc) => subnetsOf(vpc).map(({ id }) => id),
      'association.association-id': (vpc) => subnetsOf(vpc).map(({ id }) => aclAssociation(id)),
      'association.network-acl-id': (vpc) => idFor(vpc, 'acl'),
      ...untagged(input.Filter),
      'owner-id': () => cloud.accountId,
      default: () => true,
      'network-acl-id': (vpc) => idFor(vpc, 'acl'),
      'vpc-id': ({ id }) => id,
    });
    const page = pageOf(context, found, input, { ids: input.NetworkAclId, set: 'networkAclSet' });
    return {
      networkAclSet: page.items.map((vpc) => ({
        networkAclId: idFor(vpc, 'acl'),
        vpcId: vpc.id,
        ownerId: cloud.accountId,
        default: true,
        entrySet: [true, false].flatMap((egress) => [
          { ruleNumber: 100, protocol: '-1', ruleAction: 'allow', egress, cidrBlock: '0.0.0.0/0' },
          { ruleNumber: 32_767, protocol: '-1', ruleAction: 'deny', egress, cidrBlock: '0.0.0.0/0' },
        ]),
        associationSet: subnetsOf(vpc).map(({ id }) => ({
          networkAclAssociationId: aclAssociation(id),
          networkAclId: idFor(vpc, 'acl'),
          subnetId: id,
        })),
        tagSet: [],
      })),
      nextToken: page.nextToken,
    };
  },
});

export const routingActions: readonly Action[] = [describeRouteTables, describeNetworkAcls];

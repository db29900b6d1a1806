import type { Route, RouteTable } from '@aws-sdk/client-ec2';
import { allPages } from '../../aws/all-pages.ts';
import type { Ec2Api } from '../../aws/api.ts';

export interface SubnetOfVpc {
  readonly subnetId: string;
  readonly vpcId: string;
}

/** The table that a subnet's packets go by: its own, else the main one of its VPC. Undefined: EC2 shows neither. */
export async function tableOf(
  ec2: Ec2Api,
  { subnetId, vpcId }: SubnetOfVpc,
  signal: AbortSignal,
): Promise<RouteTable | undefined> {
  // All tables of the VPC in one call: which one holds is known only once it is seen whether the subnet has its own.
  const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
  const pages = await allPages((NextToken) => ec2.describeRouteTables({ Filters, NextToken }, signal));
  const tables = pages.flatMap(({ RouteTables = [] }) => RouteTables);
  return (
    tables.find(({ Associations = [] }) => Associations.some(({ SubnetId }) => SubnetId === subnetId)) ??
    tables.find(({ Associations = [] }) => Associations.some(({ Main }) => Main === true))
  );
}

/** The default route, `0.0.0.0/0` or `::/0`. */
export function wayOut({ Routes = [] }: RouteTable, everywhere: string): Route | undefined {
  return Routes.find(
    ({ DestinationCidrBlock, DestinationIpv6CidrBlock }) =>
      DestinationCidrBlock === everywhere || DestinationIpv6CidrBlock === everywhere,
  );
}

/** An internet gateway, or the endpoint of a firewall with such a gateway behind it. */
const OPEN_GATEWAY = /^(igw|vpce)-/;

/** Whether who is on the internet reaches a public address behind this route, and is answered. */
export function leadsBothWays(route: Route): boolean {
  if (route.State === 'blackhole' || isToService(route)) return false;
  return OPEN_GATEWAY.test(route.GatewayId ?? '') || route.CarrierGatewayId !== undefined;
}

/** A gateway endpoint of S3 or DynamoDB, which leads nowhere else. */
function isToService({ DestinationPrefixListId: list, GatewayId: gateway }: Route): boolean {
  return list !== undefined && gateway?.startsWith('vpce-') === true;
}

/**
 * Whether a route only ever lets the machine itself begin a connection, or is none at all: nobody reaches a public
 * address behind it. A transit gateway, a virtual private gateway or an appliance may lead anywhere.
 */
export function letsNobodyIn(route: Route): boolean {
  return (
    route.State === 'blackhole' ||
    route.GatewayId === 'local' ||
    isToService(route) ||
    route.NatGatewayId !== undefined ||
    route.EgressOnlyInternetGatewayId !== undefined
  );
}

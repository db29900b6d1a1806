import type { RouteTable } from '@aws-sdk/client-ec2';
import { type Facts, type Question, wasReached } from './question.ts';

/** Has the subnet a route to the internet? Without one, a public address leads nowhere. */
export const route: Question = async (facts) => {
  const { instance, isPublic, address } = facts;
  const subnetId = instance?.SubnetId;
  if (wasReached(facts) || !isPublic || subnetId === undefined || instance?.VpcId === undefined) return undefined;
  const table = await tableOf(facts, subnetId, instance.VpcId);
  if (table === undefined) return undefined;
  const everywhere = address?.includes(':') === true ? '::/0' : '0.0.0.0/0';
  const way = (table.Routes ?? []).find(
    ({ DestinationCidrBlock, DestinationIpv6CidrBlock }) =>
      DestinationCidrBlock === everywhere || DestinationIpv6CidrBlock === everywhere,
  );
  if (way?.GatewayId?.startsWith('igw-') === true && way.State !== 'blackhole') return undefined;
  const instead =
    way === undefined
      ? `has no route to ${everywhere}`
      : way.State === 'blackhole'
        ? `leads ${everywhere} to ${way.GatewayId ?? way.NatGatewayId ?? 'something'} that does not exist any more`
        : `leads ${everywhere} to ${way.NatGatewayId ?? way.TransitGatewayId ?? way.GatewayId ?? way.NetworkInterfaceId ?? 'something else'}, which lets nobody in`;
  return {
    what: `The subnet ${subnetId} is not public: its route table ${table.RouteTableId} ${instead}`,
    remedy:
      'Take a subnet whose route table leads 0.0.0.0/0 to an internet gateway (subnet_id, subnet_filter), or connect from within the network (ssh_interface = "private_ip", ssh_bastion_host).',
  };
};

/** The subnet's own table, else the main one of its VPC. */
async function tableOf({ bake, signal }: Facts, subnetId: string, vpcId: string): Promise<RouteTable | undefined> {
  const own = await bake.ec2.describeRouteTables(
    { Filters: [{ Name: 'association.subnet-id', Values: [subnetId] }] },
    signal,
  );
  if (own.RouteTables?.[0] !== undefined) return own.RouteTables[0];
  const main = await bake.ec2.describeRouteTables(
    {
      Filters: [
        { Name: 'vpc-id', Values: [vpcId] },
        { Name: 'association.main', Values: ['true'] },
      ],
    },
    signal,
  );
  return main.RouteTables?.[0];
}

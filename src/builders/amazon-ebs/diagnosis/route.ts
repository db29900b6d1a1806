import { leadsBothWays, tableOf, wayOut } from '../route-tables.ts';
import { type Question, wasReached } from './question.ts';

/** Has the subnet a route to the internet? Without one, a public address leads nowhere. */
export const route: Question = async (facts) => {
  const { bake, instance, isPublic, address, signal } = facts;
  const subnetId = instance?.SubnetId;
  if (wasReached(facts) || !isPublic || subnetId === undefined || instance?.VpcId === undefined) return undefined;
  const table = await tableOf(bake.ec2, { subnetId, vpcId: instance.VpcId }, signal);
  if (table === undefined) return undefined;
  const everywhere = address?.includes(':') === true ? '::/0' : '0.0.0.0/0';
  const way = wayOut(table, everywhere);
  if (way !== undefined && leadsBothWays(way)) return undefined;
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

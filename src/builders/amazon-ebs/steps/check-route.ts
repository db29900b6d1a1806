import type { RouteTable } from '@aws-sdk/client-ec2';
import { BakeError } from '../../../kernel/errors.ts';
import { leadsBothWays, letsNobodyIn, tableOf, wayOut } from '../route-tables.ts';
import { type Site, warn } from '../site.ts';
import type { Network } from './choose-network.ts';

/**
 * A machine that is to be reached at its public address must be in a subnet with a way to the internet. Where no route can
 * ever let anybody in that is an error; where it depends on what lies behind a route, a warning. What may not be asked (the
 * policy that Packer documents has no DescribeRouteTables) is not checked: the diagnosis of a silent machine comes later.
 */
export async function checkRoute(site: Site, network: Network): Promise<void> {
  const { subnetId, vpcId } = network;
  if (subnetId === undefined || vpcId === undefined || !needsPublicAddress(site, network)) return;
  const table = await tableOf(site.ec2, { subnetId, vpcId }, site.context.signal).catch((thrown: unknown) => {
    if (site.context.signal.aborted) throw thrown;
    return undefined;
  });
  const routes = table?.Routes ?? [];
  // Not only the default one: a table may lead to single networks, of an office for example.
  if (table === undefined || routes.some(leadsBothWays)) return;
  const what = `The subnet ${subnetId} has no way to an internet gateway, and the machine is to be reached at its public address: its route table ${table.RouteTableId} ${describeWay(table)}`;
  const remedy =
    'Take a subnet whose route table leads 0.0.0.0/0 to an internet gateway (subnet_id, subnet_filter), or connect from within the network (ssh_interface = "private_ip", ssh_bastion_host).';
  if (!routes.every(letsNobodyIn)) {
    warn(site, `${what}. ${remedy}`);
    return;
  }
  throw new BakeError(what, { code: 'subnet-not-public', category: 'cloud', hint: remedy });
}

/** Whether the connection goes straight to the public address. Its DNS name is the private one to whoever is in the VPC. */
function needsPublicAddress({ options, connector, given }: Site, { isPublic }: Network): boolean {
  return (
    isPublic &&
    (options.ssh_interface || 'public_ip') === 'public_ip' &&
    connector.type !== 'none' &&
    connector.fixedHost === undefined &&
    !given('ssh_bastion_host')
  );
}

function describeWay(table: RouteTable): string {
  const way = wayOut(table, '0.0.0.0/0');
  if (way === undefined) return 'has no route to 0.0.0.0/0';
  const { GatewayId, NatGatewayId, TransitGatewayId, NetworkInterfaceId, State } = way;
  const target = NatGatewayId ?? TransitGatewayId ?? GatewayId ?? NetworkInterfaceId ?? 'something else';
  return `leads 0.0.0.0/0 to ${target}${State === 'blackhole' ? ', which does not exist any more' : ''}`;
}

import type { Subnet } from '@aws-sdk/client-ec2';
import { filterMap } from '../../../aws/filter-map.ts';
import { ec2Filters } from '../../../aws/filters.ts';
import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import { type Site, warn } from '../site.ts';

/** Where the instance goes. Without a subnet EC2 takes one of the default VPC. */
export interface Network {
  readonly vpcId: string | undefined;
  readonly subnetId: string | undefined;
  readonly availabilityZone: string | undefined;
  /** Whether the instance is bound to have no public address. */
  readonly isPrivate: boolean;
}

/** Chooses VPC, subnet and availability zone as the template says. */
export async function chooseNetwork(site: Site): Promise<Network> {
  const { options } = site;
  const vpcId = options.vpc_id || (options.vpc_filter === undefined ? undefined : await findVpc(site));
  const subnet = await findSubnet(site, vpcId);
  if (subnet === undefined && vpcId !== undefined) await assertDefaultVpc(site, vpcId);
  const chosen =
    subnet ?? (options.associate_public_ip_address === undefined ? undefined : await inferSubnet(site, vpcId));
  return {
    vpcId: chosen?.VpcId ?? vpcId,
    subnetId: chosen?.SubnetId,
    availabilityZone: chosen?.AvailabilityZone ?? (options.availability_zone || undefined),
    isPrivate:
      options.associate_public_ip_address === false ||
      (options.associate_public_ip_address === undefined && chosen?.MapPublicIpOnLaunch === false),
  };
}

async function findVpc({ options, ec2, context, region }: Site): Promise<string> {
  const filters = filterMap(options.vpc_filter ?? { filters: {}, filter: [] });
  const { Vpcs = [] } = await ec2.describeVpcs(
    { Filters: ec2Filters({ state: 'available', ...filters }) },
    context.signal,
  );
  const [vpc, ...others] = Vpcs;
  if (vpc?.VpcId !== undefined && others.length === 0) return vpc.VpcId;
  throw new BakeError(
    Vpcs.length === 0
      ? `No VPC in ${region} matches vpc_filter: ${shown(filters)}`
      : `${Vpcs.length} VPCs in ${region} match vpc_filter: ${Vpcs.map(({ VpcId }) => VpcId).join(', ')}`,
    {
      code: Vpcs.length === 0 ? 'vpc-not-found' : 'vpc-ambiguous',
      category: 'cloud',
      hint: 'Exactly one VPC must match: change the filters, or name it in vpc_id.',
    },
  );
}

async function findSubnet(site: Site, vpcId: string | undefined): Promise<Subnet | undefined> {
  const { options, ec2, context, region } = site;
  if (options.subnet_id) {
    return (await ec2.describeSubnets({ SubnetIds: [options.subnet_id] }, context.signal)).Subnets?.[0];
  }
  const filter = options.subnet_filter;
  if (filter === undefined) return undefined;
  const filters = {
    ...filterMap(filter),
    state: 'available',
    ...(vpcId === undefined ? {} : { 'vpc-id': vpcId }),
    ...(options.availability_zone ? { 'availability-zone': options.availability_zone } : {}),
  };
  const { Subnets = [] } = await ec2.describeSubnets({ Filters: ec2Filters(filters) }, context.signal);
  if (Subnets.length === 0) {
    throw new BakeError(`No subnet in ${region} matches subnet_filter: ${shown(filters)}`, {
      code: 'subnet-not-found',
      category: 'cloud',
      hint: 'All filters must match, in the VPC and availability zone of the template. Change them, or name the subnet in subnet_id.',
    });
  }
  if (Subnets.length === 1 || filter.most_free) return mostFree(Subnets);
  if (filter.random) return Subnets[Number.parseInt(context.ids.token(6), 36) % Subnets.length];
  throw new BakeError(
    `${Subnets.length} subnets in ${region} match subnet_filter: ${Subnets.map(({ SubnetId }) => SubnetId).join(', ')}`,
    {
      code: 'subnet-ambiguous',
      category: 'cloud',
      hint: 'Take the one with the most free addresses with most_free = true, any one with random = true, or add filters.',
    },
  );
}

/** EC2 would launch into the default VPC, and the security group of another one does not fit there. */
async function assertDefaultVpc({ ec2, context }: Site, vpcId: string): Promise<void> {
  const { Vpcs = [] } = await ec2.describeVpcs({ VpcIds: [vpcId] }, context.signal);
  if (Vpcs[0]?.IsDefault !== false) return;
  throw new BakeError(`The VPC ${vpcId} is not the default one, and no subnet of it is named`, {
    code: 'subnet-missing',
    category: 'input',
    hint: 'Add subnet_id, or subnet_filter with most_free = true.',
  });
}

/**
 * A public address can only be asked for together with a subnet: takes that of the default VPC with the most free
 * addresses, in a zone that offers the instance type. Where that fails, EC2 chooses.
 */
async function inferSubnet(site: Site, vpcId: string | undefined): Promise<Subnet | undefined> {
  const { options, ec2, context, region } = site;
  const { signal } = context;
  try {
    const vpc =
      vpcId === undefined ? { Name: 'default-for-az', Values: ['true'] } : { Name: 'vpc-id', Values: [vpcId] };
    const [{ Subnets = [] }, { InstanceTypeOfferings = [] }] = await Promise.all([
      ec2.describeSubnets({ Filters: [vpc, { Name: 'state', Values: ['available'] }] }, signal),
      ec2.describeInstanceTypeOfferings(
        {
          LocationType: 'availability-zone',
          Filters: [{ Name: 'instance-type', Values: [options.instance_type ?? ''] }],
        },
        signal,
      ),
    ]);
    const zones = new Set(InstanceTypeOfferings.map(({ Location }) => Location));
    const fitting = Subnets.filter(
      ({ AvailabilityZone }) =>
        zones.has(AvailabilityZone) && (!options.availability_zone || AvailabilityZone === options.availability_zone),
    );
    if (fitting.length > 0) return mostFree(fitting);
    warn(
      site,
      `No subnet of the default VPC in ${region} is in a zone that offers ${options.instance_type}: associate_public_ip_address has no effect without subnet_id`,
    );
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    warn(
      site,
      `No subnet could be chosen, so associate_public_ip_address has no effect: ${toBakeError(thrown).message}`,
    );
  }
  return undefined;
}

function mostFree(subnets: readonly Subnet[]): Subnet | undefined {
  return subnets.toSorted((a, b) => (b.AvailableIpAddressCount ?? 0) - (a.AvailableIpAddressCount ?? 0))[0];
}

function shown(filters: Readonly<Record<string, string>>): string {
  return Object.entries(filters)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');
}

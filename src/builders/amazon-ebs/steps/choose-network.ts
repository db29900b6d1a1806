import type { Subnet } from '@aws-sdk/client-ec2';
import { isDenied } from '../../../aws/errors.ts';
import { filterMap } from '../../../aws/filter-map.ts';
import { ec2Filters } from '../../../aws/filters.ts';
import { BakeError, toBakeError } from '../../../kernel/errors.ts';
import type { Place } from '../launch/inputs.ts';
import { spotTypes } from '../launch/spot-options.ts';
import { note, type Site, warn } from '../site.ts';

/** Where the instance goes. Without a subnet EC2 takes one of the default VPC. */
export interface Network {
  readonly vpcId: string | undefined;
  readonly subnetId: string | undefined;
  readonly availabilityZone: string | undefined;
  /** Whether the instance is bound to have no public address. */
  readonly isPrivate: boolean;
  /** Whether it is bound to have one; neither: EC2 decides it. */
  readonly isPublic: boolean;
  /**
   * Where it may go when there is no room in that subnet: others that the template allows, in the same VPC and as public
   * as the first. Undefined: EC2 chooses the zone, and so any subnet of the default VPC will do.
   */
  readonly alternatives: readonly Place[] | undefined;
}

/** Chooses VPC, subnet and availability zone as the template says. */
export async function chooseNetwork(site: Site): Promise<Network> {
  const { options } = site;
  const namesPlace = Boolean(options.subnet_id) || options.subnet_filter !== undefined || options.availability_zone;
  const offers = namesPlace ? zonesAsFarAsKnown(site) : undefined;
  const vpcId = options.vpc_id || (options.vpc_filter === undefined ? undefined : await findVpc(site));
  const matching = await findSubnets(site, vpcId);
  const found = fittingFirst(site, matching, await offers);
  if (found.length === 0 && vpcId !== undefined) await assertDefaultVpc(site, vpcId);
  const [chosen, ...others] =
    found.length > 0 || options.associate_public_ip_address === undefined ? found : await inferSubnets(site, vpcId);
  assertRoom(site, found);
  return {
    vpcId: chosen?.VpcId ?? vpcId,
    subnetId: chosen?.SubnetId,
    availabilityZone: chosen?.AvailabilityZone ?? (options.availability_zone || undefined),
    isPrivate:
      options.associate_public_ip_address === false ||
      (options.associate_public_ip_address === undefined && chosen?.MapPublicIpOnLaunch === false),
    isPublic: chosen !== undefined && (options.associate_public_ip_address ?? chosen.MapPublicIpOnLaunch === true),
    alternatives:
      chosen === undefined ? (options.availability_zone ? [] : undefined) : alternativesTo(site, chosen, others),
  };
}

/** Zones by what they offer. */
interface OfferedZones {
  /** Those with one of the types that the template asks for. */
  readonly wanted: ReadonlySet<string>;
  /** Those with one of the types to fall back to. */
  readonly fallback: ReadonlySet<string>;
}

/** Undefined where it can't be found out: the launch shows it then. */
async function zonesAsFarAsKnown(site: Site): Promise<OfferedZones | undefined> {
  try {
    const [wanted, fallback] = await Promise.all([
      zonesOffering(site, spotTypes(site)),
      zonesOffering(site, site.dependencies.fallbackInstanceTypes),
    ]);
    // A type that no zone of the region has is told by the check of the types.
    return wanted.size === 0 ? undefined : { wanted, fallback };
  } catch {
    return undefined;
  }
}

async function zonesOffering({ aws, context, region }: Site, types: readonly string[]): Promise<ReadonlySet<string>> {
  const sets = await Promise.all(
    types.filter((type) => type !== '').map((type) => aws.batches(region).zonesOffering(type, context.signal)),
  );
  return new Set(sets.flatMap((zones) => [...zones]));
}

/**
 * Without those subnets whose zone has none of the types, and with those first whose zone has one that the template asks
 * for; else in the given order. Throws where nothing is left.
 */
function fittingFirst(site: Site, subnets: readonly Subnet[], offers: OfferedZones | undefined): readonly Subnet[] {
  if (offers === undefined) return subnets;
  const isWanted = ({ AvailabilityZone: zone = '' }: Subnet): boolean => offers.wanted.has(zone);
  const isFallback = ({ AvailabilityZone: zone = '' }: Subnet): boolean => offers.fallback.has(zone);
  const { availability_zone: zone } = site.options;
  const named = subnets.length > 0 ? subnets : zone ? [{ AvailabilityZone: zone }] : [];
  const fitting = [...named.filter(isWanted), ...named.filter((each) => !isWanted(each) && isFallback(each))];
  if (fitting.length === 0 && named.length > 0) throw notOffered(site, named, offers);
  return subnets.length === 0 ? subnets : fitting;
}

function notOffered(site: Site, places: readonly Subnet[], { wanted }: OfferedZones): BakeError {
  const types = spotTypes(site).join(' or ');
  const where = places
    .map(({ SubnetId, AvailabilityZone: zone }) => (SubnetId === undefined ? zone : `${SubnetId} (${zone})`))
    .join(', ');
  return new BakeError(`The instance type ${types} is not offered in ${where}`, {
    code: 'instance-type-not-in-zone',
    category: 'cloud',
    hint: `Take a subnet or availability_zone in ${[...wanted].toSorted().join(', ')}, or another instance_type.`,
  });
}

/** Without a free address EC2 launches nothing. */
function assertRoom({ region }: Site, subnets: readonly Subnet[]): void {
  if (subnets.length === 0 || subnets.some(({ AvailableIpAddressCount: free }) => free !== 0)) return;
  const names = subnets.map(({ SubnetId }) => SubnetId).join(', ');
  throw new BakeError(`No private address is left in ${names} in ${region}`, {
    code: 'subnet-full',
    category: 'cloud',
    hint: 'Take another subnet, let subnet_filter match others too with most_free = true, or remove what has addresses in it and is not needed.',
  });
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

function alternativesTo({ options }: Site, chosen: Subnet, others: readonly Subnet[]): readonly Place[] {
  return others
    .filter(
      ({ VpcId, MapPublicIpOnLaunch }) =>
        VpcId === chosen.VpcId &&
        (options.associate_public_ip_address !== undefined || MapPublicIpOnLaunch === chosen.MapPublicIpOnLaunch),
    )
    .map(placeOf);
}

export function placeOf({ SubnetId, AvailabilityZone }: Subnet): Place {
  return { subnetId: SubnetId, availabilityZone: AvailabilityZone };
}

/** The subnet to launch in, and then those that the template allows too; empty: EC2 chooses. */
async function findSubnets(site: Site, vpcId: string | undefined): Promise<readonly Subnet[]> {
  const { options, ec2, context, region } = site;
  if (options.subnet_id) {
    return (await ec2.describeSubnets({ SubnetIds: [options.subnet_id] }, context.signal)).Subnets ?? [];
  }
  const filter = options.subnet_filter;
  if (filter === undefined) return [];
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
  if (Subnets.length === 1 || filter.most_free) return mostFreeFirst(Subnets);
  if (filter.random) {
    const start = Number.parseInt(context.ids.token(6), 36) % Subnets.length;
    return [...Subnets.slice(start), ...Subnets.slice(0, start)];
  }
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
async function inferSubnets(site: Site, vpcId: string | undefined): Promise<readonly Subnet[]> {
  const { options, ec2, context, region } = site;
  const { signal } = context;
  const types = spotTypes(site);
  try {
    const vpc =
      vpcId === undefined ? { Name: 'default-for-az', Values: ['true'] } : { Name: 'vpc-id', Values: [vpcId] };
    const [{ Subnets = [] }, zones] = await Promise.all([
      ec2.describeSubnets({ Filters: [vpc, { Name: 'state', Values: ['available'] }] }, signal),
      zonesThatOffer(site, types),
    ]);
    const fitting = Subnets.filter(
      ({ AvailabilityZone }) =>
        zones?.has(AvailabilityZone ?? '') !== false &&
        (!options.availability_zone || AvailabilityZone === options.availability_zone),
    );
    if (fitting.length > 0) return mostFreeFirst(fitting);
    warn(
      site,
      `No subnet of the default VPC in ${region} is in a zone that offers ${types.join(' or ')}: associate_public_ip_address has no effect without subnet_id`,
    );
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    warn(
      site,
      `No subnet could be chosen, so associate_public_ip_address has no effect: ${toBakeError(thrown).message}`,
    );
  }
  return [];
}

/** The zones that offer one of these types; undefined: the credentials may not ask. */
async function zonesThatOffer(site: Site, types: readonly string[]): Promise<ReadonlySet<string> | undefined> {
  try {
    return await zonesOffering(site, types);
  } catch (thrown) {
    if (!isDenied(thrown)) throw thrown;
    note(
      site,
      `Whether a zone offers ${types.join(' or ')} could not be found out (ec2:DescribeInstanceTypeOfferings is not allowed): the subnet with the most free addresses is taken`,
    );
    return undefined;
  }
}

export function mostFreeFirst(subnets: readonly Subnet[]): readonly Subnet[] {
  return subnets.toSorted((a, b) => (b.AvailableIpAddressCount ?? 0) - (a.AvailableIpAddressCount ?? 0));
}

function shown(filters: Readonly<Record<string, string>>): string {
  return Object.entries(filters)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');
}

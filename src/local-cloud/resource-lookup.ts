import { CloudError } from './protocol/cloud-error.ts';
import type { LaunchTemplate } from './state/fleet-resources.ts';
import type { RegionState } from './state/region-state.ts';
import type {
  Image,
  Instance,
  NetworkInterface,
  Resource,
  SecurityGroup,
  Snapshot,
  SpotRequest,
  Subnet,
  Volume,
  Vpc,
} from './state/resources.ts';
import type { Table } from './state/table.ts';

/** How EC2 speaks of one kind of identifier when it can't use it (API reference, "Error codes"). */
interface IdentifierWords {
  readonly prefix: string;
  readonly malformedCode: string;
  readonly notFoundCode: string;
  notFound(ids: readonly string[]): string;
}

const quoted = (ids: readonly string[]): string => `'${ids.join(', ')}'`;

const WORDS = {
  image: {
    prefix: 'ami',
    malformedCode: 'InvalidAMIID.Malformed',
    notFoundCode: 'InvalidAMIID.NotFound',
    notFound: (ids) => `The image id${ids.length > 1 ? 's' : ''} '[${ids.join(', ')}]' ${doNotExist(ids)}`,
  },
  instance: {
    prefix: 'i',
    malformedCode: 'InvalidInstanceID.Malformed',
    notFoundCode: 'InvalidInstanceID.NotFound',
    notFound: (ids) => `The instance ID${ids.length > 1 ? 's' : ''} ${quoted(ids)} ${doNotExist(ids)}`,
  },
  volume: {
    prefix: 'vol',
    malformedCode: 'InvalidVolumeID.Malformed',
    notFoundCode: 'InvalidVolume.NotFound',
    notFound: (ids) => `The volume ${quoted(ids)} ${doNotExist(ids)}.`,
  },
  snapshot: {
    prefix: 'snap',
    malformedCode: 'InvalidSnapshotID.Malformed',
    notFoundCode: 'InvalidSnapshot.NotFound',
    notFound: (ids) => `The snapshot ${quoted(ids)} ${doNotExist(ids)}.`,
  },
  securityGroup: {
    prefix: 'sg',
    malformedCode: 'InvalidGroupId.Malformed',
    notFoundCode: 'InvalidGroup.NotFound',
    notFound: (ids) => `The security group ${quoted(ids)} ${doNotExist(ids)}`,
  },
  vpc: {
    prefix: 'vpc',
    malformedCode: 'InvalidVpcID.Malformed',
    notFoundCode: 'InvalidVpcID.NotFound',
    notFound: (ids) => `The vpc ID ${quoted(ids)} ${doNotExist(ids)}`,
  },
  subnet: {
    prefix: 'subnet',
    malformedCode: 'InvalidSubnetID.Malformed',
    notFoundCode: 'InvalidSubnetID.NotFound',
    notFound: (ids) => `The subnet ID ${quoted(ids)} ${doNotExist(ids)}`,
  },
  interface: {
    prefix: 'eni',
    malformedCode: 'InvalidNetworkInterfaceId.Malformed',
    notFoundCode: 'InvalidNetworkInterfaceID.NotFound',
    notFound: (ids) => `The networkInterface ID ${quoted(ids)} ${doNotExist(ids)}`,
  },
  spotRequest: {
    prefix: 'sir',
    malformedCode: 'InvalidSpotInstanceRequestID.Malformed',
    notFoundCode: 'InvalidSpotInstanceRequestID.NotFound',
    notFound: (ids) => `The spot instance request ID ${quoted(ids)} ${doNotExist(ids)}`,
  },
  launchTemplate: {
    prefix: 'lt',
    malformedCode: 'InvalidLaunchTemplateId.Malformed',
    notFoundCode: 'InvalidLaunchTemplateId.NotFound',
    notFound: (ids) => `The specified launch template, with template ID ${ids.join(', ')}, ${doNotExist(ids)}.`,
  },
} satisfies Record<string, IdentifierWords>;

function doNotExist(ids: readonly string[]): string {
  return ids.length > 1 ? 'do not exist' : 'does not exist';
}

/** All resources with these ids, or, without ids, all that are visible. Throws Malformed and NotFound. */
function select<R extends Resource>(table: Table<R>, ids: readonly string[], words: IdentifierWords): R[] {
  if (ids.length === 0) return table.visible();
  const pattern = new RegExp(`^${words.prefix}-(?:[0-9a-f]{8}|[0-9a-f]{17})$`);
  for (const id of ids) {
    if (!pattern.test(id)) {
      throw new CloudError(words.malformedCode, `Invalid id: "${id}" (expecting "${words.prefix}-...")`);
    }
  }
  const found = [...new Set(ids)].map((id) => ({ id, row: table.named(id) }));
  const missing = found.filter(({ row }) => row === undefined).map(({ id }) => id);
  if (missing.length > 0) throw new CloudError(words.notFoundCode, words.notFound(missing));
  return found.map(({ row }) => row).filter((row) => row !== undefined);
}

function single<R>(rows: readonly R[]): R {
  const [row] = rows;
  if (row === undefined) throw new CloudError('InternalError', 'A lookup by one identifier found nothing', 500);
  return row;
}

/** Finding resources by the ids that a request names. Each pair is: many (none named: all), and exactly one. */
export const findImages = (region: RegionState, ids: readonly string[]): Image[] =>
  select(region.images, ids, WORDS.image);
export const findImage = (region: RegionState, id: string): Image => single(findImages(region, [id]));

export const findInstances = (region: RegionState, ids: readonly string[]): Instance[] =>
  select(region.instances, ids, WORDS.instance);
export const findInstance = (region: RegionState, id: string): Instance => single(findInstances(region, [id]));

export const findVolumes = (region: RegionState, ids: readonly string[]): Volume[] =>
  select(region.volumes, ids, WORDS.volume);
export const findVolume = (region: RegionState, id: string): Volume => single(findVolumes(region, [id]));

export const findSnapshots = (region: RegionState, ids: readonly string[]): Snapshot[] =>
  select(region.snapshots, ids, WORDS.snapshot);
export const findSnapshot = (region: RegionState, id: string): Snapshot => single(findSnapshots(region, [id]));

export const findSecurityGroups = (region: RegionState, ids: readonly string[]): SecurityGroup[] =>
  select(region.securityGroups, ids, WORDS.securityGroup);
export const findSecurityGroup = (region: RegionState, id: string): SecurityGroup =>
  single(findSecurityGroups(region, [id]));

export const findVpcs = (region: RegionState, ids: readonly string[]): Vpc[] => select(region.vpcs, ids, WORDS.vpc);
export const findVpc = (region: RegionState, id: string): Vpc => single(findVpcs(region, [id]));

export const findSubnets = (region: RegionState, ids: readonly string[]): Subnet[] =>
  select(region.subnets, ids, WORDS.subnet);
export const findSubnet = (region: RegionState, id: string): Subnet => single(findSubnets(region, [id]));

export const findSpotRequests = (region: RegionState, ids: readonly string[]): SpotRequest[] =>
  select(region.spotRequests, ids, WORDS.spotRequest);

export const findLaunchTemplates = (region: RegionState, ids: readonly string[]): LaunchTemplate[] =>
  select(region.launchTemplates, ids, WORDS.launchTemplate);
export const findLaunchTemplate = (region: RegionState, id: string): LaunchTemplate =>
  single(findLaunchTemplates(region, [id]));

/** Launch templates have a name too, which requests may use in place of the identifier. */
export function launchTemplateNamed(region: RegionState, name: string): LaunchTemplate {
  const { id } = region.launchTemplates.all().find((each) => each.name === name) ?? {};
  const template = id === undefined ? undefined : region.launchTemplates.named(id);
  if (template !== undefined) return template;
  throw new CloudError(
    'InvalidLaunchTemplateName.NotFoundException',
    `The specified launch template, with template name ${name}, does not exist.`,
  );
}

export const findInterfaces = (region: RegionState, ids: readonly string[]): NetworkInterface[] =>
  select(region.interfaces, ids, WORDS.interface);

import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { blockDeviceXml } from '../block-devices.ts';
import { applyFilters, type FilterTable, filterList, tagFilters, unmatched } from '../filters.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { flag, listOf, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { findImages } from '../resource-lookup.ts';
import type { CloudState } from '../state/cloud-state.ts';
import type { BlockDevice, Image } from '../state/resources.ts';
import { tagSet } from '../tagging.ts';
import { isOwn, isPublic, lastLaunched, mayUse } from './image-access.ts';

const devices =
  <V>(select: (device: BlockDevice) => V) =>
  ({ blockDevices }: Image): V[] =>
    blockDevices.map(select);

const imageFilters: FilterTable<Image> = {
  ...tagFilters,
  architecture: ({ architecture }) => architecture,
  'boot-mode': ({ bootMode }) => bootMode,
  'block-device-mapping.delete-on-termination': devices(({ deleteOnTermination }) => deleteOnTermination),
  'block-device-mapping.device-name': devices(({ deviceName }) => deviceName),
  'block-device-mapping.encrypted': devices(({ encrypted }) => encrypted),
  'block-device-mapping.snapshot-id': devices(({ snapshotId }) => snapshotId),
  'block-device-mapping.volume-size': devices(({ volumeSize }) => volumeSize),
  'block-device-mapping.volume-type': devices(({ volumeType }) => volumeType),
  'creation-date': ({ createdAt }) => new Date(createdAt).toISOString(),
  description: ({ description }) => description ?? '',
  'ena-support': ({ enaSupport }) => enaSupport,
  'free-tier-eligible': () => false,
  hypervisor: () => 'xen',
  // No account setting keeps any image out here.
  'image-allowed': () => true,
  'image-id': ({ id }) => id,
  'image-type': () => 'machine',
  'is-public': isPublic,
  'manifest-location': ({ ownerId, name }) => `${ownerId}/${name}`,
  name: ({ name }) => name,
  'owner-alias': ({ ownerAlias }) => ownerAlias,
  'owner-id': ({ ownerId }) => ownerId,
  platform: ({ platform }) => platform,
  'product-code': ({ productCodes }) => productCodes,
  'product-code.type': ({ productCodes }) => productCodes.map(() => 'marketplace'),
  'root-device-name': ({ rootDeviceName }) => rootDeviceName,
  'root-device-type': () => 'ebs',
  'source-image-id': ({ sourceImageId }) => sourceImageId,
  'source-image-region': ({ sourceImageRegion }) => sourceImageRegion,
  'source-instance-id': ({ sourceInstanceId }) => sourceInstanceId,
  state: ({ state }) => state,
  'state-reason-code': ({ stateReason }) => stateReason && reasonCode(stateReason),
  'state-reason-message': ({ stateReason }) => stateReason,
  'sriov-net-support': () => 'simple',
  'virtualization-type': () => 'hvm',
  ...unmatched(
    'kernel-id',
    'ramdisk-id',
    'public-ssm-parameter-name',
    'instance-type-specification.supported-instance-type',
    'instance-type-specification.unsupported-instance-type',
  ),
};

/** `Client.InternalError` of `Client.InternalError: …`. */
function reasonCode(stateReason: string): string {
  return /^[\w.]+(?=: )/.exec(stateReason)?.[0] ?? 'Server.InternalError';
}

const describeImages = ec2Action({
  name: 'DescribeImages',
  parameters: {
    ImageId: listOf(text),
    Owner: listOf(text),
    ExecutableBy: listOf(text),
    IncludeDeprecated: flag,
    IncludeDisabled: flag,
    Filter: filterList,
    ...pagingParameters,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    checkOwners(input.Owner);
    const candidates = findImages(region, input.ImageId)
      .filter((image) => image.state !== 'deregistered' && mayUse(cloud, image))
      // Disabled ones are shown to whoever names or wants them (API reference, DisableImage).
      .filter((image) => image.state !== 'disabled' || input.IncludeDisabled === true || input.ImageId.length > 0)
      .filter((image) => input.Owner.length === 0 || input.Owner.some((owner) => isOwnedBy(cloud, image, owner)))
      .filter(
        (image) =>
          input.ExecutableBy.length === 0 || input.ExecutableBy.some((who) => isExecutableBy(cloud, image, who)),
      )
      // Deprecated images stay visible to their owner and to whoever names them.
      .filter(
        (image) =>
          input.IncludeDeprecated === true ||
          input.ImageId.length > 0 ||
          isOwn(cloud, image) ||
          image.deprecatedAt === undefined ||
          image.deprecatedAt > now,
      );
    const page = pageOf(context, applyFilters(candidates, input.Filter, imageFilters), input, {
      ids: input.ImageId,
      set: 'imagesSet',
    });
    return { imagesSet: page.items.map((image) => imageXml(context, image)), nextToken: page.nextToken };
  },
});

const OWNER = /^(?:self|amazon|aws-marketplace|aws-backup-vault|\d{12})$/;

function checkOwners(owners: readonly string[]): void {
  const malformed = owners.find((owner) => !OWNER.test(owner));
  if (malformed !== undefined) throw new CloudError('InvalidUserID.Malformed', `Invalid user id: "${malformed}"`);
}

function isOwnedBy(cloud: CloudState, image: Image, owner: string): boolean {
  if (owner === 'self') return isOwn(cloud, image);
  return owner === image.ownerId || owner === image.ownerAlias;
}

function isExecutableBy(cloud: CloudState, image: Image, who: string): boolean {
  if (who === 'all') return isPublic(image);
  const account = who === 'self' ? cloud.accountId : who;
  return image.launchPermissions.some(({ kind, value }) => kind === 'user' && value === account);
}

function imageXml({ cloud, now }: ActionContext, image: Image): XmlFields {
  return {
    imageId: image.id,
    imageLocation: `${isOwn(cloud, image) ? cloud.accountId : (image.ownerAlias ?? image.ownerId)}/${image.name}`,
    imageState: image.state,
    imageOwnerId: image.ownerId,
    creationDate: new Date(image.createdAt),
    isPublic: isPublic(image),
    productCodes: image.productCodes.map((productCode) => ({ productCode, type: 'marketplace' })),
    architecture: image.architecture,
    imageType: 'machine',
    platform: image.platform,
    platformDetails: image.platformDetails,
    usageOperation: image.platform === 'windows' ? 'RunInstances:0002' : 'RunInstances',
    imageOwnerAlias: image.ownerAlias,
    name: image.name,
    description: image.description,
    rootDeviceType: 'ebs',
    rootDeviceName: image.rootDeviceName,
    blockDeviceMapping: image.blockDevices.map(blockDeviceXml),
    virtualizationType: 'hvm',
    tagSet: tagSet(image.tags),
    hypervisor: 'xen',
    enaSupport: image.enaSupport,
    sriovNetSupport: 'simple',
    bootMode: image.bootMode,
    tpmSupport: image.tpmSupport,
    imdsSupport: image.imdsSupport,
    deprecationTime: image.deprecatedAt === undefined ? undefined : new Date(image.deprecatedAt),
    deregistrationProtection: image.deregistrationProtection,
    lastLaunchedTime: lastLaunched(image, now),
    sourceInstanceId: image.sourceInstanceId,
    sourceImageId: image.sourceImageId,
    sourceImageRegion: image.sourceImageRegion,
    stateReason:
      image.stateReason === undefined ? undefined : { code: reasonCode(image.stateReason), message: image.stateReason },
  };
}

export const imageActions: readonly Action[] = [describeImages];

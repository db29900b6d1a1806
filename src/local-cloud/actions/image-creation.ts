import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { blockDeviceList, mergeBlockDevices } from '../block-devices.ts';
import {
  addSnapshot,
  checkImageName,
  checkImageQuota,
  completeLater,
  type NewSnapshot,
  withSnapshots,
} from '../image-lifecycle.ts';
import { CloudError, invalidValue } from '../protocol/cloud-error.ts';
import { accepted, flag, identifier, integer, oneOf, required, text } from '../protocol/parameters.ts';
import { findImage, findInstance } from '../resource-lookup.ts';
import type { BlockDevice, Image, Instance, Snapshot } from '../state/resources.ts';
import { specifiedTags, tagSpecificationList } from '../tagging.ts';
import { isOwn, mayUse } from './image-access.ts';

const createImage = ec2Action({
  name: 'CreateImage',
  parameters: {
    InstanceId: required(text),
    Name: required(text),
    Description: text,
    NoReboot: flag,
    BlockDeviceMapping: blockDeviceList,
    TagSpecification: tagSpecificationList,
    SnapshotLocation: accepted,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    const instance = findInstance(region, input.InstanceId);
    if (!['running', 'stopping', 'stopped'].includes(instance.state)) {
      throw new CloudError(
        'IncorrectState',
        `Instance is not in state 'running' or 'stopped': the instance '${instance.id}' is ${instance.state}`,
      );
    }
    checkImageName(region, cloud.accountId, input.Name);
    checkImageQuota(cloud, region);
    const tags = specifiedTags(input.TagSpecification, 'image', 'snapshot');
    const source = region.images.get(instance.imageId);
    if (source === undefined) throw new CloudError('InternalError', 'The image of the instance is unknown', 500);
    const devices = mergeBlockDevices(region, attachedDevices(context, instance), input.BlockDeviceMapping);
    const imageId = cloud.newId('ami');
    const snapshots = new Map<string, Snapshot>();
    for (const volume of region.volumes.all().filter(({ attachment }) => attachment?.instanceId === instance.id)) {
      const device = devices.find(({ deviceName }) => deviceName === volume.attachment?.device);
      if (device === undefined) continue;
      const snapshot = addSnapshot(cloud, region, {
        description: `Created by CreateImage(${instance.id}) for ${imageId}`,
        volumeId: volume.id,
        volumeSize: volume.size,
        encrypted: volume.encrypted,
        kmsKeyId: volume.kmsKeyId,
        tags: tags.snapshot,
        delay: cloud.delays.image,
      });
      snapshots.set(device.deviceName, snapshot);
    }
    const image = region.images.add({
      ...inherited(source),
      id: imageId,
      createdAt: now,
      tags: tags.image,
      name: input.Name,
      description: input.Description,
      ...ownImage(cloud.accountId),
      blockDevices: withSnapshots(devices, ({ deviceName }) => snapshots.get(deviceName)),
      enaSupport: instance.enaSupport,
      sourceInstanceId: instance.id,
      sourceImageId: source.id,
      sourceImageRegion: region.name,
    });
    const root = snapshots.get(image.rootDeviceName);
    const reboot = instance.state === 'running' && input.NoReboot !== true;
    let failure: string | undefined;
    let isKept = instance.machine === undefined;
    instance.machine?.snapshot({ reboot }, (diskId) => {
      isKept = true;
      if (diskId === undefined)
        failure = `Client.InternalError: ${instance.machine?.failure ?? 'the disk could not be kept'}`;
      // The image may have been removed while its disk was being kept.
      else if (root !== undefined && region.snapshots.get(root.id) !== undefined) root.diskId = diskId;
      else cloud.releaseDiskLater(diskId);
    });
    completeLater(region, image, [...snapshots.values()], now + cloud.delays.image, {
      isReady: () => isKept,
      failure: () => failure,
    });
    return { imageId };
  },
});

/** The instance's volumes as block devices: what CreateImage starts from. */
function attachedDevices({ region }: ActionContext, instance: Instance): BlockDevice[] {
  return region.volumes
    .all()
    .filter(({ attachment }) => attachment?.instanceId === instance.id)
    .map((volume) => ({
      deviceName: volume.attachment?.device ?? '',
      virtualName: undefined,
      snapshotId: undefined,
      volumeSize: volume.size,
      volumeType: volume.type,
      iops: volume.iops,
      throughput: volume.throughput,
      encrypted: volume.encrypted,
      kmsKeyId: volume.kmsKeyId,
      deleteOnTermination: volume.attachment?.deleteOnTermination ?? true,
    }));
}

const copyImage = ec2Action({
  name: 'CopyImage',
  parameters: {
    Name: required(text),
    SourceImageId: required(text),
    SourceRegion: required(text),
    Description: text,
    Encrypted: flag,
    KmsKeyId: identifier,
    ClientToken: identifier,
    CopyImageTags: flag,
    TagSpecification: tagSpecificationList,
    SnapshotCopyCompletionDurationMinutes: integer,
    DestinationOutpostArn: accepted,
    DestinationAvailabilityZone: accepted,
    DestinationAvailabilityZoneId: accepted,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    const known =
      input.ClientToken !== undefined ? region.clientTokens.get(`CopyImage ${input.ClientToken}`) : undefined;
    if (known !== undefined) {
      if (known.fingerprint === JSON.stringify(input)) return { imageId: known.result };
      throw new CloudError('IdempotentParameterMismatch', 'The client token was used with other parameters before.');
    }
    const sourceRegion = cloud.regions.get(input.SourceRegion);
    if (sourceRegion === undefined) throw invalidValue(input.SourceRegion, 'sourceRegion', 'Invalid region.');
    const source = findImage(sourceRegion, input.SourceImageId);
    if (!mayUse(cloud, source)) {
      throw new CloudError('InvalidAMIID.NotFound', `The image id '[${source.id}]' does not exist`);
    }
    if (source.state !== 'available') {
      throw new CloudError('InvalidAMIID.Unavailable', `The image ID '${source.id}' is not available`);
    }
    if (input.KmsKeyId !== undefined && input.Encrypted !== true) {
      throw new CloudError('InvalidParameterCombination', 'KmsKeyId can only be used with Encrypted.');
    }
    checkImageName(region, cloud.accountId, input.Name);
    checkImageQuota(cloud, region);
    const tags = specifiedTags(input.TagSpecification, 'image', 'snapshot');
    const imageId = cloud.newId('ami');
    const copies = new Map<string, Snapshot>();
    for (const device of source.blockDevices) {
      const original = device.snapshotId === undefined ? undefined : sourceRegion.snapshots.get(device.snapshotId);
      if (original === undefined) continue;
      const encryption = copiedEncryption(original, input.Encrypted, input.KmsKeyId, context);
      const copy = addSnapshot(cloud, region, {
        description: `Copied for DestinationAmi ${imageId} from SourceAmi ${source.id} for SourceSnapshot ${original.id}.`,
        volumeId: 'vol-ffffffff',
        volumeSize: original.volumeSize,
        ...encryption,
        tags: tags.snapshot,
        delay: cloud.delays.copy,
        diskId: original.diskId,
      });
      copies.set(device.deviceName, copy);
    }
    const image = region.images.add({
      ...inherited(source),
      id: imageId,
      createdAt: now,
      tags: new Map([...(input.CopyImageTags === true && isOwn(cloud, source) ? source.tags : []), ...tags.image]),
      name: input.Name,
      description: input.Description ?? `[Copied ${source.id} from ${input.SourceRegion}] ${source.name}`,
      ...ownImage(cloud.accountId),
      blockDevices: withSnapshots(source.blockDevices, ({ deviceName }) => copies.get(deviceName)),
      sourceInstanceId: undefined,
      sourceImageId: source.id,
      sourceImageRegion: input.SourceRegion,
    });
    completeLater(region, image, [...copies.values()], now + cloud.delays.copy);
    if (input.ClientToken !== undefined) {
      region.clientTokens.set(`CopyImage ${input.ClientToken}`, {
        fingerprint: JSON.stringify(input),
        result: imageId,
      });
    }
    return { imageId };
  },
});

/** A copy of an encrypted snapshot is encrypted; another one when asked for, with the default key if none is named. */
function copiedEncryption(
  original: Snapshot,
  encrypted: boolean | undefined,
  keyId: string | undefined,
  { cloud, region }: ActionContext,
): Pick<NewSnapshot, 'encrypted' | 'kmsKeyId'> {
  if (encrypted !== true && !original.encrypted) return { encrypted: false, kmsKeyId: undefined };
  const key = keyId ?? 'alias/aws/ebs';
  const isAlias = key.startsWith('alias/');
  const arn = key.startsWith('arn:')
    ? key
    : `arn:aws:kms:${region.name}:${cloud.accountId}:${isAlias ? '' : 'key/'}${key}`;
  return { encrypted: true, kmsKeyId: arn };
}

const registerImage = ec2Action({
  name: 'RegisterImage',
  parameters: {
    Name: required(text),
    Description: text,
    Architecture: oneOf('x86_64', 'arm64'),
    RootDeviceName: text,
    BlockDeviceMapping: blockDeviceList,
    VirtualizationType: oneOf('hvm', 'paravirtual'),
    EnaSupport: flag,
    BootMode: oneOf('legacy-bios', 'uefi', 'uefi-preferred'),
    ImdsSupport: oneOf('v2.0'),
    TagSpecification: tagSpecificationList,
    ImageLocation: accepted,
    BillingProduct: accepted,
    TpmSupport: accepted,
    UefiData: accepted,
    KernelId: accepted,
    RamdiskId: accepted,
    SriovNetSupport: accepted,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    checkImageName(region, cloud.accountId, input.Name);
    checkImageQuota(cloud, region);
    const devices = mergeBlockDevices(region, [], input.BlockDeviceMapping);
    const rootDeviceName = input.RootDeviceName ?? devices[0]?.deviceName;
    const root = devices.find(({ deviceName }) => deviceName === rootDeviceName);
    if (rootDeviceName === undefined || root?.snapshotId === undefined) {
      throw new CloudError('InvalidBlockDeviceMapping', 'No snapshot is given for the root device.');
    }
    const image = region.images.add({
      id: cloud.newId('ami'),
      createdAt: now,
      tags: specifiedTags(input.TagSpecification, 'image').image,
      name: input.Name,
      description: input.Description,
      ...ownImage(cloud.accountId),
      architecture: input.Architecture ?? 'x86_64',
      platform: undefined,
      platformDetails: 'Linux/UNIX',
      state: 'available',
      rootDeviceName,
      blockDevices: devices,
      enaSupport: input.EnaSupport ?? false,
      bootMode: input.BootMode,
      imdsSupport: input.ImdsSupport,
      sourceInstanceId: undefined,
      sourceImageId: undefined,
      sourceImageRegion: undefined,
      defaultUser: defaultUserOf(context, root.snapshotId),
    });
    return { imageId: image.id };
  },
});

/** The login user of the image that a snapshot was made for; `ec2-user` when there is none. */
function defaultUserOf({ region }: ActionContext, snapshotId: string): string {
  const image = region.images
    .all()
    .find(({ blockDevices }) => blockDevices.some((device) => device.snapshotId === snapshotId));
  return image?.defaultUser ?? 'ec2-user';
}

/** What an image hands down to those that are made from it. */
function inherited(source: Image) {
  const { architecture, platform, platformDetails, rootDeviceName, enaSupport, bootMode, imdsSupport, defaultUser } =
    source;
  return { architecture, platform, platformDetails, rootDeviceName, enaSupport, bootMode, imdsSupport, defaultUser };
}

/** What is the same for every new image of an account. */
function ownImage(accountId: string) {
  return {
    ownerId: accountId,
    ownerAlias: undefined,
    state: 'pending' as Image['state'],
    stateReason: undefined,
    deprecatedAt: undefined,
    deregistrationProtection: 'disabled' as const,
    launchPermissions: [],
    productCodes: [],
  };
}

export const imageCreationActions: readonly Action[] = [createImage, copyImage, registerImage];

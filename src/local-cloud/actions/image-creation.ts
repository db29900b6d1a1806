import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { blockDeviceList, mergeBlockDevices } from '../block-devices.ts';
import { addSnapshot, checkImageName, checkImageQuota, completeLater, withSnapshots } from '../image-lifecycle.ts';
import { deviceKeyProblem } from '../key-use.ts';
import { CloudError, invalidCombination } from '../protocol/cloud-error.ts';
import { accepted, flag, oneOf, required, text } from '../protocol/parameters.ts';
import { findInstance } from '../resource-lookup.ts';
import type { BlockDevice, Instance, Snapshot } from '../state/resources.ts';
import { specifiedTags, tagSpecificationList } from '../tagging.ts';
import { inherited, ownImage } from './new-image.ts';

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
      failure: () => failure ?? deviceKeyProblem(context, devices),
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
    TpmSupport: oneOf('v2.0'),
    UefiData: accepted,
    KernelId: accepted,
    RamdiskId: accepted,
    SriovNetSupport: accepted,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    checkImageName(region, cloud.accountId, input.Name);
    checkImageQuota(cloud, region);
    if (input.TpmSupport !== undefined && input.BootMode !== 'uefi') {
      throw invalidCombination('TpmSupport can only be used with the boot mode uefi.');
    }
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
      tpmSupport: input.TpmSupport,
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

export const imageCreationActions: readonly Action[] = [createImage, registerImage];

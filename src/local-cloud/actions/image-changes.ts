import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { blockDeviceXml } from '../block-devices.ts';
import { CloudError, invalidCombination, invalidValue } from '../protocol/cloud-error.ts';
import { flag, listOf, oneOf, required, structure, text, timestamp } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { findImage } from '../resource-lookup.ts';
import type { Image } from '../state/resources.ts';
import { isOwn, lastLaunched } from './image-access.ts';
import { changedPermissions, permissionChange } from './permissions.ts';
import { removeSnapshot } from './snapshots.ts';

/** An image that the caller may change: one of its own that still exists. */
function ownedImage({ cloud, region }: ActionContext, id: string): Image {
  const image = findImage(region, id);
  if (image.state === 'deregistered') {
    throw new CloudError('InvalidAMIID.Unavailable', `The image ID '${id}' is no longer available`);
  }
  if (!isOwn(cloud, image)) {
    throw new CloudError('AuthFailure', `Not authorized for image:${id}`, 403);
  }
  return image;
}

const deregisterImage = ec2Action({
  name: 'DeregisterImage',
  parameters: { ImageId: required(text), DeleteAssociatedSnapshots: flag },
  run: async (context, input) => {
    const image = ownedImage(context, input.ImageId);
    if (image.deregistrationProtection !== 'disabled') {
      throw new CloudError(
        'OperationNotPermitted',
        `The image '${image.id}' is protected from deregistration. Disable its deregistration protection and try again.`,
      );
    }
    image.state = 'deregistered';
    if (context.region.fastLaunches.get(image.id)?.state !== 'disabling') {
      if (context.region.fastLaunches.delete(image.id)) context.region.lostFastLaunches.add(image.id);
    }
    if (input.DeleteAssociatedSnapshots !== true) return { return: true };
    const results: XmlFields[] = [];
    for (const { snapshotId } of image.blockDevices) {
      if (snapshotId === undefined) continue;
      const isUsed = await removeSnapshot(context, snapshotId).then(
        () => false,
        (error: unknown) => {
          if (error instanceof CloudError && error.code === 'InvalidSnapshot.InUse') return true;
          throw error;
        },
      );
      results.push({ snapshotId, returnCode: isUsed ? 'skipped' : 'success' });
    }
    return { return: true, deleteSnapshotResultSet: results };
  },
});

const permission = structure({ UserId: text, Group: text, OrganizationArn: text, OrganizationalUnitArn: text });

const modifyImageAttribute = ec2Action({
  name: 'ModifyImageAttribute',
  parameters: {
    ImageId: required(text),
    Attribute: text,
    OperationType: oneOf('add', 'remove'),
    Value: text,
    Description: structure({ Value: text }),
    ImdsSupport: structure({ Value: text }),
    LaunchPermission: structure({ Add: listOf(permission), Remove: listOf(permission) }),
    UserId: listOf(text),
    UserGroup: listOf(text),
    OrganizationArn: listOf(text),
    OrganizationalUnitArn: listOf(text),
    ProductCode: listOf(text),
  },
  run: (context, input) => {
    const image = ownedImage(context, input.ImageId);
    if (input.Description !== undefined || input.Attribute === 'description') {
      image.description = input.Description?.Value ?? input.Value ?? '';
      return { return: true };
    }
    if (input.ImdsSupport !== undefined || input.Attribute === 'imdsSupport') {
      const value = input.ImdsSupport?.Value ?? input.Value;
      if (value !== 'v2.0') throw invalidValue(value ?? '', 'imdsSupport', 'Valid values: v2.0.');
      image.imdsSupport = value;
      return { return: true };
    }
    if (input.ProductCode.length > 0) {
      image.productCodes = [...new Set([...image.productCodes, ...input.ProductCode])];
      return { return: true };
    }
    const change = permissionChange(input);
    if (change.add.length + change.remove.length === 0) {
      throw invalidCombination('No attributes specified.');
    }
    image.launchPermissions = changedPermissions(image.launchPermissions, change);
    return { return: true };
  },
});

const describeImageAttribute = ec2Action({
  name: 'DescribeImageAttribute',
  parameters: { ImageId: required(text), Attribute: required(text) },
  run: (context, input) => {
    const image = ownedImage(context, input.ImageId);
    return { imageId: image.id, ...attributeXml(image, input.Attribute, context.now) };
  },
});

function attributeXml(image: Image, attribute: string, now: number): XmlFields {
  switch (attribute) {
    case 'description':
      return { description: { value: image.description } };
    case 'launchPermission':
      return {
        launchPermission: image.launchPermissions.map(({ kind, value }) => ({
          userId: kind === 'user' ? value : undefined,
          group: kind === 'group' ? value : undefined,
          organizationArn: kind === 'organization' ? value : undefined,
          organizationalUnitArn: kind === 'organizational-unit' ? value : undefined,
        })),
      };
    case 'productCodes':
      return { productCodes: image.productCodes.map((productCode) => ({ productCode, type: 'marketplace' })) };
    case 'blockDeviceMapping':
      return { blockDeviceMapping: image.blockDevices.map(blockDeviceXml) };
    case 'imdsSupport':
      return { imdsSupport: { value: image.imdsSupport } };
    case 'bootMode':
      return { bootMode: { value: image.bootMode } };
    case 'sriovNetSupport':
      return { sriovNetSupport: { value: 'simple' } };
    case 'tpmSupport':
      return { tpmSupport: { value: image.tpmSupport } };
    case 'lastLaunchedTime':
      return { lastLaunchedTime: { value: lastLaunched(image, now)?.toISOString() } };
    // Images of today have none of these.
    case 'kernel':
    case 'ramdisk':
    case 'uefiData':
      return { [attribute]: {} };
    case 'deregistrationProtection':
      return { deregistrationProtection: { value: image.deregistrationProtection } };
    default:
      throw invalidValue(attribute, 'attribute', 'Unknown image attribute.');
  }
}

const enableImageDeprecation = ec2Action({
  name: 'EnableImageDeprecation',
  parameters: { ImageId: required(text), DeprecateAt: required(timestamp) },
  run: (context, input) => {
    const image = ownedImage(context, input.ImageId);
    if (input.DeprecateAt <= context.now) {
      throw invalidValue(
        new Date(input.DeprecateAt).toISOString(),
        'DeprecateAt',
        'The deprecation date must be in the future.',
      );
    }
    // EC2 rounds to the nearest minute (API reference, EnableImageDeprecation).
    image.deprecatedAt = Math.round(input.DeprecateAt / 60_000) * 60_000;
    return { return: true };
  },
});

const disableImageDeprecation = ec2Action({
  name: 'DisableImageDeprecation',
  parameters: { ImageId: required(text) },
  run: (context, input) => {
    ownedImage(context, input.ImageId).deprecatedAt = undefined;
    return { return: true };
  },
});

const enableDeregistrationProtection = ec2Action({
  name: 'EnableImageDeregistrationProtection',
  parameters: { ImageId: required(text), WithCooldown: flag },
  run: (context, input) => {
    const protection = input.WithCooldown === true ? 'enabled-with-cooldown' : 'enabled-without-cooldown';
    ownedImage(context, input.ImageId).deregistrationProtection = protection;
    return { return: protection };
  },
});

const disableDeregistrationProtection = ec2Action({
  name: 'DisableImageDeregistrationProtection',
  parameters: { ImageId: required(text) },
  run: (context, input) => {
    ownedImage(context, input.ImageId).deregistrationProtection = 'disabled';
    return { return: 'disabled' };
  },
});

const disableImage = ec2Action({
  name: 'DisableImage',
  parameters: { ImageId: required(text) },
  run: (context, input) => {
    const image = ownedImage(context, input.ImageId);
    if (image.state !== 'available' && image.state !== 'disabled') {
      throw new CloudError('InvalidAMIID.Unavailable', `The image ID '${image.id}' is not available`);
    }
    image.state = 'disabled';
    // Nobody has it shared any more, also when it is enabled again (API reference, DisableImage).
    image.launchPermissions = [];
    return { return: true };
  },
});

const enableImage = ec2Action({
  name: 'EnableImage',
  parameters: { ImageId: required(text) },
  run: (context, input) => {
    const image = ownedImage(context, input.ImageId);
    if (image.state === 'disabled') image.state = 'available';
    return { return: true };
  },
});

export const imageChangeActions: readonly Action[] = [
  disableImage,
  enableImage,
  deregisterImage,
  modifyImageAttribute,
  describeImageAttribute,
  enableImageDeprecation,
  disableImageDeprecation,
  enableDeregistrationProtection,
  disableDeregistrationProtection,
];

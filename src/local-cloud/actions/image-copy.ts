import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { clientToken } from '../client-tokens.ts';
import {
  addSnapshot,
  checkImageName,
  checkImageQuota,
  completeLater,
  type NewSnapshot,
  withSnapshots,
} from '../image-lifecycle.ts';
import { keyProblem, shownKey } from '../key-use.ts';
import { CloudError, invalidValue } from '../protocol/cloud-error.ts';
import { accepted, flag, identifier, integer, required, text } from '../protocol/parameters.ts';
import { findImage } from '../resource-lookup.ts';
import { EBS_ALIAS } from '../state/kms-keys.ts';
import type { Snapshot } from '../state/resources.ts';
import { specifiedTags, tagSpecificationList } from '../tagging.ts';
import { isOwn, mayUse } from './image-access.ts';
import { inherited, ownImage } from './new-image.ts';

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
    const token = clientToken(region, 'CopyImage', input);
    if (token.made !== undefined) return { imageId: token.made };
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
    completeLater(region, image, [...copies.values()], now + cloud.delays.copy, {
      isReady: () => true,
      failure: () => keyProblem(context, input.KmsKeyId),
    });
    token.keep(imageId);
    return { imageId };
  },
});

/** A copy of an encrypted snapshot is encrypted; another one when asked for, with the default key if none is named. */
function copiedEncryption(
  original: Snapshot,
  encrypted: boolean | undefined,
  keyId: string | undefined,
  context: Pick<ActionContext, 'region'>,
): Pick<NewSnapshot, 'encrypted' | 'kmsKeyId'> {
  if (encrypted !== true && !original.encrypted) return { encrypted: false, kmsKeyId: undefined };
  return { encrypted: true, kmsKeyId: shownKey(context, keyId ?? EBS_ALIAS) };
}

export const imageCopyActions: readonly Action[] = [copyImage];

import type { Image } from '@aws-sdk/client-ec2';
import { deleteSnapshots, snapshotIdsOf } from '../../../aws/undo/image.ts';
import { unlessGone } from '../../../aws/undo/tools.ts';
import { disableFastLaunch } from '../fast-launch/disable.ts';
import { replacesOldImage } from '../regions.ts';
import { note, type Site } from '../site.ts';

/**
 * `force_deregister`: deregisters the own images of that name in a region, right before the new one takes the name.
 * Returns their snapshots, which go only when the new image is available.
 */
export async function deregisterOldImages(site: Site, region: string, name: string): Promise<readonly string[]> {
  if (!replacesOldImage(site)) return [];
  const { aws, context } = site;
  const ec2 = aws.ec2(region);
  const Images = await imagesNamed(site, region, name);
  for (const { ImageId = '' } of Images) {
    await disableFastLaunch(site, region, ImageId, context.signal);
    note(site, `Deregistering the older AMI ${ImageId} in ${region}`);
    await unlessGone(ec2.deregisterImage({ ImageId }, context.signal));
  }
  return Images.flatMap(snapshotIdsOf);
}

/** Whether an image of that name is there in the build's region, which is to give way. */
export async function isTakingAPlace(site: Site, name: string): Promise<boolean> {
  return replacesOldImage(site) && (await imagesNamed(site, site.region, name)).length > 0;
}

async function imagesNamed({ aws, context }: Site, region: string, name: string): Promise<readonly Image[]> {
  const request = { Owners: ['self'], Filters: [{ Name: 'name', Values: [name] }], IncludeDisabled: true };
  const { Images = [] } = await aws.ec2(region).describeImages(request, context.signal);
  return Images;
}

/** `force_delete_snapshot`: deletes the snapshots of the images that gave way. */
export async function deleteOldSnapshots(site: Site, region: string, snapshotIds: readonly string[]): Promise<void> {
  const { options, aws, context } = site;
  if (!options.force_delete_snapshot || snapshotIds.length === 0) return;
  note(site, `Deleting the snapshots of the older AMI in ${region}: ${snapshotIds.join(', ')}`);
  await deleteSnapshots(aws.ec2(region), context.clock, snapshotIds, context.signal);
}

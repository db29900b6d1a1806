import { type Action, ec2Action } from '../action.ts';
import { applyFilters, type FilterTable, filterList, tagFilters } from '../filters.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError } from '../protocol/cloud-error.ts';
import { accepted, listOf, required, text } from '../protocol/parameters.ts';
import { findVolume, findVolumes } from '../resource-lookup.ts';
import { zoneId } from '../state/region-state.ts';
import type { Volume } from '../state/resources.ts';
import { tagSet } from '../tagging.ts';

const volumeFilters: FilterTable<Volume> = {
  ...tagFilters,
  'attachment.attach-time': ({ attachment }) => attachment && new Date(attachment.at).toISOString(),
  'attachment.delete-on-termination': ({ attachment }) => attachment?.deleteOnTermination,
  'attachment.device': ({ attachment }) => attachment?.device,
  'attachment.instance-id': ({ attachment }) => attachment?.instanceId,
  'attachment.status': ({ attachment }) => attachment && 'attached',
  'availability-zone': ({ availabilityZone }) => availabilityZone,
  'availability-zone-id': ({ availabilityZone }) => zoneId(availabilityZone),
  'create-time': ({ createdAt }) => new Date(createdAt).toISOString(),
  'fast-restored': () => false,
  'multi-attach-enabled': () => false,
  encrypted: ({ encrypted }) => encrypted,
  size: ({ size }) => size,
  'snapshot-id': ({ snapshotId }) => snapshotId,
  status: (volume) => statusOf(volume),
  'volume-id': ({ id }) => id,
  'volume-type': ({ type }) => type,
};

function statusOf({ attachment }: Volume): string {
  return attachment === undefined ? 'available' : 'in-use';
}

const describeVolumes = ec2Action({
  name: 'DescribeVolumes',
  parameters: { VolumeId: listOf(text), Filter: filterList, IncludeManagedResources: accepted, ...pagingParameters },
  run: (context, input) => {
    const found = applyFilters(findVolumes(context.region, input.VolumeId), input.Filter, volumeFilters);
    const page = pageOf(context, found, input, { ids: input.VolumeId, set: 'volumeSet' });
    return {
      volumeSet: page.items.map((volume) => ({
        volumeId: volume.id,
        size: volume.size,
        snapshotId: volume.snapshotId ?? '',
        availabilityZone: volume.availabilityZone,
        status: statusOf(volume),
        createTime: new Date(volume.createdAt),
        attachmentSet:
          volume.attachment === undefined
            ? []
            : [
                {
                  volumeId: volume.id,
                  instanceId: volume.attachment.instanceId,
                  device: volume.attachment.device,
                  status: 'attached',
                  attachTime: new Date(volume.attachment.at),
                  deleteOnTermination: volume.attachment.deleteOnTermination,
                },
              ],
        volumeType: volume.type,
        iops: volume.iops,
        throughput: volume.throughput,
        encrypted: volume.encrypted,
        kmsKeyId: volume.kmsKeyId,
        multiAttachEnabled: false,
        tagSet: tagSet(volume.tags),
      })),
      nextToken: page.nextToken,
    };
  },
});

const deleteVolume = ec2Action({
  name: 'DeleteVolume',
  parameters: { VolumeId: required(text) },
  run: ({ region }, input) => {
    const volume = findVolume(region, input.VolumeId);
    if (volume.attachment !== undefined) {
      throw new CloudError(
        'VolumeInUse',
        `Volume ${volume.id} is currently attached to ${volume.attachment.instanceId}`,
      );
    }
    region.volumes.delete(volume.id);
    return { return: true };
  },
});

export const volumeActions: readonly Action[] = [describeVolumes, deleteVolume];

import { type Action, type ActionContext, ec2Action } from '../action.ts';
import { applyFilters, type FilterTable, filterList, tagFilters } from '../filters.ts';
import { addSnapshot, completeLater, snapshotProgress } from '../image-lifecycle.ts';
import { pageOf, pagingParameters } from '../paging.ts';
import { CloudError, invalidCombination } from '../protocol/cloud-error.ts';
import { accepted, listOf, oneOf, required, structure, text } from '../protocol/parameters.ts';
import type { XmlFields } from '../protocol/xml.ts';
import { findSnapshot, findSnapshots, findVolume } from '../resource-lookup.ts';
import type { Snapshot } from '../state/resources.ts';
import { specifiedTags, tagSet, tagSpecificationList } from '../tagging.ts';
import { changedPermissions, readPermission } from './permissions.ts';

function snapshotFilters({ now }: ActionContext): FilterTable<Snapshot> {
  return {
    ...tagFilters,
    description: ({ description }) => description,
    encrypted: ({ encrypted }) => encrypted,
    'owner-alias': ({ ownerAlias }) => ownerAlias,
    'owner-id': ({ ownerId }) => ownerId,
    progress: (snapshot) => snapshotProgress(snapshot, now),
    'snapshot-id': ({ id }) => id,
    'start-time': ({ createdAt }) => new Date(createdAt).toISOString(),
    status: ({ state }) => state,
    'storage-tier': () => 'standard',
    'volume-id': ({ volumeId }) => volumeId,
    'volume-size': ({ volumeSize }) => volumeSize,
  };
}

const describeSnapshots = ec2Action({
  name: 'DescribeSnapshots',
  parameters: {
    SnapshotId: listOf(text),
    Owner: listOf(text),
    RestorableBy: listOf(text),
    Filter: filterList,
    ...pagingParameters,
  },
  run: (context, input) => {
    const { cloud, region } = context;
    const isOwnedBy = ({ ownerId, ownerAlias }: Snapshot, who: string): boolean =>
      who === ownerId || who === ownerAlias || (who === 'self' && ownerId === cloud.accountId);
    const candidates = findSnapshots(region, input.SnapshotId)
      .filter((snapshot) => input.Owner.length === 0 || input.Owner.some((owner) => isOwnedBy(snapshot, owner)))
      .filter(
        (snapshot) =>
          input.RestorableBy.length === 0 ||
          input.RestorableBy.some((who) => isRestorableBy(snapshot, who === 'self' ? cloud.accountId : who)),
      );
    const page = pageOf(context, applyFilters(candidates, input.Filter, snapshotFilters(context)), input, {
      ids: input.SnapshotId,
      set: 'snapshotSet',
    });
    return { snapshotSet: page.items.map((snapshot) => snapshotXml(context, snapshot)), nextToken: page.nextToken };
  },
});

/** Who may make volumes of it; `all` are those of public snapshots. */
function isRestorableBy({ ownerId, createVolumePermissions }: Snapshot, who: string): boolean {
  return ownerId === who || createVolumePermissions.some(({ value }) => value === who);
}

function snapshotXml({ now }: ActionContext, snapshot: Snapshot): XmlFields {
  return {
    snapshotId: snapshot.id,
    volumeId: snapshot.volumeId,
    status: snapshot.state,
    startTime: new Date(snapshot.createdAt),
    progress: snapshotProgress(snapshot, now),
    ownerId: snapshot.ownerId,
    ownerAlias: snapshot.ownerAlias,
    volumeSize: snapshot.volumeSize,
    description: snapshot.description,
    encrypted: snapshot.encrypted,
    kmsKeyId: snapshot.kmsKeyId,
    tagSet: tagSet(snapshot.tags),
    storageTier: 'standard',
  };
}

const createSnapshot = ec2Action({
  name: 'CreateSnapshot',
  parameters: {
    VolumeId: required(text),
    Description: text,
    TagSpecification: tagSpecificationList,
    OutpostArn: accepted,
    Location: accepted,
  },
  run: (context, input) => {
    const { cloud, region, now } = context;
    const volume = findVolume(region, input.VolumeId);
    const tags = specifiedTags(input.TagSpecification, 'snapshot');
    const snapshot = addSnapshot(cloud, region, {
      description: input.Description ?? '',
      volumeId: volume.id,
      volumeSize: volume.size,
      encrypted: volume.encrypted,
      kmsKeyId: volume.kmsKeyId,
      tags: tags.snapshot,
      delay: cloud.delays.image,
    });
    const instance = region.instances.get(volume.attachment?.instanceId ?? '');
    const isRoot = instance !== undefined && volume.attachment?.device === instance.rootDeviceName;
    let isKept = true;
    let failure: string | undefined;
    if (isRoot && instance.machine !== undefined) {
      isKept = false;
      instance.machine.snapshot({ reboot: false }, (diskId) => {
        isKept = true;
        if (diskId === undefined) failure = 'the disk could not be kept';
        if (region.snapshots.get(snapshot.id) === undefined) cloud.releaseDiskLater(diskId);
        else snapshot.diskId = diskId;
      });
    }
    completeLater(region, undefined, [snapshot], now + cloud.delays.image, {
      isReady: () => isKept,
      failure: () => failure,
    });
    return snapshotXml(context, snapshot);
  },
});

const deleteSnapshot = ec2Action({
  name: 'DeleteSnapshot',
  parameters: { SnapshotId: required(text) },
  run: async (context, input) => {
    await removeSnapshot(context, input.SnapshotId);
    return { return: true };
  },
});

/** Deletes a snapshot that no image uses, and the disk behind it once nothing else needs that. */
export async function removeSnapshot(context: ActionContext, id: string): Promise<void> {
  const { cloud, region } = context;
  const snapshot = ownedSnapshot(context, id);
  const user = region.images
    .all()
    .find(
      ({ state, blockDevices }) => state !== 'deregistered' && blockDevices.some((device) => device.snapshotId === id),
    );
  if (user !== undefined) {
    throw new CloudError('InvalidSnapshot.InUse', `The snapshot ${id} is currently in use by ${user.id}`);
  }
  region.snapshots.delete(id);
  await cloud.releaseDisk(snapshot.diskId);
}

function ownedSnapshot({ cloud, region }: ActionContext, id: string): Snapshot {
  const snapshot = findSnapshot(region, id);
  if (snapshot.ownerId !== cloud.accountId) {
    throw new CloudError('UnauthorizedOperation', `You do not have permission to access the snapshot '${id}'.`, 403);
  }
  return snapshot;
}

const volumePermission = structure({ UserId: text, Group: text });

const modifySnapshotAttribute = ec2Action({
  name: 'ModifySnapshotAttribute',
  parameters: {
    SnapshotId: required(text),
    Attribute: oneOf('createVolumePermission', 'productCodes'),
    OperationType: oneOf('add', 'remove'),
    UserId: listOf(text),
    UserGroup: listOf(text),
    CreateVolumePermission: structure({ Add: listOf(volumePermission), Remove: listOf(volumePermission) }),
  },
  run: (context, input) => {
    const snapshot = ownedSnapshot(context, input.SnapshotId);
    const listed = [
      ...input.UserId.map((UserId) => readPermission({ UserId })),
      ...input.UserGroup.map((Group) => readPermission({ Group })),
    ];
    const isRemoval = input.OperationType === 'remove';
    const change = {
      add: [...(input.CreateVolumePermission?.Add ?? []).map(readPermission), ...(isRemoval ? [] : listed)],
      remove: [...(input.CreateVolumePermission?.Remove ?? []).map(readPermission), ...(isRemoval ? listed : [])],
    };
    if (change.add.length + change.remove.length === 0) throw invalidCombination('No attributes specified.');
    if (change.add.length > 0 && context.region.keys.find(snapshot.kmsKeyId ?? '')?.manager === 'AWS') {
      throw new CloudError('OperationNotPermitted', 'Encrypted snapshots with EBS default key cannot be shared');
    }
    snapshot.createVolumePermissions = changedPermissions(snapshot.createVolumePermissions, change);
    return { return: true };
  },
});

const describeSnapshotAttribute = ec2Action({
  name: 'DescribeSnapshotAttribute',
  parameters: { SnapshotId: required(text), Attribute: required(oneOf('createVolumePermission', 'productCodes')) },
  run: (context, input) => {
    const snapshot = ownedSnapshot(context, input.SnapshotId);
    if (input.Attribute === 'productCodes') return { snapshotId: snapshot.id, productCodes: [] };
    return {
      snapshotId: snapshot.id,
      createVolumePermission: snapshot.createVolumePermissions.map(({ kind, value }) =>
        kind === 'group' ? { group: value } : { userId: value },
      ),
    };
  },
});

export const snapshotActions: readonly Action[] = [
  describeSnapshots,
  createSnapshot,
  deleteSnapshot,
  modifySnapshotAttribute,
  describeSnapshotAttribute,
];

import { CloudError } from './protocol/cloud-error.ts';
import type { CloudState } from './state/cloud-state.ts';
import type { RegionState } from './state/region-state.ts';
import type { BlockDevice, Image, Snapshot } from './state/resources.ts';

/** The rules for names of images (API reference, CreateImage). */
export function checkImageName(region: RegionState, accountId: string, name: string): void {
  if (!/^[A-Za-z0-9()[\] ./\-'@_]{3,128}$/.test(name)) {
    throw new CloudError(
      'InvalidAMIName.Malformed',
      "AMI names must be between 3 and 128 characters long, and may contain letters, numbers, '(', ')', '.', '-', '/' and '_'",
    );
  }
  const holder = region.images
    .all()
    .find((image) => image.ownerId === accountId && image.name === name && isTaken(image));
  if (holder !== undefined) {
    throw new CloudError('InvalidAMIName.Duplicate', `AMI name ${name} is already in use by AMI ${holder.id}`);
  }
}

function isTaken({ state }: Image): boolean {
  return state !== 'deregistered' && state !== 'failed';
}

export function checkImageQuota({ limits, accountId }: CloudState, region: RegionState): void {
  if (limits.images === undefined) return;
  const own = region.images.all().filter((image) => image.ownerId === accountId && isTaken(image)).length;
  if (own >= limits.images) {
    throw new CloudError(
      'ImageLimitExceeded',
      `The maximum number of AMIs per region (${limits.images}) has been reached.`,
    );
  }
}

export interface NewSnapshot {
  readonly description: string;
  readonly volumeId: string;
  readonly volumeSize: number;
  readonly encrypted: boolean;
  readonly kmsKeyId: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
  /** Milliseconds from now until it is complete. */
  readonly delay: number;
  readonly diskId?: string | undefined;
}

export function addSnapshot(cloud: CloudState, region: RegionState, given: NewSnapshot): Snapshot {
  const now = cloud.clock.now();
  return region.snapshots.add({
    id: cloud.newId('snap'),
    createdAt: now,
    tags: new Map(given.tags),
    ownerId: cloud.accountId,
    ownerAlias: undefined,
    description: given.description,
    volumeId: given.volumeId,
    volumeSize: given.volumeSize,
    encrypted: given.encrypted,
    kmsKeyId: given.kmsKeyId,
    state: 'pending',
    dueAt: now + given.delay,
    diskId: given.diskId,
    createVolumePermissions: [],
  });
}

/** Lets an image and its new snapshots become available, once `isReady` (work on a real disk) says so. */
export function completeLater(
  region: RegionState,
  image: Image | undefined,
  snapshots: readonly Snapshot[],
  dueAt: number,
  work: { readonly isReady: () => boolean; readonly failure: () => string | undefined } = {
    isReady: () => true,
    failure: () => undefined,
  },
): void {
  region.timeline.schedule(
    dueAt,
    () => {
      const failure = work.failure();
      for (const snapshot of snapshots) snapshot.state = failure === undefined ? 'completed' : 'error';
      if (image === undefined || image.state !== 'pending') return;
      image.state = failure === undefined ? 'available' : 'failed';
      image.stateReason = failure;
    },
    work.isReady,
  );
}

/** EC2's `progress` of a snapshot: whole per cent, 100 only when it is complete. */
export function snapshotProgress(snapshot: Snapshot, now: number): string {
  if (snapshot.state === 'completed') return '100%';
  const whole = Math.max(1, snapshot.dueAt - snapshot.createdAt);
  return `${Math.min(99, Math.max(0, Math.floor(((now - snapshot.createdAt) / whole) * 100)))}%`;
}

/** The same devices over other snapshots. */
export function withSnapshots(
  devices: readonly BlockDevice[],
  snapshotFor: (device: BlockDevice) => Snapshot | undefined,
): BlockDevice[] {
  return devices.map((device) => {
    const snapshot = snapshotFor(device);
    if (snapshot === undefined) return device;
    return { ...device, snapshotId: snapshot.id, encrypted: snapshot.encrypted, kmsKeyId: snapshot.kmsKeyId };
  });
}

import type { Image, Snapshot } from '@aws-sdk/client-ec2';
import { allPages } from '../../aws/all-pages.ts';
import type { Ec2Api } from '../../aws/api.ts';
import { chunks, VALUES_PER_FILTER } from '../../aws/tagged/find.ts';
import { tagValue } from '../../aws/tags.ts';
import { isOlder, snapshotIdsOf } from '../../aws/undo/image.ts';
import { ownImages, ownImagesBy } from './owned-images.ts';

/**
 * On the snapshots of an image that is about to be deregistered, its id: EC2 forgets then which ones they were, and should
 * the run be killed in between, the next one finds them by it.
 */
export const PRUNED_IMAGE_TAG = 'bake-ami:pruned-image';

/** What becomes of the snapshots of images that go. */
export interface SnapshotPlan {
  /** By image: those that were made for it. Some of them may stay all the same. */
  readonly ofImage: ReadonlyMap<string, readonly string[]>;
  readonly staying: ReadonlyMap<string, Staying>;
}

/** A snapshot that stays although its image goes. */
export interface Staying {
  /** A whole sentence without its full stop. */
  readonly why: string;
  /** Whether a later run is to delete it, when nothing stands in the way any more; not: it is another image's now. */
  readonly isForNow: boolean;
}

/**
 * The snapshots that go with images: not those that were there before the image and were only mapped into it, nor what
 * others are made of.
 */
export async function planSnapshots(ec2: Ec2Api, images: readonly Image[], signal: AbortSignal): Promise<SnapshotPlan> {
  const mapped = [...new Set(images.flatMap(snapshotIdsOf))];
  const own = new Map((await snapshotsBy(ec2, 'snapshot-id', mapped, signal)).map((each) => [each.SnapshotId, each]));
  const ofImage = new Map<string, readonly string[]>();
  for (const image of images) {
    const made = snapshotIdsOf(image).filter((id) => {
      const snapshot = own.get(id);
      return snapshot !== undefined && !isOlder(snapshot, image);
    });
    ofImage.set(image.ImageId ?? '', made);
  }
  const going = new Set(images.map(({ ImageId }) => ImageId));
  const staying = await usedSnapshots(ec2, [...ofImage.values()].flat(), going, signal);
  return { ofImage, staying };
}

/** What earlier runs have marked. */
export interface MarkedSnapshots {
  /** Their image was deregistered, and they were not deleted any more; by snapshot, the image. */
  readonly orphans: ReadonlyMap<string, string>;
  /** Their image is still there; by snapshot, the image. */
  readonly premature: ReadonlyMap<string, string>;
}

export async function markedSnapshots(ec2: Ec2Api, signal: AbortSignal): Promise<MarkedSnapshots> {
  const tagged = await snapshotsBy(ec2, 'tag-key', [PRUNED_IMAGE_TAG], signal);
  const imageOf = new Map<string, string>();
  for (const { SnapshotId, Tags } of tagged) {
    const image = tagValue(Tags, PRUNED_IMAGE_TAG);
    if (SnapshotId !== undefined && image?.startsWith('ami-')) imageOf.set(SnapshotId, image);
  }
  const there = new Set(
    (await ownImagesBy(ec2, 'image-id', [...new Set(imageOf.values())], signal)).map(({ ImageId }) => ImageId),
  );
  const those = (areThere: boolean): ReadonlyMap<string, string> =>
    new Map([...imageOf].filter(([, image]) => there.has(image) === areThere));
  return { orphans: those(false), premature: those(true) };
}

/** Who else needs snapshots: an image that stays, and a volume that may still be loading its blocks from one. */
export async function usedSnapshots(
  ec2: Ec2Api,
  ids: readonly string[],
  going: ReadonlySet<string | undefined>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Staying>> {
  const staying = new Map<string, Staying>();
  if (ids.length === 0) return staying;
  const asked = new Set(ids);
  // All of them: it is one list, where EC2's filter takes 200 snapshots at a time, and emulators lack it.
  for (const image of await ownImages(ec2, [], signal)) {
    if (going.has(image.ImageId)) continue;
    for (const id of snapshotIdsOf(image).filter((each) => asked.has(each))) {
      staying.set(id, { why: `the image ${image.ImageId} is made of it`, isForNow: false });
    }
  }
  for (const Values of chunks(ids, VALUES_PER_FILTER)) {
    const Filters = [{ Name: 'snapshot-id', Values }];
    const pages = await allPages((NextToken) => ec2.describeVolumes({ Filters, NextToken }, signal));
    for (const { SnapshotId = '', VolumeId } of pages.flatMap(({ Volumes = [] }) => Volumes)) {
      if (staying.has(SnapshotId)) continue;
      staying.set(SnapshotId, { why: `the volume ${VolumeId} was made from it`, isForNow: true });
    }
  }
  return staying;
}

async function snapshotsBy(
  ec2: Ec2Api,
  Name: string,
  values: readonly string[],
  signal: AbortSignal,
): Promise<readonly Snapshot[]> {
  const found: Snapshot[] = [];
  for (const Values of chunks(values, VALUES_PER_FILTER)) {
    const request = { OwnerIds: ['self'], Filters: [{ Name, Values }] };
    const pages = await allPages((NextToken) => ec2.describeSnapshots({ ...request, NextToken }, signal));
    found.push(...pages.flatMap(({ Snapshots = [] }) => Snapshots));
  }
  return found;
}

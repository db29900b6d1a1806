import type { Image, Snapshot } from '@aws-sdk/client-ec2';
import type { Clock } from '../../kernel/clock.ts';
import type { LostCreation, Undo } from '../../kernel/resources.ts';
import type { Ec2Api } from '../api.ts';
import { awsCodeOf, isDenied } from '../errors.ts';
import { retryWhile } from '../retry-while.ts';
import { BUILD_TAG, RUN_TAG, tagValue } from '../tags.ts';
import { endFastLaunch } from './fast-launch.ts';
import { ec2Of, found, type UndoTools, unlessGone } from './tools.ts';

/** The EBS snapshots that an image is made of. */
export function snapshotIdsOf(image: Image | undefined): string[] {
  return (image?.BlockDeviceMappings ?? []).map(({ Ebs }) => Ebs?.SnapshotId).filter((id) => id !== undefined);
}

/**
 * Images are found by name, which EC2 keeps unique in a region. The name alone may be somebody else's: it has to be tagged
 * as this build's in this run, or made of what only this run had. The snapshots of an image go with it.
 */
export function imageUndo(tools: UndoTools): Undo {
  /** Images as they were before they were deregistered: EC2 forgets their snapshots then. */
  const remembered = new Map<string, Image>();
  /** Why the snapshots that EC2 prepared of an image may be left. It goes all the same: it is of no use to anybody. */
  const flaws = new Map<string, unknown>();

  const remove = async (ec2: Ec2Api, id: string, signal: AbortSignal): Promise<Image | undefined> => {
    const image = await imageById(ec2, id, signal);
    if (image === undefined) return remembered.get(id);
    remembered.set(id, image);
    try {
      await endFastLaunch(ec2, image, signal);
      flaws.delete(id);
    } catch (thrown) {
      signal.throwIfAborted();
      flaws.set(id, thrown);
    }
    await unlessGone(ec2.deregisterImage({ ImageId: id }, signal));
    return image;
  };

  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = [{ Name: 'name', Values: [intent.name] }];
      const { Images = [] } = await ec2.describeImages({ Owners: ['self'], Filters: filters }, signal);
      const ours = Images.filter((image) => isOf(runId, intent, image));
      return found(
        intent,
        ours.map(({ ImageId }) => ImageId),
      );
    },
    async request(resource, signal) {
      await remove(await ec2Of(tools, resource), resource.id, signal);
    },
    async confirm(resource, signal) {
      const ec2 = await ec2Of(tools, resource);
      const image = await remove(ec2, resource.id, signal);
      const snapshots = await snapshotsMadeFor(ec2, resource.id, image, signal);
      await deleteSnapshots(ec2, tools.clock, snapshots, signal);
      if (flaws.has(resource.id)) throw flaws.get(resource.id);
    },
  };
}

function isOf(
  runId: string,
  { build, madeOf }: LostCreation,
  { Tags, SourceInstanceId, SourceImageId }: Image,
): boolean {
  const run = tagValue(Tags, RUN_TAG);
  // Two builds of a run may be told to replace the image of one name: the one that came too late has made nothing.
  if ((tagValue(Tags, BUILD_TAG) ?? build) !== build) return false;
  if (run !== undefined || madeOf === undefined) return run === runId;
  return SourceInstanceId === madeOf || SourceImageId === madeOf;
}

/** EC2 needs a moment to believe that the image is gone; so many tries, over two minutes, are worth it. */
const FREE_AFTER_TRIES = 24;

/** A snapshot can't go before the images that are made of it: another one than ours may be, and stay. */
function isSnapshotInUse(thrown: unknown, attempt: number): boolean {
  return attempt < FREE_AFTER_TRIES && awsCodeOf(thrown) === 'InvalidSnapshot.InUse';
}

/** Deregisters an image of ours and deletes the snapshots that were made for it. Idempotent. */
export async function removeImage(ec2: Ec2Api, clock: Clock, imageId: string, signal: AbortSignal): Promise<void> {
  const image = await imageById(ec2, imageId, signal);
  if (image !== undefined) await unlessGone(ec2.deregisterImage({ ImageId: imageId }, signal));
  await deleteSnapshots(ec2, clock, await snapshotsMadeFor(ec2, imageId, image, signal), signal);
}

/** Deletes snapshots whose image was deregistered just now; what no longer exists is fine. */
export async function deleteSnapshots(
  ec2: Ec2Api,
  clock: Clock,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(
    ids.map((SnapshotId) =>
      retryWhile(clock, signal, isSnapshotInUse, () => unlessGone(ec2.deleteSnapshot({ SnapshotId }, signal))),
    ),
  );
}

/** Undefined: there is no such image (any more). */
export async function imageById(ec2: Ec2Api, id: string, signal: AbortSignal): Promise<Image | undefined> {
  try {
    return (await ec2.describeImages({ ImageIds: [id] }, signal)).Images?.[0];
  } catch (thrown) {
    if (awsCodeOf(thrown)?.startsWith('InvalidAMIID.') === true) return undefined;
    throw thrown;
  }
}

/**
 * The snapshots that EC2 made for an image. Not those that a template maps into it, which are the user's; and also those
 * that an unfinished image does not show yet.
 */
async function snapshotsMadeFor(
  ec2: Ec2Api,
  imageId: string,
  image: Image | undefined,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const mapped = snapshotIdsOf(image);
  // The descriptions that EC2 itself gives to such snapshots.
  const made = [`Created by CreateImage(*) for ${imageId}*`, `Copied for DestinationAmi ${imageId} *`];
  const look = async (Name: string, Values: string[]): Promise<Snapshot[]> =>
    Values.length === 0
      ? []
      : ((await ec2.describeSnapshots({ OwnerIds: ['self'], Filters: [{ Name, Values }] }, signal)).Snapshots ?? []);
  try {
    const [described, named] = await Promise.all([look('snapshot-id', mapped), look('description', made)]);
    const ours = described.filter((snapshot) => !isOlder(snapshot, image));
    return [...new Set([...ours, ...named].map(({ SnapshotId }) => SnapshotId))].filter((id) => id !== undefined);
  } catch (thrown) {
    if (isDenied(thrown)) return mapped;
    throw thrown;
  }
}

const SAME_TIME_MS = 60_000;

/** Whether a snapshot was there before the image, and so was not made for it. */
export function isOlder({ Tags, StartTime }: Snapshot, image: Image | undefined): boolean {
  if (tagValue(Tags, RUN_TAG) !== undefined || StartTime === undefined) return false;
  return StartTime.getTime() < Date.parse(image?.CreationDate ?? '') - SAME_TIME_MS;
}

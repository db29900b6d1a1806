import type { Image } from '@aws-sdk/client-ec2';
import type { Clock } from '../../kernel/clock.ts';
import type { ResourceRef } from '../../kernel/events.ts';
import type { Undo } from '../../kernel/resources.ts';
import type { Ec2Api } from '../api.ts';
import { awsCodeOf, isDenied } from '../errors.ts';
import { retryWhile } from '../retry-while.ts';
import { isSnapshotInUse } from './snapshot.ts';
import { ec2Of, found, ofRun, type UndoTools, unlessGone } from './tools.ts';

/** The EBS snapshots that an image is made of. */
export function snapshotIdsOf(image: Image | undefined): string[] {
  return (image?.BlockDeviceMappings ?? []).map(({ Ebs }) => Ebs?.SnapshotId).filter((id) => id !== undefined);
}

/** Images are found by name, which EC2 keeps unique in a region; their snapshots go with them. */
export function imageUndo(tools: UndoTools): Undo {
  /** Snapshots by image; EC2 forgets them when the image is deregistered. */
  const snapshots = new Map<string, readonly string[]>();
  /** Images that were not finished: they may not have shown all their snapshots yet. */
  const unfinished = new Set<string>();

  const deregister = async (resource: ResourceRef, signal: AbortSignal): Promise<void> => {
    const ec2 = await ec2Of(tools, resource);
    const image = await imageById(ec2, resource.id, signal);
    if (image === undefined) return;
    if (image.State !== 'available') unfinished.add(resource.id);
    snapshots.set(resource.id, [...new Set([...(snapshots.get(resource.id) ?? []), ...snapshotIdsOf(image)])]);
    await unlessGone(ec2.deregisterImage({ ImageId: resource.id }, signal));
  };

  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = [ofRun(runId), { Name: 'name', Values: [literal(intent.name)] }];
      const { Images = [] } = await ec2.describeImages({ Owners: ['self'], Filters: filters }, signal);
      return found(
        intent,
        Images.map(({ ImageId }) => ImageId),
      );
    },
    request: deregister,
    async confirm(resource, signal) {
      await deregister(resource, signal);
      const ec2 = await ec2Of(tools, resource);
      const known = snapshots.get(resource.id) ?? [];
      const hidden = unfinished.has(resource.id) ? await snapshotsMadeFor(ec2, resource.id, signal) : [];
      await deleteSnapshots(ec2, tools.clock, [...new Set([...known, ...hidden])], signal);
    },
  };
}

/**
 * The snapshots that EC2 made for an image, by the descriptions that it gives them. None where the credentials may not
 * look.
 */
async function snapshotsMadeFor(ec2: Ec2Api, imageId: string, signal: AbortSignal): Promise<readonly string[]> {
  const Values = [`Created by CreateImage(*) for ${imageId}*`, `Copied for DestinationAmi ${imageId} *`];
  try {
    const { Snapshots = [] } = await ec2.describeSnapshots(
      { OwnerIds: ['self'], Filters: [{ Name: 'description', Values }] },
      signal,
    );
    return Snapshots.map(({ SnapshotId }) => SnapshotId).filter((id) => id !== undefined);
  } catch (thrown) {
    if (isDenied(thrown)) return [];
    throw thrown;
  }
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
async function imageById(ec2: Ec2Api, id: string, signal: AbortSignal): Promise<Image | undefined> {
  try {
    return (await ec2.describeImages({ ImageIds: [id] }, signal)).Images?.[0];
  } catch (thrown) {
    if (awsCodeOf(thrown)?.startsWith('InvalidAMIID.') === true) return undefined;
    throw thrown;
  }
}

/** In filter values `*`, `?` and backslash have a meaning of their own. */
export function literal(value: string): string {
  return value.replace(/[\\*?]/g, '\\$&');
}

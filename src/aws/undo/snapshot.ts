import type { Undo } from '../../kernel/resources.ts';
import { BUILD_TAG } from '../tags.ts';
import { deleteSnapshots } from './image.ts';
import { ec2Of, found, ofRun, type UndoTools, unlessGone } from './tools.ts';

/** Snapshots that no image has taken with it; they are found by the name of their build. */
export function snapshotUndo(tools: UndoTools): Undo {
  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = [ofRun(runId), { Name: `tag:${BUILD_TAG}`, Values: [intent.name] }];
      const { Snapshots = [] } = await ec2.describeSnapshots({ OwnerIds: ['self'], Filters: filters }, signal);
      return found(
        intent,
        Snapshots.map(({ SnapshotId }) => SnapshotId),
      );
    },
    async request(resource, signal) {
      const ec2 = await ec2Of(tools, resource);
      await unlessGone(ec2.deleteSnapshot({ SnapshotId: resource.id }, signal));
    },
    async confirm(resource, signal) {
      await deleteSnapshots(await ec2Of(tools, resource), tools.clock, [resource.id], signal);
    },
  };
}

import type { Undo } from '../../kernel/resources.ts';
import { awsCodeOf } from '../errors.ts';
import { ec2Of, found, ofRun, onceFree, type UndoTools, unlessGone } from './tools.ts';

/** A snapshot can't go before the images that are made of it. */
export function isSnapshotInUse(thrown: unknown): boolean {
  return awsCodeOf(thrown) === 'InvalidSnapshot.InUse';
}

/** Snapshots are found by their name, which is the identifier of the snapshot itself. */
export function snapshotUndo(tools: UndoTools): Undo {
  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = [ofRun(runId), { Name: 'snapshot-id', Values: [intent.name] }];
      const { Snapshots = [] } = await ec2.describeSnapshots({ Filters: filters }, signal);
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
      const ec2 = await ec2Of(tools, resource);
      await onceFree(tools, signal, isSnapshotInUse, () => ec2.deleteSnapshot({ SnapshotId: resource.id }, signal));
    },
  };
}

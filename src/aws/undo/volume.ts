import type { Undo } from '../../kernel/resources.ts';
import { awsCodeOf } from '../errors.ts';
import { ec2Of, found, ofRun, onceFree, type UndoTools, unlessGone } from './tools.ts';

/** Volumes can't go before the instance that they are attached to. */
export function isVolumeInUse(thrown: unknown): boolean {
  return awsCodeOf(thrown) === 'VolumeInUse' || awsCodeOf(thrown) === 'IncorrectState';
}

/** Volumes are found by their name, which is the identifier of the volume itself. */
export function volumeUndo(tools: UndoTools): Undo {
  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = [ofRun(runId), { Name: 'volume-id', Values: [intent.name] }];
      const { Volumes = [] } = await ec2.describeVolumes({ Filters: filters }, signal);
      return found(
        intent,
        Volumes.map(({ VolumeId }) => VolumeId),
      );
    },
    async request(resource, signal) {
      const ec2 = await ec2Of(tools, resource);
      await unlessGone(ec2.deleteVolume({ VolumeId: resource.id }, signal));
    },
    async confirm(resource, signal) {
      const ec2 = await ec2Of(tools, resource);
      await onceFree(tools, signal, isVolumeInUse, () => ec2.deleteVolume({ VolumeId: resource.id }, signal));
    },
  };
}

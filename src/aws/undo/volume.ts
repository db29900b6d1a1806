import type { Undo } from '../../kernel/resources.ts';
import { awsCodeOf } from '../errors.ts';
import { BUILD_TAG } from '../tags.ts';
import { ec2Of, found, ofRun, onceFree, type UndoTools, unlessGone } from './tools.ts';

/** Volumes are found by the name of their build; they can't go before the instance that they are attached to. */
export function volumeUndo(tools: UndoTools): Undo {
  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const filters = [ofRun(runId), { Name: `tag:${BUILD_TAG}`, Values: [intent.name] }];
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

/** Volumes can't go before the instance that they are attached to. */
export function isVolumeInUse(thrown: unknown): boolean {
  return awsCodeOf(thrown) === 'VolumeInUse' || awsCodeOf(thrown) === 'IncorrectState';
}

import type { Instance } from '@aws-sdk/client-ec2';
import type { Undo } from '../../kernel/resources.ts';
import { isNotFound } from '../errors.ts';
import { BUILD_TAG } from '../tags.ts';
import { ec2Of, found, ofRun, onceFree, type UndoTools, unlessGone } from './tools.ts';
import { isVolumeInUse } from './volume.ts';

/** An instance that EC2 does not show for this long after it was asked about does not exist. */
const UNKNOWN_FOR_MS = 10_000;

/**
 * Instances are found by the name of their build: there is one for each. With an instance go the volumes that EC2 would
 * leave, because their mapping says `delete_on_termination = false`.
 */
export function instanceUndo(tools: UndoTools): Undo {
  /** Volumes by instance; EC2 forgets them when the instance is terminated. */
  const lasting = new Map<string, readonly string[]>();

  const noteVolumes = (id: string, instance: Instance | undefined): void => {
    const mappings = instance?.BlockDeviceMappings ?? [];
    if (mappings.length === 0) return;
    const volumes = mappings.filter(({ Ebs }) => Ebs?.DeleteOnTermination === false);
    lasting.set(
      id,
      volumes.map(({ Ebs }) => Ebs?.VolumeId).filter((volume) => volume !== undefined),
    );
  };

  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const { Reservations = [] } = await ec2.describeInstances(
        {
          Filters: [
            ofRun(runId),
            { Name: `tag:${BUILD_TAG}`, Values: [intent.name] },
            { Name: 'instance-state-name', Values: ['pending', 'running', 'shutting-down', 'stopping', 'stopped'] },
          ],
        },
        signal,
      );
      return found(
        intent,
        Reservations.flatMap(({ Instances = [] }) => Instances.map(({ InstanceId }) => InstanceId)),
      );
    },

    async request(resource, signal) {
      const ec2 = await ec2Of(tools, resource);
      const ids = { InstanceIds: [resource.id] };
      const [described] = await Promise.allSettled([
        ec2.describeInstances(ids, signal),
        unlessGone(ec2.terminateInstances(ids, signal)),
      ]);
      if (described.status === 'fulfilled') noteVolumes(resource.id, described.value.Reservations?.[0]?.Instances?.[0]);
    },

    async confirm(resource, signal) {
      const aws = await tools.aws(resource.kind, resource);
      const ec2 = aws.ec2(resource.region);
      const started = tools.clock.monotonic();
      let asked = false;
      const state = await aws.poller(resource.region).instance(
        resource.id,
        (instance) => {
          noteVolumes(resource.id, instance);
          const name = instance?.State?.Name;
          if (name === 'terminated') return 'terminated';
          if (name === undefined) {
            return tools.clock.monotonic() - started >= UNKNOWN_FOR_MS ? 'unknown' : undefined;
          }
          if (name !== 'shutting-down' && !asked) return 'running';
          asked = true;
          return undefined;
        },
        { signal },
      );
      if (state === 'running') {
        await ec2.terminateInstances({ InstanceIds: [resource.id] }, signal).catch((thrown: unknown) => {
          if (!isNotFound(thrown)) throw thrown;
        });
        await aws
          .poller(resource.region)
          .instance(
            resource.id,
            (instance) => (['terminated', undefined].includes(instance?.State?.Name) ? true : undefined),
            { signal },
          );
      }
      for (const VolumeId of lasting.get(resource.id) ?? []) {
        await onceFree(tools, signal, isVolumeInUse, () => ec2.deleteVolume({ VolumeId }, signal));
      }
    },
  };
}

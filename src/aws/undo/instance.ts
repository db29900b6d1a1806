import type { Filter, Instance } from '@aws-sdk/client-ec2';
import type { ResourceRef } from '../../kernel/events.ts';
import type { Undo } from '../../kernel/resources.ts';
import type { Ec2Api } from '../api.ts';
import type { StatusPoller } from '../status-poller.ts';
import { BUILD_TAG, RUN_TAG, tagValue } from '../tags.ts';
import { ec2Of, found, ofRun, onceFree, type UndoTools, unlessGone } from './tools.ts';
import { isVolumeInUse } from './volume.ts';

/** An instance that EC2 does not show for this long after it was first asked for does not exist (any more). */
const UNKNOWN_FOR_MS = 10_000;

/** No instance is terminated sooner than this after it was told to be; the local cloud's come close. */
const TERMINATED_AFTER_MS = 500;

/**
 * Instances are found by the name of their build, of which there is one for each, and by their client token. With an
 * instance go the volumes that EC2 would leave because their mapping says `delete_on_termination = false`: the image takes
 * that setting over, but the volumes of the build itself are of no use to anybody.
 */
export function instanceUndo(tools: UndoTools): Undo {
  /** Volumes that outlive their instance, by instance; EC2 forgets them when it is terminated. */
  const lasting = new Map<string, readonly string[]>();
  /** When instances were told to terminate, by the monotonic clock. */
  const toldAt = new Map<string, number>();

  const noteVolumes = (id: string, instance: Instance | undefined): void => {
    const mappings = instance?.BlockDeviceMappings ?? [];
    if (mappings.length === 0) return;
    const volumes = mappings.filter(({ Ebs }) => Ebs?.DeleteOnTermination === false).map(({ Ebs }) => Ebs?.VolumeId);
    lasting.set(
      id,
      volumes.filter((volume) => volume !== undefined),
    );
  };

  return {
    async find(intent, runId, signal) {
      const ec2 = await ec2Of(tools, intent);
      const alive = {
        Name: 'instance-state-name',
        Values: ['pending', 'running', 'shutting-down', 'stopping', 'stopped'],
      };
      const look = async (...filters: readonly Filter[]): Promise<readonly (string | undefined)[]> => {
        const { Reservations = [] } = await ec2.describeInstances({ Filters: [...filters, alive] }, signal);
        return Reservations.flatMap(({ Instances = [] }) => Instances).map(({ InstanceId }) => InstanceId);
      };
      const ids = await Promise.all([
        look(ofRun(runId), { Name: `tag:${BUILD_TAG}`, Values: [intent.name] }),
        // What could not be tagged has the token of its launch still; an instance of a fleet has another one.
        look({ Name: 'client-token', Values: [`${intent.token}-*`] }),
      ]);
      return found(intent, [...new Set(ids.flat())]);
    },

    async request(resource, signal) {
      const aws = await tools.aws(resource.kind, resource);
      const [described, terminated] = await Promise.allSettled([
        // By the poller: many instances that go at the same time are looked at in one call.
        aws
          .poller(resource.region)
          .instance<{ instance: Instance | undefined }>(resource.id, (instance) => ({ instance }), {
            signal,
            mayBeGone: true,
          }),
        unlessGone(aws.batches(resource.region).terminate(resource.id, signal)),
      ]);
      if (described.status === 'fulfilled') noteVolumes(resource.id, described.value.instance);
      if (terminated.status === 'rejected') throw terminated.reason;
      toldAt.set(resource.id, tools.clock.monotonic());
    },

    async confirm(resource, signal) {
      const aws = await tools.aws(resource.kind, resource);
      const ec2 = aws.ec2(resource.region);
      const poller = aws.poller(resource.region);
      const told = toldAt.get(resource.id) ?? Number.NEGATIVE_INFINITY;
      const firstLookMs = Math.max(0, told + TERMINATED_AFTER_MS - tools.clock.monotonic());
      let seen = await ended(poller, resource, tools, signal, { firstLookMs });
      noteVolumes(resource.id, seen.instance);
      if (seen.state === 'running') {
        await unlessGone(ec2.terminateInstances({ InstanceIds: [resource.id] }, signal));
        seen = await ended(poller, resource, tools, signal, { isAsked: true });
      }
      const volumes = lasting.get(resource.id) ?? (await volumesOf(ec2, seen.instance, signal));
      for (const VolumeId of volumes) {
        await onceFree(tools, signal, isVolumeInUse, () => ec2.deleteVolume({ VolumeId }, signal));
      }
    },
  };
}

interface End {
  /** `running` also stands for every other state that an instance only leaves when it is told to. */
  readonly state: 'terminated' | 'unknown' | 'running';
  readonly instance?: Instance;
}

/** Waits until the instance is terminated; returns at once when it was not even asked to be. */
function ended(
  poller: StatusPoller,
  { id }: ResourceRef,
  { clock }: UndoTools,
  signal: AbortSignal,
  { isAsked = false, firstLookMs = 0 }: { readonly isAsked?: boolean; readonly firstLookMs?: number } = {},
): Promise<End> {
  const start = clock.monotonic();
  const remainingMs = (): number => start + firstLookMs - clock.monotonic();
  return poller.instance<End>(
    id,
    (instance) => {
      const state = instance?.State?.Name;
      if (instance === undefined || state === undefined) {
        return clock.monotonic() - start >= UNKNOWN_FOR_MS ? { state: 'unknown' } : undefined;
      }
      if (state === 'terminated') return { state, instance };
      return state === 'shutting-down' || isAsked ? undefined : { state: 'running', instance };
    },
    { signal, firstLookMs, remainingMs, mayBeGone: true },
  );
}

/** For an instance that was terminated before anybody looked at its volumes: they carry the tags of its launch. */
async function volumesOf(ec2: Ec2Api, instance: Instance | undefined, signal: AbortSignal): Promise<readonly string[]> {
  const run = tagValue(instance?.Tags, RUN_TAG);
  const build = tagValue(instance?.Tags, BUILD_TAG);
  if (run === undefined || build === undefined) return [];
  const { Volumes = [] } = await ec2.describeVolumes(
    { Filters: [ofRun(run), { Name: `tag:${BUILD_TAG}`, Values: [build] }] },
    signal,
  );
  return Volumes.map(({ VolumeId }) => VolumeId).filter((id) => id !== undefined);
}

import type { DescribeFastLaunchImagesSuccessItem, Image, Instance, Snapshot } from '@aws-sdk/client-ec2';
import type { Clock } from '../kernel/clock.ts';
import type { Ec2Api } from './api.ts';
import { describeFastLaunch } from './polling/describe-fast-launch.ts';
import { KindPoller } from './polling/kind-poller.ts';
import { Slowness } from './polling/pace.ts';
import { DEFAULT_POLLING, type Polling } from './polling/settings.ts';

/** What can be waited for, and what EC2 tells of it. */
export interface Described {
  readonly instance: Instance;
  readonly image: Image;
  readonly snapshot: Snapshot;
  /** Fast launch of a Windows image, by the image's identifier. */
  readonly 'fast-launch': DescribeFastLaunchImagesSuccessItem;
}
export type PolledKind = keyof Described;

/**
 * Judges what EC2 tells at the moment: a result ends the wait, undefined goes on, an exception fails it. It is given
 * undefined while EC2 does not know the resource: not yet, right after it was made, or not any more.
 */
export type Judge<K extends PolledKind, T> = (described: Described[K] | undefined) => T | undefined;

export interface WaitOptions {
  readonly signal: AbortSignal;
  /** A fixed time between two looks, in milliseconds; absent: as polling/pace.ts and `aws_polling` say. */
  readonly paceMs?: number;
  /** The first look is due after this long; absent: at once. For what was only just told to change. Milliseconds. */
  readonly firstLookMs?: number;
  /** How long it probably still takes, in milliseconds; less than 0: it is overdue. Around its end it is looked at more often. */
  readonly remainingMs?: () => number | undefined;
  /** What else than the state shows that AWS is at work: another value is progress. */
  readonly progress?: () => string | number;
  /** Told after each look that does not end the wait; `state` is undefined as long as EC2 shows nothing. */
  readonly onLook?: (state: string | undefined, waitedMs: number) => void;
  /** The judge itself decides what it means when EC2 does not show the resource (any more). */
  readonly mayBeGone?: boolean;
}

/**
 * Watches the states of all that the builds of one region wait for. What is due at about the same time is asked for in
 * one Describe call per kind. There is no longest time, unless `aws_polling` sets one: a wait ends by its judge, by its
 * signal, or with BakeError `resource-gone` when what was seen is not shown any more.
 */
export class StatusPoller {
  readonly #instances: KindPoller<'instance'>;
  readonly #images: KindPoller<'image'>;
  readonly #snapshots: KindPoller<'snapshot'>;
  readonly #fastLaunches: KindPoller<'fast-launch'>;

  constructor(ec2: Ec2Api, clock: Clock, polling: Polling = DEFAULT_POLLING) {
    const common = { clock, polling, slowness: new Slowness() };
    // By filter and not by id: one id that is unknown would fail the call for all others.
    const filter = (Name: string, Values: readonly string[]) => ({ Filters: [{ Name, Values: [...Values] }] });
    this.#instances = new KindPoller({
      ...common,
      kind: 'instance',
      stateOf: ({ State }) => State?.Name ?? 'unknown',
      describe: async (ids, signal) => {
        const { Reservations = [] } = await ec2.describeInstances(filter('instance-id', ids), signal);
        return byId(
          Reservations.flatMap(({ Instances = [] }) => Instances),
          ({ InstanceId }) => InstanceId,
        );
      },
    });
    this.#images = new KindPoller({
      ...common,
      kind: 'image',
      stateOf: ({ State }) => State ?? 'unknown',
      describe: async (ids, signal) => {
        const { Images = [] } = await ec2.describeImages(filter('image-id', ids), signal);
        return byId(Images, ({ ImageId }) => ImageId);
      },
    });
    this.#snapshots = new KindPoller({
      ...common,
      kind: 'snapshot',
      stateOf: ({ State, Progress }) => `${State ?? 'unknown'} ${Progress ?? ''}`.trim(),
      describe: async (ids, signal) => {
        const { Snapshots = [] } = await ec2.describeSnapshots(filter('snapshot-id', ids), signal);
        return byId(Snapshots, ({ SnapshotId }) => SnapshotId);
      },
    });
    this.#fastLaunches = new KindPoller({
      ...common,
      kind: 'fast-launch',
      stateOf: ({ State }) => State ?? 'unknown',
      describe: async (ids, signal) => byId(await describeFastLaunch(ec2, ids, signal), ({ ImageId }) => ImageId),
    });
  }

  /** Looks at an instance at once and then again and again, until the judge has a result. */
  instance<T>(id: string, judge: Judge<'instance', T>, options: WaitOptions): Promise<T> {
    return this.#instances.wait(id, judge, options);
  }

  image<T>(id: string, judge: Judge<'image', T>, options: WaitOptions): Promise<T> {
    return this.#images.wait(id, judge, options);
  }

  snapshot<T>(id: string, judge: Judge<'snapshot', T>, options: WaitOptions): Promise<T> {
    return this.#snapshots.wait(id, judge, options);
  }

  fastLaunch<T>(imageId: string, judge: Judge<'fast-launch', T>, options: WaitOptions): Promise<T> {
    return this.#fastLaunches.wait(imageId, judge, options);
  }
}

function byId<D>(described: readonly D[], idOf: (item: D) => string | undefined): ReadonlyMap<string, D> {
  return new Map(described.map((item) => [idOf(item) ?? '', item]));
}

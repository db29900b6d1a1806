import { describe, expect, it } from '@jest/globals';
import type { Ec2Api } from '../../../src/aws/api.ts';
import { StatusPoller } from '../../../src/aws/status-poller.ts';
import type { Bake } from '../../../src/builders/amazon-ebs/site.ts';
import { SnapshotProgress } from '../../../src/builders/amazon-ebs/snapshot-progress.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** An image that is made of two snapshots; a test sets how far each of them is, in per cent. */
function rig() {
  const clock = new VirtualClock();
  const { signal } = new AbortController();
  const progress = { 'snap-1': 0, 'snap-2': 0 };
  const looksAtSnapshots: number[] = [];
  const isComplete = (): boolean => Object.values(progress).every((percent) => percent === 100);
  const ebs = Object.keys(progress).map((SnapshotId) => ({ Ebs: { SnapshotId } }));
  const ec2: Partial<Ec2Api> = {
    describeImages: async () => {
      const State = isComplete() ? 'available' : 'pending';
      return { $metadata: {}, Images: [{ ImageId: 'ami-1', State, BlockDeviceMappings: ebs }] };
    },
    describeSnapshots: async () => {
      looksAtSnapshots.push(clock.monotonic());
      const Snapshots = Object.entries(progress).map(([SnapshotId, percent]) => ({
        SnapshotId,
        State: percent === 100 ? ('completed' as const) : ('pending' as const),
        Progress: `${percent}%`,
      }));
      return { $metadata: {}, Snapshots };
    },
  };
  const poller = new StatusPoller(ec2 as Ec2Api, clock);
  const context = { clock, signal, build: 'amazon-ebs.x', emit: () => undefined };
  const bake = { context, aws: { poller: () => poller } } as unknown as Bake;
  const followed = new SnapshotProgress(bake, 'us-east-1', 'ami-1');
  const available = poller.image(
    'ami-1',
    (image) => {
      followed.follow(image);
      return image?.State === 'available' ? clock.monotonic() : undefined;
    },
    { signal, remainingMs: () => followed.remainingMs() },
  );
  return { clock, progress, followed, available, looksAtSnapshots };
}

describe('the progress of snapshots', () => {
  it('says when the slowest of them will be complete, and how long that is overdue', async () => {
    const { clock, progress, followed, available } = rig();
    expect(followed.remainingMs()).toBeUndefined();
    await clock.advance(1_000);
    Object.assign(progress, { 'snap-1': 80, 'snap-2': 19.5 });
    await clock.advance(1_000);
    // EC2 says 19, which is 19.5 on average, after two seconds.
    expect(followed.remainingMs()).toBeCloseTo((2_000 * 80.5) / 19.5, 0);
    await clock.advance(2_900);
    expect(followed.remainingMs()).toBeCloseTo((2_000 * 80.5) / 19.5 - 2_900, 0);
    Object.assign(progress, { 'snap-1': 100, 'snap-2': 100 });
    await clock.advance(60_000);
    followed.end();
    expect(await available).toBeLessThan(15_000);
  });

  it('brings the look at the image forward when they are complete sooner than it seemed', async () => {
    const { clock, progress, followed, available, looksAtSnapshots } = rig();
    Object.assign(progress, { 'snap-1': 10, 'snap-2': 10 });
    await clock.advance(11_000);
    const foreseen = clock.monotonic() + (followed.remainingMs() ?? 0);
    Object.assign(progress, { 'snap-1': 100, 'snap-2': 100 });
    await clock.advance(20_000);
    followed.end();
    expect(await available).toBe(looksAtSnapshots.at(-1));
    expect(await available).toBeLessThan(foreseen - 5_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Ec2Api } from '../../src/aws/api.ts';
import { DEFAULT_POLLING, type Polling } from '../../src/aws/polling/settings.ts';
import { StatusPoller, type WaitOptions } from '../../src/aws/status-poller.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** An EC2 whose images and instances a test sets, and which counts what it is asked. */
class Ec2 {
  readonly asked: { readonly at: number; readonly ids: readonly string[] }[] = [];
  readonly states = new Map<string, string>();
  failure: Error | undefined;
  readonly clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.clock = clock;
  }

  get api(): Ec2Api {
    const answer = (input: { Filters?: { Values?: string[] | undefined }[] | undefined }): string[] => {
      const ids = input.Filters?.[0]?.Values ?? [];
      this.asked.push({ at: this.clock.monotonic(), ids });
      if (this.failure !== undefined) throw this.failure;
      return ids.filter((id) => this.states.has(id));
    };
    const api: Partial<Ec2Api> = {
      describeImages: async (input) => ({
        $metadata: {},
        Images: answer(input).map((id) => ({ ImageId: id, State: this.states.get(id) as 'available' })),
      }),
      describeInstances: async (input) => ({
        $metadata: {},
        Reservations: [
          {
            Instances: answer(input).map((id) => ({
              InstanceId: id,
              State: { Name: this.states.get(id) as 'running' },
            })),
          },
        ],
      }),
    };
    return api as Ec2Api;
  }
}

function rig(polling: Partial<Polling> = {}) {
  const clock = new VirtualClock();
  const ec2 = new Ec2(clock);
  const poller = new StatusPoller(ec2.api, clock, { ...DEFAULT_POLLING, ...polling });
  const { signal, controller } = withController();
  const until = (id: string, state: string, options: Partial<WaitOptions> = {}) =>
    poller.image(id, (image) => (image?.State === state ? clock.monotonic() : undefined), {
      signal,
      paceMs: 5_000,
      mayBeGone: true,
      ...options,
    });
  return { clock, ec2, poller, until, controller };
}

function withController() {
  const controller = new AbortController();
  return { controller, signal: controller.signal };
}

describe('the status poller', () => {
  it('looks at once, and then at the pace that is wanted', async () => {
    const { clock, ec2, until } = rig();
    const done = until('ami-1', 'available');
    await clock.advance(12_000);
    ec2.states.set('ami-1', 'available');
    await clock.advance(3_000);
    expect(await done).toBe(15_000);
    expect(ec2.asked.map(({ at }) => at)).toEqual([0, 5_000, 10_000, 15_000]);
    await clock.advance(60_000);
    expect(ec2.asked).toHaveLength(4);
    expect(clock.sleeping).toBe(0);
  });

  it('asks for all that wait in one call, and brings latecomers into step', async () => {
    const { clock, ec2, until } = rig();
    const first = [until('ami-1', 'available'), until('ami-2', 'available')];
    await clock.advance(3_000);
    const late = until('ami-3', 'available');
    await clock.advance(0);
    for (const id of ['ami-1', 'ami-2', 'ami-3']) ec2.states.set(id, 'available');
    await clock.advance(10_000);
    expect(await Promise.all([...first, late])).toEqual([8_000, 8_000, 8_000]);
    expect(ec2.asked).toEqual([
      { at: 0, ids: ['ami-1', 'ami-2'] },
      { at: 3_000, ids: ['ami-1', 'ami-2', 'ami-3'] },
      { at: 8_000, ids: ['ami-1', 'ami-2', 'ami-3'] },
    ]);
  });

  it('asks for two hundred at a time', async () => {
    const { clock, ec2, until } = rig();
    const ids = Array.from({ length: 450 }, (_, index) => `ami-${index}`);
    for (const id of ids) ec2.states.set(id, 'available');
    const all = Promise.all(ids.map((id) => until(id, 'available')));
    await clock.advance(0);
    await all;
    expect(ec2.asked.map((call) => call.ids.length)).toEqual([200, 200, 50]);
  });

  it('slows down while it is throttled, and is fast again afterwards', async () => {
    const { clock, ec2, until } = rig();
    ec2.failure = Object.assign(new Error('Slow down'), { name: 'RequestLimitExceeded' });
    const done = until('ami-1', 'available');
    await clock.advance(30_000);
    expect(ec2.asked.map(({ at }) => at)).toEqual([0, 10_000, 30_000]);
    ec2.failure = undefined;
    await clock.advance(40_000);
    await clock.advance(60_000);
    expect(ec2.asked.slice(3).map(({ at }) => at)).toEqual([
      70_000, 90_000, 100_000, 105_000, 110_000, 115_000, 120_000, 125_000, 130_000,
    ]);
    ec2.states.set('ami-1', 'available');
    await clock.advance(5_000);
    expect(await done).toBe(135_000);
  });

  it('goes on when AWS fails for a moment, and passes on what will not get better', async () => {
    const { clock, ec2, until } = rig();
    ec2.failure = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    const done = until('ami-1', 'available');
    const settled = expect(done).rejects.toThrow('no permission');
    await clock.advance(5_000);
    ec2.failure = Object.assign(new Error('no permission'), { name: 'UnauthorizedOperation' });
    await clock.advance(5_000);
    await settled;
    expect(clock.sleeping).toBe(0);
  });

  it('ends a wait that its judge fails, and no other', async () => {
    const { clock, ec2, poller, until, controller } = rig();
    ec2.states.set('i-1', 'terminated');
    const failing = poller.instance(
      'i-1',
      (instance) => {
        throw new Error(`it is ${instance?.State?.Name}`);
      },
      { signal: controller.signal },
    );
    const settled = expect(failing).rejects.toThrow('it is terminated');
    const other = until('ami-1', 'available');
    await clock.advance(0);
    await settled;
    ec2.states.set('ami-1', 'available');
    await clock.advance(5_000);
    expect(await other).toBe(5_000);
  });

  it('ends a wait with its signal, and stops looking when nobody waits', async () => {
    const { clock, ec2, until } = rig();
    const { controller, signal } = withController();
    const done = until('ami-1', 'available', { signal });
    const settled = expect(done).rejects.toMatchObject({
      code: 'cancelled',
      message: 'Cancelled while waiting for image ami-1',
    });
    await clock.advance(7_000);
    controller.abort();
    await settled;
    await clock.advance(60_000);
    expect(ec2.asked).toHaveLength(2);
    expect(clock.sleeping).toBe(0);
  });

  it('looks often at first and less often later, so that what is quick is seen quickly', async () => {
    const { clock, ec2, poller, controller } = rig();
    ec2.states.set('ami-1', 'pending');
    const done = poller.image('ami-1', (image) => (image?.State === 'available' ? clock.monotonic() : undefined), {
      signal: controller.signal,
    });
    await clock.advance(1_400);
    ec2.states.set('ami-1', 'available');
    await clock.advance(10_000);
    expect(await done).toBe(2_000);
    expect(ec2.asked.map(({ at }) => at)).toEqual([0, 2_000]);
  });

  describe('between two looks at an image', () => {
    async function gaps(remaining: (at: number) => number | undefined): Promise<readonly number[]> {
      const { clock, ec2, poller, controller } = rig();
      ec2.states.set('ami-1', 'pending');
      const wait = poller.image('ami-1', () => undefined, {
        signal: controller.signal,
        remainingMs: () => remaining(clock.monotonic()),
      });
      const settled = expect(wait).rejects.toThrow('Cancelled');
      await clock.advance(100_000);
      controller.abort();
      await settled;
      return ec2.asked.slice(1).map(({ at }, index) => at - (ec2.asked[index]?.at ?? 0));
    }

    it('takes five seconds at most where the end can not be foreseen', async () => {
      const taken = await gaps(() => undefined);
      expect(Math.max(...taken)).toBe(5_000);
      expect(taken.at(-1)).toBe(5_000);
    });

    it('takes longer as long as the end is far, looks closely when it has come, and less so the longer it is overdue', async () => {
      const taken = await gaps((at) => 40_000 - at);
      expect(taken.slice(0, 6)).toEqual([15_000, 15_000, 10_000, 500, 500, 500]);
      const overdue = taken.slice(3);
      expect(overdue).toEqual([...overdue].sort((a, b) => a - b));
      expect(overdue.at(-1)).toBe(5_000);
    });
  });

  it('misses the end of what an instance does by a second at first, and by two at most', async () => {
    const { clock, ec2, poller, controller } = rig();
    ec2.states.set('i-1', 'stopping');
    const wait = poller.instance('i-1', () => undefined, { signal: controller.signal });
    const settled = expect(wait).rejects.toThrow('Cancelled');
    await clock.advance(120_000);
    controller.abort();
    await settled;
    const taken = ec2.asked.slice(1).map(({ at }, index) => at - (ec2.asked[index]?.at ?? 0));
    expect(taken.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 1_000));
    expect(Math.max(...taken)).toBe(2_000);
  });

  it('tells all that wait for the same thing what one of them asked, and none before its first look is due', async () => {
    const { clock, ec2, until } = rig();
    ec2.states.set('ami-1', 'pending');
    const patient = until('ami-1', 'available', { paceMs: 30_000 });
    const later = until('ami-1', 'available', { firstLookMs: 20_000 });
    await clock.advance(7_000);
    ec2.states.set('ami-1', 'available');
    const now = until('ami-1', 'available');
    await clock.advance(20_000);
    expect(await Promise.all([patient, now, later])).toEqual([7_000, 7_000, 20_000]);
    expect(ec2.asked.map(({ at }) => at)).toEqual([0, 7_000, 20_000]);
  });

  it('ends a wait for what was there and is shown no more, after several looks', async () => {
    const { clock, ec2, until } = rig();
    ec2.states.set('ami-1', 'pending');
    const done = until('ami-1', 'available', { mayBeGone: false });
    const settled = expect(done).rejects.toMatchObject({
      code: 'resource-gone',
      message: 'The image ami-1 is gone: EC2 showed it as pending, and does not any more',
    });
    await clock.advance(7_000);
    ec2.states.delete('ami-1');
    await clock.advance(10_000);
    expect(clock.sleeping).toBe(1);
    await clock.advance(10_000);
    await settled;
  });

  it('does not mind when EC2 does not show for a moment what it showed before', async () => {
    const { clock, ec2, until } = rig();
    ec2.states.set('ami-1', 'pending');
    const done = until('ami-1', 'available', { mayBeGone: false });
    await clock.advance(7_000);
    ec2.states.delete('ami-1');
    await clock.advance(12_000);
    ec2.states.set('ami-1', 'available');
    await clock.advance(6_000);
    expect(await done).toBe(20_000);
  });

  it('waits five minutes for what was made and is not shown yet', async () => {
    const { clock, until } = rig();
    const done = until('ami-1', 'available', { mayBeGone: false });
    const settled = expect(done).rejects.toMatchObject({ code: 'resource-never-seen' });
    await clock.advance(299_000);
    expect(clock.sleeping).toBe(1);
    await clock.advance(10_000);
    await settled;
  });

  it('ends a wait that stands still where aws_polling says so, and none that makes progress', async () => {
    const { clock, ec2, until } = rig({ paceMs: 5_000, stalledAfterMs: 60_000 });
    ec2.states.set('ami-1', 'pending');
    let percent = 0;
    const done = until('ami-1', 'available', { progress: () => percent });
    const settled = expect(done).rejects.toMatchObject({
      code: 'wait-stalled',
      message: 'No progress for 1 minute while waiting for image ami-1 (pending, after 2 minutes 35 seconds)',
    });
    await clock.advance(45_000);
    percent = 10;
    await clock.advance(45_000);
    percent = 20;
    await clock.advance(120_000);
    await settled;
  });

  it('names the state that a wait ended in, when its signal ends it', async () => {
    const { clock, ec2, until, controller } = rig();
    ec2.states.set('ami-1', 'pending');
    const done = until('ami-1', 'available', { signal: controller.signal });
    const settled = expect(done).rejects.toThrow(
      'Cancelled while waiting for image ami-1 (pending, after 1 minute 2 seconds)',
    );
    await clock.advance(62_000);
    controller.abort();
    await settled;
  });

  it('asks four times a second at most, however many begin to wait', async () => {
    const { clock, ec2, until } = rig();
    for (let index = 0; index < 50; index += 1) {
      void until(`ami-${index}`, 'available').catch(() => undefined);
      await clock.advance(100);
    }
    expect(ec2.asked.length).toBeLessThanOrEqual(21);
  });
});

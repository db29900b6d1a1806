import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays, realisticDelays } from '../../../src/local-cloud/options.ts';
import { Rig } from './support/rig.ts';

const never = new AbortController().signal;

/** Has somebody else deregister the image that a bake waits for. */
async function deregisterMeanwhile(rig: Rig, afterMs: number): Promise<void> {
  for (;;) {
    const [image] = await rig.ownImages();
    if (image?.ImageId !== undefined) {
      await rig.clock.sleep(afterMs);
      const aws = await rig.connections.open({ region: 'us-east-1' });
      await aws.ec2('us-east-1').deregisterImage({ ImageId: image.ImageId }, never);
      return;
    }
    await rig.clock.sleep(1_000);
  }
}

/** As another build with force_deregister does it that comes a moment later. */
async function deregisterAtOnce(rig: Rig): Promise<void> {
  const aws = await rig.connections.open({ region: 'us-east-1' });
  for (;;) {
    const { ImageId } = (await aws.ec2('us-east-1').describeImages({ Owners: ['self'] }, never)).Images?.[0] ?? {};
    if (ImageId !== undefined) {
      await aws.ec2('us-east-1').deregisterImage({ ImageId }, never);
      return;
    }
    await rig.clock.sleep(500);
  }
}

describe('the stop of a machine', () => {
  it('that has terminated itself meanwhile says so at once, and what to write', async () => {
    const rig = new Rig({
      cloud: { delays: quickDelays },
      provision: async (_, { ID }) => {
        const aws = await rig.connections.open({ region: 'us-east-1' });
        await aws.ec2('us-east-1').terminateInstances({ InstanceIds: [typeof ID === 'string' ? ID : ''] }, never);
        await rig.clock.sleep(60_000);
      },
    });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({
      code: 'instance-lost',
      message: expect.stringMatching(/^The instance i-\w+ is terminated, so no image can be made of it/),
      hint: expect.stringContaining('shutdown_behavior = "stop"'),
    });
    expect(left).toEqual([]);
    expect(rig.calls().filter((action) => action === 'StopInstances')).toHaveLength(1);
  });
});

describe('the wait for an image', () => {
  it('ends when somebody else deregisters it, and leaves nothing of it', async () => {
    const rig = new Rig({ cloud: { delays: realisticDelays } });
    void deregisterMeanwhile(rig, 20_000);
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({
      code: 'image-deregistered',
      message: expect.stringMatching(
        /^The AMI ami-\w+ in us-east-1 was deregistered by somebody else while it was being made$/,
      ),
      hint: expect.stringContaining('the name "app-1"'),
    });
    expect(left).toEqual([]);
    assertEmpty(rig.cloud);
    expect(rig.clock.sleeping).toBe(0);
  });

  it('ends in the same way when that was done before anybody saw it', async () => {
    const rig = new Rig({ cloud: { delays: realisticDelays } });
    void deregisterAtOnce(rig);
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ code: 'image-deregistered' });
    expect(left).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('costs no five seconds where the image is there after one and a half', async () => {
    const rig = new Rig({ cloud: { delays: { ...quickDelays, image: 1_500 } } });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    const [create] = rig.realCalls.filter(({ action }) => action === 'CreateImage');
    const [tags] = rig.realCalls.filter(
      ({ action, parameters }) => action === 'CreateTags' && parameters['DryRun'] === undefined,
    );
    expect((tags?.at ?? 0) - (create?.at ?? 0)).toBeLessThanOrEqual(2_500);
  });

  it('tells how far the snapshots are and how long it lasts, and is exact at the end', async () => {
    const rig = new Rig({ cloud: { delays: { ...realisticDelays, image: 180_000 } } });
    expect((await rig.bake()).error).toBeUndefined();
    const told = rig.events.flatMap((event) =>
      event.type === 'waiting' && /^the AMI ami-\w+ in us-east-1$/.test(event.what) ? [event] : [],
    );
    expect(new Set(told.map(({ state }) => state))).toEqual(new Set(['pending']));
    const percents = told.flatMap(({ percent }) => percent ?? []);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(new Set(percents).size).toBeGreaterThan(5);
    expect(told.at(-1)?.elapsedMs).toBeGreaterThan(150_000);
    const [create] = rig.realCalls.filter(({ action }) => action === 'CreateImage');
    const [tags] = rig.realCalls.filter(
      ({ action, parameters }) => action === 'CreateTags' && parameters['DryRun'] === undefined,
    );
    expect((tags?.at ?? 0) - (create?.at ?? 0)).toBeLessThanOrEqual(182_000);
  });

  it('goes on as long as there is progress, whatever aws_polling says', async () => {
    const rig = new Rig({
      cloud: { delays: { ...realisticDelays, image: 1_200_000 } },
      source: 'aws_polling {\n  delay_seconds = 5\n  max_attempts = 20\n}',
    });
    expect((await rig.bake()).error).toBeUndefined();
  });

  it('ends where it stands still for as long as aws_polling says, and keeps what may still grow', async () => {
    const rig = new Rig({
      cloud: { delays: { ...realisticDelays, image: 360_000_000 } },
      source: 'aws_polling {\n  delay_seconds = 5\n  max_attempts = 20\n}',
    });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({
      code: 'image-not-watched',
      message: expect.stringContaining('No progress for 1 minute 40 seconds while waiting for image ami-'),
      hint: expect.stringContaining('aws ec2 describe-images --region us-east-1'),
    });
    expect(left).toEqual([]);
    expect(await rig.ownImages()).toHaveLength(1);
  });
});

describe('three builds of one name with -force', () => {
  it('all end: the last one has the image, and the others say what happened to theirs', async () => {
    const rigs = [0, 1, 2].map((index) => index);
    const first = new Rig({ force: true, cloud: { delays: realisticDelays } });
    const others = rigs.slice(1).map(() => new Rig({ force: true, shares: first }));
    const outcomes = await Promise.all(
      [first, ...others].map(async (rig, index) => {
        await first.clock.sleep(index * 15_000);
        return rig.bake();
      }),
    );
    const codes = outcomes.map(({ error }) => (error as { code?: string } | undefined)?.code ?? 'succeeded');
    expect(codes.toSorted()).toEqual(['image-deregistered', 'image-deregistered', 'succeeded']);
    expect(outcomes.map(({ left }) => left)).toEqual([[], [], []]);
    expect(await first.ownImages()).toHaveLength(1);
    assertEmpty(first.cloud);
  });
});

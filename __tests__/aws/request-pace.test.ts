import { describe, expect, it } from '@jest/globals';
import { AwsConnections } from '../../src/aws/connections.ts';
import { RequestPace } from '../../src/aws/request-pace.ts';
import { createLocalCloud } from '../../src/local-cloud/cloud.ts';
import { ec2RequestBuckets } from '../../src/local-cloud/options.ts';
import { requestHandlerFor } from '../../src/local-cloud/request-handler.ts';
import { countingIds } from '../support/local-cloud.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const never = new AbortController().signal;

describe('the pace of calls', () => {
  it('holds nothing up as long as nothing is throttled, and nothing else when something is', async () => {
    const clock = new VirtualClock();
    const pace = new RequestPace(clock);
    await pace.turn('RunInstances', never);
    pace.throttled('RunInstances');
    await pace.turn('StopInstances', never);
    expect(clock.sleeping).toBe(0);
  });

  it('lets calls that were throttled leave one after the other, ever faster as they are answered, then freely', async () => {
    const clock = new VirtualClock({ autoAdvance: true });
    const pace = new RequestPace(clock);
    for (let index = 0; index < 45; index += 1) pace.throttled('RunInstances');
    const left: number[] = [];
    for (let index = 0; index < 60; index += 1) {
      await pace.turn('RunInstances', never);
      left.push(clock.monotonic());
      pace.answered('RunInstances');
    }
    expect(left.slice(0, 4).map(Math.round)).toEqual([500, 1_000, 1_450, 1_855]);
    expect(left.at(-1)).toBe(left.at(-5));
  });

  it('gives up a place in the line with the signal', async () => {
    const clock = new VirtualClock();
    const pace = new RequestPace(clock);
    const controller = new AbortController();
    pace.throttled('RunInstances');
    const turn = expect(pace.turn('RunInstances', controller.signal)).rejects.toThrow('enough');
    controller.abort(new Error('enough'));
    await turn;
    expect(clock.sleeping).toBe(0);
  });
});

describe("fifty builds that meet EC2's token buckets at once", () => {
  it('all come through, with few calls more than that', async () => {
    const clock = new VirtualClock({ autoAdvance: true });
    const cloud = createLocalCloud({
      clock,
      ids: countingIds(),
      limits: { requestBuckets: ec2RequestBuckets },
    });
    const connections = new AwsConnections({
      environment: { AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' },
      clock,
      ids: countingIds(),
      registerSecret: () => undefined,
      userAgent: 'bake-ami/test',
      requestHandler: requestHandlerFor(cloud),
    });
    const ec2 = (await connections.open({ region: 'us-east-1' })).ec2('us-east-1');
    const { Images: [image] = [] } = await ec2.describeImages({ Owners: ['099720109477'] }, never);
    const launches = Array.from({ length: 50 }, () =>
      ec2.runInstances({ ImageId: image?.ImageId, InstanceType: 't3.micro', MinCount: 1, MaxCount: 1 }, never),
    );
    await Promise.all(launches);
    const calls = cloud.calls.filter(({ action }) => action === 'RunInstances');
    // 50 have to be made, and the first 45 that are one too many can't be foreseen.
    expect(calls.length).toBeLessThan(150);
    // Two a second are let through: 45 of them take 23 seconds.
    expect(clock.monotonic()).toBeLessThan(45_000);
  });
});

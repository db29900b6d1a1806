import { describe, expect, it } from '@jest/globals';
import { Rig } from './support/rig.ts';

/** What EC2 itself needs, as in __tests__/bench/bake.mjs. Milliseconds. */
const CLOUD = { address: 2_000, running: 12_000, stopped: 20_000, image: 45_000, copy: 45_000, terminated: 1_000 };
const SSH_AFTER_RUNNING_MS = 8_000;
const CALL_MS = 60;
const CRITICAL_MS = CLOUD.running + SSH_AFTER_RUNNING_MS + CLOUD.stopped + CLOUD.image + CLOUD.terminated;

function rigOf(name: string, shares?: Rig): Rig {
  const rig: Rig = new Rig({
    cloud: { delays: CLOUD, faults: [{ action: '*', fault: { delay: CALL_MS } }] },
    wholeSource: `
      ami_name      = "${name}"
      instance_type = "t3.micro"
      region        = "us-east-1"
      ssh_username  = "ubuntu"
      source_ami_filter {
        filters     = { name = "ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*" }
        owners      = ["099720109477"]
        most_recent = true
      }`,
    ...(shares === undefined ? {} : { shares }),
    connector: {
      connect: async (target, signal) => {
        while ((await target.address(signal)) === undefined) await rig.clock.sleep(250, signal);
        const launch = rig.cloud.calls.find(({ action }) => action === 'RunInstances');
        const answersAt = (launch?.at ?? 0) + CLOUD.running + SSH_AFTER_RUNNING_MS;
        await rig.clock.sleep(Math.max(0, answersAt - rig.clock.now()), signal);
        return rig.communicator;
      },
    },
  });
  return rig;
}

describe('what a bake costs', () => {
  it('is sixty calls at most, and one and a half seconds more than EC2 itself needs', async () => {
    const rig = rigOf('one');
    const start = rig.clock.monotonic();
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    expect(rig.cloud.calls.length).toBeLessThanOrEqual(60);
    // On the virtual clock: of this computer's own speed nothing is in it.
    expect(rig.clock.monotonic() - start - CRITICAL_MS).toBeLessThanOrEqual(1_500);
  });

  it('is ten calls more for each further build beside it', async () => {
    const first = rigOf('build-0');
    const others = Array.from({ length: 9 }, (_, index) => rigOf(`build-${index + 1}`, first));
    const outcomes = await Promise.all([first, ...others].map((rig) => rig.bake()));
    expect(outcomes.map(({ error }) => error)).toEqual(outcomes.map(() => undefined));
    expect(first.cloud.calls.length).toBeLessThanOrEqual(60 + others.length * 10);
  });
});

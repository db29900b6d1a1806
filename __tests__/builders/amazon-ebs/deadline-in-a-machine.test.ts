import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bootHook, disarmingCommand } from '../../../src/builders/amazon-ebs/dead-mans-switch.ts';
import type { Machine } from '../../../src/local-cloud/machine-host.ts';
import { Bench, eventually } from '../../local-cloud/sandbox/support.ts';

const HOUR = 3_600_000;
/** The one that sleeps, and only that. */
const SLEEPERS = 'pgrep -fc "^sh -c echo .* bake-ami-deadline" || true';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.open();
}, 60_000);
afterAll(() => bench.close(), 60_000);

const boot = (fromNowMs: number, longestMs = HOUR): Promise<Machine> =>
  bench.boot({ userData: Buffer.from(bootHook(Date.now() + fromNowMs, longestMs)) });

const sleepers = async (machine: Machine): Promise<string> => (await bench.output(machine, SLEEPERS)).trim();

async function goesOff(machine: Machine): Promise<void> {
  let isOff = false;
  machine.onShutdown(() => {
    isOff = true;
  });
  await eventually('the machine goes off', () => isOff);
}

describe('the dead-man’s switch in a real machine', () => {
  it('switches it off at the deadline', async () => {
    const machine = await boot(4_000);
    await goesOff(machine);
    await machine.terminate();
  }, 40_000);

  it('switches it off after the longest time, whatever its clock says', async () => {
    const machine = await boot(1_000 * HOUR, 4_000);
    await goesOff(machine);
    await machine.terminate();
  }, 40_000);

  it('does not act on a deadline that is over: the clock is more likely wrong', async () => {
    const machine = await boot(-5_000);
    expect(await sleepers(machine)).toBe('0');
    await machine.terminate();
  }, 40_000);

  it('survives a reboot, with the same deadline, and is cancelled by the login user', async () => {
    const machine = await boot(HOUR);
    expect(await sleepers(machine)).toBe('1');
    await machine.stop();
    await machine.start();
    expect(await sleepers(machine)).toBe('1');
    await bench.output(machine, disarmingCommand());
    expect(await sleepers(machine)).toBe('0');
    // Twice does no harm.
    await bench.output(machine, disarmingCommand());
    await machine.terminate();
  }, 60_000);

  it('is one process however often its script runs, and leaves nothing on the disk', async () => {
    const machine = await boot(HOUR);
    const script = bootHook(Date.now() + HOUR, HOUR).replace(/^#cloud-boothook\n/, '');
    await bench.ssh(machine, 'cat >/tmp/again; sudo sh /tmp/again', { input: script });
    await eventually('only one is left', async () => (await sleepers(machine)) === '1');
    expect(
      await bench.output(
        machine,
        'sudo find / -xdev -name "*boothook*" -type f; sudo grep -rlF bake-ami-deadline /etc /var /usr/local /tmp /root /home 2>/dev/null || true',
      ),
    ).toBe('');
    expect((await bench.ssh(machine, 'test -e /tmp/again')).code).toBe(1);
    await machine.terminate();
  }, 40_000);

  it('is not taken over by a machine that runs the user data of another one', async () => {
    const machine = await bench.boot();
    const script = bootHook(Date.now() + HOUR, HOUR)
      .replace(/^#cloud-boothook\n/, '')
      .replace('$(cat /sys/devices/virtual/dmi/id/board_asset_tag 2>/dev/null)', 'i-0123456789abcdef0');
    await bench.ssh(machine, 'cat >/tmp/s; sudo INSTANCE_ID=i-0ffffffffffffffff sh /tmp/s', { input: script });
    expect(await sleepers(machine)).toBe('0');
    await bench.ssh(machine, 'cat >/tmp/s; sudo INSTANCE_ID=i-0123456789abcdef0 sh /tmp/s', { input: script });
    await eventually('it is armed', async () => (await sleepers(machine)) === '1');
    await machine.terminate();
  }, 40_000);
});

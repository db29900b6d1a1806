import { describe, expect, it } from '@jest/globals';
import { type SleepOptions, sleepProvisioner, sleepSchema } from '../../../src/provisioners/sleep/index.ts';
import { communicator } from '../../engine/support/fake-components.ts';
import { decodedOptions, provisionContext } from '../../support/plugin-context.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

const decoded = decodedOptions<SleepOptions>(sleepSchema, { duration: 90_000 });

describe('the sleep provisioner', () => {
  it('waits as long as it is told to, and says so', async () => {
    const clock = new VirtualClock();
    const context = provisionContext(communicator(), { clock });
    let awake = false;
    const slept = sleepProvisioner.provision(decoded, context).then(() => {
      awake = true;
    });
    await clock.advance(89_999);
    expect(awake).toBe(false);
    await clock.advance(1);
    await slept;
    expect(context.events).toEqual([
      { type: 'progress', build: 'test.amazon-ebs.machine', message: 'Sleeping for 1 minute 30 seconds' },
    ]);
  });

  it('ends at once when the build is cancelled', async () => {
    const clock = new VirtualClock();
    const cancellation = new AbortController();
    const slept = sleepProvisioner.provision(
      decoded,
      provisionContext(communicator(), { clock, signal: cancellation.signal }),
    );
    cancellation.abort(new Error('cancelled by the test'));
    await expect(slept).rejects.toThrow('cancelled by the test');
    expect(clock.sleeping).toBe(0);
  });
});

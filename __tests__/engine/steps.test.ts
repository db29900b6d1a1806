import { describe, expect, it } from '@jest/globals';
import { stepLog } from '../../src/engine/steps.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

describe('the steps of a build', () => {
  it('are reported with when they began in the run, how long they took and what for', async () => {
    const clock = new VirtualClock({ autoAdvance: true });
    const start = clock.monotonic();
    const { signal } = new AbortController();
    const log = stepLog('b', { clock, emit: () => undefined, signal, start });
    await clock.sleep(100);
    await log.step('boot', 'Booting', () => clock.sleep(1_000), { time: 'boot' });
    await log.step('x', 'Ours', () => clock.sleep(10));
    await log.step('y', 'Failing', () => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(log.reports).toEqual([
      { name: 'boot', title: 'Booting', outcome: 'succeeded', startMs: 100, elapsedMs: 1_000, time: 'boot' },
      { name: 'x', title: 'Ours', outcome: 'succeeded', startMs: 1_100, elapsedMs: 10, time: 'own' },
      { name: 'y', title: 'Failing', outcome: 'failed', startMs: 1_110, elapsedMs: 0, time: 'own' },
    ]);
  });
});

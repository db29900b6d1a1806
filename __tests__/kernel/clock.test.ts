import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { systemClock } from '../../src/kernel/clock.ts';

const DAY_MS = 86_400_000;

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the system clock', () => {
  it('sleeps as long as it is asked to, also longer than a timer can wait', async () => {
    let awake = false;
    const sleep = systemClock.sleep(60 * DAY_MS).then(() => {
      awake = true;
    });
    await jest.advanceTimersByTimeAsync(60 * DAY_MS - 1);
    expect(awake).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    await sleep;
    expect(jest.getTimerCount()).toBe(0);
  });

  it('wakes with the reason of the signal, and leaves no timer', async () => {
    const controller = new AbortController();
    const sleep = systemClock.sleep(60 * DAY_MS, controller.signal);
    await jest.advanceTimersByTimeAsync(30 * DAY_MS);
    controller.abort('enough');
    await expect(sleep).rejects.toBe('enough');
    expect(jest.getTimerCount()).toBe(0);
    await expect(systemClock.sleep(1, controller.signal)).rejects.toBe('enough');
  });
});

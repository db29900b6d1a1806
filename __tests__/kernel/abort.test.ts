import { getMaxListeners } from 'node:events';
import { describe, expect, it } from '@jest/globals';
import { onAbort } from '../../src/kernel/abort.ts';
import { systemClock } from '../../src/kernel/clock.ts';

describe('listening to a signal', () => {
  it('is called once, and not after it stopped listening', () => {
    const controller = new AbortController();
    const heard: string[] = [];
    onAbort(controller.signal, () => heard.push('one'));
    const stop = onAbort(controller.signal, () => heard.push('two'));
    stop();
    controller.abort();
    expect(heard).toEqual(['one']);
  });

  it('is no leak for Node, however many do', async () => {
    const controller = new AbortController();
    const sleeping = Array.from({ length: 50 }, () => systemClock.sleep(60_000, controller.signal));
    // Node warns of more than this.
    expect(getMaxListeners(controller.signal)).toBe(Number.POSITIVE_INFINITY);
    controller.abort();
    const settled = await Promise.allSettled(sleeping);
    expect(new Set(settled.map(({ status }) => status))).toEqual(new Set(['rejected']));
  });
});

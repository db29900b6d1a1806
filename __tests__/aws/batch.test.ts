import { describe, expect, it } from '@jest/globals';
import { Batch } from '../../src/aws/batch.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const never = new AbortController().signal;

function rig(options: { limit?: number; isOneQuestion?: boolean; fails?: (keys: readonly string[]) => boolean } = {}) {
  const clock = new VirtualClock();
  const calls: (readonly string[])[] = [];
  const signals: AbortSignal[] = [];
  const batch = new Batch<string, string>({
    clock,
    limit: options.limit ?? 100,
    isOneQuestion: options.isOneQuestion ?? false,
    call: async (keys, signal) => {
      calls.push(keys);
      signals.push(signal);
      if (options.fails?.(keys) === true) throw new Error(`no to ${keys.join()}`);
      return (key) => key.toUpperCase();
    },
  });
  return { clock, calls, signals, batch };
}

describe('questions of several builds', () => {
  it('are asked in one call when they come at about the same time', async () => {
    const { clock, calls, batch } = rig();
    const early = [batch.ask('a', never), batch.ask('b', never)];
    await clock.advance(5);
    early.push(batch.ask('c', never));
    await clock.advance(10);
    const late = batch.ask('d', never);
    await clock.advance(10);
    expect(await Promise.all([...early, late])).toEqual(['A', 'B', 'C', 'D']);
    expect(calls).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('are asked in several calls where there are too many for one', async () => {
    const { clock, calls, batch } = rig({ limit: 2 });
    const all = ['a', 'b', 'c'].map((key) => batch.ask(key, never));
    await clock.advance(10);
    await Promise.all(all);
    expect(calls).toEqual([['a', 'b'], ['c']]);
  });

  it('are asked alone when the call for all fails, so that the wrong one fails by itself', async () => {
    const { clock, calls, batch } = rig({ fails: (keys) => keys.includes('b') });
    const all = Promise.allSettled(['a', 'b', 'c'].map((key) => batch.ask(key, never)));
    await clock.advance(10);
    expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(calls).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  it('that are one question fail together, with one call', async () => {
    const { clock, calls, batch } = rig({ isOneQuestion: true, fails: () => true });
    const all = Promise.allSettled(['a', 'a'].map((key) => batch.ask(key, never)));
    await clock.advance(10);
    expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(calls).toHaveLength(1);
  });

  it('end for a build that is cancelled; the call ends when nobody wants its answer any more', async () => {
    const { clock, calls, batch, signals } = rig();
    const one = new AbortController();
    const other = new AbortController();
    const first = expect(batch.ask('a', one.signal)).rejects.toThrow('enough');
    const second = batch.ask('b', other.signal);
    one.abort(new Error('enough'));
    await first;
    await clock.advance(10);
    expect(await second).toBe('B');
    expect(calls).toEqual([['b']]);
    expect(signals[0]?.aborted).toBe(false);
  });
});

import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { VirtualClock } from './virtual-clock.ts';

describe('VirtualClock', () => {
  it('wakes sleepers in the order of their times, each before time goes on', async () => {
    const clock = new VirtualClock();
    const woken: string[] = [];
    const sleeper = async (name: string, milliseconds: number): Promise<void> => {
      await clock.sleep(milliseconds);
      woken.push(`${name} at ${clock.monotonic()}`);
    };
    const all = Promise.all([sleeper('b', 200), sleeper('a', 100), sleeper('a2', 100), sleeper('c', 900)]);
    await clock.advance(500);
    expect(woken).toEqual(['a at 100', 'a2 at 100', 'b at 200']);
    expect(clock.monotonic()).toBe(500);
    await clock.advance(400);
    await all;
    expect(clock.sleeping).toBe(0);
  });

  it('wakes what went to sleep while time passed', async () => {
    const clock = new VirtualClock();
    let rounds = 0;
    const loop = (async () => {
      for (; rounds < 10; rounds += 1) await clock.sleep(1_000);
    })();
    await clock.advance(4_500);
    expect(rounds).toBe(4);
    await clock.advance(10_000);
    await loop;
  });

  it('ends a sleep at once when its signal is aborted', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    const sleep = clock.sleep(1_000, stop.signal);
    stop.abort(new Error('enough'));
    await expect(sleep).rejects.toThrow('enough');
    await expect(clock.sleep(1, stop.signal)).rejects.toThrow('enough');
    expect(clock.sleeping).toBe(0);
  });

  it('jumps by itself when everybody waits, but not while a file is read or `during` holds it', async () => {
    const clock = new VirtualClock({ autoAdvance: true });
    let read = false;
    const reading = readFile(import.meta.filename).then(() => {
      read = true;
    });
    await clock.sleep(3_600_000);
    expect(read).toBe(true);
    await reading;

    let released = false;
    const work = new Promise<void>((resolve) =>
      setTimeout(() => {
        released = true;
        resolve();
      }, 20),
    );
    const held = clock.during(work);
    await clock.sleep(86_400_000);
    expect(released).toBe(true);
    await held;
    expect(clock.monotonic()).toBe(90_000_000);
  });
});

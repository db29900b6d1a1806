import { describe, expect, it } from '@jest/globals';
import { WaitingLines } from '../../../src/app/texts/waiting-lines.ts';

/** The looks that got a line, as `seconds state percent`. */
function linesOf(looks: readonly (readonly [seconds: number, state: string, percent?: number])[]): readonly string[] {
  const lines = new WaitingLines();
  return looks.flatMap(([seconds, state, percent]) =>
    lines.isWorthALine({
      type: 'waiting',
      build: 'b',
      what: 'x',
      state,
      elapsedMs: seconds * 1_000,
      ...(percent !== undefined && { percent }),
    })
      ? [`${seconds} ${state} ${percent ?? ''}`.trim()]
      : [],
  );
}

describe('the lines of a wait', () => {
  it('are none where it is over soon', () => {
    expect(linesOf([0, 1, 2, 5, 9].map((seconds) => [seconds, 'pending']))).toEqual([]);
  });

  it('come with another state or ten percent more, and not closer than ten seconds', () => {
    expect(
      linesOf([
        [10, 'pending', 0],
        [12, 'pending', 40],
        [20, 'pending', 41],
        [25, 'transient', 42],
        [30, 'pending', 42],
        [41, 'transient', 43],
        [52, 'transient', 50],
      ]),
    ).toEqual(['10 pending 0', '20 pending 41', '41 transient 43']);
  });

  it('show once a minute that a wait without news is alive, and less often when it lasts', () => {
    const looks = Array.from({ length: 400 }, (_, index) => [index * 5, 'pending'] as const);
    expect(linesOf(looks)).toEqual(
      [10, 70, 130, 190, 250, 310, 370, 430, 490, 550, 850, 1150, 1450, 1750].map((seconds) => `${seconds} pending`),
    );
  });

  it('begin anew when the same thing is waited for again, and are kept apart by what is waited for', () => {
    expect(
      linesOf([
        [100, 'pending'],
        [3, 'stopping'],
        [12, 'stopping'],
      ]),
    ).toEqual(['100 pending', '12 stopping']);
  });
});

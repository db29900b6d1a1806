import { describe, expect, it } from '@jest/globals';
import { cloudTime, describeTimeSpent, timeSpent } from '../../../src/app/texts/time-spent.ts';
import type { StepReport } from '../../../src/engine/run-report.ts';
import type { StepTime } from '../../../src/kernel/events.ts';

const step = (time: StepTime, startMs: number, elapsedMs: number): StepReport => ({
  name: time,
  title: time,
  outcome: 'succeeded',
  startMs,
  elapsedMs,
  time,
});

describe('where the time of a build went', () => {
  it('is parted by what its steps are for; between steps it is ours, after them it is clean-up', () => {
    const spent = timeSpent({
      startMs: 100,
      elapsedMs: 1_000,
      steps: [step('own', 100, 50), step('boot', 200, 300), step('template', 500, 100), step('stop', 600, 100)],
    });
    expect(spent).toEqual({ own: 100, boot: 300, template: 100, stop: 100, image: 0, cleanUp: 400 });
    expect(cloudTime(spent)).toBe(400);
  });

  it('counts each moment once where steps overlap', () => {
    const spent = timeSpent({
      startMs: 0,
      elapsedMs: 100,
      steps: [step('image', 0, 80), step('image', 10, 90), step('template', 50, 20), step('own', 0, 100)],
    });
    expect(spent).toEqual({ own: 0, boot: 0, template: 20, stop: 0, image: 80, cleanUp: 0 });
  });

  it('is all clean-up of a build that came to no step', () => {
    expect(timeSpent({ startMs: 5, elapsedMs: 10, steps: [] })).toMatchObject({ own: 0, cleanUp: 10 });
  });
});

describe('the sentence about it', () => {
  it('names the parts that took any time', () => {
    const steps = [step('boot', 0, 1_800), step('template', 1_800, 700), step('stop', 2_500, 1_500)];
    expect(describeTimeSpent({ startMs: 0, elapsedMs: 5_000, steps })).toBe(
      '5.0 s: the cloud 3.3 s (boot 1.8 s, stop 1.5 s), the template 700 ms, clean-up 1.0 s',
    );
  });
});

import type { BuildReport } from '../../engine/run-report.ts';
import { briefDuration } from '../../kernel/duration.ts';
import type { StepTime } from '../../kernel/events.ts';

/** Where a build's time went, in milliseconds; together its whole time. */
export interface TimeSpent extends Readonly<Record<StepTime, number>> {
  /** After the last step: until all that is not to stay has gone, which is the cloud's pace again. */
  readonly cleanUp: number;
}

/**
 * Where steps overlap, each moment counts once: for the template first (nobody waits for the cloud while a script runs),
 * then for the cloud. What belongs to no step before the last one's end is ours.
 */
const PRECEDENCE: readonly StepTime[] = ['template', 'boot', 'stop', 'image', 'own'];

/** Parts a build's time by what its steps were for. */
export function timeSpent(build: Pick<BuildReport, 'steps' | 'startMs' | 'elapsedMs'>): TimeSpent {
  const { steps, startMs, elapsedMs } = build;
  const spent: Record<StepTime, number> = { boot: 0, stop: 0, image: 0, template: 0, own: 0 };
  const end = lastStepEnd(build);
  const edges = steps.flatMap((step) => [step.startMs, step.startMs + step.elapsedMs]);
  const times = [...new Set([startMs, ...edges, end])].filter((at) => at >= startMs && at <= end).sort((a, b) => a - b);
  for (const [index, from] of times.entries()) {
    const to = times[index + 1];
    if (to === undefined) break;
    const under = steps.filter((step) => step.startMs <= from && step.startMs + step.elapsedMs >= to);
    const time = PRECEDENCE.find((each) => under.some((step) => step.time === each)) ?? 'own';
    spent[time] += to - from;
  }
  return { ...spent, cleanUp: startMs + elapsedMs - end };
}

/** `8.5 s: the cloud 5.0 s (boot 1.8 s, stop 1.6 s, image 1.6 s), the template 1.7 s, bake-ami 0.6 s, clean-up 1.2 s` */
export function describeTimeSpent(build: Pick<BuildReport, 'steps' | 'startMs' | 'elapsedMs'>): string {
  const { boot, stop, image, template, own, cleanUp } = timeSpent(build);
  const list = (parts: Readonly<Record<string, number>>): string =>
    Object.entries(parts)
      .filter(([, milliseconds]) => milliseconds >= 1)
      .map(([name, milliseconds]) => `${name} ${briefDuration(milliseconds)}`)
      .join(', ');
  const cloud = boot + stop + image;
  const ofCloud = cloud < 1 ? '' : `the cloud ${briefDuration(cloud)} (${list({ boot, stop, image })})`;
  const others = list({ 'the template': template, 'bake-ami': own, 'clean-up': cleanUp });
  return `${briefDuration(build.elapsedMs)}: ${[ofCloud, others].filter((part) => part !== '').join(', ')}`;
}

/** When the last step ended, or the build began; milliseconds since the run began. */
export function lastStepEnd({ steps, startMs }: Pick<BuildReport, 'steps' | 'startMs'>): number {
  return Math.max(startMs, ...steps.map((step) => step.startMs + step.elapsedMs));
}

/** The cloud's own part: nobody's template and no tool makes it shorter. */
export function cloudTime({ boot, stop, image }: TimeSpent): number {
  return boot + stop + image;
}

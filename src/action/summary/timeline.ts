import type { BuildResult } from '../../app/build-request.ts';
import type { BuildReport, StepReport } from '../../app/run/run-report.ts';
import { cloudTime, lastStepEnd, timeSpent } from '../../app/texts/time-spent.ts';
import { briefDuration } from '../../kernel/duration.ts';
import { GANTT_LEGEND, type GanttBar, type GanttColour, gantt } from '../gantt.ts';
import { details, type MarkdownWriter, type Rich, table } from '../markdown.ts';

/** A bar that is shorter than this part of the run can hardly be seen, and is left out unless it is what failed. */
const SHORTEST_PART = 0.01;
const COLOURS = { boot: 'cloud', stop: 'cloud', image: 'cloud', template: 'template', own: 'own' } as const;
const COLUMNS = ['In all', 'Cloud: boot', 'Cloud: stop', 'Cloud: image', 'Your template', 'bake-ami', 'Clean-up'];
const STEP_COLUMNS = ['Step', 'Outcome', 'Began', 'Took'];

/** Where the time of builds that made something went: as a picture, against the cloud's own time, and step by step. */
export function timeline({ report }: BuildResult, write: MarkdownWriter): string {
  if (report === undefined) return '';
  const builds = report.builds.filter(({ steps, artifact }) => steps.length > 0 && artifact?.isReused !== true);
  if (builds.length === 0) return '';
  const least = report.elapsedMs * SHORTEST_PART;
  const picture = gantt(builds.map((build) => ({ title: build.build, bars: bars(build, least) })));
  const parts = [
    '### Where the time went',
    ...(picture === undefined ? [] : [picture, `<sub>${GANTT_LEGEND}</sub>`]),
    perBuild(builds, COLUMNS, (build) => [sums(build)], write),
    details('Every step', perBuild(builds, STEP_COLUMNS, everyStep, write)),
  ];
  return parts.join('\n\n');
}

function bars(build: BuildReport, leastMs: number): readonly GanttBar[] {
  const steps = build.steps
    .toSorted((a, b) => a.startMs - b.startMs)
    .filter(({ elapsedMs, outcome }) => elapsedMs >= leastMs || outcome === 'failed')
    .map((step) => ({ ...step, title: withoutIds(step.title), colour: colourOf(step) }));
  const { cleanUp } = timeSpent(build);
  if (cleanUp < leastMs) return steps;
  return [...steps, { title: 'Cleaning up', startMs: lastStepEnd(build), elapsedMs: cleanUp, colour: 'clean-up' }];
}

/** In a picture, ids and the names of images only make titles long: the table of all steps has them. */
function withoutIds(title: string): string {
  return title
    .replace(/(?:the AMI )?\bami-[0-9a-f]{8,17}\b(?: \([^)]*\))?/g, 'the AMI')
    .replace(/ i-[0-9a-f]{8,17}\b/g, '');
}

function colourOf({ outcome, time }: StepReport): GanttColour {
  return outcome === 'succeeded' ? COLOURS[time] : 'failed';
}

function sums(build: BuildReport): readonly (string | Rich)[] {
  const spent = timeSpent(build);
  const { elapsedMs } = build;
  const part = (milliseconds: number, note?: string): string | Rich =>
    milliseconds === 0
      ? ''
      : { text: unbroken(milliseconds), note: note ?? `${Math.round((100 * milliseconds) / elapsedMs)}\u00a0%` };
  return [
    part(elapsedMs, `${Math.round((100 * cloudTime(spent)) / (elapsedMs || 1))}\u00a0%\u00a0cloud`),
    ...[spent.boot, spent.stop, spent.image, spent.template, spent.own, spent.cleanUp].map((each) => part(each)),
  ];
}

/** Tables would break it into lines. */
function unbroken(milliseconds: number): string {
  return briefDuration(milliseconds).replaceAll(' ', '\u00a0');
}

function everyStep({ startMs, steps }: BuildReport): readonly (readonly string[])[] {
  return steps
    .toSorted((a, b) => a.startMs - b.startMs)
    .map((step) => [step.title, step.outcome, `+${unbroken(step.startMs - startMs)}`, unbroken(step.elapsedMs)]);
}

/** A table with the name of the build in front where there are several. */
function perBuild(
  builds: readonly BuildReport[],
  columns: readonly string[],
  rowsOf: (build: BuildReport) => readonly (readonly (string | Rich)[])[],
  write: MarkdownWriter,
): string {
  const several = builds.length > 1;
  const rows = builds.flatMap((build) =>
    rowsOf(build).map((cells) => write.row(several ? [build.build, ...cells] : cells)),
  );
  return table(several ? ['Build', ...columns] : columns, rows);
}

import type { BuildResult } from '../app/build-request.ts';
import { counted } from '../kernel/counted.ts';
import { briefDuration } from '../kernel/duration.ts';
import { type MarkdownWriter, withinLimit } from './markdown.ts';
import { cleanedUp, leftBehind } from './summary/clean-up.ts';
import { images } from './summary/images.ts';
import { problems, warnings } from './summary/problems.ts';
import { prunedImages } from './summary/pruned-images.ts';
import { timeline } from './summary/timeline.ts';
import { verification } from './summary/verification.ts';

export type Cloud = 'aws' | 'local';

/** The job summary in GitHub's Markdown: what was made, what went wrong, where the time went, what was cleaned up. */
export function jobSummary(result: BuildResult, cloud: Cloud, write: MarkdownWriter): string {
  const parts = [
    `## ${headline(result)}`,
    onlyBuild(result, write),
    cloud === 'local'
      ? 'A rehearsal on the local cloud: nothing was made in AWS, and these images are gone after the job.'
      : '',
    problems(result, write),
    leftBehind(result, write),
    images(result, cloud, write),
    verification(result, write),
    warnings(result, write),
    timeline(result, write),
    cleanedUp(result, write),
    prunedImages(result, write),
  ];
  return withinLimit(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

/** The outcome of a run, in a few words. */
export function headline({ outcome, outputs, report }: BuildResult): string {
  const after = report === undefined ? '' : ` after ${briefDuration(report.elapsedMs)}`;
  const builds = report?.builds ?? [];
  const made = builds.flatMap(({ artifact }) => artifact?.images ?? []).length;
  if (outcome === 'cancelled') return `Cancelled${after}`;
  if (outcome === 'failed') {
    const failures = builds.filter((build) => build.outcome !== 'succeeded').length;
    return builds.length > 1 && failures > 0
      ? `${failures} of ${builds.length} builds failed${after}`
      : `Failed${after}`;
  }
  if (outputs.isReused) return `Nothing to bake: the ${made === 1 ? 'image is' : `${made} images are`} there already`;
  const time = report === undefined ? '' : ` in ${briefDuration(report.elapsedMs)}`;
  if (made === 0) return `Built without an image${time}`;
  return `Baked ${counted(made, 'image')}${time}`;
}

/** Where there are several, their names are in the tables. */
function onlyBuild({ report }: BuildResult, write: MarkdownWriter): string {
  const [build, ...others] = report?.builds ?? [];
  return build === undefined || others.length > 0 ? '' : `<code>${write.text(build.build)}</code>`;
}

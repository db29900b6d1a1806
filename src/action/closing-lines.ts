import type { BuildResult } from '../app/build-request.ts';
import { describeTimeSpent } from '../app/texts/time-spent.ts';
import { describeSuite } from '../app/texts/verification-text.ts';

/** The end of the log, where GitHub opens it: what was made, where the time went, what was printed before a failure. */
export function closingLines({ report, story, verification = [] }: BuildResult): readonly string[] {
  return (report?.builds ?? []).flatMap((build) => {
    const tail = story.tails.get(build.build);
    const images = build.artifacts.flatMap((artifact) => artifact.images);
    return [
      ...images.map(({ id, name, region, sizeGib }) => {
        const size = sizeGib === undefined ? '' : `, ${sizeGib} GiB`;
        return `${build.build}: ${id} "${name}" in ${region}${size}`;
      }),
      ...verification
        .filter((suite) => suite.build === build.build)
        .map((suite) => `${build.build}: ${describeSuite(suite)}, on a machine of ${suite.image.id}`),
      ...(build.steps.length === 0 ? [] : [`${build.build}: ${describeTimeSpent(build)}`]),
      ...(tail === undefined
        ? []
        : [`${build.build}: ${tail.step} printed last:`, ...tail.lines.map((line) => `  | ${line}`)]),
    ];
  });
}

import type { BuildResult } from '../app/build.ts';
import { describeError, describeResource } from '../app/narration.ts';
import { describeDuration } from '../kernel/duration.ts';
import type { LaunchedInstance } from '../kernel/events.ts';
import { type MarkdownWriter, table, withinLimit } from './markdown.ts';

/** The job summary in GitHub's Markdown: images, what failed, what was left behind, how long each step took. */
export function jobSummary(result: BuildResult, cloud: 'aws' | 'local', write: MarkdownWriter): string {
  const sections = [images, problems, leftBehind, timings].map((section) => section(result, write));
  const parts = [heading(result, cloud), ...sections];
  return withinLimit(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

function heading({ outcome }: BuildResult, cloud: 'aws' | 'local'): string {
  const word = { succeeded: 'Baked', failed: 'Failed', cancelled: 'Cancelled' }[outcome];
  if (cloud === 'aws') return `## ${word}`;
  return `## ${word} on the local cloud\n\nA rehearsal: nothing was made in AWS, and these images are gone after the job.`;
}

function images({ outputs, report }: BuildResult, write: MarkdownWriter): string {
  const machines = new Map((report?.builds ?? []).map(({ build, launched }) => [build, machine(launched)]));
  const rows = Object.entries(outputs.artifacts).flatMap(([build, artifacts]) =>
    artifacts.flatMap((artifact) =>
      artifact.images.map((image) =>
        write.row([
          build,
          image.region,
          { code: image.id },
          image.name,
          artifact.sourceImageId ?? '',
          machines.get(build) ?? '',
        ]),
      ),
    ),
  );
  return rows.length === 0 ? '' : table(['Build', 'Region', 'AMI', 'Name', 'Source AMI', 'Built on'], rows);
}

/** `spot t3.micro in us-east-1a`: it may be another one than the template asked for first. */
function machine(launched: LaunchedInstance | undefined): string {
  if (launched === undefined) return '';
  const { type, market, availabilityZone } = launched;
  return `${market === 'spot' ? `spot ${type}` : type}${availabilityZone === undefined ? '' : ` in ${availabilityZone}`}`;
}

function problems({ error, outcome, report, diagnostics }: BuildResult, write: MarkdownWriter): string {
  const found = [
    ...diagnostics.map(({ summary, detail, subject }) => {
      const place = subject === undefined ? '' : ` (${subject.filename}:${subject.start.line})`;
      return `${summary}${place}: ${detail}`;
    }),
    ...(report?.builds ?? []).flatMap((build) =>
      [build.error, ...build.furtherErrors].flatMap((each) =>
        each === undefined ? [] : [`${build.build}: ${describeError(each)}`],
      ),
    ),
  ];
  if (error !== undefined && found.length === 0) found.push(describeError(error));
  const title = outcome === 'succeeded' ? 'Warnings' : 'What went wrong';
  return found.length === 0 ? '' : `### ${title}\n\n${found.map((text) => `- ${write.text(text)}`).join('\n')}`;
}

function leftBehind({ report }: BuildResult, write: MarkdownWriter): string {
  const left = (report?.builds ?? []).flatMap((build) => build.left);
  if (left.length === 0) return '';
  const items = left.map(
    ({ resource, error }) => `- ${write.text(describeResource(resource))}: ${write.text(describeError(error))}`,
  );
  return `### Left behind\n\nThese may cost money; the post step tries again.\n\n${items.join('\n')}`;
}

function timings({ report }: BuildResult, write: MarkdownWriter): string {
  const rows = (report?.builds ?? []).flatMap((build) =>
    build.steps.map((step) => write.row([build.build, step.title, step.outcome, describeDuration(step.elapsedMs)])),
  );
  if (rows.length === 0) return '';
  return `<details><summary>Time per step</summary>\n\n${table(['Build', 'Step', 'Outcome', 'Time'], rows)}\n\n</details>`;
}

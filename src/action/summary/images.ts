import type { BuildResult } from '../../app/build-request.ts';
import { imageConsoleLink } from '../../app/console-link.ts';
import { describeMachine } from '../../app/narration.ts';
import type { BuildReport } from '../../app/run-report.ts';
import type { ArtifactSummary } from '../../kernel/events.ts';
import { type MarkdownWriter, type Rich, table } from '../markdown.ts';
import type { Cloud } from '../summary.ts';

const COLUMNS = ['Region', 'AMI', 'Size', 'Source AMI', 'Built on'];

/** All images of a run, and what is different from those before them. */
export function images({ outputs, report }: BuildResult, cloud: Cloud, write: MarkdownWriter): string {
  const builds = new Map((report?.builds ?? []).map((build) => [build.build, build]));
  const made = Object.entries(outputs.artifacts).flatMap(([build, artifacts]) =>
    artifacts.map((artifact) => ({ build, artifact })),
  );
  const several = builds.size > 1;
  const rows = made.flatMap(({ build, artifact }) =>
    imageRows(artifact, builds.get(build), cloud).map((cells) => write.row(several ? [build, ...cells] : cells)),
  );
  if (rows.length === 0) return '';
  return [table(several ? ['Build', ...COLUMNS] : COLUMNS, rows), changes(made, write)]
    .filter((part) => part !== '')
    .join('\n\n');
}

function imageRows(
  artifact: ArtifactSummary,
  report: BuildReport | undefined,
  cloud: Cloud,
): readonly (readonly (string | Rich)[])[] {
  // An image that is copied from another region has that other region's id for its source.
  const sourceRegion = report?.region;
  const source = linked(artifact.sourceImageId, sourceRegion, artifact.sourceImageName, cloud);
  const machine = artifact.isReused === true ? 'nothing: reused' : report?.launched && describeMachine(report.launched);
  return artifact.images.map(({ region, id, name, sizeGib }) => [
    region,
    linked(id, region, name, cloud),
    sizeGib === undefined ? '' : `${sizeGib}\u00a0GiB`,
    source,
    machine ?? '',
  ]);
}

function linked(id: string | undefined, region: string | undefined, note: string | undefined, cloud: Cloud): Rich {
  if (id === undefined) return { note };
  const href = cloud === 'local' || region === undefined ? undefined : imageConsoleLink(region, id);
  return { code: id, href, note: note === '' ? undefined : note };
}

function changes(
  made: readonly { readonly build: string; readonly artifact: ArtifactSummary }[],
  write: MarkdownWriter,
): string {
  const known = made.flatMap(({ build, artifact: { previous } }) =>
    previous === undefined ? [] : [{ build, previous }],
  );
  if (known.length === 0) return '';
  const items = known.flatMap(({ build, previous: { id, changes: found } }) => {
    const lead = `${known.length > 1 ? `${write.text(build)}, since` : 'Since'} <code>${write.text(id)}</code>`;
    const list = found.map((change) => `  - ${write.text(change)}`);
    return [`- ${lead}${list.length === 0 ? ': nothing that is known' : ''}`, ...list];
  });
  return `### What is different\n\n${items.join('\n')}`;
}

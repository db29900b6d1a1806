import type { BuildResult } from '../../app/build-request.ts';
import type { BuildReport } from '../../app/run/run-report.ts';
import { imageConsoleLink } from '../../app/texts/console-link.ts';
import { describeMachine } from '../../app/texts/narration.ts';
import type { ArtifactSummary } from '../../kernel/events.ts';
import { type MarkdownWriter, type Rich, table } from '../markdown.ts';
import type { Cloud } from '../summary.ts';

const COLUMNS = ['Region', 'AMI', 'Size', 'Built on'];

interface Made {
  readonly build: string;
  readonly artifact: ArtifactSummary;
}

/** All images of a run, what they were made from, and what is different from those before them. */
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
  const parts = [
    table(several ? ['Build', ...COLUMNS] : COLUMNS, rows),
    sources(made, builds, cloud, write),
    changes(made, write),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function imageRows(
  artifact: ArtifactSummary,
  report: BuildReport | undefined,
  cloud: Cloud,
): readonly (readonly (string | Rich)[])[] {
  const machine = artifact.isReused === true ? reused(artifact) : report?.launched && describeMachine(report.launched);
  return artifact.images.map(({ region, id, name, sizeGib }) => [
    region,
    linked(id, region, name, cloud),
    sizeGib === undefined ? '' : `${sizeGib}\u00a0GiB`,
    machine ?? '',
  ]);
}

/** Nothing was built: what counts is who did. */
function reused({ madeBy: { commit, runUrl } = {} }: ArtifactSummary): Rich {
  return { text: 'reused', href: runUrl, note: commit === undefined ? undefined : `of commit ${commit.slice(0, 12)}` };
}

function linked(id: string, region: string | undefined, note: string | undefined, cloud: Cloud): Rich {
  const href = cloud === 'local' || region === undefined ? undefined : imageConsoleLink(region, id);
  return { code: id, href, note: note === '' ? undefined : note };
}

/** Each image that others were made from, once; which builds did it where not all of them have the same. */
function sources(
  made: readonly Made[],
  builds: ReadonlyMap<string, BuildReport>,
  cloud: Cloud,
  write: MarkdownWriter,
): string {
  const found = new Map<string, { readonly text: string; readonly builds: Set<string> }>();
  for (const { build, artifact } of made) {
    const { sourceImageId: id, sourceImageName: name = '', images: own } = artifact;
    if (id === undefined || own.length === 0) continue;
    // An image that is copied from another region has that other region's id for its source.
    const shown = write.cell(linked(id, builds.get(build)?.region, undefined, cloud));
    const text = `${shown}${name === '' ? '' : ` ${write.text(name)}`}`;
    const source = found.get(text) ?? { text, builds: new Set() };
    source.builds.add(build);
    found.set(text, source);
  }
  const lines = [...found.values()].map(({ text, builds: theirs }) => {
    const whose = found.size === 1 ? '' : ` of ${[...theirs].map((each) => write.text(each)).join(', ')}`;
    return `<sub>Source AMI${whose}: ${text}</sub>`;
  });
  return lines.join('<br>\n');
}

function changes(made: readonly Made[], write: MarkdownWriter): string {
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

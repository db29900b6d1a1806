import { type MergeResult, notWhole } from '../app/merge.ts';
import { counted } from '../kernel/counted.ts';
import { errorCodes, errorText } from './error-list.ts';
import { type MarkdownWriter, table, withinLimit } from './markdown.ts';

/** What became of a build, in words: an image that an earlier run had made is not one that was baked now. */
export function fateOf({ outputs, builds }: MergeResult, build: string): string {
  const outcome = builds[build];
  if (outcome === undefined) return 'missing';
  const [artifact] = outputs.artifacts[build] ?? [];
  const hasImage = (artifact?.images.length ?? 0) > 0;
  if (outcome !== 'succeeded') return hasImage ? `${outcome}, with an image` : outcome;
  if (!hasImage) return 'built without an image';
  return artifact?.reused === true ? 'reused' : 'baked';
}

/** The job summary of a merge, in GitHub's Markdown. */
export function mergeSummary(result: MergeResult, write: MarkdownWriter): string {
  const all = [...Object.keys(result.builds), ...result.missing];
  const rows = all.flatMap((build) => {
    const fate = fateOf(result, build);
    const file = result.files[build] ?? '';
    const [artifact] = result.outputs.artifacts[build] ?? [];
    const images = artifact?.images ?? [];
    const href = artifact?.reused_from;
    if (images.length === 0) return [write.row([build, fate, '', '', '', file])];
    return images.map(({ region, id, name, size_gib: size }) =>
      write.row([
        build,
        { text: fate, href },
        region,
        { code: id, note: name },
        size === null ? '' : `${size}\u00a0GiB`,
        file,
      ]),
    );
  });
  const columns = ['Build', 'Outcome', 'Region', 'AMI', 'Size', 'Handed on by'];
  const lack = notWhole(result);
  const parts = [
    `## ${headline(all.map((build) => fateOf(result, build)))}`,
    table(columns, rows),
    ...(lack === undefined ? [] : [errorText(lack, write), errorCodes([lack], write)]),
  ];
  return withinLimit(`${parts.join('\n\n')}\n`);
}

/** `3 builds: 2 baked, 1 reused` */
function headline(fates: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const fate of fates) counts.set(fate, (counts.get(fate) ?? 0) + 1);
  const list = [...counts].map(([fate, count]) => `${count} ${fate}`).join(', ');
  return `${counted(fates.length, 'build')}: ${list}`;
}

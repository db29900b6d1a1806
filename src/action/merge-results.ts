import type { MergeResult } from '../app/merge.ts';
import { BakeError } from '../kernel/errors.ts';
import { type MarkdownWriter, table, withinLimit } from './markdown.ts';

/** What makes the step fail although there is something to hand on; undefined: every build is there and succeeded. */
export function notWhole({ missing, unsuccessful }: MergeResult): BakeError | undefined {
  const lacks = [
    ...(missing.length === 0 ? [] : [`Nothing was handed on for ${missing.join(', ')}`]),
    ...(unsuccessful.length === 0 ? [] : [`${unsuccessful.join(', ')} did not succeed`]),
  ];
  if (lacks.length === 0) return undefined;
  return new BakeError(lacks.join('; '), {
    code: 'legs-missing',
    category: 'artifact',
    hint: 'The outputs hold what there is. The jobs of these builds say why; run them again, or set allow-missing: true.',
  });
}

/** The job summary of a merge, in GitHub's Markdown. */
export function mergeSummary({ outputs, builds, missing }: MergeResult, write: MarkdownWriter): string {
  const rows = Object.entries(builds).flatMap(([build, outcome]) => {
    const images = (outputs.artifacts[build] ?? []).slice(0, 1).flatMap((artifact) => artifact.images);
    if (images.length === 0) return [write.row([build, outcome, '', '', ''])];
    return images.map(({ region, id, name }) => write.row([build, outcome, region, { code: id }, name]));
  });
  const absent = missing.map((build) => write.row([build, 'missing', '', '', '']));
  const heading = `## Baked on ${Object.keys(builds).length} runners`;
  return withinLimit(`${heading}\n\n${table(['Build', 'Outcome', 'Region', 'AMI', 'Name'], [...rows, ...absent])}\n`);
}

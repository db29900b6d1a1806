import type { SweepResult } from '../app/sweep.ts';
import { describeError } from '../app/texts/narration.ts';
import { sweepHeadline, sweepRecord, sweepTable } from '../app/texts/sweep-text.ts';
import { errorCodes, errorText } from './error-list.ts';
import { type MarkdownWriter, table, withinLimit } from './markdown.ts';

/** The outputs of the action `sweep`: lists as JSON. */
export function sweepOutputs({ findings, removed, left }: SweepResult): Readonly<Record<string, string>> {
  const expired = findings.filter(({ verdict }) => verdict === 'expired');
  const list = (which: (id: string) => boolean): string =>
    JSON.stringify(expired.filter(({ resource }) => which(resource.id)).map(sweepRecord));
  return {
    found: list(() => true),
    removed: list((id) => removed.some((resource) => resource.id === id)),
    left: list((id) => left.some(({ resource }) => resource.id === id)),
  };
}

/** The job summary of a sweep, in GitHub's Markdown. */
export function sweepSummary(result: SweepResult, dryRun: boolean, write: MarkdownWriter): string {
  const { columns, rows } = sweepTable(result);
  const unread = result.unread.map(
    ({ region, error }) => `- ${write.text(region)}: ${write.text(describeError(error))}`,
  );
  const parts = [
    `## ${dryRun ? 'Sweep (dry run)' : 'Sweep'}`,
    result.accountId === undefined ? '' : write.text(sweepHeadline(result, dryRun)),
    rows.length === 0
      ? ''
      : table(
          columns,
          rows.map((cells) => write.row(cells)),
        ),
    unread.length === 0 ? '' : `### Not looked through\n\n${unread.join('\n')}`,
    result.error === undefined
      ? ''
      : `### What went wrong\n\n${errorText(result.error, write)}\n\n${errorCodes([result.error], write)}`,
  ];
  return withinLimit(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

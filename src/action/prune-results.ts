import type { PruneResult } from '../app/prune/prune-request.ts';
import { pruneHeadline, pruneNotes, pruneRecord, pruneTable } from '../app/texts/prune-text.ts';
import { errorCodes, errorText } from './error-list.ts';
import { details, type MarkdownWriter, table, withinLimit } from './markdown.ts';

/** The outputs of the action `prune`: lists as JSON. */
export function pruneOutputs({ findings, done, left }: PruneResult): Readonly<Record<string, string>> {
  const list = (which: (id: string) => boolean): string =>
    JSON.stringify(findings.filter(({ resource }) => which(resource.id)).map(pruneRecord));
  const snapshots = done.filter(({ kind }) => kind === 'snapshot').map(({ region, id }) => ({ region, id }));
  return {
    plan: list(() => true),
    pruned: list((id) => done.some((resource) => resource.id === id)),
    deleted_snapshots: JSON.stringify(snapshots),
    left: list((id) => left.some(({ resource }) => resource.id === id)),
  };
}

/** The job summary of a prune, in GitHub's Markdown: what goes first, what stays folded away. */
export function pruneSummary(result: PruneResult, dryRun: boolean, write: MarkdownWriter): string {
  const staying = pruneRows(result, (isGoing) => !isGoing, write);
  const notes = pruneNotes(result).map((note) => `- ${write.text(note)}`);
  const parts = [
    `## ${dryRun ? 'Prune (dry run)' : 'Prune'}`,
    result.accountId === undefined ? '' : write.text(pruneHeadline(result, dryRun)),
    result.error === undefined ? '' : `> [!CAUTION]\n> ${errorText(result.error, write)}`,
    result.error === undefined ? '' : errorCodes([result.error], write),
    pruneRows(result, (isGoing) => isGoing, write),
    notes.length === 0 ? '' : notes.join('\n'),
    staying === '' ? '' : details('What stays', staying),
  ];
  return withinLimit(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

function pruneRows(result: PruneResult, which: (isGoing: boolean) => boolean, write: MarkdownWriter): string {
  const findings = result.findings.filter(({ verdict }) => which(verdict !== 'keep'));
  if (findings.length === 0) return '';
  const { columns, rows } = pruneTable({ ...result, findings });
  return table(
    columns,
    rows.map((cells) => write.row(cells)),
  );
}

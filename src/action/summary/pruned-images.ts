import type { BuildResult } from '../../app/build-request.ts';
import { describeError } from '../../app/texts/narration.ts';
import { pruneTable } from '../../app/texts/prune-text.ts';
import { type MarkdownWriter, table } from '../markdown.ts';

/** What became of older images (input `retention`). Only what changed: why the others stay, a prune of its own tells. */
export function prunedImages({ pruned: results = [] }: BuildResult, write: MarkdownWriter): string {
  const parts = results.flatMap((result) => {
    const findings = result.findings.filter(({ verdict }) => verdict !== 'keep');
    const { columns, rows } = pruneTable({ ...result, findings });
    const failure =
      result.error === undefined ? '' : write.text(`Not pruned as it should be: ${describeError(result.error)}`);
    const lines = rows.map((cells) => write.row(cells));
    return [failure, rows.length === 0 ? '' : table(columns, lines)].filter((part) => part !== '');
  });
  return parts.length === 0 ? '' : `### Old images\n\n${parts.join('\n\n')}`;
}

import type { CleanUpResult } from '../app/clean-up.ts';
import { describeError, describeResource } from '../app/narration.ts';
import { type MarkdownWriter, withinLimit } from './markdown.ts';

/** The summary of a post step that had something to do: of a run that was killed, the only one there is. */
export function postSummary({ removed, left, error }: CleanUpResult, write: MarkdownWriter): string {
  const parts = [
    '## Cleaned up after the run',
    error === undefined ? '' : `What is left could not be looked for: ${write.text(describeError(error))}`,
    left.length === 0
      ? ''
      : `### Left behind\n\nThis may cost money. Remove it by hand.\n\n${left.map(({ resource, error: why }) => `- ${write.text(`${describeResource(resource)}: ${describeError(why)}`)}`).join('\n')}`,
    removed.length === 0
      ? ''
      : `### Removed\n\n${removed.map((resource) => `- ${write.text(describeResource(resource))}`).join('\n')}`,
  ];
  return withinLimit(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

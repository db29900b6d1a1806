import type { CleanUpResult } from '../app/clean-up.ts';
import { describeError, describeResource } from '../app/texts/narration.ts';
import type { BakeError } from '../kernel/errors.ts';
import { errorCodes, errorText } from './error-list.ts';
import { type MarkdownWriter, withinLimit } from './markdown.ts';

/**
 * The summary of a post step that had something to do: of a run that was killed, the only one there is.
 *
 * @param failure what makes the step fail
 */
export function postSummary(
  { removed, left, error }: CleanUpResult,
  failure: BakeError | undefined,
  write: MarkdownWriter,
): string {
  const parts = [
    '## Cleaned up after the run',
    error === undefined ? '' : `What is left could not be looked for: ${errorText(error, write)}`,
    left.length === 0
      ? ''
      : `### Left behind\n\nThis may cost money. Remove it by hand.\n\n${left.map(({ resource, error: why }) => `- ${write.text(`${describeResource(resource)}: ${describeError(why)}`)}`).join('\n')}`,
    failure === undefined ? '' : errorCodes([failure], write),
    removed.length === 0
      ? ''
      : `### Removed\n\n${removed.map((resource) => `- ${write.text(describeResource(resource))}`).join('\n')}`,
  ];
  return withinLimit(`${parts.filter((part) => part !== '').join('\n\n')}\n`);
}

import type { BuildResult } from '../../app/build-request.ts';
import { describeError, describeResource } from '../../app/texts/narration.ts';
import { counted } from '../../kernel/counted.ts';
import type { ResourceRef } from '../../kernel/events.ts';
import { kindInWords } from '../../kernel/resources.ts';
import { details, type MarkdownWriter } from '../markdown.ts';

/** What could not be removed. */
export function leftBehind({ report }: BuildResult, write: MarkdownWriter): string {
  const left = (report?.builds ?? []).flatMap((build) => build.left);
  if (left.length === 0) return '';
  const items = left.map(
    ({ resource, error }) => `- ${write.text(describeResource(resource))}: ${write.text(describeError(error))}`,
  );
  return `### Left behind\n\nThese may cost money; the post step tries again.\n\n${items.join('\n')}`;
}

/** What was made on the way and is gone again, and what was kept for somebody to look at. */
export function cleanedUp({ report, story }: BuildResult, write: MarkdownWriter): string {
  const results = new Set((report?.builds ?? []).flatMap(({ artifacts }) => artifacts.flatMap(idsOf)));
  const kept = story.kept.filter(({ resource }) => !results.has(resource.id));
  const parts = [
    kept.length === 0
      ? ''
      : `### Kept\n\n${kept.map(({ resource, reason }) => `- ${write.text(`${describeResource(resource)}: ${reason}`)}`).join('\n')}`,
    story.removed.length === 0
      ? ''
      : details(
          `Cleaned up: ${write.text(countedByKind(story.removed.map(({ resource }) => resource)))}`,
          story.removed.map(({ resource }) => `- ${write.text(describeResource(resource))}`).join('\n'),
        ),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function idsOf({
  images,
}: {
  readonly images: readonly { readonly id: string; readonly snapshotIds: readonly string[] }[];
}) {
  return images.flatMap(({ id, snapshotIds }) => [id, ...snapshotIds]);
}

/** `2 instances, 1 key pair` */
function countedByKind(resources: readonly ResourceRef[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of resources) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => counted(count, kindInWords(kind))).join(', ');
}

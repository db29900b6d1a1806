import type { BuildResult } from '../../app/build-request.ts';
import type { BuildReport } from '../../app/run/run-report.ts';
import type { BakeError } from '../../kernel/errors.ts';
import { diagnosticList } from '../diagnostic-list.ts';
import { errorCodes, errorText } from '../error-list.ts';
import { type MarkdownWriter, section } from '../markdown.ts';

/** What ended the run or parts of it, with what to do, and what the machine printed last. */
export function problems({ error, outcome, report, diagnostics, story }: BuildResult, write: MarkdownWriter): string {
  const wrong = diagnosticList(
    diagnostics.filter(({ severity }) => severity === 'error'),
    write,
  );
  const builds = report?.builds ?? [];
  const ofBuilds = builds.flatMap((build) => buildItems(build, story.tails.get(build.build), write));
  const found = [...wrong, ...ofBuilds];
  const errors = builds.flatMap((build) => [build.error ?? [], build.furtherErrors].flat());
  if (error !== undefined && outcome !== 'succeeded') {
    if (found.length === 0) found.push(errorItem('', error, write));
    errors.push(error);
  }
  const list = section('What went wrong', found);
  const codes = list === '' ? '' : errorCodes(errors, write);
  return codes === '' ? list : `${list}\n\n${codes}`;
}

/** What is worth a look although nothing failed for it. */
export function warnings({ diagnostics, story }: BuildResult, write: MarkdownWriter): string {
  const ofTemplate = diagnostics.filter(({ severity }) => severity === 'warning');
  const items = [
    ...diagnosticList(ofTemplate, write),
    ...story.warnings.map(
      ({ build, text }) => `- ${build === undefined ? '' : `**${write.text(build)}**: `}${write.text(text)}`,
    ),
  ];
  if (story.moreWarnings > 0) items.push(`- and ${story.moreWarnings} more`);
  return section('Warnings', items);
}

function buildItems(
  { build, error, furtherErrors }: BuildReport,
  tail: BuildResult['story']['tails'] extends ReadonlyMap<string, infer T> ? T | undefined : never,
  write: MarkdownWriter,
): readonly string[] {
  if (error === undefined) return furtherErrors.map((further) => errorItem(build, further, write));
  const first = errorItem(build, error, write);
  const output =
    tail === undefined ? '' : `\n\n  ${write.text(tail.step)} printed last:\n\n${indented(write.block(tail.lines))}`;
  return [first + output, ...furtherErrors.map((further) => errorItem(build, further, write))];
}

function errorItem(build: string, error: BakeError, write: MarkdownWriter): string {
  return `- ${build === '' ? '' : `**${write.text(build)}**: `}${errorText(error, write)}`;
}

/** Belongs to the item of a list before it. */
function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

import type { BuildResult } from '../../app/build.ts';
import type { BuildReport } from '../../app/run-report.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import type { BakeError } from '../../kernel/errors.ts';
import type { MarkdownWriter } from '../markdown.ts';

/** More would bury the rest of the page; all of them are in the log. */
const MOST_ITEMS = 50;

/** What ended the run or parts of it, with what to do, and what the machine printed last. */
export function problems({ error, outcome, report, diagnostics, story }: BuildResult, write: MarkdownWriter): string {
  const wrong = diagnostics.filter(({ severity }) => severity === 'error').map((each) => diagnosticItem(each, write));
  const ofBuilds = (report?.builds ?? []).flatMap((build) => buildItems(build, story.tails.get(build.build), write));
  const found = [...wrong, ...ofBuilds];
  if (error !== undefined && found.length === 0 && outcome !== 'succeeded') found.push(errorItem('', error, write));
  return section('What went wrong', found);
}

/** What is worth a look although nothing failed for it. */
export function warnings({ diagnostics, story }: BuildResult, write: MarkdownWriter): string {
  const ofTemplate = diagnostics.filter(({ severity }) => severity === 'warning');
  const items = [
    ...ofTemplate.map((each) => diagnosticItem(each, write)),
    ...story.warnings.map(
      ({ build, text }) => `- ${build === undefined ? '' : `**${write.text(build)}**: `}${write.text(text)}`,
    ),
  ];
  if (story.moreWarnings > 0) items.push(`- and ${story.moreWarnings} more`);
  return section('Warnings', items);
}

function section(title: string, items: readonly string[]): string {
  if (items.length === 0) return '';
  const more = items.length > MOST_ITEMS ? [`- and ${items.length - MOST_ITEMS} more, in the log`] : [];
  return `### ${title}\n\n${[...items.slice(0, MOST_ITEMS), ...more].join('\n')}`;
}

function diagnosticItem({ summary, detail, subject }: Diagnostic, write: MarkdownWriter): string {
  const place =
    subject === undefined ? '' : ` (<code>${write.text(`${subject.filename}:${subject.start.line}`)}</code>)`;
  return `- **${write.text(summary)}**${place}: ${write.text(detail)}`;
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

function errorItem(build: string, { message, hint }: BakeError, write: MarkdownWriter): string {
  const lead = build === '' ? '' : `**${write.text(build)}**: `;
  return `- ${lead}${write.text(message)}${hint === undefined ? '' : `<br>➜ ${write.text(hint)}`}`;
}

/** Belongs to the item of a list before it. */
function indented(text: string): string {
  return text.replace(/^/gm, '  ');
}

import type { BuildResult } from '../../app/build-request.ts';
import type { Check, Suite } from '../../app/run/verification.ts';
import { describeSuite } from '../../app/texts/verification-text.ts';
import { briefDuration } from '../../kernel/duration.ts';
import { details, type MarkdownWriter, table } from '../markdown.ts';

const RESULTS = { passed: '✅ passed', failed: '❌ failed', skipped: '⚪ skipped' } as const;

/** Whether each image is fit for use: what failed, check by check, and folded away what did not. */
export function verification(result: BuildResult, write: MarkdownWriter): string {
  const suites = inOrder(result);
  if (suites.length === 0) return '';
  return ['### Verification', ...suites.map((suite) => suiteBlock(suite, suites.length > 1, write))].join('\n\n');
}

/** The same in one line for each image. */
export function verificationLines(result: BuildResult, write: MarkdownWriter): string {
  const suites = inOrder(result);
  return suites.map((suite) => `Verification: ${sum(suite, suites.length > 1, write)}`).join('<br>\n');
}

/** As the builds are everywhere else, and not as they ended. */
function inOrder({ verification: suites = [], report }: BuildResult): readonly Suite[] {
  const names = (report?.builds ?? []).map(({ build }) => build);
  return suites.toSorted((one, other) => names.indexOf(one.build) - names.indexOf(other.build));
}

function suiteBlock(suite: Suite, areSeveral: boolean, write: MarkdownWriter): string {
  const failed = suite.checks.filter(({ outcome }) => outcome === 'failed');
  const others = suite.checks.filter(({ outcome }) => outcome !== 'failed');
  const ofOthers = table(
    ['Check', 'Result', 'Took'],
    others.map((check) => write.row(cellsOf(check, write))),
  );
  if (failed.length === 0) return details(sum(suite, areSeveral, write), ofOthers);
  const ofFailed = table(
    ['Check', 'Result', 'Took', 'What is wrong'],
    failed.map((check) => write.row([...cellsOf(check, write), write.firstLine(check.message ?? '')])),
  );
  const parts = [sum(suite, areSeveral, write), ofFailed];
  return (others.length === 0 ? parts : [...parts, details('The other checks', ofOthers)]).join('\n\n');
}

/** `❌ 1 of 3 checks failed in 4.2 s: ami-0123 in us-east-1` */
function sum(suite: Suite, areSeveral: boolean, write: MarkdownWriter): string {
  const { build, checks, image } = suite;
  const sign = checks.some(({ outcome }) => outcome === 'failed') ? '❌' : '✅';
  const name = areSeveral ? `, ${write.text(build)}` : '';
  return `${sign} ${describeSuite(suite)}${name}: ${write.code(image.id)} in ${write.text(image.region)}`;
}

/** A machine had a hand in the names of goss's checks and in what is said of them. */
function cellsOf({ name, outcome, elapsedMs }: Check, write: MarkdownWriter): readonly string[] {
  return [write.firstLine(name), RESULTS[outcome], briefDuration(elapsedMs).replaceAll(' ', '\u00a0')];
}

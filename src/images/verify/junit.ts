import { printableLine } from '../../kernel/hostile-text.ts';
import type { Check, Suite } from './suite.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const OURS = 'bake-ami';
const BEGINNING = `${DECLARATION}\n<testsuites name="${OURS}" `;

/**
 * Suites as JUnit XML, in the subset that the readers of it agree on (testsuites, testsuite, testcase, failure, skipped,
 * system-out). Whatever a machine printed stays text: nothing in it can close an element or is no character of XML 1.0.
 *
 * @param mask takes secrets out of a text
 */
export function junit(suites: readonly Suite[], mask: (text: string) => string): string {
  const write = new Writer(mask);
  const checks = suites.flatMap((suite) => suite.checks);
  const lines = [
    DECLARATION,
    write.open('testsuites', {
      name: OURS,
      ...counts(checks),
      time: seconds(suites.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0)),
    }),
    ...suites.flatMap((suite) => suiteLines(suite, write)),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Whether a text is what `junit` gave. */
export function isOwnJunit(text: string): boolean {
  return text.startsWith(BEGINNING);
}

function suiteLines({ build, image, startedAt, elapsedMs, checks }: Suite, write: Writer): readonly string[] {
  const { id, region, name } = image;
  return [
    `  ${write.open('testsuite', {
      name: `${build} ${id}`,
      ...counts(checks),
      errors: '0',
      time: seconds(elapsedMs),
      timestamp: startedAt.replace(/\.\d+Z$/, ''),
    })}`,
    '    <properties>',
    ...Object.entries({ image: id, region, name }).map(
      ([key, value]) => `      ${write.empty('property', { name: key, value })}`,
    ),
    '    </properties>',
    ...checks.flatMap((check) => checkLines(check, build, write)),
    '  </testsuite>',
  ];
}

function checkLines(check: Check, build: string, write: Writer): readonly string[] {
  const { name, outcome, elapsedMs, message = 'failed', output } = check;
  const attributes = { classname: build, name, time: seconds(elapsedMs) };
  const inner = [
    ...(outcome === 'skipped' ? ['      <skipped/>'] : []),
    ...(outcome === 'failed'
      ? [`      ${write.open('failure', { message, type: 'verification' })}${write.text(output ?? message)}</failure>`]
      : []),
    ...(outcome === 'passed' && output ? [`      <system-out>${write.text(output)}</system-out>`] : []),
  ];
  if (inner.length === 0) return [`    ${write.empty('testcase', attributes)}`];
  return [`    ${write.open('testcase', attributes)}`, ...inner, '    </testcase>'];
}

function counts(checks: readonly Check[]): Readonly<Record<'tests' | 'failures' | 'skipped', string>> {
  const of = (outcome: Check['outcome']): string => String(checks.filter((check) => check.outcome === outcome).length);
  return { tests: String(checks.length), failures: of('failed'), skipped: of('skipped') };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}

/** What is no character of XML 1.0 (section 2.2), line ends and tabs left out; a lone surrogate is one. */
const NO_CHARACTER = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

class Writer {
  readonly #mask: (text: string) => string;

  constructor(mask: (text: string) => string) {
    this.#mask = mask;
  }

  open(element: string, attributes: Readonly<Record<string, string>>): string {
    return `<${element}${this.#attributes(attributes)}>`;
  }

  empty(element: string, attributes: Readonly<Record<string, string>>): string {
    return `<${element}${this.#attributes(attributes)}/>`;
  }

  text(text: string): string {
    const lines = this.#mask(text)
      .split('\n')
      .map((line) => printableLine(line, false));
    return escaped(lines.join('\n'));
  }

  #attributes(attributes: Readonly<Record<string, string>>): string {
    return Object.entries(attributes)
      .map(
        ([name, value]) => ` ${name}="${escaped(printableLine(this.#mask(value), false)).replaceAll('"', '&quot;')}"`,
      )
      .join('');
  }
}

function escaped(text: string): string {
  return text.replace(NO_CHARACTER, '\ufffd').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

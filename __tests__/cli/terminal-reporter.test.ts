import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TerminalReporter, type TerminalReporterOptions } from '../../src/cli/terminal-reporter.ts';
import { errorDiagnostic } from '../../src/kernel/diagnostics.ts';
import { BakeError } from '../../src/kernel/errors.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { RecordedOutput } from './support/fake-terminal.ts';

const build = 'amazon-ebs.app';
const ESC = '\u001b';

function report(events: readonly BakeEvent[], options: Partial<TerminalReporterOptions> = {}, ...secrets: string[]) {
  const out = new RecordedOutput();
  const registry = new SecretRegistry();
  for (const secret of secrets) registry.register(secret);
  const all = { colours: false, timestamps: false, debug: false, workingDirectory: '/nowhere', ...options };
  const reporter = new TerminalReporter(out, registry, all);
  for (const event of events) reporter.report(event);
  return out.text;
}

const remote = (text: string): BakeEvent => ({ type: 'remote-line', build, source: 'shell', stream: 'stdout', text });

describe('the reporter for the terminal', () => {
  it('writes headings with an arrow and what belongs to them below, as Packer does', () => {
    const error = new BakeError('The script failed', {
      code: 'script-failed',
      category: 'provision',
      hint: 'Mend it.',
    });
    expect(
      report([
        { type: 'run-started', runId: 'r1', builds: [build] },
        { type: 'step-started', build, step: 'launch', title: 'Launching the instance' },
        {
          type: 'resource-created',
          build,
          resource: { kind: 'key-pair', id: 'key-1', region: 'eu-west-1', name: 'bake' },
        },
        remote('hello'),
        { type: 'log', level: 'warning', message: 'Careful' },
        { type: 'build-finished', build, outcome: 'failed', elapsedMs: 61_000, error },
      ]),
    ).toBe(
      [
        '==> Baking amazon-ebs.app',
        '==> amazon-ebs.app: Launching the instance',
        '    amazon-ebs.app: Created key pair key-1 "bake" in eu-west-1',
        '    amazon-ebs.app: shell: hello',
        '    Careful',
        "==> Build 'amazon-ebs.app' errored after 1 minute 1 second: The script failed. Mend it.",
        '',
      ].join('\n'),
    );
  });

  it('leads each line of a text with the name of its build', () => {
    expect(report([{ type: 'progress', build, message: 'one\ntwo' }])).toBe(
      '    amazon-ebs.app: one\n    amazon-ebs.app: two\n',
    );
  });

  it('tells what is for debugging only when it is asked', () => {
    const events: BakeEvent[] = [{ type: 'log', level: 'debug', message: 'why' }];
    expect(report(events)).toBe('');
    expect(report(events, { debug: true })).toBe('    why\n');
  });

  it('writes the time before each line when it is asked', () => {
    expect(report([{ type: 'progress', build, message: 'one\ntwo' }], { timestamps: true })).toMatch(
      /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z: {5}amazon-ebs\.app: (one|two)\n){2}$/,
    );
  });

  it.each([
    ['bold', `${ESC}[1m`, { type: 'step-started', build, step: 's', title: 'Text' }],
    ['dim', `${ESC}[2m`, remote('Text')],
    ['yellow', `${ESC}[33m`, { type: 'log', level: 'warning', message: 'Text' }],
    ['red', `${ESC}[31m`, { type: 'log', level: 'error', message: 'Text' }],
  ] as [string, string, BakeEvent][])('paints %s only when colours are asked for', (_, code, event) => {
    expect(report([event], { colours: true }).startsWith(code)).toBe(true);
    expect(report([event])).not.toContain(ESC);
  });

  it('masks secrets everywhere: in lines, errors and diagnostics', () => {
    const secret = 'hunter2-hunter2';
    const error = new BakeError(`no ${secret}`, { code: 'x', category: 'cloud', hint: `Try ${secret}.` });
    const diagnostic = errorDiagnostic({ code: 'x', summary: `bad ${secret}`, detail: `It is ${secret}.` });
    const text = report(
      [
        remote(`it is ${secret}`),
        { type: 'build-finished', build, outcome: 'failed', elapsedMs: 1, error },
        { type: 'diagnostic', diagnostic },
      ],
      {},
      secret,
    );
    expect(text).toBe(
      [
        '    amazon-ebs.app: shell: it is ***',
        "==> Build 'amazon-ebs.app' errored after 1 millisecond: no ***. Try ***.",
        'Error: bad ***',
        '',
        'It is ***.',
        '',
        '',
      ].join('\n'),
    );
  });

  it('masks a secret of several lines before it takes the text apart', () => {
    expect(report([{ type: 'log', level: 'info', message: 'it is ab\ncd!' }], {}, 'ab\ncd')).toBe('    it is ***!\n');
  });

  it('lets no machine move the cursor, clear the screen, set a title or forge a line', () => {
    const hostile = `${ESC}[2J${ESC}]0;title\u0007${ESC}[1Aover\rwritten\b\u2028==> forged ${ESC}[32mgreen${ESC}[0m`;
    expect(report([remote(hostile)])).toBe('    amazon-ebs.app: shell: over written\ufffd\ufffd==> forged green\n');
    expect(report([remote(hostile)], { colours: true })).toContain(
      `over written\ufffd\ufffd==> forged ${ESC}[32mgreen${ESC}[`,
    );
    expect(report([remote('one\n==> two')])).toBe('    amazon-ebs.app: shell: one\n    amazon-ebs.app: ==> two\n');
  });

  it('shows the line of the file that a diagnostic is about, and its position alone where there is no file', () => {
    const workingDirectory = temporaryFolder();
    writeFileSync(path.join(workingDirectory, 'app.pkr.hcl'), 'source "x" "y" {\n  instance_typ = "t3"\n}\n');
    const range = (filename: string) => ({
      filename,
      start: { line: 2, column: 3, offset: 19 },
      end: { line: 2, column: 15, offset: 31 },
    });
    const about = (filename: string): BakeEvent => ({
      type: 'diagnostic',
      diagnostic: errorDiagnostic({ code: 'x', summary: 'No such option', detail: 'Why.', subject: range(filename) }),
    });
    expect(report([about('app.pkr.hcl')], { workingDirectory })).toBe(
      [
        'Error: No such option',
        '',
        '  on app.pkr.hcl:2:3, in source "x" "y":',
        '',
        '  2 │   instance_typ = "t3"',
        '    │   ^^^^^^^^^^^^',
        '',
        'Why.',
        '',
        '',
      ].join('\n'),
    );
    expect(report([about('gone.pkr.hcl')], { workingDirectory })).toBe(
      'Error: No such option\n\n  on gone.pkr.hcl:2:3\n\nWhy.\n\n',
    );
  });
});

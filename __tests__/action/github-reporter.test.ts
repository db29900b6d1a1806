import { describe, expect, it } from '@jest/globals';
import { GitHubReporter } from '../../src/action/github-reporter.ts';
import type { AnnotationProperties, RunnerLog } from '../../src/action/runner-log.ts';
import { neutralise } from '../../src/action/workflow-commands.ts';
import { BakeError } from '../../src/kernel/errors.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';

/** What the runner would see, as text. */
class RecordedLog implements RunnerLog {
  readonly lines: string[] = [];
  readonly annotations: { message: string; properties: AnnotationProperties | undefined }[] = [];
  readonly masked: string[] = [];
  info = (message: string) => void this.lines.push(message);
  debug = (message: string) => void this.lines.push(`[debug] ${message}`);
  notice = (message: string) => void this.lines.push(`[notice] ${message}`);
  warning = (message: string, properties?: AnnotationProperties) => {
    this.lines.push(`[warning] ${message}`);
    this.annotations.push({ message, properties });
  };
  error = (message: string, properties?: AnnotationProperties) => {
    this.lines.push(`[error] ${message}`);
    this.annotations.push({ message, properties });
  };
  startGroup = (title: string) => void this.lines.push(`[group] ${title}`);
  endGroup = () => void this.lines.push('[endgroup]');
  setSecret = (value: string) => void this.masked.push(value);
}

/** The runner's two parsers of commands, after ActionCommand.cs of actions/runner: what it would carry out of a line. */
function commandIn(line: string): string | undefined {
  const trimmed = line.replace(/^[\s\ufeff]+/, '');
  const modern = /^::([a-z-]+)( [^:]*)?::/i.exec(trimmed);
  if (modern !== null) return modern[1];
  return /##\[([a-z-]+)[^\]]*\]/i.exec(line)?.[1];
}

function report(events: readonly BakeEvent[], builds = ['a']): RecordedLog {
  const log = new RecordedLog();
  const reporter = new GitHubReporter(log, new SecretRegistry(), '/workspace');
  reporter.report({ type: 'run-started', runId: 'r', builds });
  for (const event of events) reporter.report(event);
  return log;
}

const step = { build: 'a', step: 'launch', title: 'Launching the instance' } as const;

describe('the GitHub log', () => {
  it('folds each step of a single build into a group', () => {
    const log = report([
      { type: 'step-started', ...step },
      { type: 'resource-created', build: 'a', resource: { kind: 'instance', id: 'i-1', region: 'eu-central-1' } },
      { type: 'step-finished', ...step, outcome: 'succeeded', elapsedMs: 2_000 },
    ]);
    expect(log.lines.slice(1)).toEqual([
      '[group] Launching the instance',
      'Created instance i-1 in eu-central-1',
      '[endgroup]',
      '  ✓ 2.0 s',
    ]);
  });

  it('names the build on each line, without groups, when several run side by side', () => {
    const log = report([{ type: 'step-started', ...step }], ['a', 'b']);
    expect(log.lines.slice(1)).toEqual(['a: Launching the instance']);
  });

  it('tells steps that run beside the one of the group in lines, each with its name', () => {
    const copy = { build: 'a', step: 'copy', title: 'Copying to eu-west-1' } as const;
    const log = report([
      { type: 'step-started', ...step },
      { type: 'step-started', ...copy },
      { type: 'step-finished', ...copy, outcome: 'succeeded', elapsedMs: 1_000 },
      { type: 'step-finished', ...step, outcome: 'succeeded', elapsedMs: 2_000 },
    ]);
    expect(log.lines.slice(1)).toEqual([
      '[group] Launching the instance',
      'Copying to eu-west-1',
      'Copying to eu-west-1: done after 1.0 s',
      '[endgroup]',
      '  ✓ 2.0 s',
    ]);
  });

  it('says outside of its group that a step failed', () => {
    const log = report([
      { type: 'step-started', ...step },
      { type: 'step-finished', ...step, outcome: 'failed', elapsedMs: 2_000 },
    ]);
    expect(log.lines.slice(1)).toEqual([
      '[group] Launching the instance',
      '[endgroup]',
      '✗ Launching the instance: failed after 2.0 s',
    ]);
  });

  it('begins what builds side by side say in one column, each with a colour of its own', () => {
    const log = new RecordedLog();
    const reporter = new GitHubReporter(log, new SecretRegistry(), '/workspace', true);
    reporter.report({ type: 'run-started', runId: 'r', builds: ['a', 'long'] });
    for (const build of ['a', 'long']) {
      reporter.report({ type: 'remote-line', build, source: 'shell', stream: 'stdout', text: 'x\u001b[31my' });
    }
    expect(log.lines.slice(1)).toEqual([
      '\u001b[36ma:\u001b[39m    shell: x\u001b[31my\u001b[0m',
      '\u001b[35mlong:\u001b[39m shell: x\u001b[31my\u001b[0m',
    ]);
  });

  it('has a line for a wait only now and then', () => {
    const waiting = (elapsedMs: number): BakeEvent => ({
      type: 'waiting',
      build: 'a',
      what: 'the AMI ami-1 in r',
      state: 'pending',
      elapsedMs,
    });
    const log = report([1_000, 5_000, 12_000, 17_000, 60_000, 75_000].map(waiting));
    expect(log.lines.slice(1)).toEqual([
      'Waiting for the AMI ami-1 in r: pending, after 12.0 s',
      'Waiting for the AMI ami-1 in r: pending, after 1 min 15 s',
    ]);
  });

  it('closes an open group before an error, so that the error is seen', () => {
    const error = new BakeError('It broke', { code: 'x', category: 'cloud' });
    const log = report([
      { type: 'step-started', ...step },
      { type: 'build-finished', build: 'a', outcome: 'failed', elapsedMs: 1_000, error },
    ]);
    expect(log.lines.slice(2)).toEqual(['[endgroup]', "Build 'a' errored after 1 second: It broke"]);
  });

  it('annotates the line of the template', () => {
    const at = (line: number, column: number) => ({ line, column, offset: 0 });
    const log = report([
      {
        type: 'diagnostic',
        diagnostic: {
          severity: 'error',
          code: 'unset-variable',
          summary: 'Unset variable',
          detail: 'Set it.',
          subject: { filename: '/t/a.pkr.hcl', start: at(3, 1), end: at(3, 9) },
        },
      },
    ]);
    expect(log.annotations).toEqual([
      {
        message: 'Set it.',
        properties: {
          title: 'Unset variable',
          file: '/t/a.pkr.hcl',
          startLine: 3,
          endLine: 3,
          startColumn: 1,
          endColumn: 9,
        },
      },
    ]);
  });

  it('shows what failed on the block of the template that it belongs to', () => {
    const at = {
      filename: 'app.pkr.hcl',
      start: { line: 7, column: 3, offset: 0 },
      end: { line: 7, column: 22, offset: 19 },
    };
    const error = new BakeError('Script exited with status 1', { code: 'x', category: 'provision', hint: 'Look.' });
    const log = report([
      { type: 'step-finished', build: 'a', step: 's', title: 'Provisioner shell', outcome: 'failed', elapsedMs: 1, at },
      { type: 'build-finished', build: 'a', outcome: 'failed', elapsedMs: 1_000, error },
    ]);
    const place = { file: '/workspace/app.pkr.hcl', startLine: 7, endLine: 7, startColumn: 3, endColumn: 22 };
    expect(log.annotations).toEqual([
      { message: 'Script exited with status 1. Look.', properties: { title: 'a: Provisioner shell', ...place } },
    ]);
  });

  it('hands every secret to the runner before it can be printed, and masks it by itself too', () => {
    const log = new RecordedLog();
    const secrets = new SecretRegistry();
    const reporter = new GitHubReporter(log, secrets, '/workspace');
    secrets.register('hunter22hunter22');
    reporter.report({ type: 'progress', build: 'a', message: 'password is hunter22hunter22' });
    expect(log.masked).toContain('hunter22hunter22');
    expect(log.lines).toEqual(['password is ***']);
  });

  it('hands a secret of several lines over line by line, without those that would blot out the log', () => {
    const log = new RecordedLog();
    const secrets = new SecretRegistry();
    new GitHubReporter(log, secrets, '/workspace');
    secrets.register('-----BEGIN PRIVATE KEY-----\nMIIBVgIBADANBgkq\nab\n-----END PRIVATE KEY-----\n');
    expect(log.masked).toContain('MIIBVgIBADANBgkq');
    expect(log.masked.filter((value) => /\n|^ab$|^-----(BEGIN|END) [A-Z ]+-----$/.test(value))).toEqual([]);
  });

  it('announces each image on the page of the run', () => {
    const image = { region: 'eu-central-1', id: 'ami-1', name: 'app', snapshotIds: [] };
    const log = report([
      { type: 'artifact', build: 'a', artifact: { builderId: 'b', id: 'x', description: '', images: [image] } },
    ]);
    expect(log.lines).toContain('[notice] ami-1 "app" in eu-central-1');
  });

  it.each([
    '::set-output name=ami_id::ami-evil',
    '  ::save-state name=runDirectory::/evil',
    '\ufeff::add-mask::x',
    'ok ##[set-output name=ami_id]ami-evil',
    '##[save-state name=runDirectory]/evil',
    'progress\r::set-output name=ami_id::ami-evil',
    '\u001b[2K::set-env name=PATH::/evil',
    '\u200b::stop-commands::x',
  ])('carries out nothing that a machine prints: %j', (hostile) => {
    expect(commandIn(neutralise(hostile))).toBeUndefined();
    const log = report([{ type: 'remote-line', build: 'a', source: 'shell', stream: 'stdout', text: hostile }]);
    for (const printed of log.lines.flatMap((line) => line.split(/[\r\n]/))) expect(commandIn(printed)).toBeUndefined();
  });
});

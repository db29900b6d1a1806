import { describe, expect, it } from '@jest/globals';
import { JsonReporter } from '../../src/cli/json-reporter.ts';
import { BakeError } from '../../src/kernel/errors.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { RecordedOutput } from './support/fake-terminal.ts';

const build = 'amazon-ebs.app';
const time = '2026-01-02T03:04:05.678Z';

function report(events: readonly BakeEvent[], ...secrets: string[]): RecordedOutput {
  const out = new RecordedOutput();
  const registry = new SecretRegistry();
  for (const secret of secrets) registry.register(secret);
  const reporter = new JsonReporter(out, registry, () => Date.parse(time));
  for (const event of events) reporter.report(event);
  return out;
}

describe('the reporter for programs', () => {
  it('writes one line of JSON for each event, whatever is in it', () => {
    const { text, lines } = report([
      { type: 'run-started', runId: 'r1', builds: [build] },
      { type: 'remote-line', build, source: 'shell', stream: 'stderr', text: 'a "b"\n\u001b[2Jc' },
    ]);
    expect(text.endsWith('\n')).toBe(true);
    expect(lines).toEqual([
      `{"time":"${time}","type":"run-started","runId":"r1","builds":["${build}"]}`,
      `{"time":"${time}","type":"remote-line","build":"${build}","source":"shell","stream":"stderr","text":"a \\"b\\"\\n\\u001b[2Jc"}`,
    ]);
  });

  it('tells of an error what it is, who has to act and what helps, but no stack', () => {
    const cause = new Error('below');
    const options = { code: 'throttled', category: 'cloud', retryable: true, hint: 'Wait.', cause } as const;
    const { text } = report([
      { type: 'build-finished', build, outcome: 'failed', elapsedMs: 5, error: new BakeError('No', options) },
    ]);
    expect(JSON.parse(text)).toEqual({
      time,
      type: 'build-finished',
      build,
      outcome: 'failed',
      elapsedMs: 5,
      error: { code: 'throttled', category: 'cloud', retryable: true, message: 'No', hint: 'Wait.' },
    });
  });

  it('masks a secret before it is quoted, since quotes and line ends look different afterwards', () => {
    const secret = 'se"cr\\et\nof two lines';
    const error = new BakeError(`no ${secret}`, { code: 'x', category: 'cloud', hint: `not ${secret}` });
    const { lines } = report(
      [
        { type: 'log', level: 'info', message: `it is ${secret}.` },
        { type: 'build-finished', build, outcome: 'failed', elapsedMs: 5, error },
      ],
      secret,
    );
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { message: 'it is ***.' },
      { error: { message: 'no ***', hint: 'not ***' } },
    ]);
    expect(lines.join('')).not.toContain('of two lines');
  });
});

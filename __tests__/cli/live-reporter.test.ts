import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { LiveLines } from '../../src/cli/live-lines.ts';
import { LiveReporter } from '../../src/cli/live-reporter.ts';
import type { Output } from '../../src/cli/terminal.ts';
import { TerminalReporter } from '../../src/cli/terminal-reporter.ts';
import type { BakeEvent } from '../../src/kernel/events.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { VirtualClock } from '../support/virtual-clock.ts';
import { Screen } from './support/screen.ts';

function terminal(columns: number, rows = 24) {
  const screen = new Screen();
  const out: Output = { isTTY: true, columns, rows, write: (text) => screen.write(text) };
  const clock = new VirtualClock();
  const secrets = new SecretRegistry();
  const stop = new AbortController();
  const live = new LiveLines(out);
  const lines = new TerminalReporter(live, secrets, {
    colours: true,
    timestamps: false,
    debug: false,
    workingDirectory: '/w',
  });
  const reporter = new LiveReporter(live, lines, clock, secrets, stop.signal);
  const report = (...events: readonly BakeEvent[]): void => {
    for (const event of events) reporter.report(event);
  };
  return { screen, clock, secrets, stop, report };
}

/** Of the characters that this test uses: those of East Asia and pictures take two columns. */
function widthOf(text: string): number {
  const segments = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  return segments.reduce(
    (sum, segment) => sum + (/[\u3000-\u9fff]|\p{Extended_Pictographic}/u.test(segment) ? 2 : 1),
    0,
  );
}

const started = (build: string, title = 'Waiting for ami-1'): readonly BakeEvent[] => [
  { type: 'build-started', build },
  { type: 'step-started', build, step: 's', title },
];
const waiting: BakeEvent = {
  type: 'waiting',
  build: 'a',
  what: 'the AMI ami-1 in r',
  state: 'pending',
  elapsedMs: 1_000,
  percent: 43,
};

describe('the live lines of a terminal', () => {
  it('show for each build its step, the time and the state of what it waits for, and turn', async () => {
    const { screen, clock, report } = terminal(80);
    report({ type: 'run-started', runId: 'r', builds: ['a', 'long'] }, ...started('a'), ...started('long'), waiting);
    await clock.advance(65_000);
    expect(screen.lines.slice(-2).map((line) => line.slice(2))).toEqual([
      '1 min 5 s  a:    Waiting for ami-1 pending, 43 %',
      '1 min 5 s  long: Waiting for ami-1',
    ]);
    const before = screen.lines.at(-1);
    await clock.advance(120);
    expect(screen.lines.at(-1)).not.toBe(before);
  });

  it('stay below what else is told, and go with the build', async () => {
    const { screen, clock, report } = terminal(80);
    report({ type: 'run-started', runId: 'r', builds: ['a'] }, ...started('a', 'Step'));
    report({ type: 'log', level: 'info', build: 'a', message: 'hello' });
    await clock.advance(1_000);
    expect(screen.lines.slice(0, -1)).toEqual(['==> Baking a', '==> a: Step', '    a: hello']);
    expect(screen.lines.at(-1)).toMatch(/^\S +900 ms {2}Step$/);
    report(
      { type: 'step-finished', build: 'a', step: 's', title: 'Step', outcome: 'succeeded', elapsedMs: 1_000 },
      { type: 'build-finished', build: 'a', outcome: 'succeeded', elapsedMs: 1_000 },
    );
    await clock.advance(1_000);
    expect(screen.lines.at(-1)).toBe("==> Build 'a' finished after 1 second.");
    expect(clock.sleeping).toBe(0);
  });

  it('say of a build without a step that it cleans up, when that lasts', async () => {
    const { screen, clock, report } = terminal(80);
    report({ type: 'run-started', runId: 'r', builds: ['a'] }, { type: 'build-started', build: 'a' });
    await clock.advance(300);
    expect(screen.lines).toEqual(['==> Baking a']);
    await clock.advance(1_000);
    expect(screen.lines.at(-1)).toMatch(/Cleaning up$/);
  });

  it.each([20, 40])('never go over the edge of %d columns, whatever stands in them', async (columns) => {
    const { screen, clock, report } = terminal(columns);
    report({ type: 'run-started', runId: 'r', builds: ['a'] }, ...started('a', '大きい画像を作る 👩‍👩‍👧 '.repeat(10)));
    await clock.advance(200);
    const last = screen.lines.at(-1) ?? '';
    expect(widthOf(last)).toBeLessThan(columns);
    expect(widthOf(last)).toBeGreaterThan(columns - 4);
  });

  it('leave room for others where there are many', async () => {
    const { screen, clock, report } = terminal(80, 12);
    const builds = Array.from({ length: 20 }, (_, index) => `b${index}`);
    report({ type: 'run-started', runId: 'r', builds }, ...builds.flatMap((build) => started(build, 'Step')));
    await clock.advance(200);
    expect(screen.lines.slice(-2)).toEqual([expect.stringContaining('b4: '), '  and 15 more']);
  });

  it('show no secret, and let no title command the terminal', async () => {
    const { screen, clock, secrets, report } = terminal(80);
    secrets.register('hunter22');
    report({ type: 'run-started', runId: 'r', builds: ['a'] }, ...started('a', 'It is hunter22\u001b[2J\u0007\nnext'));
    await clock.advance(200);
    expect(screen.lines.at(-1)).toMatch(/ It is \*\*\*\ufffd next$/);
    expect(screen.text).not.toContain('\u001b[2J');
  });

  it('end when the run is to stop: from then on all is told in lines', async () => {
    const { screen, clock, stop, report } = terminal(80);
    report({ type: 'run-started', runId: 'r', builds: ['a'] }, ...started('a', 'Step'));
    await clock.advance(200);
    stop.abort();
    expect(screen.lines.at(-1)).toBe('==> a: Step');
    const written = screen.text.length;
    await clock.advance(10_000);
    expect(screen.text).toHaveLength(written);
    report({ ...waiting, elapsedMs: 20_000 });
    expect(screen.lines.at(-1)).toBe('    a: Waiting for the AMI ami-1 in r: pending, 43 %, after 20.0 s');
  });

  it('never hide the cursor, which a killed process could not bring back', async () => {
    const { screen, clock, report } = terminal(80);
    report({ type: 'run-started', runId: 'r', builds: ['a'] }, ...started('a'));
    await clock.advance(1_000);
    expect(screen.text).not.toContain('\u001b[?25l');
    expect(stripVTControlCharacters(screen.text)).toContain('Waiting for ami-1');
  });
});

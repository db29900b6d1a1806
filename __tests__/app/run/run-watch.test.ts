import { describe, expect, it } from '@jest/globals';
import { RunWatch } from '../../../src/app/run/run-watch.ts';
import type { BakeEvent } from '../../../src/kernel/events.ts';
import { SecretRegistry } from '../../../src/kernel/secrets.ts';

function watched(events: readonly BakeEvent[], secret?: string): { watch: RunWatch; passed: BakeEvent[] } {
  const secrets = new SecretRegistry();
  if (secret !== undefined) secrets.register(secret);
  const passed: BakeEvent[] = [];
  const watch = new RunWatch({ report: (event) => void passed.push(event) }, secrets);
  for (const event of events) watch.report(event);
  return { watch, passed };
}

const build = 'b';
const step = { build, step: 'provisioner-shell', title: 'Provisioner shell' };
const line = (text: string): BakeEvent => ({ type: 'remote-line', build, source: 'shell', stream: 'stdout', text });
const warning = (message: string): BakeEvent => ({ type: 'log', level: 'warning', build, message });

describe('the story of a run', () => {
  it('passes everything on', () => {
    const events = [warning('x'), line('y')];
    expect(watched(events).passed).toEqual(events);
  });

  it('has each warning once, masked, and counts those beyond a limit', () => {
    const many = Array.from({ length: 250 }, (_, index) => warning(`w${index}`));
    const { story } = watched([warning('it is hunter22'), warning('it is hunter22'), ...many], 'hunter22').watch;
    expect(story.warnings.slice(0, 2)).toEqual([
      { build, text: 'it is ***' },
      { build, text: 'w0' },
    ]);
    expect(story.warnings).toHaveLength(200);
    expect(story.moreWarnings).toBe(51);
  });

  it('has the last lines of the step that failed, and of no other', () => {
    const { story } = watched(
      [
        { type: 'step-started', ...step },
        line('of a step that went well'),
        { type: 'step-finished', ...step, outcome: 'succeeded', elapsedMs: 1 },
        { type: 'step-started', ...step },
        ...Array.from({ length: 30 }, (_, index) => line(`line ${index}`)),
        line('a secret: ab'),
        line('cd and on'),
        { type: 'step-finished', ...step, outcome: 'failed', elapsedMs: 1 },
      ],
      'ab\ncd',
    ).watch;
    expect([...story.tails.keys()]).toEqual([build]);
    const tail = story.tails.get(build);
    expect(tail?.step).toBe('Provisioner shell');
    expect(tail?.lines.slice(0, 1)).toEqual(['line 12']);
    expect(tail?.lines.at(-1)).toBe('a secret: *** and on');
  });

  it('has no tail where nothing was printed', () => {
    const { story } = watched([
      { type: 'step-started', ...step },
      { type: 'step-finished', ...step, outcome: 'failed', elapsedMs: 1 },
    ]).watch;
    expect(story.tails.size).toBe(0);
  });

  it('knows the manifest that was written last', () => {
    const written = (path: string): BakeEvent => ({ type: 'file-written', build, kind: 'manifest', path });
    expect(watched([]).watch.lastManifest).toBeUndefined();
    expect(watched([written('/a'), written('/b')]).watch.lastManifest).toBe('/b');
  });
});

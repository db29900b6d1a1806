import { describe, expect, it } from '@jest/globals';
import { type GanttBar, gantt, ganttText } from '../../src/action/gantt.ts';

const bar = (title: string, startMs = 0): GanttBar => ({ title, startMs, elapsedMs: 1_000, colour: 'cloud' });

describe('a picture of time', () => {
  it.each([
    ['Launching: a; t3#micro', 'Launching a t3 micro'],
    ['end\n```\n# forged', 'end forged'],
    ['%%{init: {}}%%', 'init'],
    ['<img src=x onerror=alert(1)>', 'img src=x onerror=alert(1)'],
    ['section of a template', '. section of a template'],
    ['Title x', '. Title x'],
    ['accDescription x', '. accDescription x'],
    ["the machine's deadline", "the machine's deadline"],
    ['2026-01-01 nightly', '. 2026-01-01 nightly'],
    ['click me call that', '. click me call that'],
    ['', '.'],
    ['Größe 大きい', 'Größe 大きい'],
    [`a${'b'.repeat(100)}`, `a${'b'.repeat(48)}…`],
  ])('shows %j as %j, which means nothing to Mermaid', (text, shown) => {
    expect(ganttText(text)).toBe(shown);
  });

  it('marks no time twice on its axis', () => {
    const ending = (startMs: number) => gantt([{ title: 'a', bars: [bar('x', startMs)] }]);
    expect(ending(5_000)).toContain('\n  axisFormat %M:%S\n  tickInterval 1second\n');
    expect(ending(60_000)).toContain('\n  axisFormat %M:%S\n  section');
    expect(ending(4_000_000)).toContain('\n  axisFormat %H:%M\n  section');
  });

  it('has each name on a line of its own, and nothing but its times behind the colon', () => {
    const text = gantt([{ title: 'a\nsection b', bars: [bar('x :crit, 2000-01-01\n  y')] }]) ?? '';
    const lines = text.split('\n').filter((line) => line.startsWith('  '));
    expect(lines).toEqual([
      '  dateFormat YYYY-MM-DD HH:mm:ss.SSS',
      '  axisFormat %M:%S',
      '  tickInterval 1second',
      '  section a section b',
      '  x crit 2000-01-01 y 1.0 s :2000-01-01 00:00:00.000, 2000-01-01 00:00:01.000',
    ]);
  });

  it('goes on after an hour, and after a day', () => {
    const text = gantt([{ title: 'a', bars: [bar('long', 25 * 3_600_000)] }]);
    expect(text).toContain('axisFormat %H:%M');
    expect(text).toContain('2000-01-02 01:00:00.000, 2000-01-02 01:00:01.000');
  });

  it('is left out where there is nothing to draw, or more than Mermaid takes', () => {
    expect(gantt([{ title: 'a', bars: [] }])).toBeUndefined();
    const bars = Array.from({ length: 1_000 }, (_, index) => bar(`Provisioner ${index}`));
    expect(gantt([{ title: 'a', bars }])).toBeUndefined();
  });
});

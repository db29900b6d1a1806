import { describe, expect, it } from '@jest/globals';
import { graphemeClusters } from '../../../src/hcl/values/graphemes.ts';

const FAMILY = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';
const PIECES = ['a', '\r\n', '\r', 'e\u0301', '\u{1F44B}\u{1F3FD}', FAMILY, '\u{1F1E9}\u{1F1EA}', '\u0915\u094D\u0937'];

function atOnce(text: string): (string | number)[][] {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return Array.from(segments, ({ segment, index }) => [segment, index]);
}

const clusters = (text: string) => Array.from(graphemeClusters(text), ({ segment, index }) => [segment, index]);

describe('the grapheme clusters of a long text', () => {
  it.each(PIECES)('are those that are found in it at once, wherever a part of it ends: %j', (piece) => {
    for (let before = 1_000; before < 1_030; before += 1) {
      const text = `${'x'.repeat(before)}${piece.repeat(300)}y${piece}`;
      expect(clusters(text)).toEqual(atOnce(text));
    }
  });

  it('may be longer than a part', () => {
    const text = `${'x'.repeat(500)}e${'\u0301'.repeat(5_000)}y`;
    expect(clusters(text)).toEqual(atOnce(text));
    expect(clusters('')).toEqual([]);
  });

  it('are found in a time that grows as the text does', () => {
    const start = performance.now();
    expect(Array.from(graphemeClusters('\r'.repeat(400_000)))).toHaveLength(400_000);
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LineSplitter, LONGEST_LINE } from '../../src/kernel/line-splitter.ts';

function lines(...chunks: (string | Buffer)[]): readonly string[] {
  const found: string[] = [];
  const splitter = new LineSplitter((line) => found.push(line));
  for (const chunk of chunks) splitter.push(Buffer.from(chunk));
  splitter.end();
  return found;
}

describe('output is cut into lines', () => {
  it.each([
    ['empty lines stay', ['a\n\nb\n'], ['a', '', 'b']],
    ['the last line needs no end', ['a\nb'], ['a', 'b']],
    ['a line may come in pieces', ['a', 'b', '\nc\n'], ['ab', 'c']],
    ['\\r\\n ends a line, also in two pieces', ['a\r\nb\r', '\nc'], ['a', 'b', 'c']],
    ['what a carriage return overwrites is left out', ['10%\r20%\r', '30%\n'], ['30%']],
    ['a return at the end overwrites nothing', ['done\r', '\n'], ['done']],
  ])('%s', (_, chunks, expected) => {
    expect(lines(...chunks)).toEqual(expected);
  });

  it('keeps characters whole that are split between pieces', () => {
    const bytes = Buffer.from('ü€😀\n');
    expect(lines(...Array.from(bytes, (byte) => Buffer.from([byte])))).toEqual(['ü€😀']);
  });

  it('cuts lines that are too long, not in the middle of a character', () => {
    const found = lines(`${'x'.repeat(LONGEST_LINE - 1)}😀y\n`);
    expect(found.map((line) => line.length)).toEqual([LONGEST_LINE - 1, 3]);
    expect(found[1]).toBe('😀y');
  });

  it('does not keep a progress bar that never ends', () => {
    const found: string[] = [];
    const splitter = new LineSplitter((line) => found.push(line));
    for (let percent = 0; percent < 100_000; percent += 1) splitter.push(Buffer.from(`${percent}\r`));
    splitter.push(Buffer.from('\n'));
    expect(found).toEqual(['99999']);
  });

  it('gives the same lines however the bytes are split', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ü', '😀', '\n', '\r') }),
        fc.array(fc.nat(50)),
        (text, cuts) => {
          const bytes = Buffer.from(text);
          const at = [...new Set([0, ...cuts.filter((cut) => cut < bytes.length), bytes.length])].sort((a, b) => a - b);
          const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end));
          expect(lines(...pieces)).toEqual(lines(bytes));
        },
      ),
    );
  });
});

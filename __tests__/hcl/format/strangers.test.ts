import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { format as formatOfHashiCorp } from '@cdktn/hcl-tools';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatHcl } from '../../../src/hcl/format/format.ts';
import { parseFile } from '../../../src/hcl/parser.ts';
import { Source } from '../../../src/hcl/source.ts';
import { hclTexts } from './hcl-texts.ts';

const ROOT = path.join(import.meta.dirname ?? '', '..', '..', '..');

/** What there is of HCL in this repository, as it is and with its layout spoilt. */
const FILES = ['examples', '__tests__']
  .flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  )
  .filter((name) => name.endsWith('.hcl'));

const NASTY = [
  'a={\nf({})=3\n{a=1}=4\n"\x24{x}"=1\nlonger.thing=2\n}\n',
  'a=[\n[1,\n2],[\n3]]\nb=1\n',
  'a=f(<<E\nx \x24{ y }\nE\n,1) # foo\nccc=1 # foo\n',
  'b {\na=<<E\n\x24{ f([\n1,{\nb=1}\n]) } \x24{ x\n}\nE\nc=1\n}\n',
  'b {\na=<<E\n\x24{ f(<<F\n F\n, <<F\nF\n) } \x24{ [\n1,\n2] }\nE\nc=1\n}\n',
  'a=x[(\n1\n)][*] == {"k"="s" # z\n(a)=1 # z\n}\n',
  '/* x\n y */ a=1\n\tbb=2 /* t */\n/* u */ # v\n',
  'b { # w\n a=1 # x\n c "l" { # r\n d=1 # s\n}\n } # t',
  'a=(1\n- 1)\nb=[- 1,- x]\nc="\x24{- 1}"\nd=x.* - 1\n',
  '  \n\n  a=1\n  \n   ',
  'a=1 # x\n/* y */ /* z */  ',
];

function parses(text: string): boolean {
  return parseFile(new Source('x.hcl', text)).diagnostics.length === 0;
}

describe('our formatter and HashiCorp’s', () => {
  it.each(FILES)('give the same for %s', async (name) => {
    const text = readFileSync(path.join(ROOT, name), 'utf8');
    for (const variant of [text, text.replace(/ +/g, ' '), text.replace(/^ +/gm, '').replaceAll(' = ', '=')]) {
      if (parses(variant)) expect(formatHcl(variant)).toBe(await formatOfHashiCorp(variant));
    }
  });

  it.each(NASTY)('give the same for %j', async (text) => {
    expect(parses(text)).toBe(true);
    expect(formatHcl(text)).toBe(await formatOfHashiCorp(text));
  });

  it('give the same for random texts', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(hclTexts, async (text) => {
        fc.pre(parses(text));
        compared += 1;
        expect(formatHcl(text)).toBe(await formatOfHashiCorp(text));
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(200);
  }, 60_000);

  it('differs only where HashiCorp’s gives what can’t be read any more', async () => {
    expect(await formatOfHashiCorp('a=x.0 .1')).toBe('a = x.0.1');
    expect(await formatOfHashiCorp('a=p::f(1)')).toBe('a = p : : f(1)');
    expect(formatHcl('a=p::f(1)')).toBe('a = p::f(1)');
  });
});

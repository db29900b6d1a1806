import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GlobBuilder } from '../../src/kernel/glob.ts';

const any = (): boolean => true;
const exactly = (wanted: string) => (character: string) => character === wanted;

describe('GlobBuilder', () => {
  it('fits whole names', () => {
    const builder = new GlobBuilder();
    builder.one(exactly('a'));
    builder.many(exactly('b'));
    builder.openChoice();
    builder.nextAlternative();
    builder.one(any);
    builder.closeChoice();
    builder.one(exactly('d'));
    const { matches } = builder.build();
    expect(['ad', 'abbbd', 'abcd', 'a😀d'].filter(matches)).toEqual(['ad', 'abbbd', 'abcd', 'a😀d']);
    expect(['', 'a', 'ab', 'accd', 'abdx', 'xad'].filter(matches)).toEqual([]);
  });

  it('looks at each place of the pattern at most once for each character of the name', () => {
    const parts = fc.constantFrom('one', 'many', 'openChoice', 'nextAlternative', 'closeChoice');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 200 }), fc.stringMatching(/^a{0,200}$/), (pattern, name) => {
        const builder = new GlobBuilder();
        let looks = 0;
        const count = (): boolean => {
          looks += 1;
          return true;
        };
        for (const part of pattern) {
          if (part === 'one' || part === 'many') builder[part](count);
          else if (part === 'openChoice' || builder.inChoice) builder[part]();
        }
        const { matches, size } = builder.build();
        matches(name);
        expect(size).toBeLessThanOrEqual(2 * pattern.length + 1);
        expect(looks).toBeLessThanOrEqual(size * name.length);
      }),
    );
  });
});

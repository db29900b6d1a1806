import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Body } from '../../../src/hcl/ast.ts';
import { formatHcl } from '../../../src/hcl/format/format.ts';
import { parseFile } from '../../../src/hcl/parser.ts';
import { Source } from '../../../src/hcl/source.ts';
import { hclTexts } from './hcl-texts.ts';

function parsed(text: string): { readonly body: Body; readonly isValid: boolean } {
  const { body, diagnostics } = parseFile(new Source('x.hcl', text));
  return { body, isValid: diagnostics.length === 0 };
}

/** The tree without places, and without the order that a Map and the list beside it say twice. */
function meaning(body: Body): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value: unknown) => (/[rR]ange$/.test(key) || key === 'expansion' ? undefined : value)),
  );
}

describe('a formatted text', () => {
  it('means what it meant before, and is not changed when it is formatted again', () => {
    fc.assert(
      fc.property(hclTexts, (text) => {
        const before = parsed(text);
        fc.pre(before.isValid);
        const formatted = formatHcl(text);
        const after = parsed(formatted);
        expect(after.isValid).toBe(true);
        expect(meaning(after.body)).toEqual(meaning(before.body));
        expect(formatHcl(formatted)).toBe(formatted);
      }),
      { numRuns: 500 },
    );
  });

  it('holds all that is not blank, in the same order', () => {
    const withoutBlanks = (text: string): string => text.replace(/[ \t\uFEFF]+/g, '');
    fc.assert(
      fc.property(hclTexts, (text) => {
        expect(withoutBlanks(formatHcl(text))).toBe(withoutBlanks(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('any text at all', () => {
  it('is formatted without an exception', () => {
    const pieces = [
      'a',
      '=',
      '{',
      '}',
      '[',
      ']',
      '(',
      ')',
      '"',
      '${',
      '%{',
      '~}',
      '<<E\n',
      '\nE\n',
      '\n',
      '\r\n',
      ' ',
      '/*',
      '*/',
      '#',
      '\0',
      '.',
      '-',
      '1',
      '\ud800',
    ];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string()), { maxLength: 60 }), (parts) => {
        expect(typeof formatHcl(parts.join(''))).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NativeBody } from '../../src/hcl/ast.ts';
import { evaluate } from '../../src/hcl/evaluator.ts';
import { MAXIMUM_LENGTH, parseExpression, parseFile, parseTemplate } from '../../src/hcl/parser.ts';
import { renderDiagnostic } from '../../src/hcl/print-diagnostic.ts';
import { references } from '../../src/hcl/references.ts';
import { Source } from '../../src/hcl/source.ts';
import { quoteHcl } from '../../src/hcl/values/inspect.ts';
import type { Diagnostic } from '../../src/kernel/diagnostics.ts';
import { SCOPE } from './support.ts';

/** Pieces that mean something to the language, so that random texts get far into it. */
const PIECES = [
  ['a', 's', 'l', 'o', 'for', 'in', 'if', 'true', 'null', '1', '0.5', '9e9', 'upper', 'ns::upper', '::'],
  ['{', '}', '[', ']', '(', ')', '=', ':', ',', '.', '...', '=>', '?', '*', '[*]', '.*', '.0', '[0]'],
  ['+', '-', '/', '%', '!', '==', '!=', '<', '>', '&&', '||', '&', '~', "'", '`', ';', '\\', '@', '\0'],
  ['"', '${', '%{', '~}', '$${', '%%{', '<<E\n', '<<-E\n', '\nE\n', '<<"E"\n', '\n', '\r\n', '\r', ' ', '\t'],
  ['%{ if t }', '%{ else }', '%{ endif }', '%{ for x in l }', '%{ endfor }', '\\n', '\\u12', '\\U0001F600'],
  ['#', '//', '/*', '*/', 'é', '👩‍👩‍👧‍👦', '\ud800', '\uFEFF', 'b "x" {', 'x = ', 'dynamic "b" {', '\u202e'],
].flat();
const text = fc
  .array(fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 60,
  })
  .map((pieces) => pieces.join(''));

function expectPlaces(diagnostics: readonly Diagnostic[], source: Source): void {
  for (const diagnostic of diagnostics) {
    const { subject, summary, detail } = diagnostic;
    expect(summary).not.toBe('');
    expect(detail).not.toBe('');
    const { start, end } = subject ?? source.range(0, 0);
    expect(start.offset).toBeLessThanOrEqual(end.offset);
    expect(end.offset).toBeLessThanOrEqual(source.text.length);
    expect(renderDiagnostic(diagnostic, { source: () => source })).not.toMatch(/(?!\n)\p{Cc}/u);
  }
}

function evaluateBody(body: NativeBody, source: Source): void {
  for (const item of body.items) {
    if (item.kind === 'block') {
      evaluateBody(item.body, source);
      continue;
    }
    expect(references(item.expression).length).toBeGreaterThanOrEqual(0);
    expectPlaces(evaluate(item.expression, SCOPE).diagnostics, source);
  }
}

describe('any text at all', () => {
  it('is parsed as a file and evaluated without an exception, every error at a place within it', () => {
    fc.assert(
      fc.property(text, (content) => {
        const source = new Source('fuzz.hcl', content);
        const { body, diagnostics } = parseFile(source);
        expectPlaces(diagnostics, source);
        evaluateBody(body, source);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['an expression', parseExpression],
    ['a template', parseTemplate],
  ] as const)('is %s, or gets an error', (_, parse) => {
    fc.assert(
      fc.property(text, (content) => {
        const { value, diagnostics } = parse(content, 'fuzz.hcl');
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
        expectPlaces(diagnostics, new Source('fuzz.hcl', content));
        if (value !== undefined) evaluate(value, SCOPE);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a string', () => {
  it('comes back as it was when it is quoted and read again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (content) => {
        const { value } = parseExpression(quoteHcl(content), 'quoted.hcl');
        const evaluated = value === undefined ? undefined : evaluate(value, SCOPE).value;
        expect(evaluated?.asString()).toBe(content.replace(/\p{Surrogate}/gu, '\ufffd').normalize('NFC'));
      }),
    );
  });
});

describe('a position', () => {
  it('never goes back as the offset goes on, and counts lines and graphemes from 1', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.constantFrom('\n', '\r\n', 'e\u0301', '🧑‍🚀')),
        (start, rest) => {
          const source = new Source('p.hcl', start + rest.join(''));
          let before = source.position(0);
          expect(before).toEqual({ line: 1, column: 1, offset: 0 });
          for (let offset = 1; offset <= source.text.length; offset += 1) {
            const position = source.position(offset);
            const forward = position.line > before.line || position.column >= before.column;
            expect(forward).toBe(true);
            before = position;
          }
        },
      ),
    );
  });
});

describe('a text that goes to extremes', () => {
  const deep = 20_000;

  it.each([
    ['parentheses', `a = ${'('.repeat(deep)}`],
    ['lists', `a = ${'['.repeat(deep)}1${']'.repeat(deep)}\n`],
    ['objects', `a = ${'{b='.repeat(deep)}`],
    ['blocks', 'b {\n'.repeat(deep)],
    ['closed blocks', `${'b {\n'.repeat(deep)}${'}\n'.repeat(deep)}`],
    ['interpolations', `a = ${'"${'.repeat(deep)}`],
    ['directives', `a = "${'%{ if t }'.repeat(deep)}"`],
    ['signs', `a = ${'-'.repeat(deep)}1`],
    ['conditionals', `a = ${'t ? 1 : '.repeat(deep)}1`],
    ['splats', `a = l${'[*]'.repeat(deep)}`],
    ['calls', `a = ${'upper('.repeat(deep)}`],
    ['loops', `a = ${'[for x in '.repeat(deep)}`],
  ])('nests %s too deep, and is told so', (_, content) => {
    const { diagnostics } = parseFile(new Source('deep.hcl', content));
    expect(diagnostics.map(({ code }) => code)).toContain('nesting-too-deep');
  });

  it.each([
    ['sums', `a = 1${' + 1'.repeat(deep)}\n`, '20001'],
    ['comparisons', `a = t${' == t'.repeat(deep)}\n`, 'true'],
    ['steps', `a = ud${'.a'.repeat(deep)}\n`, undefined],
    ['items', `a = [${'1,'.repeat(deep)}][0]\n`, '1'],
    ['heredoc lines', `a = upper(<<E\n${'\n'.repeat(deep)}E\n) == ""\n`, 'false'],
    ['interpolations', `a = "${'\x24{n}'.repeat(deep)}" == ""\n`, 'false'],
  ])('is read and evaluated for long rows of %s', (_, content, expected) => {
    const { body, diagnostics } = parseFile(new Source('long.hcl', content));
    expect(diagnostics).toEqual([]);
    const [item] = body.items;
    const result = item?.kind === 'attribute' ? evaluate(item.expression, SCOPE) : undefined;
    expect(result?.diagnostics).toEqual([]);
    const value = result?.value;
    const shown = value?.isKnown
      ? value.type.kind === 'bool'
        ? String(value.asBool())
        : value.asNumber().toFixed()
      : undefined;
    expect(shown).toBe(expected);
  });

  it('is refused above a length that no template has', () => {
    const { diagnostics } = parseFile(new Source('long.hcl', ' '.repeat(MAXIMUM_LENGTH + 1)));
    expect(diagnostics.map(({ code }) => code)).toEqual(['text-too-long']);
  });

  it('gets at most a hundred errors', () => {
    expect(parseFile(new Source('bad.hcl', '= \n'.repeat(1_000))).diagnostics).toHaveLength(100);
  });

  it('is given up when its loops would take for ever', () => {
    const loop = (depth: number): string =>
      depth === 0 ? '[for x in many : x if f]' : `[for x in many : ${loop(depth - 1)}]`;
    const many = `[${'1,'.repeat(100)}]`;
    const { value } = parseExpression(`[for many in [${many}] : ${loop(5)}]`, 'loop.hcl');
    const codes = value === undefined ? [] : evaluate(value, SCOPE).diagnostics.map(({ code }) => code);
    expect(codes).toEqual(['evaluation-limit']);
  });
});

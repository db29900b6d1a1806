import { describe, expect, it } from '@jest/globals';
import type { NativeBody } from '../../src/hcl/ast.ts';
import type { Expression } from '../../src/hcl/expression-ast.ts';
import { parseExpression, parseFile, parseTemplate } from '../../src/hcl/parser.ts';
import { Source } from '../../src/hcl/source.ts';

/** The tree without its ranges, which other tests look at. */
function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (node instanceof Map) return Object.fromEntries([...node].map(([key, value]) => [key, bare(value)]));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key, value]) => !/range|expansion/i.test(key) && value !== undefined);
  return Object.fromEntries(entries.map(([key, value]) => [key, bare(value)]));
}

function expression(text: string): Expression | undefined {
  const { value, diagnostics } = parseExpression(text, 'test.hcl');
  expect(diagnostics).toEqual([]);
  return value;
}

function file(text: string): NativeBody {
  const { body, diagnostics } = parseFile(new Source('test.hcl', text));
  expect(diagnostics).toEqual([]);
  return body;
}

const variable = (name: string) => ({ kind: 'variable', name });
const number = (text: string) => ({ kind: 'number', text });
const literal = (text: string) => ({
  kind: 'template',
  form: 'quoted',
  parts: text === '' ? [] : [{ kind: 'literal', text }],
});

describe('parseFile', () => {
  it('takes a carriage return at the end of a last comment for a part of it', () => {
    expect(file('a = 1 # x\r').items).toHaveLength(1);
    expect(file('a = 1 # x\r\nb = 2\r\n').items).toHaveLength(2);
  });

  it('keeps attributes and blocks in the order in which they are written', () => {
    const body = file('a = 1\nb "x" y {\n  c = 2\n}\nd = 3\n');
    expect(body.items.map((item) => (item.kind === 'attribute' ? item.name : item.type))).toEqual(['a', 'b', 'd']);
    expect([...body.attributes.keys()]).toEqual(['a', 'd']);
  });

  it('reads labels with and without quotes, escapes resolved', () => {
    const [block] = file('b "x\\"y" z {\n}\n').blocks;
    expect(block?.labels.map(({ text, quoted }) => ({ text, quoted }))).toEqual([
      { text: 'x"y', quoted: true },
      { text: 'z', quoted: false },
    ]);
  });

  it('reads blocks on one line, with one argument or none', () => {
    const body = file('a {}\nb { c = 1 }\n');
    expect(body.blocks.map((block) => [...block.body.attributes.keys()])).toEqual([[], ['c']]);
  });

  it('gives ranges of names, headers, braces and the place where something could be added', () => {
    const body = file('b "x" {\n  c = 2\n}\n');
    const [block] = body.blocks;
    const text = 'b "x" {\n  c = 2\n}\n';
    const cut = (range: { start: { offset: number }; end: { offset: number } } | undefined) =>
      text.slice(range?.start.offset, range?.end.offset);
    expect(cut(block?.typeRange)).toBe('b');
    expect(cut(block?.headerRange)).toBe('b "x"');
    expect(cut(block?.openBraceRange)).toBe('{');
    expect(cut(block?.closeBraceRange)).toBe('}');
    expect(cut(block?.range)).toBe('b "x" {\n  c = 2\n}');
    expect(cut(block?.body.attributes.get('c')?.range)).toBe('c = 2');
    expect(cut(block?.body.attributes.get('c')?.equalsRange)).toBe('=');
    expect(block?.body.endRange.start).toEqual({ line: 3, column: 1, offset: 16 });
  });

  it('skips a byte order mark and reads Windows line endings', () => {
    const body = file('\uFEFFa = 1\r\nb = 2 # note\r\n');
    expect([...body.attributes.keys()]).toEqual(['a', 'b']);
    expect(body.attributes.get('a')?.nameRange.start).toEqual({ line: 1, column: 1, offset: 1 });
  });

  it('goes on after each error and keeps what it could read', () => {
    const { body, diagnostics } = parseFile(new Source('test.hcl', 'a = [1, 2 3]\nb = 1\nc {\n  d = }\n}\ne = 2\n'));
    expect(diagnostics.map(({ code, subject }) => [code, subject?.start.line])).toEqual([
      ['comma-expected', 1],
      ['expression-expected', 4],
      ['unexpected-closing-brace', 5],
    ]);
    expect([...body.attributes.keys()]).toEqual(['a', 'b', 'e']);
    expect(body.attributes.get('a')?.expression.kind).toBe('invalid');
  });

  it('finds the next argument after a bracket that was left open', () => {
    const { body, diagnostics } = parseFile(
      new Source('test.hcl', 'a = [\n  1,\n  2\nb = f(\n  1,\n\nc = { x = 1\n}\nd = 3\n'),
    );
    expect(diagnostics.map(({ code, subject }) => [code, subject?.start.line])).toEqual([
      ['unclosed-bracket', 1],
      ['unclosed-bracket', 4],
    ]);
    expect([...body.attributes.keys()]).toEqual(['a', 'b', 'c', 'd']);
  });

  it('finds the next line after a quote or an interpolation that was left open', () => {
    const { body, diagnostics } = parseFile(new Source('test.hcl', `a = "x\nb = "\${y"\nc = "\${f("z}"\nd = 3\n`));
    expect(diagnostics.map(({ code, subject }) => [code, subject?.start.line])).toEqual([
      ['unclosed-string', 1],
      ['unclosed-sequence', 2],
      ['unclosed-bracket', 3],
    ]);
    expect([...body.attributes.keys()]).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('parseExpression', () => {
  it('binds operators by their precedence, those of one level from left to right', () => {
    expect(bare(expression('1 + 2 * 3 - 4'))).toEqual({
      kind: 'operation',
      first: number('1'),
      rest: [
        {
          operator: '+',
          operand: { kind: 'operation', first: number('2'), rest: [{ operator: '*', operand: number('3') }] },
        },
        { operator: '-', operand: number('4') },
      ],
    });
  });

  it('binds unary operators tighter than binary ones, but looser than access', () => {
    expect(bare(expression('-a.b + 1'))).toMatchObject({
      kind: 'operation',
      first: { kind: 'unary', operator: '-', operand: { kind: 'access', target: variable('a') } },
    });
  });

  it('nests conditionals to the right', () => {
    expect(bare(expression('a ? b : c ? d : e'))).toMatchObject({
      kind: 'conditional',
      condition: variable('a'),
      whenFalse: { kind: 'conditional', condition: variable('c') },
    });
  });

  it('reads attributes, indexes and both kinds of splat as steps', () => {
    expect(bare(expression('a.b[0].1.*.c.d[*].e[1]'))).toEqual({
      kind: 'access',
      target: variable('a'),
      steps: [
        { kind: 'attribute', name: 'b' },
        { kind: 'index', key: number('0'), legacy: false },
        { kind: 'index', key: number('1'), legacy: true },
        {
          kind: 'splat',
          form: 'attribute-only',
          each: [
            { kind: 'attribute', name: 'c' },
            { kind: 'attribute', name: 'd' },
          ],
        },
        {
          kind: 'splat',
          form: 'full',
          each: [
            { kind: 'attribute', name: 'e' },
            { kind: 'index', key: number('1'), legacy: false },
          ],
        },
      ],
    });
  });

  it('reads calls with namespaces, a comma at the end, and an expanded last argument', () => {
    expect(bare(expression('ns::f(a,\n b,)'))).toEqual({
      kind: 'call',
      name: 'ns::f',
      arguments: [variable('a'), variable('b')],
    });
    const call = expression('f(a, b...)');
    expect(call?.kind === 'call' && call.expansion?.start.column).toBe(7);
  });

  it('takes an identifier before "=" or ":" for a name, and anything else for an expression', () => {
    expect(bare(expression('{ a = 1, b : 2, "c" = 3, (d) = 4\n e.f = 5 }'))).toMatchObject({
      kind: 'object',
      items: [
        { key: { kind: 'name', name: 'a' }, value: number('1') },
        { key: { kind: 'name', name: 'b' }, value: number('2') },
        { key: { kind: 'expression', expression: literal('c') }, value: number('3') },
        { key: { kind: 'expression', expression: { kind: 'parenthesized' } }, value: number('4') },
        { key: { kind: 'expression', expression: { kind: 'access' } }, value: number('5') },
      ],
    });
  });

  it('reads for expressions of both kinds, with conditions and grouping, over several lines', () => {
    expect(bare(expression('[\n for\n x in xs :\n x if y ]'))).toEqual({
      kind: 'for-tuple',
      valueName: { text: 'x' },
      collection: variable('xs'),
      value: variable('x'),
      condition: variable('y'),
    });
    expect(bare(expression('{ for k, v in xs : k => v... }'))).toEqual({
      kind: 'for-object',
      keyName: { text: 'k' },
      valueName: { text: 'v' },
      collection: variable('xs'),
      key: variable('k'),
      value: variable('v'),
      grouping: true,
    });
  });

  it('keeps numbers as they are written', () => {
    const digits = '3.14159265358979323846264338327950288419716939937510582097494459';
    expect(bare(expression(digits))).toEqual(number(digits));
  });
});

describe('templates', () => {
  const parts = (text: string): unknown => {
    const tree = expression(text);
    return tree?.kind === 'template' ? bare(tree.parts) : tree;
  };

  it('resolve escapes in quotes', () => {
    expect(parts(`"a\\tb\\n\\"\\\\ \\u00e9 \\U0001F600 $\${x} %%{y} $x 100%"`)).toEqual([
      { kind: 'literal', text: `a\tb\n"\\ é 😀 \${x} %{y} $x 100%` },
    ]);
  });

  it('take a dollar before an escaped sequence for itself', () => {
    expect(parts(`"$$\${a}"`)).toEqual([{ kind: 'literal', text: `$\${a}` }]);
  });

  it('hold interpolations that hold strings and braces of their own', () => {
    expect(parts(`"a\${ f({ b = "}" }) }c"`)).toMatchObject([
      { kind: 'literal', text: 'a' },
      { kind: 'interpolation', expression: { kind: 'call', name: 'f' } },
      { kind: 'literal', text: 'c' },
    ]);
  });

  it('nest directives', () => {
    expect(parts('"%{ for k, v in m }%{ if v }a%{ else }b%{ endif }%{ endfor }"')).toEqual([
      {
        kind: 'for',
        keyName: { text: 'k' },
        valueName: { text: 'v' },
        collection: variable('m'),
        body: [
          {
            kind: 'if',
            condition: variable('v'),
            whenTrue: [{ kind: 'literal', text: 'a' }],
            whenFalse: [{ kind: 'literal', text: 'b' }],
          },
        ],
      },
    ]);
  });

  it('lose blanks next to a strip marker, in heredocs up to the end of the line', () => {
    expect(parts(`"a  \${~ x ~}  \\n b"`)).toMatchObject([
      { kind: 'literal', text: 'a' },
      { kind: 'interpolation' },
      { kind: 'literal', text: 'b' },
    ]);
    expect(parts(`<<E\n  \${x ~}\n    foo\n  %{~ if t }x%{ endif }\nE\n`)).toMatchObject([
      { kind: 'literal', text: '  ' },
      { kind: 'interpolation' },
      { kind: 'literal', text: '    foo\n' },
      { kind: 'if' },
      { kind: 'literal', text: '\n' },
    ]);
  });

  it('lose their common indentation in a heredoc with a dash', () => {
    expect(parts(`<<-E\n    a\n\n      b \${x}\n  \n    c\n  E\n`)).toMatchObject([
      { kind: 'literal', text: 'a\n\n  b ' },
      { kind: 'interpolation' },
      { kind: 'literal', text: '\n  \nc\n' },
    ]);
  });

  it.each(['\u00a0', '\u2028', '\u3000', '\f'])(
    'end a heredoc at a marker with the blank %j on both sides',
    (blank) => {
      const [item] = file(`a = <<E\nx\n${blank}E${blank}\nb = 1\n`).items;
      expect(item).toMatchObject({ expression: { parts: [{ kind: 'literal', text: 'x\n' }] } });
    },
  );

  it('end a heredoc only at a line that holds nothing but the marker', () => {
    expect(parts('<<EOT\nnot EOT\nEOT x\n  EOT \n')).toEqual([{ kind: 'literal', text: 'not EOT\nEOT x\n' }]);
    expect(parts('<<EOT\nEOT')).toEqual([]);
  });

  it('can be a text of their own, where quotes and backslashes are literal', () => {
    const { value } = parseTemplate(`say "hi"\\n \${x}\n`, 'test.txt');
    expect(bare(value?.parts)).toEqual([
      { kind: 'literal', text: 'say "hi"\\n ' },
      { kind: 'interpolation', expression: variable('x') },
      { kind: 'literal', text: '\n' },
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { Expression } from '../../src/hcl/expression-ast.ts';
import { parseExpression } from '../../src/hcl/parser.ts';
import { references } from '../../src/hcl/references.ts';
import { keyword, staticTraversal, stringLiteral, type Traversal } from '../../src/hcl/static-analysis.ts';
import { typeFromExpression } from '../../src/hcl/type-expression.ts';
import { inspect } from '../../src/hcl/values/inspect.ts';
import { typeExpression } from './values/type-expression.ts';

function parse(text: string): Expression {
  const { value } = parseExpression(text, 'test.hcl');
  if (value === undefined) throw new Error(`No expression: ${text}`);
  return value;
}

function shown({ root, steps }: Traversal): string {
  return (
    root + steps.map((step) => (step.kind === 'attribute' ? `.${step.name}` : `[${JSON.stringify(step.key)}]`)).join('')
  );
}

describe('references', () => {
  it.each([
    ['1', []],
    ['a', ['a']],
    ['var.region', ['var.region']],
    ['data.amazon-ami.base[0].tags["Name"].x', ['data.amazon-ami.base[0].tags["Name"].x']],
    ['local.list[var.index].id', ['local.list', 'var.index']],
    ['local.list[*].id', ['local.list']],
    ['f(a.b, c...)', ['a.b', 'c']],
    ['a ? b : -c + d.e * !f', ['a', 'b', 'c', 'd.e', 'f']],
    [`"x\${a}%{ if b }\${c}%{ else }\${d}%{ endif }"`, ['a', 'b', 'c', 'd']],
    [`[a, { b = c, (d) = e, f.g = h, "\${i}" = j }]`, ['a', 'c', 'd', 'e', 'f.g', 'h', 'i', 'j']],
    ['(a).b', ['a']],
    ['f(a).b', ['a']],
    ['[for x in a : x.y if x.z == b]', ['a', 'b']],
    ['{ for k, v in a : k => [for k in v : k.x] }', ['a']],
    ['[for x in x : x]', ['x']],
    [`"%{ for x in a }\${x}\${b}%{ endfor }\${x}"`, ['a', 'b', 'x']],
  ])('of %s are %j', (text, expected) => {
    expect(references(parse(text)).map(shown)).toEqual(expected);
  });

  it('have the range of the path that is constant', () => {
    const [first] = references(parse('1 + a.b[c].d'));
    expect([first?.range.start.column, first?.range.end.column]).toEqual([5, 8]);
  });
});

describe('staticTraversal', () => {
  it.each([
    ['a', 'a'],
    ['a.b[0]["c"]', 'a.b[0]["c"]'],
    ['true.x', 'true.x'],
    ['null', 'null'],
    ['a[b]', undefined],
    ['a.*.b', undefined],
    ['a()', undefined],
    ['1', undefined],
    ['(a)', undefined],
  ])('of %s is %s', (text, expected) => {
    const traversal = staticTraversal(parse(text));
    expect(traversal && shown(traversal)).toBe(expected);
  });
});

describe('a keyword', () => {
  it('is a bare word and nothing else', () => {
    expect(['string', 'true', 'null', '"string"', 'a.b'].map((text) => keyword(parse(text)))).toEqual([
      'string',
      'true',
      'null',
      undefined,
      undefined,
    ]);
  });
});

describe('a string literal', () => {
  it('is a template without sequences', () => {
    expect(['"a\\nb"', '""', '<<E\na\nE\n', `"\${a}"`, 'a'].map((text) => stringLiteral(parse(text)))).toEqual([
      'a\nb',
      '',
      'a\n',
      undefined,
      undefined,
    ]);
  });
});

describe('typeFromExpression', () => {
  it.each([
    ['string'],
    ['any'],
    ['list(string)'],
    ['set(map(number))'],
    ['tuple([bool, any])'],
    ['object({})'],
    ['object({ a = string, b = optional(list(number)) })'],
  ])('reads %s', (text) => {
    const { value, diagnostics } = typeFromExpression(parse(text));
    expect(diagnostics).toEqual([]);
    expect(value && typeExpression(value)).toBe(text);
  });

  it('reads defaults of optional attributes, converted to their types', () => {
    const { value } = typeFromExpression(parse('object({ a = optional(list(string), [1, 2]) })'));
    const fallback = value?.kind === 'object' ? value.attributes.get('a')?.fallback : undefined;
    expect(fallback && inspect(fallback)).toBe('["1", "2"]');
  });

  it.each([
    [
      'strin',
      '1:1',
      'There is no type named "strin". Did you mean "string"? Types are string, number, bool, any, list(…), set(…), map(…), object({…}) and tuple([…]).',
    ],
    ['"string"', '1:1', 'Types are written without quotes: string'],
    ['"list"', '1:1', 'Types are written without quotes: list(string)'],
    ['list', '1:1', 'The type "list" needs an argument that says what it holds: list(string)'],
    ['list()', '1:1', 'The type "list" needs one argument: list(string)'],
    ['list(string, number)', '1:14', 'The type "list" takes one argument: list(string)'],
    ['string(any)', '1:1', 'The type "string" takes no argument: write string'],
    ['lst(string)', '1:1', 'There is no type named "lst". Did you mean "list"?'],
    ['list(optional(string))', '1:6', 'Only attributes of an object type can be optional.'],
    ['object(string)', '1:8', 'The attributes of an object type are names with types: object({ name = string })'],
    ['object({ a = string, a = number })', '1:22', 'The attribute "a" is declared twice.'],
    ['object({ (a) = string })', '1:10', 'The name of an attribute must be written literally.'],
    [
      'object({ a = optional() })',
      '1:14',
      'An optional attribute has a type and may have a default: optional(string, "none")',
    ],
    [
      'object({ a = optional(number, "x") })',
      '1:31',
      "This default does not fit the attribute's type: a number is required.",
    ],
    [
      'object({ a = optional(string, b) })',
      '1:31',
      'Only literal values can be used here, so "b" has no meaning. To write text, enclose it in double quotes.',
    ],
    ['tuple(string)', '1:7', 'The elements of a tuple type are a list of types: tuple([string, number])'],
    [
      '1 + 2',
      '1:1',
      'This is no type. Types are string, number, bool, any, list(…), set(…), map(…), object({…}) and tuple([…]).',
    ],
  ])('refuses %s', (text, at, detail) => {
    const { diagnostics } = typeFromExpression(parse(text));
    const found = diagnostics.map(({ subject, detail: words }) => [
      `${subject?.start.line}:${subject?.start.column}`,
      words,
    ]);
    expect(found).toEqual([[at, detail]]);
  });
});

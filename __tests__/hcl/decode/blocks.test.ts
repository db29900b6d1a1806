import { describe, expect, it } from '@jest/globals';
import type { NativeBody } from '../../../src/hcl/ast.ts';
import { mergeBodies } from '../../../src/hcl/decode/bodies.ts';
import {
  type BodySchema,
  bodyContent,
  justAttributes,
  leftovers,
  partialContent,
} from '../../../src/hcl/decode/content.ts';
import { expandedContent } from '../../../src/hcl/decode/dynamic-blocks.ts';
import { evaluate } from '../../../src/hcl/evaluator.ts';
import { parseFile } from '../../../src/hcl/parser.ts';
import { Source } from '../../../src/hcl/source.ts';
import { inspect } from '../../../src/hcl/values/inspect.ts';
import type { Diagnostic } from '../../../src/kernel/diagnostics.ts';
import { SCOPE } from '../support.ts';

function bodyOf(text: string): NativeBody {
  const { body, diagnostics } = parseFile(new Source('t.hcl', text));
  expect(diagnostics).toEqual([]);
  return body;
}

const shown = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ code, subject, detail }) => `${code} ${subject?.start.line}:${subject?.start.column} ${detail}`);

const SCHEMA = {
  attributes: [{ name: 'a', required: true }, { name: 'b' }],
  blocks: [{ type: 'c', labels: ['name'] }],
};

describe('bodyContent', () => {
  it('gives what the schema names', () => {
    const content = bodyContent(bodyOf('a = 1\nc "x" {\n}\n'), SCHEMA);
    expect(content.diagnostics).toEqual([]);
    expect([...content.attributes.keys()]).toEqual(['a']);
    expect(content.blocks.map(({ type }) => type)).toEqual(['c']);
  });

  it('reports what is missing, what is extra, and what is of the other kind', () => {
    expect(
      shown(bodyContent(bodyOf('bb = 1\nc = 2\nb {\n}\nd {\n}\nc {\n}\nc "x" "y" {\n}\n'), SCHEMA).diagnostics),
    ).toEqual([
      'unknown-option 1:1 An argument named "bb" is not expected here. Did you mean "b"?',
      'unknown-option 2:1 "c" is a block, not an argument. Write it without "=": c { … }',
      'unknown-option 3:1 "b" is an argument, not a block. Write it with "=": b = …',
      'unknown-option 5:1 Blocks of type "d" are not expected here.',
      'missing-option 11:1 The argument "a" is required, but it is not written.',
      'missing-label 7:3 A block of this type is written: c "name" { … }',
      'extra-label 9:7 A block of this type is written: c "name" { … }',
    ]);
  });
});

describe('partialContent', () => {
  it('leaves the rest as a body', () => {
    const { rest, diagnostics } = partialContent(bodyOf('a = 1\nd = 2\nc "x" {\n}\ne {\n}\n'), SCHEMA);
    expect(diagnostics).toEqual([]);
    expect(leftovers(rest).map((item) => (item.kind === 'block' ? item.type : item.name))).toEqual(['d', 'e']);
  });
});

describe('mergeBodies', () => {
  it('puts blocks together and refuses arguments that are in both', () => {
    const merged = mergeBodies(bodyOf('a = 1\nx {\n}\n'), bodyOf('x {\n}\nb = 2\na = 3\n'));
    const { attributes, blocks, diagnostics } = bodyContent(merged, {
      attributes: [{ name: 'a' }, { name: 'b' }],
      blocks: [{ type: 'x', labels: [] }],
    });
    expect([...attributes.keys()]).toEqual(['a', 'b']);
    expect(blocks).toHaveLength(2);
    expect(shown(diagnostics)).toEqual([
      'duplicate-argument 4:1 The argument "a" was already set at t.hcl:1:1. Each argument may be set only once.',
    ]);
  });
});

describe('expandedContent', () => {
  const blockB = (...labels: string[]): BodySchema => ({ attributes: [], blocks: [{ type: 'b', labels }] });

  /** The blocks with the values of their arguments. */
  function expand(text: string, schema = blockB()): { blocks: string[]; errors: string[] } {
    const { blocks, diagnostics } = expandedContent(bodyOf(text), schema, SCOPE);
    return {
      blocks: blocks.map(({ block, scope, undetermined }) => {
        const labels = block.labels.map((label) => ` "${label.text}"`).join('');
        const values = Array.from(
          justAttributes(block.body).attributes.values(),
          ({ name, expression }) => `${name}=${inspect(evaluate(expression, scope).value)}`,
        );
        return `${block.type}${labels} ${values.join(' ')}${undetermined ? ' ?' : ''}`;
      }),
      errors: shown(diagnostics),
    };
  }

  it('keeps ordinary blocks in place among those that it makes', () => {
    const text = `b {\n  x = 0\n}\ndynamic "b" {\n  for_each = l\n  content {\n    x = "\${b.key}\${b.value}"\n  }\n}\nb {\n  x = 9\n}\n`;
    expect(expand(text)).toEqual({ blocks: ['b x=0', 'b x="0a"', 'b x="1b"', 'b x=9'], errors: [] });
  });

  it('names the iterator and the labels as told', () => {
    const text = `dynamic "b" {\n  for_each = m\n  iterator = each\n  labels = ["l-\${each.key}"]\n  content {\n    x = each.value\n  }\n}\n`;
    expect(expand(text, blockB('name')).blocks).toEqual(['b "l-x" x="1"', 'b "l-y" x="2"']);
  });

  it('goes over sets by their elements, and hides what is sensitive', () => {
    const block = (collection: string): string =>
      `dynamic "b" {\n  for_each = ${collection}\n  content {\n    x = [b.key, b.value]\n  }\n}\n`;
    expect(expand(block('st')).blocks).toEqual(['b x=["a", "a"]', 'b x=["b", "b"]']);
    expect(expand(block('secl')).blocks).toEqual(['b x=[(sensitive value), (sensitive value)]']);
  });

  it('lets blocks nest, the inner ones seeing the outer iterator', () => {
    const [outer] = expandedContent(
      bodyOf(
        `dynamic "b" {\n  for_each = l\n  content {\n    dynamic "c" {\n      for_each = [1]\n      content {\n        x = "\${b.value}\${c.value}"\n      }\n    }\n  }\n}\n`,
      ),
      blockB(),
      SCOPE,
    ).blocks;
    const schema = { attributes: [], blocks: [{ type: 'c', labels: [] }] };
    const [inner] = outer === undefined ? [] : expandedContent(outer.block.body, schema, outer.scope).blocks;
    const x = inner && justAttributes(inner.block.body).attributes.get('x');
    expect(x && inspect(evaluate(x.expression, inner.scope).value)).toBe('"a1"');
  });

  it('makes one block that stands for all when the collection is not known', () => {
    const text = 'dynamic "b" {\n  for_each = ul\n  content {\n    x = b.value\n  }\n}\n';
    expect(expand(text)).toEqual({ blocks: ['b x=(known after evaluation) ?'], errors: [] });
  });

  it.each<[string, string, BodySchema?]>([
    ['dynamic {\n}', 'missing-label 1:9 A block of this type is written: dynamic "type" { … }'],
    [
      'dynamic "b" {\n  content {\n  }\n}',
      'missing-option 1:1 The argument "for_each" is required, but it is not written.',
    ],
    [
      'dynamic "b" {\n  for_each = l\n}',
      'invalid-dynamic-block 1:1 A dynamic block must hold a block "content" with what each block "b" is to hold.',
    ],
    [
      'dynamic "b" {\n  for_each = l\n  iterator = "x"\n  content {\n  }\n}',
      'invalid-dynamic-block 3:14 The iterator is the name of a variable, written without quotes: iterator = each',
    ],
    [
      'dynamic "b" {\n  for_each = nul\n  content {\n  }\n}',
      'invalid-for-each 2:14 The value of "for_each" is null. To make no blocks, use an empty list.',
    ],
    [
      'dynamic "b" {\n  for_each = s\n  content {\n  }\n}',
      'invalid-for-each 2:14 The value of "for_each" must be a list, set, tuple, map or object, but is a string.',
    ],
    [
      'dynamic "b" {\n  for_each = [1]\n  labels = "x"\n  content {\n  }\n}',
      'invalid-dynamic-block 3:12 The labels of a dynamic block are written as a list: labels = ["a", "b"]',
    ],
    [
      'dynamic "b" {\n  for_each = [1]\n  labels = [u]\n  content {\n  }\n}',
      'invalid-dynamic-block 3:13 A block label must be a string that is known before the build.',
      blockB('name'),
    ],
    [
      'dynamic "b" {\n  for_eech = [1]\n  for_each = []\n  content {\n  }\n}',
      'unknown-option 2:3 An argument named "for_eech" is not expected here. Did you mean "for_each"?',
    ],
  ])('refuses %j', (text, error, schema = blockB()) => {
    expect(expand(`${text}\n`, schema).errors).toEqual([error]);
  });
});

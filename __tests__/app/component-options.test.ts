import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { catalogOf } from '../../src/app/registry.ts';
import { decodeOptions } from '../../src/hcl/decode/options.ts';
import { parseFile } from '../../src/hcl/parser.ts';
import { EMPTY_SCOPE } from '../../src/hcl/scope.ts';
import { Source } from '../../src/hcl/source.ts';
import type { AttributeOption, AttributeType, Option, Schema } from '../../src/kernel/schema.ts';
import { registry } from './support/registry.ts';

const KINDS = ['builders', 'provisioners', 'postProcessors'] as const;
const catalog = catalogOf(registry);
const COMPONENTS: readonly (readonly [kind: string, type: string, schema: Schema])[] = [
  ...KINDS.flatMap((kind) => [...catalog[kind]].map(([type, { schema }]) => [kind, type, schema] as const)),
  ...[...registry.dataSources].map(([type, { schema }]) => ['dataSources', type, schema] as const),
];

/** As in vectors/packer-options.json: the type of an argument, what a block holds, or that in a list. */
type Shape = string | { readonly [name: string]: Shape } | readonly Shape[];

const PACKER: Readonly<Record<string, Readonly<Record<string, Shape>>>> = JSON.parse(
  readFileSync(path.join(import.meta.dirname ?? '', 'vectors/packer-options.json'), 'utf8'),
);

/** What Packer may call the type of an option that we declare so. */
const TYPES: Readonly<Record<AttributeType, string>> = {
  string: 'string',
  number: 'number',
  bool: 'bool',
  duration: 'string',
  strings: 'list(string)',
  'string-lists': 'list(list(string))',
  'string-map': 'map(string)',
};

function shapeOf(schema: Schema): Shape {
  return Object.fromEntries(
    Object.entries(schema).map(([name, option]) => {
      if (option.kind === 'attribute') return [name, TYPES[option.type]];
      return [name, option.repeated ? [shapeOf(option.schema)] : shapeOf(option.schema)];
    }),
  );
}

/** Numbers in lists are read as texts here: what they are is checked by the component. */
function asRead(shape: Shape): unknown {
  return JSON.parse(JSON.stringify(shape).replaceAll('"list(number)"', '"list(string)"'));
}

/** One value that is right, and one of the wrong type. */
const VALUES: Readonly<Record<AttributeType, readonly [right: string, wrong: string]>> = {
  string: ['"x"', '["x"]'],
  number: ['7', '"seven"'],
  bool: ['true', '"maybe"'],
  duration: ['"5m"', '"5 minutes"'],
  strings: ['["x", "y"]', '"x"'],
  'string-lists': ['[["x"], ["y"]]', '["x"]'],
  'string-map': ['{ a = "b" }', '["x"]'],
};

function right(option: AttributeOption): string {
  const choice = option.choices?.[0];
  if (choice === undefined) return VALUES[option.type][0];
  return option.type === 'strings' ? JSON.stringify([choice]) : JSON.stringify(choice);
}

function written(name: string, option: Option): string {
  if (option.kind === 'attribute') return `${name} = ${right(option)}\n`;
  return `${name} {\n${Object.entries(option.schema)
    .map(([each, inner]) => written(each, inner))
    .join('')}}\n`;
}

/** Codes of what is wrong with a body that holds one option, but for other options that are missing. */
function errorsOf(text: string, schema: Schema): readonly string[] {
  const { body, diagnostics } = parseFile(new Source('t.hcl', text));
  expect(diagnostics).toEqual([]);
  return decodeOptions(body, schema, EMPTY_SCOPE)
    .diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'missing-option')
    .map(({ code }) => code);
}

describe.each(COMPONENTS)('the options of %s %s', (kind, type, schema) => {
  it("are Packer's, by name and type, also within blocks", () => {
    expect(shapeOf(schema)).toEqual(asRead(PACKER[kind]?.[type] ?? 'nothing'));
  });

  it.each(Object.entries(schema))('%s is taken as it should be written, and refused otherwise', (name, option) => {
    expect(errorsOf(written(name, option), schema)).toEqual([]);
    if (option.kind === 'block') {
      expect(errorsOf(`${name} = 1\n`, schema)).toEqual(['unknown-option']);
      expect(errorsOf(`${name} {\n  no_such_option = 1\n}\n`, schema)).toEqual(['unknown-option']);
      return;
    }
    expect(errorsOf(`${name} = ${VALUES[option.type][1]}\n`, schema)).toEqual(['invalid-option-value']);
    expect(errorsOf(`${name} {}\n`, schema)).toEqual(['unknown-option']);
    if (option.choices === undefined) return;
    const wrong = option.type === 'strings' ? '["no such choice"]' : '"no such choice"';
    expect(errorsOf(`${name} = ${wrong}\n`, schema)).toEqual(['invalid-option-value']);
  });

  it('that do not work yet say what to do instead, in a whole sentence', () => {
    for (const [name, option] of Object.entries(schema)) {
      const { notYet: instead } = option;
      if (instead === undefined) continue;
      expect({ name, instead }).toEqual({ name, instead: expect.stringMatching(/^[A-Z].{10,}\.$/) });
    }
  });
});

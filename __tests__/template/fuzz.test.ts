import { describe, expect, it } from '@jest/globals';
import fc, { type GeneratorValue } from 'fast-check';
import { Source } from '../../src/hcl/source.ts';
import { inspect } from '../../src/hcl/values/inspect.ts';
import { fromPlain } from '../../src/hcl/values/json.ts';
import { type Diagnostic, hasErrors } from '../../src/kernel/diagnostics.ts';
import { loadTemplate } from '../../src/template/load-template.ts';
import type { PlanResult } from '../../src/template/plan.ts';
import { ports } from './support/load.ts';
import type { Plain } from './support/random-expressions.ts';
import { type RandomTemplate, randomTemplate } from './support/random-templates.ts';

type Given = Omit<RandomTemplate, 'expected'>;

function loaded({ files, environment, variables, variableFiles }: Given): Promise<PlanResult> {
  const absolute = Object.fromEntries(Object.entries(files).map(([name, text]) => [`/project/${name}`, text]));
  return loadTemplate(
    { template: '.', variables, variableFiles, only: [], except: [], workingDirectory: '/project' },
    { ...ports(absolute), environment },
  );
}

/** Values as they are written, by name. */
function written(values: Readonly<Record<string, Plain>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inspect(fromPlain(value))]));
}

const said = ({ summary, detail, subject }: Diagnostic): string =>
  `${subject?.filename}:${subject?.start.line} ${summary}: ${detail}`;

describe('a template made at random', () => {
  it('comes to the values that it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const { expected, ...given } = randomTemplate(g);
        const { value: plan, diagnostics, reading } = await loaded(given);
        expect(diagnostics.map(said)).toEqual([]);
        const variables = reading?.variables.map(({ name, value }) => [name, inspect(value)]) ?? [];
        expect(Object.fromEntries(variables)).toEqual(written(expected.variables));
        const locals = reading?.locals.map(({ name, value }) => [name, inspect(value)]) ?? [];
        expect(Object.fromEntries(locals)).toEqual(written(expected.locals));
        const [build] = plan?.builds ?? [];
        expect(build?.builder.decoded.options).toMatchObject(expected.builder);
        const provisioners = build?.provisioners.map(({ type, decoded: { options } }) => [
          type,
          Object(options)[type === 'shell' ? 'inline' : 'content'],
        ]);
        expect(provisioners).toEqual(expected.provisioners);
        const chains = build?.postProcessorChains.map((chain) =>
          chain.map(({ decoded: { options } }) => Object(options).custom_data),
        );
        expect(chains).toEqual(expected.postProcessors);
      }),
      { numRuns: 100 },
    );
  });
});

const PIECES = [
  [
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '=',
    ':',
    ',',
    '.',
    '...',
    '?',
    '"',
    '${',
    '%{ if true }',
    '<<E\n',
    '\nE\n',
    '\n',
    '#',
  ],
  [
    '/*',
    '*/',
    '0',
    '1e999',
    'null',
    'true',
    'var.',
    'local.a',
    'local.b-c',
    'var.a',
    'data.x.y',
    'build.ID',
    'each.value',
  ],
  ['variable "a" {}', 'locals {\n a = local.a\n}', 'dynamic "tag" {', 'for_each = 1', 'source "x" "y" {}', 'build {}'],
  ['provisioner "shell" {', 'packer {\n required_version = ">"\n}', 'type = any', 'type = map', 'sensitive = 1', '\0'],
  [
    '{{',
    '}}',
    '{{ .X }}',
    '{{ user `a` }}',
    'only = ["x"]',
    'override = {}',
    'env("X")',
    'file("x")',
    '\ud800',
    '\uFEFF',
  ],
].flat();

/** The text with a mistake: something left out, put in, written twice, or all that follows lost. */
function mistaken(g: GeneratorValue, text: string): string {
  const at = g(fc.nat, { max: text.length });
  const length = g(fc.nat, { max: 30 });
  const before = text.slice(0, at);
  const after = text.slice(at);
  switch (g(fc.constantFrom, 'drop', 'put', 'put', 'double', 'move', 'cut')) {
    case 'drop':
      return before + after.slice(length);
    case 'put':
      return before + g(fc.constantFrom, ...PIECES) + after;
    case 'double':
      return before + after.slice(0, length) + after;
    case 'move':
      return after.slice(0, length) + before + after.slice(length);
    default:
      return before;
  }
}

describe('a template made at random, with mistakes in it', () => {
  it('is loaded or gets errors, each at a place within its file', async () => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const given = randomTemplate(g);
        const files: Record<string, string> = { ...given.files };
        const mistakes = 1 + g(fc.nat, { max: 3 });
        for (let count = 0; count < mistakes; count += 1) {
          const name = g(fc.constantFrom, ...Object.keys(files));
          files[name] = mistaken(g, files[name] ?? '');
        }
        const { value: plan, diagnostics } = await loaded({ ...given, files });
        expect(plan === undefined).toBe(hasErrors(diagnostics));
        // What is read is what UTF-8 can hold.
        const sources = new Map(
          Object.entries(files).map(([name, text]) => [name, new Source(name, Buffer.from(text).toString())]),
        );
        for (const diagnostic of diagnostics) {
          expect(diagnostic.summary).not.toBe('');
          expect(diagnostic.detail).not.toBe('');
          const { subject } = diagnostic;
          if (subject === undefined) continue;
          const source = sources.get(subject.filename);
          expect(source?.range(subject.start.offset, subject.end.offset)).toEqual(subject);
          expect(subject.start.offset).toBeLessThanOrEqual(subject.end.offset);
        }
      }),
      { numRuns: 200 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { legacyLines } from '../../../src/app/texts/inspection-text.ts';
import { Source } from '../../../src/hcl/source.ts';
import { hasErrors } from '../../../src/kernel/diagnostics.ts';
import { Findings } from '../../../src/template/findings.ts';
import { readLegacyTemplate } from '../../../src/template/legacy/read-template.ts';
import { cleanEnvironment, run, stranger } from '../../e2e/support/programs.ts';
import { workspace } from '../../e2e/support/workspace.ts';
import { load } from '../support/load.ts';

const packer = stranger('packer', '/usr/bin/packer');
const NULL = { type: 'null', communicator: 'none' };

/** Templates, right and wrong, about which Packer 1.6.6 is asked. */
const TEMPLATES: Readonly<Record<string, unknown>> = {
  'the smallest': { builders: [NULL] },
  'all root keys': {
    _comment: 'x',
    _other: 'y',
    min_packer_version: '1.0.0',
    description: 'two\nlines',
    push: { name: 'x' },
    variables: { req: null, a: 'x', 'long-name': '{{user `a`}}' },
    'sensitive-variables': ['a'],
    builders: [NULL, { ...NULL, name: '{{user `a`}}-b' }],
    provisioners: [{ type: 'shell-local', inline: ['x'] }, { type: 'sleep' }],
    'post-processors': ['manifest', { type: 'manifest', name: 'm' }, ['manifest', { type: 'manifest' }]],
    'error-cleanup-provisioner': { type: 'shell-local', inline: ['x'] },
  },
  'an unknown root key': { builders: [NULL], foo: 1 },
  'a comment that is no text': { builders: [NULL], _c: 1 },
  'no builders': { provisioners: [] },
  'an empty list of builders': { builders: [] },
  'a builder without a type': { builders: [{ name: 'x' }] },
  'an object in place of the builders': { builders: NULL },
  'two builders of one name': { builders: [NULL, NULL] },
  'a number for a variable': { builders: [NULL], variables: { a: 5 } },
  'a list for a variable': { builders: [NULL], variables: { a: ['x'] } },
  'a post-processor in a list of a list': { builders: [NULL], 'post-processors': [[['manifest']]] },
  'a post-processor without a type': { builders: [NULL], 'post-processors': [{ output: 'x' }] },
  'only for a builder that is not there': {
    builders: [NULL],
    provisioners: [{ type: 'sleep', only: ['nul'] }],
  },
  'an override for a builder that is not there': {
    builders: [NULL],
    provisioners: [{ type: 'sleep', override: { nul: {} } }],
  },
  'only and except': { builders: [NULL], provisioners: [{ type: 'sleep', only: ['null'], except: ['null'] }] },
  'post-processors only for a builder that is not there': {
    builders: [NULL],
    'post-processors': [{ type: 'manifest', except: ['nul'] }],
  },
  'a duration without a unit': { builders: [NULL], provisioners: [{ type: 'sleep', pause_before: '5' }] },
  'a duration in nanoseconds': { builders: [NULL], provisioners: [{ type: 'sleep', pause_before: 5e9 }] },
  'a templated timeout': { builders: [NULL], provisioners: [{ type: 'sleep', timeout: '{{user `t`}}' }] },
  'retries as a number': { builders: [NULL], provisioners: [{ type: 'sleep', max_retries: 3 }] },
  'retries as a template': { builders: [NULL], provisioners: [{ type: 'sleep', max_retries: '{{user `t`}}' }] },
  'a provisioner that is a text': { builders: [NULL], provisioners: ['sleep'] },
  'sensitive variables that are not declared': { builders: [NULL], 'sensitive-variables': ['x'] },
  'a comment in a builder': { builders: [{ ...NULL, _comment: 'x' }] },
  'something twice': '{"builders":[{"type":"null"}],"builders":[]}',
  'something twice in a builder': '{"builders":[{"type":"null","communicator":"none","communicator":"none"}]}',
  'a comma too many': '{"builders":[{"type":"null",}]}',
  'a comment of another language': '// x\n{"builders":[{"type":"null"}]}',
  'two texts': '{"builders":[{"type":"null"}]}{}',
  'a list': '[]',
};

const texts = Object.entries(TEMPLATES).map(([name, template]): [string, string] => [
  name,
  typeof template === 'string' ? template : JSON.stringify(template),
]);

(packer ? describe : describe.skip)('a JSON template to Packer 1.6.6 and to us', () => {
  const env = cleanEnvironment({ CHECKPOINT_DISABLE: '1' });

  it.each(texts)('has the same syntax: %s', async (_, text) => {
    const folder = workspace({ 'a.json': text });
    const theirs = await run(packer ?? '', ['validate', '-syntax-only', 'a.json'], env, folder);
    const findings = new Findings();
    readLegacyTemplate(new Source('a.json', text), findings);
    expect({ valid: !hasErrors(findings.diagnostics), said: theirs.output }).toEqual({
      valid: theirs.exitCode === 0,
      said: theirs.output,
    });
  });

  it.each(texts)('is the same to look at: %s', async (_, text) => {
    const folder = workspace({ 'a.json': text });
    const theirs = await run(packer ?? '', ['inspect', '-machine-readable', 'a.json'], env, folder);
    const { reading } = await load('', { template: 'a.json', files: { 'a.json': text } });
    const facts = reading?.legacy === undefined ? [] : legacyLines(reading.legacy).flatMap(({ fact }) => fact ?? []);
    const expected = theirs.stdout
      .split('\n')
      .map((line) => line.split(','))
      .filter(([, , category = '']) => category.startsWith('template-'))
      .flatMap(([, , ...data]) => data);
    expect(facts).toEqual(expected);
  });
});

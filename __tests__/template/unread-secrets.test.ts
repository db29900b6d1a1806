import { describe, expect, it } from '@jest/globals';
import { renderDiagnostic } from '../../src/hcl/print-diagnostic.ts';
import { Source } from '../../src/hcl/source.ts';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { type Given, load } from './support/load.ts';

/** All that people are shown of what is wrong. */
async function shown(template: string, given: Given = {}): Promise<string> {
  const { diagnostics, sensitiveValues, hidden } = await load(template, given);
  const secrets = new SecretRegistry();
  for (const value of sensitiveValues) secrets.register(value);
  for (const span of hidden) secrets.hide(span.filename, span);
  const files: Readonly<Record<string, string>> = { 'a.pkr.hcl': template, ...given.files };
  const source = (name: string): Source => new Source(name, files[name] ?? '');
  return diagnostics.map((each) => renderDiagnostic(each, { secrets, source })).join('\n');
}

const SECRET = /hunter|quoted/;
const DECLARED = 'variable "p" {\n  type = number\n  sensitive = true\n}\nvariable "plain" {\n  type = number\n}\n';

describe('a value in a variable file', () => {
  it.each([
    ['with escapes', 'p = "hunter2\\"quoted\\\\secret\\u0041"'],
    ['that is not closed', 'p = "hunter2'],
    ['that is no text', 'p = hunter2secret'],
    ['with something after it', 'p = "hunter2" "quoted"'],
    ['that is given twice', 'p = "hunter2"\np = "hunter2\\u0041"'],
    ['of a variable that there is not', 'P = "hunter2secret"'],
    ['without an equals sign', 'p "hunter2secret"'],
    ['over several lines', 'p = {\n  a = "hunter2\n  b = "quoted"\n}'],
  ])('is not shown: one %s', async (_, text) => {
    const said = await shown(DECLARED, {
      files: { 'v.pkrvars.hcl': text },
      variableFiles: ['v.pkrvars.hcl'],
      warnOnUndeclared: true,
    });
    expect(said).toMatch(/v\.pkrvars\.hcl:\d/);
    expect(said).not.toMatch(SECRET);
  });

  it.each([
    '{"p": "hunter2\\"quoted\\u0041"}',
    '{"p": {"hunter2secret": "hunter2"}}',
    '{"p": "hunter2',
    '{"P": "hunter2"}',
  ])('is not shown in JSON: %s', async (text) => {
    const said = await shown(DECLARED, {
      files: { 'v.pkrvars.json': text },
      variableFiles: ['v.pkrvars.json'],
      warnOnUndeclared: true,
    });
    expect(said).toMatch(/v\.pkrvars\.json:1/);
    expect(said).not.toMatch(SECRET);
  });

  it('is shown where its variable is declared and not sensitive', async () => {
    const files = { 'v.pkrvars.hcl': 'plain = "many"' };
    expect(await shown(DECLARED, { files, variableFiles: ['v.pkrvars.hcl'] })).toMatch(/plain = "many"/);
  });
});

describe('a secret in a template', () => {
  const source = (line: string): string => `source "amazon-ebs" "x" {\n  ami_name = "x"\n  ${line}\n}\n`;
  it.each([
    [
      'a default with escapes',
      'variable "p" {\n  type = number\n  default = "hunter2\\"quoted"\n  sensitive = true\n}',
    ],
    ['a default that is not closed', 'variable "p" {\n  sensitive = true\n  default = "hunter2\n}'],
    ['an option that is not closed', source('secret_key = "hunter2')],
    ['an option with something after it', source('secret_key = "hun\\"quoted" hunter2')],
    ['an option without quotes', source('secret_key = hunter2')],
  ])('is not shown: %s', async (_, text) => {
    const said = await shown(text);
    expect(said).toMatch(/Error:/);
    expect(said).not.toMatch(SECRET);
  });

  it('is not shown where an older template can not be read', async () => {
    const text = '{\n"variables": {"s": "hunter2secret" "t": 1},\n"sensitive-variables": ["s"]\n}';
    const said = await shown('', { template: 'a.json', files: { 'a.json': text } });
    expect(said).toMatch(/a\.json:2/);
    expect(said).not.toMatch(/hunter2/);
  });

  it('leaves the reference to be seen that is wrong in such an option', async () => {
    const text = `${source('secret_key = "${var.passwrod}"')}build {\n  sources = ["source.amazon-ebs.x"]\n}`;
    expect(await shown(text)).toMatch(/secret_key = "\$\{var\.passwrod\}"/);
  });
});

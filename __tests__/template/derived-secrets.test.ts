import { describe, expect, it } from '@jest/globals';
import { SecretRegistry } from '../../src/kernel/secrets.ts';
import { type Loaded, load } from './support/load.ts';

/** What is said of a template once its secrets are registered, as one text. */
function said({ sensitiveValues, messages }: Loaded): string {
  const secrets = new SecretRegistry();
  for (const value of sensitiveValues) secrets.register(value);
  return secrets.mask(messages.join('\n'));
}

const SECRET = /hunter2/i;
const DECLARED = 'variable "s" {\n  default = "hunter2secret"\n  sensitive = true\n}\n';

describe('what is made of a sensitive value', () => {
  it.each([
    ['an option', 'source "amazon-ebs" "x" {\n  ami_name = "x"\n  ssh_timeout = upper(var.s)\n}'],
    ['the key of a map', 'source "amazon-ebs" "x" {\n  ami_name = "x"\n  tags = { (upper(var.s)) = null }\n}'],
    [
      'an element that a loop takes',
      'source "amazon-ebs" "x" {\n  ami_name = "x"\n  tags = { for c in split("-", upper("${var.s}-x")) : c => null }\n}',
    ],
    [
      'the label of a dynamic block',
      'source "amazon-ebs" "x" {\n  ami_name = "x"\n}\nbuild {\n  sources = ["source.amazon-ebs.x"]\n  dynamic "provisioner" {\n    for_each = [1]\n    labels = [upper(var.s)]\n    content {}\n  }\n}',
    ],
    [
      'a name in only',
      'source "amazon-ebs" "x" {\n  ami_name = "x"\n}\nbuild {\n  sources = ["source.amazon-ebs.x"]\n  provisioner "shell" {\n    inline = ["a"]\n    only = [upper(var.s)]\n  }\n}',
    ],
    ['a {{ }} action', 'source "amazon-ebs" "x" {\n  ami_name = "x"\n  ssh_timeout = "{{ upper `${var.s}` }}"\n}'],
  ])('is not shown as %s', async (_, text) => {
    const build = text.includes('build {') ? '' : '\nbuild {\n  sources = ["source.amazon-ebs.x"]\n}';
    const loaded = await load(DECLARED + text + build);
    expect(loaded.sensitiveValues.join('\n')).toContain('HUNTER2SECRET');
    expect(said(loaded)).not.toMatch(SECRET);
  });

  it('leaves what stands in the template in plain text to be read', async () => {
    const { sensitiveValues } = await load(`${DECLARED}locals { r = var.s == "" ? "us-east-1" : "eu-west-1" }`);
    expect(sensitiveValues).toEqual(['hunter2secret']);
  });
});

describe('what is made of a sensitive variable of an older template', () => {
  const variables = {
    s: 'hunter2secret',
    t: '{{ user `s` | upper }}',
    u: '{{ user `t` | lower }}-{{ user `t` | title }}',
  };
  const legacy = (builder: object): Promise<Loaded> =>
    load('', {
      template: 'a.json',
      files: {
        'a.json': JSON.stringify({
          variables,
          'sensitive-variables': ['s'],
          builders: [{ type: 'amazon-ebs', ami_name: 'x', ...builder }],
        }),
      },
    });

  it.each([
    '{{ user `s` | upper }}',
    '{{ user `t` }}',
    '{{ user `u` }}',
    '{{ with user `s` }}{{ . | upper }}{{ end }}',
  ])('is not shown: %s', async (text) => {
    expect(said(await legacy({ ssh_timeout: text, force_deregister: text }))).not.toMatch(SECRET);
  });

  it('leaves the other actions of the same text alone', async () => {
    const { sensitiveValues } = await legacy({ region: '{{ build_name }}-{{ user `s` | upper }}' });
    expect(sensitiveValues).toContain('HUNTER2SECRET');
    expect(sensitiveValues).not.toContain('amazon-ebs');
  });
});

import { describe, expect, it } from '@jest/globals';
import { inspect } from '../../src/hcl/values/inspect.ts';
import { load } from './support/load.ts';

const TEMPLATE = `
variable "unset" {}
variable "size" {
  default = "t3.micro"
}
locals {
  from_unset = "\${var.unset}-x"
  from_size  = "\${var.size}-x"
}
source "amazon-ebs" "a" {
  ami_nam = "x"
}
source "amazon-ebs" "b" {
  ami_name = "x"
}
build {
  name        = "web"
  description = "All of it."
  sources     = ["amazon-ebs.a", "amazon-ebs.nope"]
  source "amazon-ebs.b" {
    name = "local"
  }
  provisioner "nope" {
    name = "named"
  }
  error-cleanup-provisioner "shell" {}
  post-processors {
    post-processor "manifest" {}
    post-processor "nope" {
      name = var.size
    }
  }
}
`;

describe('the reading of a template', () => {
  it('is there although variables are unset and options, sources and components wrong', async () => {
    const { plan, reading, messages } = await load(TEMPLATE);
    expect(plan).toBeUndefined();
    expect(messages.length).toBeGreaterThan(4);
    expect(reading?.builds).toEqual([
      {
        name: 'web',
        description: 'All of it.',
        sources: ['amazon-ebs.a', 'amazon-ebs.local'],
        provisioners: [{ type: 'nope', name: 'named' }],
        errorCleanupProvisioner: { type: 'shell', name: undefined },
        postProcessorChains: [
          [
            { type: 'manifest', name: undefined },
            { type: 'nope', name: 't3.micro' },
          ],
        ],
      },
    ]);
    expect(reading?.locals.map(({ name, value }) => [name, inspect(value)])).toEqual([
      ['from_unset', '(known after evaluation)'],
      ['from_size', '"t3.micro-x"'],
    ]);
  });

  it('has the sources that are selected, and the builds that have any', async () => {
    const { reading } = await load(`${TEMPLATE}build {\n  sources = ["amazon-ebs.b"]\n}\n`, { only: ['amazon-ebs.*'] });
    expect(reading?.builds.map(({ sources }) => sources)).toEqual([['amazon-ebs.b']]);
  });

  it.each([
    ['a text that is no HCL', 'variable "a" {', {}],
    ['a -var that nobody declares', TEMPLATE, { variables: [{ name: 'siez', value: '' }] }],
    ['a variable file that is not there', TEMPLATE, { variableFiles: ['none.pkrvars.hcl'] }],
  ])('is not there for %s', async (_, text, given) => {
    const { reading, messages } = await load(text, given);
    expect(reading).toBeUndefined();
    expect(messages.join('\n')).toContain('error');
  });
});

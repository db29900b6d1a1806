import { describe, expect, it } from '@jest/globals';
import { inspectCommand } from '../../../src/cli/commands/inspect.ts';
import { runOnTemplate, type TemplateRun } from '../support/run-on-template.ts';

/** What Packer 1.6.6 shows for the same template was recorded; only the description of `size` and the data sources are ours. */
const TEMPLATE = `
variable "size" {
  description = "Where it is built."
  default     = "t3.micro"
}
variable "list" {
  default = ["a", "b"]
}
variable "none" {
  type    = string
  default = null
}
variable "token" {
  default   = "correct-horse-battery"
  sensitive = true
}
variable "unset" {
  type = string
}
locals {
  m = { k = [1, { z = true }] }
}
source "amazon-ebs" "app" {
  ami_nam = "wrong"
}
build {
  name        = "web"
  description = "my build"
  sources     = ["source.amazon-ebs.app"]
  provisioner "shell" {
    inline = ["true"]
  }
  post-processors {
    post-processor "shell-local" {
      inline = ["true"]
    }
    post-processor "manifest" {
      name = "mani"
    }
  }
  post-processor "shell-local" {
    inline = ["true"]
  }
}
build {
  sources = ["source.amazon-ebs.app"]
}
`;

const run = (...given: TemplateRun) => runOnTemplate(inspectCommand, ...given);

describe('bake-ami inspect', () => {
  it('lets no text of the template command the terminal', async () => {
    const { lines } = await run('build {\n  description = "a\\u001b[2Jb"\n  sources = []\n}\n');
    expect(lines).toContain('  > Description: ab');
  });

  it('shows as unknown what a service was not asked for', async () => {
    const { lines } = await run('locals {\n  key = vault("secret/app", "key")\n}\n');
    expect(lines).toContain('local.key: "<unknown>"');
  });

  it('shows in Packer’s layout what a template consists of, although it can’t be built', async () => {
    const { exitCode, output, errors } = await run(TEMPLATE);
    expect(exitCode).toBe(0);
    expect(output).toBe(String.raw`Packer Inspect: HCL2 mode

> input-variables:

var.list: "[\n  \"a\",\n  \"b\",\n]"
var.none: "null"
# Where it is built.
var.size: "t3.micro"
var.token: "<sensitive>"
var.unset: "<unknown>"

> local-variables:

local.m: "{\n  \"k\" = [\n    1,\n    {\n      \"z\" = true\n    },\n  ]\n}"

> builds:

  > web:

  > Description: my build

    sources:

      amazon-ebs.app

    provisioners:

      shell

    post-processors:

      0:
        shell-local
        manifest.mani

      1:
        shell-local

  > <unnamed build 1>:

    sources:

      amazon-ebs.app

    provisioners:

      <no provisioner>

    post-processors:

      <no post-processor>

`);
    expect(errors).toMatch(
      /^Note: the template can't be built as it is: .*, and \d+ more\. See: bake-ami validate app/,
    );
  });

  it('tells how to see all errors with what it was given, but no secret value', async () => {
    const template = `${TEMPLATE}\nvariable "pass" {\n  sensitive = true\n}\n`;
    const { errors } = await run(template, ['-var', 'unset=a b', '-var=pass=hunter-2-hunter', '-evaluate-datasources']);
    expect(errors).toMatch(/See: bake-ami validate -var 'unset=a b' -var 'pass=…' -evaluate-datasources app/);
    expect(errors).not.toContain('hunter');
  });

  it('shows only the builds that are wanted, and the values that are given', async () => {
    const { output } = await run(TEMPLATE, ['-only=amazon-ebs.*', '-var', 'unset=set']);
    expect(output).toContain('> <unnamed build 0>:');
    expect(output).not.toContain('> web:');
    expect(output).toContain('var.unset: "set"');
  });

  it('writes it in lines for programs with -machine-readable, and no secret', async () => {
    const { exitCode, lines, output } = await run(TEMPLATE, ['-machine-readable']);
    expect(exitCode).toBe(0);
    expect(lines[0]).toMatch(/^\d{10},,ui,say,Packer Inspect: HCL2 mode\\n$/);
    expect(lines[1]).toContain(',,ui,say,> input-variables:\\n\\nvar.list: "[\\n  \\"a\\"%!(PACKER_COMMA)\\n');
    expect(output).not.toContain('correct-horse');
  });

  it.each([
    [[], '<unknown>'],
    [['-evaluate-datasources'], 'made'],
  ])('with %j shows data sources, and knows or not what they give', async (words, expected) => {
    const { output } = await run(
      'data "null" "x" {\n  input = "made"\n}\nlocals {\n  got = data.null.x.output\n}\n',
      words,
    );
    expect(output).toContain('> data-sources:\n\ndata.null.x\n\n> builds:');
    expect(output).toContain(`local.got: "${expected}"`);
  });

  it('ends with 1 for a text that is no HCL, and says where', async () => {
    const { exitCode, output } = await run('variable "a" {');
    expect(exitCode).toBe(1);
    expect(output).toContain('app.pkr.hcl');
    expect(output).not.toContain('> builds:');
  });
});

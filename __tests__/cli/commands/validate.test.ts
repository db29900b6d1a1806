import { describe, expect, it } from '@jest/globals';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { validateCommand } from '../../../src/cli/commands/validate.ts';
import { fakeTerminal } from '../support/fake-terminal.ts';
import { runOnTemplate, type TemplateRun } from '../support/run-on-template.ts';

const GOOD = `
variable "size" {
  type    = string
  default = "t3.micro"
}
variable "token" {
  type      = string
  default   = "correct-horse-battery"
  sensitive = true
}
source "amazon-ebs" "app" {
  ami_name      = "app"
  instance_type = var.size
  region        = "eu-west-1"
  source_ami    = "ami-12345678"
  ssh_username  = "ubuntu"
}
build {
  name    = "web"
  sources = ["source.amazon-ebs.app"]
  provisioner "shell" {
    inline = ["true"]
  }
  provisioner "file" {
    content     = var.token
    destination = "/tmp/token"
  }
  post-processors {
    post-processor "shell-local" {
      inline = ["true"]
    }
    post-processor "manifest" {}
  }
}
build {
  name    = "bare"
  sources = ["source.amazon-ebs.app"]
}
`;
const WRONG = GOOD.replace('instance_type =', 'instance_typ  =');

const run = (...given: TemplateRun) => runOnTemplate(validateCommand, ...given);

describe('bake-ami validate', () => {
  it('says in one line that a template is good', async () => {
    expect(await run(GOOD)).toMatchObject({
      exitCode: 0,
      output: 'The configuration is valid.\n',
      errors: '',
    });
  });

  it('ends with 1 for a wrong one, and shows where', async () => {
    const { exitCode, output } = await run(WRONG);
    expect(exitCode).toBe(1);
    expect(output).toContain(
      '  on app.pkr.hcl:13:3, in source "amazon-ebs" "app":\n\n 13 │   instance_typ  = var.size\n',
    );
    expect(output).not.toContain('valid.');
    expect(output).toMatch(/\n\nError code unknown-option: https:\S+\/docs\/troubleshooting\.md#template\n$/);
  });

  it('checks only the text with -syntax-only', async () => {
    expect(await run(WRONG, ['-syntax-only'])).toMatchObject({
      exitCode: 0,
      output: 'Syntax-only check passed. Everything looks okay.\n',
    });
    expect(await run('source {', ['-syntax-only'])).toMatchObject({ exitCode: 1 });
  });

  it('writes nothing but events with -json', async () => {
    expect(await run(GOOD, ['-json'])).toMatchObject({ exitCode: 0, output: '' });
    const { exitCode, lines } = await run(WRONG, ['-json']);
    expect(exitCode).toBe(1);
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({
        type: 'diagnostic',
        diagnostic: expect.objectContaining({
          severity: 'error',
          code: 'unknown-option',
          summary: 'Unsupported argument',
          detail: expect.stringContaining('Did you mean "instance_type"?'),
        }),
        snippet: {
          context: 'source "amazon-ebs" "app"',
          code: '  instance_typ  = var.size',
          startLine: 13,
          highlightStart: 2,
          highlightEnd: 14,
        },
      }),
    );
  });

  it.each([
    ['in a pipe', [], {}, false],
    ['in a terminal', [], { isTTY: true }, true],
    ['in a terminal with NO_COLOR', [], { isTTY: true, environment: { NO_COLOR: '1' } }, false],
    ['in a terminal with -color=false', ['-color=false'], { isTTY: true }, false],
    ['in a pipe with -color', ['-color'], {}, true],
  ])('%s uses colours or not, as it should', async (_, words, setting, colours) => {
    const { output } = await run(WRONG, words, setting);
    expect(output.includes('\u001b[')).toBe(colours);
  });

  it('takes values of variables, and masks those of sensitive ones in what it says', async () => {
    const wrong = GOOD.replace('inline = ["true"]', 'inline       = ["true"]\n    pause_before = var.token');
    const { exitCode, output } = await run(wrong, ['-var', 'token=tr0ub4dor']);
    expect(exitCode).toBe(1);
    expect(output).toContain('"***" is no duration.');
    expect(output).not.toContain('tr0ub4dor');
  });

  it('says of a template in the older format that -config-type=hcl2 makes it none', async () => {
    const { exitCode, lines } = await run('{ "builders": [] }', ['-config-type=hcl2'], { name: 'old.json' });
    expect(exitCode).toBe(1);
    expect(lines.join(' ')).toContain('has the file read as HCL2 in JSON. Leave that flag out.');
  });

  it('refuses no template, several, and a -var without a name, as wrong usage', async () => {
    const attempt = (...words: string[]) =>
      validateCommand.run(parseArguments('validate', words, validateCommand.flags), fakeTerminal('/nowhere'));
    const hint =
      'Usage: bake-ami validate [FLAGS] TEMPLATE, one file or folder. bake-ami validate -help lists all flags.';
    await expect(attempt()).rejects.toMatchObject({ code: 'usage', message: 'No template was given.', hint });
    await expect(attempt('a', 'b')).rejects.toMatchObject({ message: '2 templates were given.', hint });
    await expect(attempt('-only', 'a')).rejects.toMatchObject({
      message: 'No template was given. The last word is the value of -only.',
    });
    await expect(attempt('-var', '=x', 'a')).rejects.toMatchObject({ message: '-var has no name before its "=".' });
    await expect(attempt('-var', 'size', 'a')).rejects.toMatchObject({ message: '-var "size" has no "=".' });
  });

  it.each([
    [[], true],
    [['-no-warn-undeclared-var'], false],
  ])('with %j warns or not of values in variable files that nobody declared', async (words, warns) => {
    const files = { 'v.pkrvars.hcl': 'sise = "x"\n' };
    const { exitCode, output } = await run(GOOD, ['-var-file=v.pkrvars.hcl', ...words], { files });
    expect(exitCode).toBe(0);
    expect(output.includes('Warning: Value for undeclared variable "sise"')).toBe(warns);
  });

  it('writes lines for programs with -machine-readable', async () => {
    const good = await run(GOOD, ['-machine-readable']);
    expect(good.output).toMatch(/^\d+,,ui,say,The configuration is valid\.\n$/);
    const { exitCode, lines } = await run(WRONG, ['-machine-readable']);
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(/^\d+,,ui,error,Error: Unsupported argument\\n\\n {2}on app\.pkr\.hcl/);
  });

  it('refuses -json with -machine-readable', async () => {
    await expect(run(GOOD, ['-json', '-machine-readable'])).rejects.toMatchObject({ code: 'usage' });
  });

  it.each([
    [[], 0],
    [['-evaluate-datasources'], 1],
  ])('with %j judges or not what data sources give', async (words, expected) => {
    const data = 'data "null" "x" {\n  input = "never"\n}\n';
    const wrong = GOOD.replace('inline = ["true"]', 'inline = ["true"]\n    pause_before = data.null.x.output');
    const { exitCode, output } = await run(data + wrong, words);
    expect(exitCode).toBe(expected);
    expect(output.includes('"never" is no duration.')).toBe(expected === 1);
  });
});

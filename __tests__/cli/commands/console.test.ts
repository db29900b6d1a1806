import { describe, expect, it } from '@jest/globals';
import { parseArguments } from '../../../src/cli/arguments.ts';
import { consoleCommand } from '../../../src/cli/commands/console.ts';
import { BREAK } from '../../../src/cli/terminal.ts';
import { fakeTerminal } from '../support/fake-terminal.ts';
import { runOnTemplate } from '../support/run-on-template.ts';

const TEMPLATE = `
variable "size" {
  default = "t3.micro"
}
variable "tags" {
  default = { b = "x", a = "y" }
}
variable "token" {
  default   = "correct-horse-battery"
  sensitive = true
}
variable "unset" {
  type = string
}
locals {
  name = "\${var.size}-x"
}
source "amazon-ebs" "app" {
  ami_nam = "wrong"
}
`;

/** The results, each as it is printed when it is the last of a pipe. */
async function result(...input: readonly string[]) {
  return runOnTemplate(consoleCommand, TEMPLATE, [], { input });
}

describe('bake-ami console in a pipe', () => {
  it('fails with what is wrong with a variable that the expression names', async () => {
    const template = 'variable "n" {\n  type = number\n}\n';
    const { errors, exitCode, output } = await runOnTemplate(consoleCommand, template, ['-var', 'n=bad'], {
      input: ['var.n'],
    });
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toContain('Error: Invalid value for variable "n"');
    expect(errors).toContain('does not fit: a number is');
  });

  it('says where {{ }} are rendered, when some are no expression', async () => {
    const { errors, exitCode } = await result('{{timestamp}}');
    expect(exitCode).toBe(1);
    expect(errors).toContain('with -config-type=json');
  });

  // Seen in Packer 1.6.6, but for null in an object, which it leaves out, and unknown, which it lets swallow all around.
  it.each([
    ['var.size', 't3.micro'],
    ['"a\\nb \\"q\\""', 'a\nb "q"'],
    ['1.50', '1.5'],
    ['1/3', '0.3333333333333333'],
    ['1e50', '1e+50'],
    ['123456789012345678901234567890', '1.2345678901234568e+29'],
    ['1234567.5', '1.2345675e+06'],
    ['9223372036854775807', '9223372036854775807'],
    ['true', 'true'],
    ['null', 'null'],
    ['var.tags', '{\n  "a" = "y"\n  "b" = "x"\n}'],
    ['[]', '[]'],
    ['{}', '{}'],
    ['["a", 1, true, null]', '[\n  "a",\n  1,\n  true,\n  null,\n]'],
    ['{ a = { b = ["x"] }, "x y" = 1 }', '{\n  "a" = {\n    "b" = [\n      "x",\n    ]\n  }\n  "x y" = 1\n}'],
    ['{ c = "multi\\nline" }', '{\n  "c" = "multi\\nline"\n}'],
    ['setunion(["b", "a"])', '[\n  "a",\n  "b",\n]'],
    ['var.token', '<sensitive>'],
    ['[var.token]', '[\n  "<sensitive>",\n]'],
    ['var.unset', '<unknown>'],
    [`"\${var.unset}x"`, '<unknown>'],
    ['source.name', '<unknown>'],
    ['local.name', 't3.micro-x'],
    ['packer.version', '1.16.0'],
    ['path.root', '.'],
    ['regex("[a-z]+", "12ab")', 'ab'],
    ['{ a = null, b = 1 }', '{\n  "b" = 1\n}'],
  ])('prints %s as Packer does', async (expression, expected) => {
    expect(await result(expression)).toMatchObject({ exitCode: 0, output: `${expected}\n` });
  });

  it('prints what is known of a value, where Packer says that all of it is unknown', async () => {
    const expected = { exitCode: 0, output: '{\n  "a" = 1\n  "b" = <unknown>\n}\n' };
    expect(await result('{ a = 1, b = var.unset }')).toMatchObject(expected);
  });

  it.each(['vault("secret/app", "key")', 'consul_key("app")', 'aws_secretsmanager("app", "key")', '[vault("a", "b")]'])(
    'prints what a service was not asked for as unknown, not as hidden: %s',
    async (expression) => {
      const { output } = await result(expression);
      expect(output).toContain('<unknown>');
      expect(output).not.toContain('<sensitive>');
    },
  );

  it('prints only the last result', async () => {
    expect(await result('upper("a")', '', 'lower("B")', '')).toMatchObject({ exitCode: 0, output: 'b\n' });
  });

  it('ends with 1 where an expression was wrong, and says where, beside the result', async () => {
    const { exitCode, output, errors } = await result('upper("a")', 'var.siez', '5');
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '5\n' });
    expect(errors).toContain('Error: Undeclared variable "siez"');
    expect(errors).toContain('  1 │ var.siez\n    │    ^^^^^');
    expect(errors).toContain('Did you mean "size"?');
  });

  it('takes an expression of several lines, and a heredoc, as one', async () => {
    expect(await result('upper(', '  var.size', ')')).toMatchObject({ output: 'T3.MICRO\n' });
    expect(await result('<<EOT', 'a ${1 +', '1} b', 'EOT')).toMatchObject({ output: 'a 2 b\n\n' });
    expect(await result('{', 'a = 1', 'b = [', '2]', '}')).toMatchObject({
      output: '{\n  "a" = 1\n  "b" = [\n    2,\n  ]\n}\n',
    });
  });

  it('says of what was never finished what is missing', async () => {
    const { exitCode, output, errors } = await result('upper(');
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '' });
    expect(errors).toContain('There is no ")" to end this call');
  });

  it('stops at exit, and shows the variables when asked', async () => {
    expect(await result('1', 'exit', '2')).toMatchObject({ output: '1\n' });
    const { output } = await result('variables');
    expect(output).toContain('var.size: "t3.micro"\nvar.tags: "{\\n  \\"a\\" = \\"y\\"');
    expect(output).toContain('var.token: "<sensitive>"');
    expect(output).toContain('local.name: "t3.micro-x"');
  });

  it('takes values of variables', async () => {
    const given = ['-var', 'size=m5.large'];
    expect(await runOnTemplate(consoleCommand, TEMPLATE, given, { input: ['local.name'] })).toMatchObject({
      output: 'm5.large-x\n',
    });
  });

  it('notes, beside the results, that the template can’t be built', async () => {
    const { errors } = await result('1');
    expect(errors).toMatch(/^Note: the template can't be built as it is: Unset variable "unset"/);
  });

  it.each([
    [[], '<unknown>'],
    [['-evaluate-datasources'], 'made'],
  ])('with %j knows or not what a data source gives', async (words, expected) => {
    const template = 'data "null" "x" {\n  input = "made"\n}\n';
    const { output } = await runOnTemplate(consoleCommand, template, words, { input: ['data.null.x.output'] });
    expect(output).toBe(`${expected}\n`);
  });

  it('works without a template', async () => {
    const terminal = fakeTerminal('/nowhere', { input: [`"\${upper("x")} \${path.cwd}"`] });
    expect(await consoleCommand.run(parseArguments('console', [], consoleCommand.flags), terminal)).toBe(0);
    expect(terminal.out.text).toBe('X /nowhere\n');
  });

  it('ends with 1 for a template that can’t be read', async () => {
    const { exitCode, output } = await runOnTemplate(consoleCommand, 'variable "a" {', [], { input: ['1'] });
    expect(exitCode).toBe(1);
    expect(output).toContain('app.pkr.hcl');
  });
});

describe('bake-ami console in a terminal', () => {
  const typed = (...input: readonly (string | typeof BREAK)[]) =>
    runOnTemplate(consoleCommand, TEMPLATE, ['-color=false'], { isTTY: true, input });

  it('answers each expression, goes on after a wrong one, and ends with 0', async () => {
    const { exitCode, output, errors } = await typed('var.size', 'foo', '1 + 1', 'exit', '3');
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: 't3.micro\n2\n' });
    expect(errors).toContain('There is no variable named "foo".');
  });

  it('drops what is not finished at Ctrl-C, and ends at a second one', async () => {
    const { exitCode, output } = await typed('upper(', BREAK, '1', BREAK, '2');
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: '1\n' });
  });

  it('gets out of an open bracket with an empty line', async () => {
    const { output, errors } = await typed('upper(', '', '7');
    expect(output).toBe('7\n');
    expect(errors).toContain('There is no ")"');
  });

  it('lets no value command the terminal', async () => {
    const { output } = await typed('"\\u001b[2Jx\\ny"');
    expect(output).toBe('x\ny\n');
  });

  it('says what can be typed', async () => {
    expect((await typed('help')).output).toContain('all variables and locals');
  });
});

describe('bake-ami console on a template in the older JSON format', () => {
  const LEGACY = JSON.stringify({
    variables: { size: 'micro', name: '{{user `size`}}-x', token: 'hush', field: '{{ .Vars }}' },
    'sensitive-variables': ['token'],
    builders: [{ type: 'null', communicator: 'none' }],
  });
  const text = (words: readonly string[], ...input: readonly string[]) =>
    runOnTemplate(consoleCommand, LEGACY, words, { input, name: 'app.json' });

  // Seen in Packer 1.6.6 and 1.16.0, but for the sensitive text in capitals, which those show.
  it.each([
    ['{{user `name`}}', 'micro-x'],
    ['  a {{ user "size" | upper }}  ', 'a MICRO'],
    ['{{`{{user "size"}}`}}', 'micro'],
    ['{{"{{"}}', '{{'],
    ['x {{user `token`}} {{user `token` | upper}}', 'x <sensitive> <SENSITIVE>'],
    ['{{if eq (user `size`) "micro"}}yes{{end}}', 'yes'],
    ['var.size', 'var.size'],
    ['{{user `given`}}', '<sensitive>!'],
  ])('renders %s until nothing changes any more', async (line, expected) => {
    const { exitCode, output } = await text(['-var', 'given={{user `token`}}!'], line);
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: `${expected}\n` });
  });

  it('says where a text is wrong, and ends with 1', async () => {
    const { exitCode, output, errors } = await text(
      [],
      'x {{ usr `size` }}',
      '{{ build `ID` }}',
      '{{ env `HOME` }}',
      '1',
    );
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: '1\n' });
    expect(errors).toContain('  1 │ x {{ usr `size` }}\n    │      ^^^');
    expect(errors).toContain('{{ build "ID" }}: "ID" is not among the data of this build.');
    expect(errors).toContain('{{ env }} only works in the variables of the template.');
  });

  it('warns of what is nothing, and goes on', async () => {
    const { exitCode, output, errors } = await text([], 'a {{user `sizes`}} {{ .Vars }}');
    expect({ exitCode, output }).toEqual({ exitCode: 0, output: 'a  <no value>\n' });
    expect(errors).toContain('Warning: There is no variable "sizes"\n\n  on <console-input>:1:10:');
    expect(errors).toContain('Did you mean "size"?');
    expect(errors).toContain('Warning: A {{ }} action without a value');
  });

  it('shows all variables, those that were only given as well', async () => {
    const { output } = await text(['-var', 'more=1'], 'variables');
    expect(output).toBe('\nfield: {{ .Vars }},\nmore: 1,\nname: micro-x,\nsize: micro,\ntoken: <sensitive>,\n\n');
  });

  it('says what can be typed', async () => {
    expect((await text([], 'help')).output).toContain('renders texts');
  });

  it('needs no template with -config-type=json', async () => {
    const terminal = fakeTerminal('/nowhere', { input: ['{{user `a`}} {{pwd}}'] });
    const words = ['-config-type=json', '-var', 'a=1'];
    expect(await consoleCommand.run(parseArguments('console', words, consoleCommand.flags), terminal)).toBe(0);
    expect(terminal.out.text).toBe('1 /nowhere\n');
  });
});

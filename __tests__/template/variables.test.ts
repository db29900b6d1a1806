import { describe, expect, it } from '@jest/globals';
import { inspect } from '../../src/hcl/values/inspect.ts';
import { builderOptions, load, SMALLEST } from './support/load.ts';

/** A template whose AMI name shows a value. */
const showing = (expression: string, declarations: string): string => `${declarations}
source "amazon-ebs" "base" {
  ami_name = ${expression}
}
build {
  sources = ["source.amazon-ebs.base"]
}
`;

async function name(expression: string, declarations: string, given = {}): Promise<unknown> {
  const options = await builderOptions(showing(expression, declarations), given);
  return (options as { ami_name: string }).ami_name;
}

describe('where the value of a variable comes from', () => {
  const declared = 'variable "v" {\n  default = "default"\n}';
  const folder = { template: '.', files: { 'x.auto.pkrvars.hcl': 'v = "auto"' } };

  it('is the default, where nobody gives another', async () => {
    expect(await name('var.v', declared)).toBe('default');
  });

  it.each([
    ['the environment over the default', { environment: { PKR_VAR_v: 'environment' } }, 'environment'],
    ['an automatic file over the environment', { ...folder, environment: { PKR_VAR_v: 'environment' } }, 'auto'],
    [
      'automatic JSON files over automatic HCL files',
      { template: '.', files: { ...folder.files, 'a.auto.pkrvars.json': '{"v": "json"}' } },
      'json',
    ],
    [
      'the later of two automatic files',
      { template: '.', files: { ...folder.files, 'y.auto.pkrvars.hcl': 'v = "y"' } },
      'y',
    ],
    [
      'a named file over automatic ones',
      { ...folder, files: { ...folder.files, 'n.pkrvars.hcl': 'v = "named"' }, variableFiles: ['n.pkrvars.hcl'] },
      'named',
    ],
    [
      'the later of two named files',
      { files: { '1.hcl': 'v = "1"', '2.hcl': 'v = "2"' }, variableFiles: ['2.hcl', '1.hcl'] },
      '1',
    ],
    [
      '-var over everything, the later one',
      {
        files: { '1.hcl': 'v = "1"' },
        variableFiles: ['1.hcl'],
        environment: { PKR_VAR_v: 'environment' },
        variables: [
          { name: 'v', value: 'first' },
          { name: 'v', value: 'last' },
        ],
      },
      'last',
    ],
  ])('is %s', async (_, given, expected) => {
    expect(await name('var.v', declared, given)).toBe(expected);
  });

  it('is no automatic file when the template is one file', async () => {
    expect(await name('var.v', declared, { files: folder.files })).toBe('default');
  });
});

describe('what the text of a value means', () => {
  it.each([
    ['string', 'true', 'var.v', 'true'],
    ['string', '["a"]', 'var.v', '["a"]'],
    ['number', '8', `"n\${var.v + 1}"`, 'n9'],
    ['bool', 'true', 'var.v ? "yes" : "no"', 'yes'],
    ['list(string)', '["a", "b"]', 'join("-", var.v)', 'a-b'],
    ['map(string)', '{ a = "x", "b" = "y" }', `"\${var.v.a}\${var.v["b"]}"`, 'xy'],
    ['object({ a = string, b = optional(number, 4) })', '{ a = "x" }', `"\${var.v.a}\${var.v.b}"`, 'x4'],
    ['any', '[1]', 'var.v', '[1]'],
  ])('for type %s, %s', async (type, value, expression, expected) => {
    const declared = `variable "v" {\n  type = ${type}\n}`;
    expect(await name(expression, declared, { variables: [{ name: 'v', value }] })).toBe(expected);
  });

  it('is by the type of the default where none is written', async () => {
    const declared = 'variable "v" {\n  default = ["a"]\n}';
    expect(await name('var.v[0]', declared, { variables: [{ name: 'v', value: '["b"]' }] })).toBe('b');
  });

  it.each([
    ['an unknown element type', 'variable "v" {\n  default = []\n}', 'join("-", var.v)', 'v = ["a", "b"]', 'a-b'],
    ['null', 'variable "v" {\n  default = null\n}', 'var.v', 'v = "x"', 'x'],
    ['an older block', 'variables {\n  v = "old"\n}', 'var.v', 'v = "x"', 'x'],
  ])('may be anything after a default of %s', async (_, declared, expression, file, expected) => {
    expect(await name(expression, declared, { files: { f: file }, variableFiles: ['f'] })).toBe(expected);
  });
});

describe('a variable', () => {
  it('may take its default from the environment', async () => {
    const declared = 'variable "v" {\n  default = env("NAME")\n}';
    expect(await name(`"<\${var.v}>"`, declared, { environment: { NAME: 'x' } })).toBe('<x>');
    expect(await name(`"<\${var.v}>"`, declared)).toBe('<>');
  });

  it('is shown to people, but for what is sensitive', async () => {
    const { reading, sensitiveValues } = await load(`
variable "a" {
  description = "First."
  default     = ["x"]
}
variable "b" {
  default   = { password = "hunter22", list = ["more", ""], port = 22, pin = 4711 }
  sensitive = true
}
local "c" {
  expression = "\${var.b.password}-c"
  sensitive  = true
}
locals {
  d = "open"
}
source "amazon-ebs" "base" {
  ami_name   = "x"
  secret_key = "abc"
}
build {
  sources = ["amazon-ebs.base"]
}
`);
    expect(reading?.variables).toMatchObject([
      { name: 'a', description: 'First.', sensitive: false, range: { start: { line: 2, column: 1 } } },
      { name: 'b', description: undefined, sensitive: true },
    ]);
    expect(reading?.variables.map(({ value }) => inspect(value))).toEqual(['["x"]', '(sensitive value)']);
    expect(sensitiveValues).toEqual(['more', 'hunter22', '4711', 'hunter22-c', 'abc']);
  });

  it('is secret although the template is wrong, also where its value could not be taken', async () => {
    const { plan, messages, sensitiveValues } = await load(
      `
variable "pw" {
  type      = string
  sensitive = true
}
variable "checked" {
  type      = string
  sensitive = true
  validation {
    condition     = length(var.checked) > 20
    error_message = "Too short."
  }
}
variable "list" {
  type      = list(string)
  default   = ["unused default"]
  sensitive = true
}
source "amazon-ebs" "base" {
  ami_name   = "x"
  secret_key = "abcdef"
}
build {
  sources = ["amazon-ebs.base"]
  provisioner "shell" {
    pause_before = var.pw
    inline       = ["true"]
  }
}
`,
      {
        variables: [
          { name: 'pw', value: 'hunter2-secret' },
          { name: 'list', value: 'not a list' },
        ],
        files: { f: 'checked = "short-secret"' },
        variableFiles: ['f'],
      },
    );
    expect(plan).toBeUndefined();
    expect(messages).toContainEqual(expect.stringContaining('"hunter2-secret" is no duration'));
    expect(sensitiveValues).toEqual(['hunter2-secret', 'short-secret', 'not a list', 'abcdef', 'unused default']);
  });

  it('counts a default under a misspelt name, whose line is shown, among what must not be', async () => {
    const { sensitiveValues } = await load('variable "v" {\n  defualt   = "hunter2-secret"\n  sensitive = true\n}');
    expect(sensitiveValues).toEqual(['hunter2-secret']);
  });
});

describe('what is wrong with a variable', () => {
  it.each([
    [
      'no value',
      'variable "v" {}',
      {},
      'error 1:1-1:13 unset-variable: Unset variable "v" | The variable has no default, and no value was given. Give one in the input vars (or with -var v=VALUE), in a variable file, or in the environment as PKR_VAR_v; or give the variable a default.',
    ],
    [
      'a default that does not fit',
      'variable "v" {\n  type    = number\n  default = "x"\n}',
      {},
      'error 3:13-3:16 invalid-variable-default: Invalid default value for variable "v" | The default does not fit the variable\'s type: a number is required.',
    ],
    [
      'a value that does not fit',
      'variable "v" {\n  type = number\n}',
      { variables: [{ name: 'v', value: 'x' }] },
      'error 1:1-1:13 invalid-variable-value: Invalid value for variable "v" | The value "x" from -var (or the input vars) does not fit: a number is required.',
    ],
    [
      'an element that does not fit',
      'variable "v" {\n  type = map(number)\n}',
      { files: { f: 'v = { a = "x" }' }, variableFiles: ['f'] },
      'error f 1:1-1:2 invalid-variable-value: Invalid value for variable "v" | The value { a = "x" } from a file of -var-file (or of the input var-files) does not fit: ["a"]: a number is required.',
    ],
    [
      'text that is no HCL',
      'variable "v" {\n  type = list(string)\n}',
      { environment: { PKR_VAR_v: 'a b' } },
      'error 1:1-1:13 invalid-variable-value: Invalid value for variable "v" | The value "a b" from PKR_VAR_v in the environment can\'t be read as HCL: The expression is complete, but after it comes the name "b". A value of this type is written as in a template, for example ["a", "b"].',
    ],
    [
      'a value that does not fit, and secret',
      'variable "v" {\n  type      = number\n  sensitive = true\n}',
      { variables: [{ name: 'v', value: 'hunter2' }] },
      'error 1:1-1:13 invalid-variable-value: Invalid value for variable "v" | The value from -var (or the input vars) does not fit: a number is required.',
    ],
    [
      'a long value that does not fit',
      'variable "v" {\n  type = number\n}',
      { template: '.', files: { 'x.auto.pkrvars.hcl': `v = "${'x'.repeat(200)}"` } },
      `error x.auto.pkrvars.hcl 1:1-1:2 invalid-variable-value: Invalid value for variable "v" | The value "${'x'.repeat(99)}… from an automatic variable file does not fit: a number is required.`,
    ],
    [
      'a variable file in JSON that holds no object',
      '',
      { files: { 'f.json': '"abc"' }, variableFiles: ['f.json'] },
      'error f.json 1:1-1:6 invalid-json-body: No JSON object | A file in the JSON syntax of HCL holds an object, or an array of objects: { "name": value }',
    ],
    [
      'a default under a misspelt name',
      'variable "v" {\n  defualt = "x"\n}',
      {},
      'error 2:3-2:10 unknown-option: Unsupported argument | An argument named "defualt" is not expected here. Did you mean "default"?',
    ],
    [
      'a default under a misspelt name in JSON',
      '',
      { template: 'v.pkr.json', files: { 'v.pkr.json': '{ "variable": { "v": { "defualt": "x" } } }' } },
      'error v.pkr.json 1:24-1:33 unknown-option: Unsupported property | No argument and no block named "defualt" is expected here. Did you mean "default"?',
    ],
    [
      'a declaration in a variable file in JSON',
      '',
      { files: { 'f.json': '{"variable": {"v": {}}}' }, variableFiles: ['f.json'] },
      'error f.json 1:15-1:18 block-in-variable-file: Variable declared in a variable file | A variable file gives values: name = value. Declare the variable in a file whose name ends in .pkr.hcl.',
    ],
    [
      'a name of a local that is none',
      'local "1a" {\n  expression = 1\n}',
      {},
      'error 1:7-1:11 invalid-name: Invalid local name "1a" | A name begins with a letter or an underscore, and holds only letters, digits, underscores and dashes.',
    ],
    [
      'text that is no HCL, and secret',
      'variable "v" {\n  type      = list(string)\n  sensitive = true\n}',
      { environment: { PKR_VAR_v: 'a hunter2' } },
      'error 1:1-1:13 invalid-variable-value: Invalid value for variable "v" | The value from PKR_VAR_v in the environment can\'t be read as HCL. A value of this type is written as in a template, for example ["a", "b"].',
    ],
    [
      'a name of -var that is not declared',
      'variable "region" {\n  default = ""\n}',
      { variables: [{ name: 'regoin', value: 'x' }] },
      'error - undeclared-variable: Value for undeclared variable "regoin" | The template declares no variable "regoin". Did you mean "region"? To declare it, write variable "regoin" {} in the template.',
    ],
    [
      'a declaration in a variable file',
      '',
      { files: { f: 'variable "v" {}' }, variableFiles: ['f'] },
      'error f 1:1-1:13 block-in-variable-file: Variable declared in a variable file | A variable file gives values: name = value. Declare the variable in a file whose name ends in .pkr.hcl.',
    ],
    [
      'a variable file that is not there',
      '',
      { variableFiles: ['none.pkrvars.hcl'] },
      'error - unreadable-file: The file "none.pkrvars.hcl" can\'t be read | There is no file /project/none.pkrvars.hcl.',
    ],
    [
      'a folder in place of a variable file',
      '',
      { files: { 'vars/a.pkrvars.hcl': '' }, variableFiles: ['vars'] },
      'error - unreadable-file: The file "vars" can\'t be read | /project/vars is a folder, not a file.',
    ],
    [
      'broken JSON',
      '',
      { files: { 'f.json': '{\n  "v": hunter2\n}' }, variableFiles: ['f.json'] },
      'error f.json 2:8-2:15 invalid-json: No JSON | This means nothing in JSON. Text and names are written in double quotes, and in a template an expression as a string: "${var.name}".',
    ],
    [
      'JSON that is none',
      '',
      { files: { 'f.json': '["a"]' }, variableFiles: ['f.json'] },
      'error f.json 1:1-1:2 wrong-json-type: Wrong type of JSON value | An object with names and their values is needed here: { "name": value }',
    ],
    [
      'two of a name',
      'variable "v" {\n  default = 1\n}\nvariable "v" {\n  default = 2\n}',
      {},
      'error 4:1-4:13 duplicate-variable: Duplicate variable "v" | A variable of that name is declared at a.pkr.hcl:1 already.',
    ],
    [
      'a name that is none',
      'variable "1a" {}',
      {},
      'error 1:10-1:14 invalid-name: Invalid variable name "1a" | A name begins with a letter or an underscore, and holds only letters, digits, underscores and dashes.',
    ],
    [
      'an unknown argument',
      'variable "v" {\n  defualt = 1\n  default = 2\n}',
      {},
      'error 2:3-2:10 unknown-option: Unsupported argument | An argument named "defualt" is not expected here. Did you mean "default"?',
    ],
    [
      'a default that looks elsewhere',
      'variable "v" {\n  default = upper("x")\n}',
      {},
      'error 2:13-2:18 unknown-function: Unknown function | There is no function named "upper".',
    ],
  ])('%s', async (_, declarations, given, expected) => {
    const { plan, messages } = await load(declarations + SMALLEST, given);
    expect(messages).toEqual([expected]);
    expect(plan).toBeUndefined();
  });

  it.each([
    ['silence', {}],
    ['silence', { warnOnUndeclared: false }],
  ])('is met with %s where a file, or the environment, gives a value that nobody declared', async (_, asked) => {
    const given = { files: { f: 'a = 1' }, variableFiles: ['f'], environment: { PKR_VAR_b: 'x' } };
    const { plan, messages } = await load(SMALLEST, { ...given, ...asked });
    expect(messages).toEqual([]);
    expect(plan).toBeDefined();
  });

  it('is a warning, for those who want it, where a file gives a value that nobody declared', async () => {
    const { plan, messages } = await load(SMALLEST, {
      warnOnUndeclared: true,
      files: { f: 'a = 1\nother = "x"' },
      variableFiles: ['f'],
      environment: { PKR_VAR_b: 'x' },
    });
    expect(messages).toEqual([
      'warning f 1:1-1:2 undeclared-variable: Value for undeclared variable "a" | The template declares no variable "a". To declare it, write variable "a" {} in the template.',
      'warning f 2:1-2:6 undeclared-variable: Value for undeclared variable "other" | The template declares no variable "other". To declare it, write variable "other" {} in the template.',
    ]);
    expect(plan?.builds).toHaveLength(1);
  });
});

describe('validation of a variable', () => {
  const declared = (validation: string): string => `variable "v" {
  default = "ok"
  validation {
    ${validation}
  }
}
`;

  it('lets through what fits', async () => {
    const rule = 'condition     = length(var.v) > 1\n    error_message = "Too short."';
    expect((await load(declared(rule) + SMALLEST)).messages).toEqual([]);
  });

  it('says what the template says, where the value was given', async () => {
    const rule = 'condition     = length(var.v) > 5\n    error_message = "Too short."';
    const text = declared(rule) + SMALLEST;
    const expected = 'invalid-variable-value: Invalid value for variable "v" | Too short. ';
    expect((await load(text)).messages).toEqual([`error 1:1-1:13 ${expected}(The condition is at a.pkr.hcl:4.)`]);
    const given = { files: { f: 'v = "abc"' }, variableFiles: ['f'] };
    expect((await load(text, given)).messages).toEqual([
      `error f 1:1-1:2 ${expected}(The value is from a file of -var-file (or of the input var-files); the condition is at a.pkr.hcl:4.)`,
    ]);
  });

  it('tells nothing of a sensitive value, not even where a condition can’t be worked out', async () => {
    const declaration = `variable "v" {
  default   = 12
  sensitive = true
  validation {
    condition     = [1][var.v] == 1
    error_message = "No."
  }
}
`;
    const { messages, diagnostics } = await load(declaration + SMALLEST);
    expect(messages).toEqual([
      'error 5:24-5:31 invalid-index: Invalid index | The given key does not identify an element in this collection value. One of the two is sensitive.',
    ]);
    expect(JSON.stringify(diagnostics.map(({ detail, values }) => [detail, values]))).not.toContain('12');
  });

  it.each([
    [
      'condition     = true\n    error_message = "No."',
      '4:21-4:25 invalid-validation: Invalid condition in the validation of variable "v" | The condition has to look at var.v, and at no other variable or value.',
    ],
    [
      'condition     = var.v == var.w\n    error_message = "No."',
      '4:30-4:35 invalid-validation: Invalid condition in the validation of variable "v" | The condition has to look at var.v, and at no other variable or value.',
    ],
    [
      'condition     = var.v == "ok"\n    error_message = "no"',
      '5:21-5:25 invalid-validation: Invalid validation error message | The error message has to be a whole English sentence: it begins with a capital letter and ends with a full stop, a question mark or an exclamation mark.',
    ],
    [
      'condition     = var.v\n    error_message = "No."',
      '4:21-4:26 invalid-validation: Invalid variable validation result | A condition has to give true or false.',
    ],
    [
      'condition = var.v == "ok"',
      '3:3-3:13 missing-option: Missing argument | The argument "error_message" is required, but it is not written.',
    ],
  ])('is itself checked: %s', async (rule, expected) => {
    expect((await load(declared(rule) + SMALLEST)).messages).toEqual([`error ${expected}`]);
  });
});

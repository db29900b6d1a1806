import { describe, expect, it } from '@jest/globals';
import { load, SMALLEST } from './support/load.ts';

const QUOTE =
  'quote-in-braces: Quote within {{ }} | This quote ends the string here. Inside {{ }} write backticks (`) or \\" instead.';

async function legacy(text: string, files: Readonly<Record<string, string>> = {}, variableFiles: string[] = []) {
  return (await load('', { template: 'a.json', files: { 'a.json': text, ...files }, variableFiles })).messages;
}

describe('a quote within {{ }}', () => {
  it.each([
    ['alone', '"x-{{isotime "2006-01"}}"', '2:20-2:21'],
    ['with more after it', '["{{a}}", "{{isotime "a b" | f "c"}}", "d"]', '2:28-2:29'],
  ])('is the one error of its line in HCL: %s', async (_, value, place) => {
    const { messages } = await load(`locals {\n  a = ${value}\n  b = "{{isotime \`2006\`}}"\n}${SMALLEST}`);
    expect(messages).toEqual([`error ${place} ${QUOTE}`]);
  });

  it('is the one error in JSON, and nothing follows from it', async () => {
    const text = '{ "builders": [{ "type": "amazon-ebs", "ami_name": "x-{{isotime "2006-01"}}" }], "nonsense": 1 }';
    expect(await legacy(text)).toEqual([`error a.json 1:65-1:66 ${QUOTE}`]);
  });

  it('is not suspected where the braces end within the string', async () => {
    const { messages } = await load(`locals {\n  a = "{{isotime}}" "b"\n}${SMALLEST}`);
    expect(messages).toEqual([expect.stringContaining('line-ending-expected')]);
  });
});

describe('the older JSON format', () => {
  it.each([
    [
      '{ "builders": [{ "type": "amazon-ebs" } }',
      'Missing "]" | The array that is open here ends with "]", but "}" comes first.',
    ],
    [
      '{ "builders": [{ "type": "amazon-ebs" ]}',
      'Missing "}" | The object that is open here ends with "}", but "]" comes first.',
    ],
  ])('names the bracket that is missing: %s', async (text, expected) => {
    expect(await legacy(text)).toEqual([expect.stringContaining(`invalid-json: ${expected}`)]);
  });

  it('warns of a reference of HCL2, which is left as it is', async () => {
    const text = '{ "builders": [{ "type": "amazon-ebs", "ami_name": "${var.x}-${HOME}" }] }';
    expect(await legacy(text)).toEqual([
      'warning a.json 1:52-1:70 hcl-reference: "${var.x}" is left as it is | It belongs to HCL2 templates. In a template of the older JSON format a variable is written {{user `x`}}.',
    ]);
  });

  it('names the function that a variable is read with', async () => {
    const text = '{ "builders": [{ "type": "amazon-ebs", "ami_name": "{{var `x`}}" }] }';
    expect(await legacy(text)).toEqual([
      expect.stringContaining(
        'There is no function "var" in {{ }}. In a template of the older JSON format a variable is written {{user `name`}}.',
      ),
    ]);
  });

  it('says of a comment how one can be written there, which it takes then', async () => {
    const builders = '"builders": [{ "type": "amazon-ebs", "ami_name": "x" }]';
    expect(await legacy(`{\n  // why\n  ${builders}\n}`)).toEqual([
      'error a.json 2:3-2:9 comment-in-json: Comment in JSON | JSON has no comments. Remove it, or write it at the root of the template, as a key that begins with an underscore: "_comment": "why it is so".',
    ]);
    expect(await legacy(`{\n  "_comment": "why",\n  ${builders}\n}`)).toEqual([]);
  });

  it.each(['x = "y"', '# why\n// and how\nx   = 5\n'])('takes no HCL for a variable file: %j', async (text) => {
    const template = '{ "builders": [{ "type": "amazon-ebs", "ami_name": "x" }] }';
    expect(await legacy(template, { 'prod.vars': text }, ['prod.vars'])).toEqual([
      'error prod.vars 1:1-1:1 invalid-variable-file: A variable file in HCL for a JSON template | Variable files of a template in the older JSON format are JSON, with strings as values: { "name": "value" }. This looks like HCL.',
    ]);
  });
});

describe('an error of syntax', () => {
  const SOURCE = 'source "amazon-ebs" "x" {\n  ami_name = "x"\n}\n';

  it('comes first, without what only follows from it', async () => {
    const { messages } = await load(
      `locals {\n  a = build.x\n  b = var.lost\n}\n${SOURCE}build {\n  sources = ["amazon-ebs.x"\n}\n`,
    );
    expect(messages.slice(0, 1)).toEqual([expect.stringContaining('error 9:')]);
    expect(messages.slice(1)).toEqual([expect.stringContaining('unknown-variable')]);
  });

  it('is the heredoc alone where that takes the closing braces', async () => {
    const { messages } = await load(`${SOURCE}build {\n  sources = ["amazon-ebs.x"]\n  name = <<EOT\nx\n}\n`);
    expect(messages).toEqual([expect.stringContaining('error 6:10-6:15 unclosed-heredoc')]);
  });

  it('is a source without quotes, and nothing else', async () => {
    const { messages } = await load(`${SOURCE}build {\n  sources = [source.amazon-ebs.x]\n}\n`);
    expect(messages).toEqual([
      'error 5:20-5:31 unquoted-source: A source without quotes | A source is referred to by a string. Put it in quotes: "source.amazon-ebs.x".',
    ]);
  });
});

it('a required argument is not missing where it stands under a name that was told to be wrong', async () => {
  const { messages } = await load(
    'source "amazon-ebs" "x" {\n  ami_nam = "x"\n}\nbuild {\n  sources = ["amazon-ebs.x"]\n}\n',
  );
  expect(messages).toEqual([
    'error 2:3-2:10 unknown-option: Unsupported argument | An argument named "ami_nam" is not expected here. Did you mean "ami_name"?',
  ]);
});

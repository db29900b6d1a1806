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

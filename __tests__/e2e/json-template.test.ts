import { describe, expect, it } from '@jest/globals';
import { cleanEnvironment, cli, run, stranger } from './support/programs.ts';
import { workspace } from './support/workspace.ts';

const packer = stranger('packer', '/usr/bin/packer');

/** HCL2 in JSON with what is in Packer itself: Debian's 1.6.6 reads it as 1.16 does. */
const TEMPLATE = {
  '//': 'A comment.',
  variable: {
    greeting: { type: 'string', default: 'hi' },
    names: { type: 'list(string)', default: ['a', 'b'] },
  },
  variables: { size: 8 },
  locals: [{ file: '${var.greeting}-${join("-", var.names)}.txt' }, { literal: '$${x} \u00e9' }],
  source: {
    null: { one: { communicator: 'none' } },
    file: [{ two: { content: '${local.file}', target: 'out.txt' } }],
  },
  build: [
    {
      sources: ['source.null.one', 'source.file.two'],
      provisioner: [
        { 'shell-local': { inline: ['echo ${var.greeting}'] } },
        { 'shell-local': { inline: ['echo two'], only: ['null.one'] } },
      ],
      'post-processor': { 'shell-local': { inline: ['echo done'] } },
    },
    { source: { 'null.one': {} } },
  ],
};

const broken = (text: string): [string, string] => [text, JSON.stringify(TEMPLATE).replace(/^\{/, `{${text}`)];

(packer ? describe : describe.skip)('a template in JSON, beside real Packer', () => {
  const env = cleanEnvironment({ CHECKPOINT_DISABLE: '1' });

  const both = async (command: readonly string[], text: string) => {
    const folder = workspace({ 'a.pkr.json': text });
    const [theirs, ours] = await Promise.all([
      run(packer ?? '', [...command, 'a.pkr.json'], env, folder),
      cli([...command, 'a.pkr.json'], env, folder).finished,
    ]);
    return { theirs, ours };
  };

  it('is inspected in the same words', async () => {
    const { theirs, ours } = await both(['inspect'], JSON.stringify(TEMPLATE, undefined, 2));
    expect(ours.stdout.trim()).toBe(theirs.stdout.trim());
    expect([theirs.exitCode, ours.exitCode]).toEqual([0, 0]);
  });

  it.each([
    ['nothing more', JSON.stringify(TEMPLATE)],
    ['all in an array', JSON.stringify(Object.entries(TEMPLATE).map(([name, value]) => ({ [name]: value })))],
    broken('"locals": {"b": "${local.file}"},'),
    broken('"variable": {"greeting": {}},'),
    broken('"builders": [],'),
    broken('"locals": {"b": "${"},'),
    broken('"locals": {"b": 1, "b": 2},'),
    broken('"locals": {"b": {"c": 1, "c": 2}},'),
    broken('"source": {"null": {}},'),
    broken('"source": {"null": {"x": {"comunicator": "none"}}}, "build": {"sources": ["null.x"]},'),
    broken('"variable": {"v": {"type": "strin", "default": 1}},'),
    broken('/* why */'),
    broken(','),
  ])('is judged the same with %s', async (_, text) => {
    const { theirs, ours } = await both(['validate'], text);
    expect([ours.exitCode, ours.output]).toEqual([theirs.exitCode, expect.any(String)]);
  });
});

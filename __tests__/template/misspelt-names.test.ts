import { describe, expect, it } from '@jest/globals';
import type { DataSource } from '../../src/template/data-source.ts';
import { load, SMALLEST } from './support/load.ts';

const AMI: DataSource<unknown> = {
  type: 'amazon-ami',
  schema: {},
  outputs: {},
  actions: [],
  secretOutputs: () => [],
  validate: () => [],
  read: () => Promise.resolve({}),
};
const dataSources = new Map([['amazon-ami', AMI]]);

describe('a name that no expression knows', () => {
  it.each([
    [
      'is a variable of the shell where it is all of an interpolation',
      'locals {\n  a = "echo ${HOME}"\n}',
      'There is no variable named "HOME". If ${HOME} is meant for the shell, write $${HOME} or $HOME.',
    ],
    [
      'is no text to be put in quotes where it is in quotes already',
      'variable "region" {\n  default = ""\n}\nlocals {\n  a = "in ${region}"\n}',
      'There is no variable named "region". Did you mean var.region? If ${region} is meant for the shell, write $${region} or $region.',
    ],
    [
      'is a text without quotes elsewhere',
      'locals {\n  a = HOME\n}',
      'There is no variable named "HOME". To write text, enclose it in double quotes.',
    ],
    [
      'is the iterator where Terraform has each',
      'locals {\n  a = each.value\n}',
      'In the content of a dynamic block the iterator is called as the block is, unless "iterator" names it: in dynamic "tag" write tag.key and tag.value.',
    ],
  ])('%s', async (_, declarations, detail) => {
    const { messages } = await load(declarations + SMALLEST);
    expect(messages).toEqual([expect.stringContaining(`unknown-variable: Unknown variable | ${detail}`)]);
  });
});

it('a default that names another variable is told to be a local', async () => {
  const { messages } = await load(`variable "a" {\n  default = "\${var.b}-x"\n}${SMALLEST}`);
  expect(messages).toEqual([
    'error 2:16-2:19 variables-not-allowed: Variables not allowed | Only literal values and functions can be used here, so "var" has no meaning. Write what is made of other values as a local: locals { name = … }, and use local.name.',
  ]);
});

describe('a misspelt type', () => {
  it('of a source is told at its block, and never suggested where the source is used', async () => {
    const { messages } = await load('source "amazon-ebss" "x" {}\nbuild {\n  sources = ["source.amazon-ebs.x"]\n}\n');
    expect(messages).toEqual([
      'error 1:8-1:21 unknown-builder: Unknown builder "amazon-ebss" | There is no builder of that name. Did you mean "amazon-ebs"? There are: amazon-ebs.',
      'error 3:14-3:35 unknown-source: Unknown source "source.amazon-ebs.x" | The template has no block source "amazon-ebs" "x". There is a block source "amazon-ebss" "x": correct its type if it is meant.',
    ]);
  });

  it('of a data source is told at its block, and never suggested where the data source is used', async () => {
    const template = `data "amazon-amii" "x" {}\nlocals {\n  a = data.amazon-ami.x.id\n}${SMALLEST}`;
    const { messages } = await load(template, { dataSources });
    expect(messages).toEqual([
      expect.stringContaining('Unknown data source "amazon-amii" | There is no data source of that type. Did you mean'),
      'error 3:11-3:22 undeclared-data-source: Undeclared data source "amazon-ami" | The template declares no data source of type "amazon-ami". The block data "amazon-amii" has a type that does not exist: if it is meant, correct it there.',
    ]);
  });

  it.each([
    ['aws_region', `Terraform's data sources are not Packer's. There are: amazon-ami.`],
    ['amazon-amy', 'Did you mean "amazon-ami"? There are: amazon-ami.'],
    ['amazon-ami', 'To declare it, write data "amazon-ami" "…" {}.'],
  ])('of a data source without a block, %s, is never advised as a block to write', async (type, remedy) => {
    const { messages } = await load(`locals {\n  a = data.${type}.x.id\n}${SMALLEST}`, { dataSources });
    expect(messages).toEqual([
      expect.stringContaining(`The template declares no data source of type "${type}". ${remedy}`),
    ]);
  });
});

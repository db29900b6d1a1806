import { describe, expect, it } from '@jest/globals';
import { load, SMALLEST } from './support/load.ts';

const plugin = (entry: string): string => `packer {\n  required_plugins {\n    ${entry}\n  }\n}\n`;

describe('the packer block', () => {
  it.each([
    'packer {\n  required_version = ">= 1.7.0, < 2.0.0"\n}',
    'packer {}',
    plugin('amazon = { source = "github.com/hashicorp/amazon", version = "~> 1" }'),
    plugin('amazon = {\n      version = ">= 1.2.8"\n      source  = "github.com/hashicorp/amazon"\n    }'),
    plugin('docker = { source = "github.com/hashicorp/docker", version = "= 1.0.9" }'),
  ])('may be %j', async (block) => {
    expect((await load(`${block}\n${SMALLEST}`)).messages).toEqual([]);
  });

  it.each([
    [
      'packer {\n  required_version = "~> 1.9.0"\n}',
      'warning 2:22-2:32 unmet-version-constraint: Packer is required in another version | The template asks for "~> 1.9.0"; bake-ami behaves as version 1.16.0, and downloads nothing. The build goes on with what is built in; an option that it does not know would be refused by name.',
    ],
    [
      plugin('amazon = { source = "github.com/hashicorp/amazon", version = "< 1.0" }'),
      'warning 3:66-3:73 unmet-version-constraint: The plugin "amazon" is required in another version | The template asks for "< 1.0"; bake-ami behaves as version 1.8.3, and downloads nothing. The build goes on with what is built in; an option that it does not know would be refused by name.',
    ],
    [
      'packer {\n  required_version = "latest"\n}',
      'error 2:22-2:30 invalid-version-constraint: Invalid version constraint | "latest" is no version constraint. Write for example ">= 1.2.0", "~> 1.2" or ">= 1.2.0, < 2.0.0".',
    ],
    [
      plugin('amazon = { source = "github.com/hashicorp/amazon" }'),
      'error 3:5-3:11 invalid-plugin-requirement: Invalid plugin requirement "amazon" | A plugin is written amazon = { source = "github.com/hashicorp/amazon", version = ">= 1.0.0" }; both are needed.',
    ],
    [
      plugin('amazon = ">= 1.0"'),
      'error 3:14-3:22 invalid-plugin-requirement: Invalid plugin requirement "amazon" | A plugin is written amazon = { source = "github.com/hashicorp/amazon", version = ">= 1.0.0" }; both are needed.',
    ],
    [
      plugin('amazon {}'),
      'error 3:5-3:11 unknown-block: Unsupported block type | A plugin is written amazon = { source = "…", version = "…" }, with "=".',
    ],
    [
      plugin('Amazon = { source = "github.com/hashicorp/amazon", version = ">= 1.0" }'),
      'error 3:5-3:11 invalid-plugin-requirement: Invalid plugin name "Amazon" | Names of plugins are written in small letters: "amazon".',
    ],
    [
      plugin('my_amazon = { source = "github.com/hashicorp/amazon", version = ">= 1.0" }'),
      'error 3:5-3:14 invalid-plugin-requirement: Invalid plugin name "my_amazon" | The name of a plugin has letters, digits and single dashes between them.',
    ],
    [
      plugin('amazon = { source = "hashicorp/amazon", version = ">= 1.0" }'),
      'error 3:14-3:65 invalid-plugin-requirement: Invalid plugin requirement "amazon" | The source "hashicorp/amazon" has no host, owner and name with a slash between them. A source is for example "github.com/hashicorp/amazon".',
    ],
    [
      plugin('amazon = { source = "https://github.com/hashicorp/amazon", version = ">= 1.0" }'),
      'error 3:14-3:84 invalid-plugin-requirement: Invalid plugin requirement "amazon" | The source "https://github.com/hashicorp/amazon" is a URL; leave out what stands before the host. A source is for example "github.com/hashicorp/amazon".',
    ],
    [
      plugin('amazon = { source = "github.com/hashicorp/packer-plugin-amazon", version = ">= 1.0" }'),
      'error 3:14-3:90 invalid-plugin-requirement: Invalid plugin requirement "amazon" | The source "github.com/hashicorp/packer-plugin-amazon" ends in "packer-plugin-amazon"; leave out "packer-plugin-", which belongs to the repository alone. A source is for example "github.com/hashicorp/amazon".',
    ],
    [
      plugin('amazon = { source = "github.com/hashicorp/amazon?ref=main", version = ">= 1.0" }'),
      'error 3:14-3:85 invalid-plugin-requirement: Invalid plugin requirement "amazon" | The source "github.com/hashicorp/amazon?ref=main" has a query or a fragment; leave it out. A source is for example "github.com/hashicorp/amazon".',
    ],
    [
      plugin('amazon = { source = "github.com/hashicorp/ama.zon", version = ">= 1.0" }'),
      'error 3:14-3:77 invalid-plugin-requirement: Invalid plugin requirement "amazon" | The source "github.com/hashicorp/ama.zon" ends in "ama.zon", which is no name of a plugin: those have letters, digits and single dashes. A source is for example "github.com/hashicorp/amazon".',
    ],
    [
      plugin('amazon = { source = "github.com/hashicorp/amazon", version = ">= 1.0", sha = "1" }'),
      'error 3:14-3:87 invalid-plugin-requirement: Invalid plugin requirement "amazon" | It holds "source" and "version" only, and no "sha".',
    ],
    [
      plugin('docker = { source = "github.com/hashicorp/docker", version = ">= 1.0, != 1.0.2-dev" }'),
      'error 3:66-3:88 invalid-version-constraint: Invalid version constraint | ">= 1.0, != 1.0.2-dev" asks for a version before its release ("-dev"), and Packer takes releases only. Leave out the dash and what follows.',
    ],
    [
      plugin('amazon = { source = "github.com/hashicorp/amazon", version = ">= 1.0" }').repeat(2),
      'error 8:5-8:11 duplicate-plugin: Duplicate plugin "amazon" | A plugin of that name is declared at a.pkr.hcl:3 already.',
    ],
    [
      'packer {\n  requird_version = "1"\n}',
      'error 2:3-2:18 unknown-option: Unsupported argument | An argument named "requird_version" is not expected here. Did you mean "required_version"?',
    ],
  ])('is told of in %j', async (block, expected) => {
    const { plan, messages } = await load(`${block}\n${SMALLEST}`);
    expect(messages).toEqual([expected]);
    expect(plan === undefined).toBe(expected.startsWith('error'));
  });
});

describe('the blocks of a template', () => {
  it.each([
    [
      'sorce "a" "b" {}\nregion = "x"\n',
      [
        'error 1:1-1:6 unknown-option: Unsupported block type | Blocks of type "sorce" are not expected here. Did you mean "source"?',
        'error 2:1-2:7 unknown-option: Unsupported argument | An argument named "region" is not expected here.',
      ],
    ],
    [
      'source "amazon-ebs" {}\n',
      [
        'error 1:21-1:22 missing-label: Missing block label | A block of this type is written: source "type" "name" { … }',
      ],
    ],
    [
      'source "amazon-ebs" "base" {}\n',
      [
        'error 2:1-2:27 duplicate-source: Duplicate source "amazon-ebs.base" | A source of that name is declared at a.pkr.hcl:1 already.',
      ],
    ],
    [
      'communicator "ssh" "x" {}\nhcp_packer_registry {}\n',
      [
        'warning 1:1-1:23 ignored-block: The block "communicator" does nothing here | Packer accepts this block and never uses it; communicator options belong in the source.',
        'warning 2:1-2:20 ignored-block: The block "hcp_packer_registry" does nothing here | Nothing is sent to HCP Packer; the rest of the template is not affected.',
      ],
    ],
  ])('are looked at in %j', async (blocks, expected) => {
    const { messages } = await load(blocks + SMALLEST.trimStart());
    expect(messages.filter((each) => !each.includes('ami_name'))).toEqual(expected);
  });
});

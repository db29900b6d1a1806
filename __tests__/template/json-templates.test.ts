import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inspect } from '../../src/hcl/values/inspect.ts';
import { damaged, expectToMakeSense } from './support/damaged.ts';
import { type Loaded, load } from './support/load.ts';

const loadJson = (template: unknown, given: Parameters<typeof load>[1] = {}): Promise<Loaded> =>
  load('', {
    template: 'a.pkr.json',
    ...given,
    files: {
      'a.pkr.json': typeof template === 'string' ? template : JSON.stringify(template, undefined, 2),
      ...given.files,
    },
  });

/** A plan without its places and functions. */
function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== 'object' || node === null) return typeof node === 'function' ? undefined : node;
  const entries = Object.entries(node).filter(([key]) => !/range/i.test(key) && key !== 'template');
  return Object.fromEntries(entries.map(([key, value]) => [key, bare(value)]));
}

async function expectSame(hcl: string, json: unknown, given: Parameters<typeof load>[1] = {}): Promise<void> {
  const native = await load(hcl, given);
  const other = await loadJson(json, given);
  expect(native.messages).toEqual([]);
  expect(other.messages).toEqual([]);
  expect(native.plan).toBeDefined();
  expect(bare(other.plan)).toEqual(bare(native.plan));
  const variables = ({ reading }: Loaded): unknown =>
    reading?.variables.map(({ name, description, sensitive, value }) => ({
      name,
      description,
      sensitive,
      value: inspect(value),
    }));
  expect(variables(other)).toEqual(variables(native));
}

const SOURCE = { 'amazon-ebs': { base: { ami_name: 'x' } } };
const BUILD = { sources: ['source.amazon-ebs.base'] };

describe('a template in JSON comes to the same plan as the one in HCL’s own syntax', () => {
  it.each([
    [
      'plugins, and a build that is an object',
      `packer {
  required_version = ">= 1.7.0"
  required_plugins {
    amazon = { source = "github.com/hashicorp/amazon", version = ">= 1.0" }
  }
}
source "amazon-ebs" "base" {
  ami_name = "x"
}
build {
  sources = ["source.amazon-ebs.base"]
}`,
      {
        '//': 'Said of nothing.',
        packer: {
          required_version: '>= 1.7.0',
          required_plugins: { amazon: { source: 'github.com/hashicorp/amazon', version: '>= 1.0' } },
        },
        source: SOURCE,
        build: BUILD,
      },
    ],
    [
      'variables with types, defaults, validation and descriptions that are no templates',
      `variable "names" {
  type        = list(object({ name = string, size = optional(number, 8) }))
  default     = [{ name = "a" }]
  description = "costs $\${5}"
}
variable "secret" {
  type      = string
  default   = "s3cret-text"
  sensitive = true
  validation {
    condition     = length(var.secret) > 3
    error_message = "Too short."
  }
}
variables {
  old = "o"
  n   = 7
}
locals {
  both = "\${var.old}-\${var.n}"
}
local "one" {
  expression = var.names[0].size
}
source "amazon-ebs" "base" {
  ami_name = "x-\${local.both}-\${local.one}"
}
build {
  sources = ["source.amazon-ebs.base"]
}`,
      {
        variable: {
          names: {
            type: 'list(object({ name = string, size = optional(number, 8) }))',
            default: [{ name: 'a' }],
            description: 'costs ${5}',
          },
          secret: {
            type: 'string',
            default: 's3cret-text',
            sensitive: true,
            validation: { condition: '${length(var.secret) > 3}', error_message: 'Too short.' },
          },
        },
        variables: { old: 'o', n: 7 },
        locals: { both: '${var.old}-${var.n}' },
        local: { one: { expression: '${var.names[0].size}' } },
        source: { 'amazon-ebs': { base: { ami_name: 'x-${local.both}-${local.one}' } } },
        build: [BUILD],
      },
    ],
    [
      'several builds, sources within them, provisioners in their order, overrides, chains of post-processors',
      `source "amazon-ebs" "base" {
  ami_name = "x"
}
build {
  name = "first"
  source "amazon-ebs.base" {
    name          = "big"
    instance_type = "t3.large"
  }
  provisioner "shell" {
    inline = ["one"]
    override = {
      big = { inline = ["one, \${source.name}"] }
    }
  }
  provisioner "file" {
    source      = "a"
    destination = "b"
    only        = ["amazon-ebs.big"]
  }
  provisioner "shell" {
    inline       = ["two"]
    pause_before = "5s"
    max_retries  = 2
  }
  error-cleanup-provisioner "shell" {
    inline = ["clean"]
  }
  post-processors {
    post-processor "manifest" {
      output = "m"
    }
    post-processor "manifest" {
      keep_input_artifact = true
    }
  }
  post-processor "manifest" {
  }
}
build {
  sources = ["source.amazon-ebs.base"]
}`,
      {
        source: SOURCE,
        build: [
          {
            name: 'first',
            source: { 'amazon-ebs.base': { name: 'big', instance_type: 't3.large' } },
            provisioner: [
              { shell: { inline: ['one'], override: { big: { inline: ['one, ${source.name}'] } } } },
              { file: { source: 'a', destination: 'b', only: ['amazon-ebs.big'] } },
              { shell: { inline: ['two'], pause_before: '5s', max_retries: 2 } },
            ],
            'error-cleanup-provisioner': { shell: { inline: ['clean'] } },
            'post-processors': {
              'post-processor': [{ manifest: { output: 'm' } }, { manifest: { keep_input_artifact: true } }],
            },
            'post-processor': { manifest: {} },
          },
          BUILD,
        ],
      },
    ],
    [
      'dynamic blocks in a source and in a build',
      `source "amazon-ebs" "base" {
  ami_name = "x"
  dynamic "launch_block_device_mappings" {
    for_each = { "/dev/sda" = 8, "/dev/sdb" = 16 }
    iterator = disk
    content {
      device_name = disk.key
      volume_size = disk.value
    }
  }
}
build {
  dynamic "source" {
    for_each = ["a", "b"]
    labels   = ["amazon-ebs.base"]
    content {
      name          = source.value
      instance_type = "t3.\${source.value}"
    }
  }
}`,
      {
        source: {
          'amazon-ebs': {
            base: {
              ami_name: 'x',
              dynamic: {
                launch_block_device_mappings: {
                  for_each: { '/dev/sda': 8, '/dev/sdb': 16 },
                  iterator: 'disk',
                  content: { device_name: '${disk.key}', volume_size: '${disk.value}' },
                },
              },
            },
          },
        },
        build: {
          dynamic: {
            source: {
              for_each: ['a', 'b'],
              labels: ['amazon-ebs.base'],
              content: { name: '${source.value}', instance_type: 't3.${source.value}' },
            },
          },
        },
      },
    ],
  ])('%s', async (_, hcl, json) => {
    await expectSame(hcl, json);
  });

  it('any texts as tags and scripts', async () => {
    const texts = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.string({ unit: 'binary' }), { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(texts, async (tags) => {
        // Neither a template of HCL nor one of Packer.
        const plain = Object.fromEntries(
          Object.entries(tags).map(([key, text]) => [key, text.replace(/[{}]|\p{Surrogate}/gu, '.')]),
        );
        const { plan, messages } = await loadJson({
          source: { 'amazon-ebs': { base: { ami_name: 'x', tags: plain } } },
          build: BUILD,
        });
        expect(messages).toEqual([]);
        const normal = Object.fromEntries(Object.entries(plain).map(([key, text]) => [key, text.normalize('NFC')]));
        expect(plan?.builds[0]?.builder.decoded.options).toMatchObject({ tags: normal });
      }),
      { numRuns: 20 },
    );
  });
});

describe('a folder with both syntaxes', () => {
  it('is one template, whichever file names what', async () => {
    const { plan, messages } = await load('', {
      template: 'both',
      files: {
        'both/a.pkr.json': JSON.stringify({
          build: { source: { 'amazon-ebs.base': { instance_type: '${var.size}' } } },
        }),
        'both/b.pkr.hcl': 'source "amazon-ebs" "base" {\n  ami_name = local.name\n}\nvariable "size" {}\n',
        'both/c.pkr.json': JSON.stringify({ locals: { name: 'x-${var.size}' } }),
        'both/v.auto.pkrvars.json': JSON.stringify({ size: 't3.${nano' }),
      },
    });
    expect(messages).toEqual([]);
    expect(plan?.builds[0]?.builder.decoded.options).toMatchObject({
      ami_name: 'x-t3.${nano',
      instance_type: 't3.${nano',
    });
  });

  it('tells what is set twice across the syntaxes', async () => {
    const { messages } = await load('', {
      template: 'both',
      files: {
        'both/a.pkr.hcl': 'source "amazon-ebs" "base" {\n  ami_name = "x"\n}\n',
        'both/b.pkr.json': '{"build": {"source": {"amazon-ebs.base": {"ami_name": "y"}}}}',
      },
    });
    expect(messages).toEqual([
      'error both/b.pkr.json 1:43-1:53 duplicate-argument: Argument set twice | The argument "ami_name" was already set at both/a.pkr.hcl:2:3. Each argument may be set only once.',
    ]);
  });
});

describe('a variable file in JSON', () => {
  it('gives values as they are, and says where a wrong one is', async () => {
    const hcl = `variable "n" {
  type = number
}
variable "t" {}
source "amazon-ebs" "base" {
  ami_name = var.t
}
build {
  sources = ["source.amazon-ebs.base"]
}`;
    const file = '{\n  "//": "a comment",\n  "t": "${var.t} %{ if",\n  "n": "x"\n}';
    const { messages } = await load(hcl, { files: { 'v.json': file }, variableFiles: ['v.json'] });
    expect(messages).toEqual([
      'error v.json 4:3-4:6 invalid-variable-value: Invalid value for variable "n" | The value "x" from a file of -var-file (or of the input var-files) does not fit: a number is required.',
    ]);
    const right = await load(hcl, { files: { 'v.json': file.replace('"x"', '12') }, variableFiles: ['v.json'] });
    expect(right.plan?.builds[0]?.builder.decoded.options).toMatchObject({ ami_name: '${var.t} %{ if' });
  });
});

describe('what is wrong with a template in JSON', () => {
  it.each([
    [
      '{"builders": [], "variables": {}, "provisioners": []}',
      'error a.pkr.json 1:2-1:12 misnamed-legacy-template: A template in Packer\'s older JSON format, named as one in HCL2 | "builders" belongs to the older JSON format, but a file that ends in .pkr.json is read as HCL2 in JSON. Rename it to a.json to have it read in the older format.',
    ],
    [
      '{"sources": {}}',
      'error a.pkr.json 1:2-1:11 unknown-option: Unsupported property | No argument and no block named "sources" is expected here. Did you mean "source"?',
    ],
    [
      '{"source": {"amazon-ebs": {}}}',
      'error a.pkr.json 1:27-1:28 missing-label: Missing block label | An object with at least one property is needed here, whose names are each the name of a block "source": { "source": { "amazon-ebs": { "name": { … } } } }',
    ],
    [
      '{"build": {"sources": ["source.amazon-ebs.bsae"]}, "source": {"amazon-ebs": {"base": {}}}}',
      'error a.pkr.json 1:24-1:48 unknown-source: Unknown source "source.amazon-ebs.bsae" | The template has no block source "amazon-ebs" "bsae". Did you mean "amazon-ebs.base"?',
    ],
    [
      '{"locals": {"a": "${vra.x}"}}',
      'error a.pkr.json 1:21-1:24 unknown-variable: Unknown variable | There is no variable named "vra". To write text, enclose it in double quotes.',
    ],
    [
      '{"locals": {"a": "\\"${var.x}"}}',
      'error a.pkr.json 1:26-1:28 undeclared-variable: Undeclared variable "x" | The template declares no variable "x". To declare it, write variable "x" {}.',
    ],
    [
      '{"variable": {"v": {"type": "strin", "default": "x"}}}',
      'error a.pkr.json 1:30-1:35 invalid-type: Invalid type | There is no type named "strin". Did you mean "string"? Types are string, number, bool, any, list(…), set(…), map(…), object({…}) and tuple([…]).',
    ],
  ])('%s', async (text, expected) => {
    const { plan, messages } = await loadJson(text);
    expect(messages).toContain(expected);
    expect(plan).toBeUndefined();
  });
});

describe('whatever the text is', () => {
  const whole = JSON.stringify(
    {
      packer: { required_plugins: { amazon: { source: 'github.com/hashicorp/amazon', version: '>= 1' } } },
      variable: { names: { type: 'list(string)', default: ['a'] } },
      locals: { all: '${join(",", var.names)}' },
      source: {
        'amazon-ebs': { base: { ami_name: 'x', dynamic: { tag: { for_each: '${var.names}', content: {} } } } },
      },
      build: [
        { source: { 'amazon-ebs.base': {} }, provisioner: [{ shell: { inline: ['${local.all}'], override: {} } }] },
      ],
    },
    undefined,
    1,
  );

  it('there is a plan or an error, and every place is in the text', async () => {
    const pieces = ['"', '{', '}', '[', ']', ',', ':', '${', '{{', '\n', '//', 'null', '1', '"build": [[{}]],', 'é'];
    await fc.assert(
      fc.asyncProperty(damaged(whole, pieces), async (text) => {
        expectToMakeSense(await loadJson(text), text);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

import { describe, expect, it } from '@jest/globals';
import { dependencyOrder } from '../../src/template/dependency-order.ts';
import { builderOptions, load, SMALLEST } from './support/load.ts';

const showing = (declarations: string): string => `${declarations}
source "amazon-ebs" "base" {
  ami_name = local.name
}
build {
  sources = ["source.amazon-ebs.base"]
}
`;

describe('locals', () => {
  it.each([
    ['each other, in any order', `locals {\n  name = "\${local.a}!"\n  a = "\${local.b}-a"\n  b = "b"\n}`, 'b-a!'],
    ['from several blocks', 'locals {\n  name = local.a\n}\nlocals {\n  a = "x"\n}', 'x'],
    ['as a block of its own', 'local "name" {\n  expression = upper(local.a)\n}\nlocals {\n  a = "x"\n}', 'X'],
    ['by index', 'locals {\n  name = local["a"]\n  a = "x"\n}', 'x'],
    ['variables', 'variable "v" {\n  default = "x"\n}\nlocals {\n  name = var.v\n}', 'x'],
    [
      'paths and versions',
      `locals {\n  name = "\${path.root} \${path.cwd} \${packer.version}"\n}`,
      '. /project 1.16.0',
    ],
    ['names of a loop that are no locals', 'locals {\n  name = join("", [for local in ["a"] : local])\n}', 'a'],
  ])('use %s', async (_, declarations, expected) => {
    expect(await builderOptions(showing(declarations))).toMatchObject({ ami_name: expected });
  });

  it('read files beside the template', async () => {
    const template = showing('locals {\n  name = templatefile("n.tpl", { a = file("a.txt") })\n}').replace(
      '\n\n',
      '\n',
    );
    const files = { 'packer/a.pkr.hcl': template, 'packer/n.tpl': `\${a}-\${upper(a)}`, 'packer/a.txt': 'x' };
    expect(await builderOptions('', { template: 'packer/a.pkr.hcl', files })).toMatchObject({ ami_name: 'x-X' });
  });

  it.each([
    [
      `locals {\n  a = local.b\n  b = "\${local.c}x"\n  c = upper(local.a)\n}`,
      [
        'error 2:3-2:4 local-cycle: Locals that need each other | None of these can be computed first: local.a → local.b → local.c → local.a.',
      ],
    ],
    [
      'locals {\n  a = local.a\n}',
      [
        'error 2:3-2:4 local-cycle: A local that needs itself: a | None of these can be computed first: local.a → local.a.',
      ],
    ],
    [
      'locals {\n  a = 1\n}\nlocal "a" {\n  expression = 2\n}',
      [
        'error 4:1-4:10 duplicate-local: Duplicate local "a" | A local of that name is declared at a.pkr.hcl:2 already.',
      ],
    ],
    [
      'local "a" {}',
      [
        'error 1:1-1:10 missing-option: Missing argument | The argument "expression" is required, but it is not written.',
      ],
    ],
    [
      'variable "region" {\n  default = ""\n}\nlocals {\n  a = var.regoin\n  b = local.reg\n  c = local.region\n  d = var.a\n}',
      [
        'error 5:10-5:17 undeclared-variable: Undeclared variable "regoin" | The template declares no variable "regoin". Did you mean "region"?',
        'error 6:12-6:16 undeclared-local: Undeclared local "reg" | The template declares no local "reg". To declare it, write reg = … in a locals block.',
        'error 7:12-7:19 undeclared-local: Undeclared local "region" | The template declares no local "region". There is a variable of that name: write var.region.',
        'error 8:10-8:12 undeclared-variable: Undeclared variable "a" | The template declares no variable "a". There is a local of that name: write local.a.',
      ],
    ],
    [
      'variable "region" {\n  default = ""\n}\nlocals {\n  tostr = 1\n  a = tostr\n  b = regoin\n  region = region\n  c = other\n}',
      [
        'error 6:7-6:12 unknown-variable: Unknown variable | There is no variable named "tostr". Did you mean local.tostr? To write text, enclose it in double quotes.',
        'error 7:7-7:13 unknown-variable: Unknown variable | There is no variable named "regoin". Did you mean var.region or local.region? To write text, enclose it in double quotes.',
        'error 8:12-8:18 unknown-variable: Unknown variable | There is no variable named "region". Did you mean var.region or local.region? To write text, enclose it in double quotes.',
        'error 9:7-9:12 unknown-variable: Unknown variable | There is no variable named "other". To write text, enclose it in double quotes.',
      ],
    ],
    [
      'locals {\n  a = build.ID\n}',
      [
        'error 2:7-2:12 unknown-variable: Unknown variable | build.… is what the run finds out: it is only known in provisioners and post-processors.',
      ],
    ],
  ])('are wrong in %j', async (declarations, expected) => {
    const { plan, messages } = await load(declarations + SMALLEST);
    expect(messages).toEqual(expected);
    expect(plan).toBeUndefined();
  });
});

describe('dependencyOrder', () => {
  it('puts everything after what it needs, else as given', () => {
    const uses = new Map([
      ['a', ['c', 'b']],
      ['b', []],
      ['c', ['b', 'elsewhere']],
      ['d', []],
    ]);
    expect(dependencyOrder(uses)).toEqual({ order: ['b', 'c', 'a', 'd'], cycles: [], circular: new Set() });
  });

  it('knows everything that is part of a circle, even of very many, and not what leads into one', () => {
    const names = Array.from({ length: 3_000 }, (_, index) => `n${index}`);
    const uses = new Map(names.map((name, index) => [name, [names[index + 1] ?? 'n0', 'n0']]));
    const { cycles, circular } = dependencyOrder(
      new Map([['in', ['n5']], ...uses, ['out', ['n7', 'out2']], ['out2', []]]),
    );
    expect(circular).toEqual(new Set(names));
    expect(cycles[0]).toHaveLength(3_000);
    expect(cycles.flat().length).toBeLessThan(20_000);
  });

  it('is not stopped by a long chain', () => {
    const uses = new Map(Array.from({ length: 50_000 }, (_, index) => [`n${index}`, [`n${index + 1}`]]));
    expect(dependencyOrder(uses).order.at(-1)).toBe('n0');
  });
});

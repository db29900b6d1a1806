import { describe, expect, it } from '@jest/globals';
import type { Command } from '../../src/cli/command.ts';
import { commandHelp, generalHelp } from '../../src/cli/help.ts';

const bake: Command = {
  name: 'bake',
  summary: 'Bake it',
  positionals: 'TEMPLATE',
  flags: {
    force: { kind: 'boolean', doc: 'At all costs.' },
    var: { kind: 'strings', placeholder: 'NAME=VALUE', doc: 'A variable.' },
    'a-flag-that-is-long': { kind: 'string', placeholder: 'SOMETHING', doc: 'Below.' },
  },
  run: async () => 0,
};
const bare: Command = { name: 'bare', summary: 'Nothing at all', positionals: '', flags: {}, run: async () => 0 };

describe('the help', () => {
  it('lists all commands, one line each', () => {
    expect(generalHelp([bake, bare])).toBe(`Usage: bake-ami COMMAND [FLAGS] [TEMPLATE]

Bakes AWS machine images natively from Packer templates (HCL2, and the older JSON format).

Commands:
  bake         Bake it
  bare         Nothing at all

bake-ami COMMAND -help tells all about one.
`);
  });

  it('of a command lists its flags, in columns; a long one has a line of its own', () => {
    expect(commandHelp(bake)).toBe(`Usage: bake-ami bake [FLAGS] TEMPLATE

Bake it.

Flags:
  -force                      At all costs.
  -var=NAME=VALUE             A variable.
  -a-flag-that-is-long=SOMETHING
                              Below.
`);
  });

  it('of a command without flags and arguments ends with what it does', () => {
    expect(commandHelp(bare)).toBe('Usage: bake-ami bare [FLAGS]\n\nNothing at all.\n');
  });
});

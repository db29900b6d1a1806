import { describe, expect, it } from '@jest/globals';
import { UsageError } from '../../src/cli/arguments.ts';
import { unavailable } from '../../src/cli/unavailable.ts';

const COMMANDS = ['build', 'validate', 'inspect'];

describe('a command that does not exist', () => {
  it.each([
    ['init', 'There is nothing to download: all supported plugins are built in. Leave the step out.'],
    ['plugins', 'There is nothing to install: all supported plugins are built in.'],
    ['plugin', 'There is nothing to install: all supported plugins are built in.'],
    ['fmt', 'Use "packer fmt" for now.'],
    ['console', 'Use "packer console" for now.'],
    ['fix', 'It is only for legacy JSON templates. Use "packer fix", then "packer hcl2_upgrade".'],
    ['hcl2_upgrade', 'Use "packer hcl2_upgrade" once, and keep what it writes.'],
  ])('of Packer’s, %s, is told with what to do instead', (name, hint) => {
    expect(unavailable(name, COMMANDS)).toMatchObject({ message: `bake-ami has no command "${name}".`, hint });
  });

  it.each([
    ['biuld', 'Did you mean "build"? bake-ami -help lists all.'],
    ['something', 'bake-ami -help lists all.'],
    ['constructor', 'bake-ami -help lists all.'],
  ])('%s is told with the one that was meant, if any', (name, hint) => {
    const error = unavailable(name, COMMANDS);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: `bake-ami has no command "${name}".`, hint });
  });
});

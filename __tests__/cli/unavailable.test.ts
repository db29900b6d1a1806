import { describe, expect, it } from '@jest/globals';
import { UsageError } from '../../src/cli/arguments.ts';
import { unavailable } from '../../src/cli/unavailable.ts';

const COMMANDS = ['build', 'validate', 'inspect'];

describe('a command that does not exist', () => {
  it.each([
    ['plugins', 'bake-ami init TEMPLATE'],
    ['plugin', 'bake-ami init TEMPLATE'],
    ['fix', 'Legacy JSON templates are read as they are.'],
    ['hcl2_upgrade', 'There is no need to convert'],
    ['execute', 'Leave the step out.'],
    ['sbom-generate', 'Leave the step out.'],
    ['verify-attestation', 'gh attestation verify'],
  ])('of Packer’s, %s, is told with what to do instead', (name, hint) => {
    const error = unavailable(name, COMMANDS);
    expect(error.message).toBe(`bake-ami has no command "${name}".`);
    expect(error.hint).toContain(hint);
  });

  it.each([
    ['biuld', 'Did you mean "build"? bake-ami -help lists all.'],
    ['apply', 'Did you mean "build"? bake-ami -help lists all.'],
    ['something', 'bake-ami -help lists all.'],
    ['constructor', 'bake-ami -help lists all.'],
  ])('%s is told with the one that was meant, if any', (name, hint) => {
    const error = unavailable(name, COMMANDS);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message: `bake-ami has no command "${name}".`, hint });
  });
});

import { describe, expect, it } from '@jest/globals';
import { readInputs } from '../../src/action/inputs.ts';
import { BakeError } from '../../src/kernel/errors.ts';

function read(inputs: Record<string, string>) {
  return readInputs((name) => inputs[name] ?? '', '/workspace');
}

function refusal(inputs: Record<string, string>): { message: string; hint: string | undefined } {
  try {
    read(inputs);
  } catch (error) {
    if (error instanceof BakeError) return { message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('the inputs', () => {
  it('take one variable per line and cut at the first "="', () => {
    const { variables } = read({ vars: '\n# a comment\nname=a,b=c\r\n  spaced = x \n' });
    expect(variables).toEqual([
      { name: 'name', value: 'a,b=c' },
      { name: 'spaced', value: ' x' },
    ]);
  });

  it('resolve the working directory in the workspace', () => {
    expect(read({}).workingDirectory).toBe('/workspace');
    expect(read({ 'working-directory': 'images' }).workingDirectory).toBe('/workspace/images');
    expect(read({ 'working-directory': '/elsewhere' }).workingDirectory).toBe('/elsewhere');
  });

  it('take instance types to fall back to in their order, one per line or with commas', () => {
    expect(
      read({ 'fallback-instance-types': 'm7i.large\n# older\nm6i.large, m5.large\n' }).fallbackInstanceTypes,
    ).toEqual(['m7i.large', 'm6i.large', 'm5.large']);
  });

  it('never repeat a line of vars that has no name: it may be a secret', () => {
    const { message, hint } = refusal({ vars: 'token=abc\nsecond line of a secret' });
    expect(message).toBe('The input "vars" holds a line without "name="');
    expect(hint).toBe('Write one name=value per line.');
  });

  it.each([
    [
      'on-error',
      'clean',
      'The input "on-error" is "clean"',
      'It takes "cleanup", "abort" or "run-cleanup-provisioner". Did you mean "cleanup"?',
    ],
    ['cloud', 'locale', 'The input "cloud" is "locale"', 'It takes "aws" or "local". Did you mean "local"?'],
    ['force', 'yes', 'The input "force" is "yes"', 'It takes "true" or "false".'],
    ['parallel-builds', '-1', 'The input "parallel-builds" is "-1"', 'It takes a whole number; 0 means no limit.'],
    [
      'fallback-instance-types',
      'm7i.large\nlarge',
      'The input "fallback-instance-types" holds "large"',
      'Write one instance type per line, for example m7i.large.',
    ],
    ['ssh-host-key', 'off', 'The input "ssh-host-key" is "off"', 'It takes "proven" or "first".'],
  ])('refuse %s: %s by name, with the remedy', (name, value, message, hint) => {
    expect(refusal({ [name]: value })).toEqual({ message, hint });
  });
});

import { describe, expect, it } from '@jest/globals';
import {
  type Flag,
  flagList,
  flagNumber,
  flagOn,
  flagText,
  parseArguments,
  UsageError,
} from '../../src/cli/arguments.ts';

const FLAGS: Record<string, Flag> = {
  var: { kind: 'strings', doc: '' },
  only: { kind: 'list', doc: '' },
  force: { kind: 'boolean', doc: '' },
  'on-error': { kind: 'string', doc: '' },
  port: { kind: 'string', doc: '' },
};

const parse = (...words: string[]) => parseArguments('build', words, FLAGS);

describe('the arguments', () => {
  it.each([
    ['-var', 'a=1', '-var', 'b=2'],
    ['--var=a=1', '-var=b=2'],
  ])('take one dash or two, with "=" or a space: %s', (...words) => {
    expect(flagList(parse(...words), 'var')).toEqual(['a=1', 'b=2']);
  });

  it('split lists at commas, but never the values of variables', () => {
    const parsed = parse('-only=a,b', '-only', 'c', '-var', 'list=x,y');
    expect(flagList(parsed, 'only')).toEqual(['a', 'b', 'c']);
    expect(flagList(parsed, 'var')).toEqual(['list=x,y']);
  });

  it('read whole numbers, and below 0 only the one that means no limit to Packer', () => {
    expect(flagNumber(parse('-port=22'), 'port')).toBe(22);
    expect(flagNumber(parse(), 'port')).toBeUndefined();
    expect(flagNumber(parse('-port=-1'), 'port', -1)).toBe(-1);
    expect(() => flagNumber(parse('-port=70000'), 'port', 0, 65_535)).toThrow('The flag -port is "70000".');
    for (const wrong of ['-1', '1.5', 'x', '1234567']) {
      expect(() => flagNumber(parse(`-port=${wrong}`), 'port')).toThrow(UsageError);
    }
    expect(() => flagNumber(parse('-port=-2'), 'port', -1)).toThrow('The flag -port is "-2".');
  });

  it('read booleans as Go does', () => {
    expect(flagOn(parse('-force'), 'force')).toBe(true);
    expect(flagOn(parse('-force=false'), 'force')).toBe(false);
    expect(flagOn(parse(), 'force')).toBe(false);
  });

  it('allow flags behind the template, and everything behind "--"', () => {
    const parsed = parse('template', '-on-error=abort', '--', '-force');
    expect(parsed.positionals).toEqual(['template', '-force']);
    expect(flagText(parsed, 'on-error')).toBe('abort');
  });

  it.each([
    [['-forse'], 'bake-ami build has no flag -forse. Did you mean "-force"? bake-ami build -help lists all.'],
    [['-on-error'], 'The flag -on-error needs a value. Write -on-error=VALUE.'],
    [['-force=maybe'], 'The flag -force is "maybe". It takes true or false.'],
    [['-__proto__'], 'bake-ami build has no flag -__proto__. bake-ami build -help lists all.'],
  ])('refuse %j with the remedy', (words, told) => {
    try {
      parse(...words);
      throw new Error('it was not refused');
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect(error instanceof UsageError && `${error.message} ${error.hint}`).toBe(told);
    }
  });
});

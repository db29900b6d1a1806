import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { escapeForSingleQuotes, shellWord } from '../../src/kernel/posix-shell.ts';

describe('a word of a shell command line', () => {
  it.each(['plain', '', "it's", '$HOME `id` $(id) "x" \\ * ? ~ #', 'two\nlines', '-n', 'ä€'])(
    'reaches the program as it is: %j',
    (text) => {
      expect(execFileSync('/bin/sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
    },
  );

  it('can stand between quotes that are there already', () => {
    expect(escapeForSingleQuotes("a'b")).toBe(`a'"'"'b`);
  });
});

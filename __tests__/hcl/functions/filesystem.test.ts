import { describe, expect, it } from '@jest/globals';
import { fromPlain } from '../../../src/hcl/values/json.ts';
import { Value } from '../../../src/hcl/values/value.ts';
import { errorDiagnostic } from '../../../src/kernel/diagnostics.ts';
import { callByName } from './call-by-name.ts';
import { described } from './described.ts';
import { fakeEnvironment } from './fake-environment.ts';

const environment = fakeEnvironment({
  '/project/templates/hello.txt': 'Hello',
  '/project/templates/greet.tpl': `Hi ${'$'}{name}`,
  '/project/templates/scripts/a.sh': 'a',
  '/project/templates/scripts/b.sh': 'b',
  '/project/templates/scripts/.hidden.sh': 'h',
  '/project/templates/scripts/sub/c.sh': 'c',
  '/project/templates/scripts/sub/d.txt': 'd',
  '/project/templates/bytes': Uint8Array.of(0xff, 0xfe),
  '/project/here.bin': Uint8Array.of(0xff, 0xfe),
  '/home/ada/.ssh/id.pub': 'ssh-ed25519 AAAA',
});

const call = (name: string, ...args: unknown[]): string => described(name, args, environment);

describe('files', () => {
  it('reads text from the template’s directory, an absolute path or the home', () => {
    expect(call('file', 'hello.txt')).toBe('"Hello"');
    expect(call('file', './scripts/../hello.txt')).toBe('"Hello"');
    expect(call('file', '/project/templates/hello.txt')).toBe('"Hello"');
    expect(call('file', '~/.ssh/id.pub')).toBe('"ssh-ed25519 AAAA"');
  });

  it('says where it looked for a file that is not there', () => {
    expect(call('file', 'nope.txt')).toBe(
      'Invalid value for "path" parameter: no file exists at "nope.txt" (looked for /project/templates/nope.txt).',
    );
    expect(call('file', 'scripts')).toBe('Invalid value for "path" parameter: "scripts" is a directory, not a file.');
    expect(call('file', '~bob/x')).toBe(
      'Invalid value for "path" parameter: cannot expand "~bob/x": only ~ alone stands for a home directory.',
    );
    expect(call('file', 'bytes')).toBe(
      'Invalid value for "path" parameter: contents of "bytes" are not valid UTF-8; use the filebase64 function to obtain the Base64 encoded contents.',
    );
  });

  it('says that the template’s directory is no part of a path, where it is and the file is there', () => {
    for (const name of ['templates/hello.txt', './templates/hello.txt', 'project/templates/hello.txt']) {
      expect(call('file', name)).toContain(
        '; a path starts at the template\'s directory already, so write "hello.txt", without path.root.',
      );
    }
    expect(call('file', 'templates/nope.txt')).not.toContain('path.root');
    expect(call('filebase64', 'templates/nope.txt')).not.toContain('path.root');
  });

  it('reads bytes from the working directory', () => {
    expect(call('filebase64', 'here.bin')).toBe('"//4="');
    expect(call('filebase64', 'hello.txt')).toContain('looked for /project/hello.txt');
  });

  it('tells whether a file exists; a directory is an error', () => {
    expect(call('fileexists', 'hello.txt')).toBe('true');
    expect(call('fileexists', 'nope')).toBe('false');
    expect(call('fileexists', 'scripts')).toBe(
      'Invalid value for "path" parameter: "scripts" is a directory, not a file.',
    );
  });

  it('finds the files that match a pattern, sorted', () => {
    expect(call('fileset', 'scripts', '*.sh')).toBe('[".hidden.sh", "a.sh", "b.sh"]');
    expect(call('fileset', '.', '**/*.sh')).toBe(
      '["scripts/.hidden.sh", "scripts/a.sh", "scripts/b.sh", "scripts/sub/c.sh"]',
    );
    expect(call('fileset', 'scripts', '{a,b}.sh')).toBe('["a.sh", "b.sh"]');
    expect(call('fileset', 'scripts', '[^a].sh')).toBe('["b.sh"]');
    expect(call('fileset', 'scripts', 'sub/?.txt')).toBe('["sub/d.txt"]');
    expect(call('fileset', 'scripts', '*')).toBe('[".hidden.sh", "a.sh", "b.sh"]');
    expect(call('fileset', 'nowhere', '*')).toBe('[]');
    expect(call('fileset', '.', '{scripts/sub/**,hello.*}')).toBe(
      '["hello.txt", "scripts/sub/c.sh", "scripts/sub/d.txt"]',
    );
    expect(call('fileset', 'scripts', '[b-]*')).toBe(
      'Invalid value for "pattern" parameter: the pattern has a "-" in brackets that stands between no two characters.',
    );
    expect(call('fileset', 'scripts', 'a[]')).toBe(
      'Invalid value for "pattern" parameter: the pattern has brackets with nothing in them.',
    );
  });

  it('renders a template file with the given variables', () => {
    expect(call('templatefile', 'greet.tpl', { name: 'Ada' })).toBe('"Hi Ada"');
    expect(call('templatefile', 'greet.tpl', 'Ada')).toBe(
      'Invalid value for "vars" parameter: invalid vars value: must be a map or an object.',
    );
    expect(call('templatefile', 'greet.tpl', { 'a b': 1 })).toBe(
      'Invalid value for "vars" parameter: invalid template variable name "a b": must start with a letter, followed by zero or more letters, digits, and underscores.',
    );
  });

  it('tells what is wrong in the template file, and where', () => {
    const position = { line: 3, column: 5, offset: 20 };
    const diagnostic = errorDiagnostic({
      code: 'unknown-variable',
      summary: 'Unknown variable',
      detail: 'There is no variable named "nmae".',
      subject: { filename: 'greet.tpl', start: position, end: position },
    });
    const failing = { ...environment, renderTemplate: () => ({ value: undefined, diagnostics: [diagnostic] }) };
    const result = callByName('templatefile', [Value.string('greet.tpl'), fromPlain({})], failing);
    expect(result).toEqual({
      ok: false,
      code: 'function-failed',
      summary: 'Error in function call',
      detail:
        'Call to function "templatefile" failed: the template "greet.tpl" cannot be rendered: Unknown variable (line 3, column 5): There is no variable named "nmae".',
      diagnostics: [diagnostic],
    });
  });

  it.each([
    ['basename', 'a/b/c.txt', 'c.txt'],
    ['basename', 'a/b/', 'b'],
    ['basename', '', '.'],
    ['basename', '/', '/'],
    ['dirname', 'a/b/c.txt', 'a/b'],
    ['dirname', 'a/b/', 'a/b'],
    ['dirname', 'c.txt', '.'],
    ['dirname', '', '.'],
    ['dirname', '/c', '/'],
    ['dirname', 'a/../b/c', 'b'],
    ['abspath', 'x/../y', '/project/y'],
    ['abspath', '/etc/./hosts', '/etc/hosts'],
    ['pathexpand', '~/x', '/home/ada/x'],
    ['pathexpand', 'x/~', 'x/~'],
  ])('%s("%s") is "%s" (Go: path/filepath)', (name, path, expected) => {
    expect(call(name, path)).toBe(`"${expected}"`);
  });
});

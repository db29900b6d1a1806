import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseArguments, UsageError } from '../../../src/cli/arguments.ts';
import { fmtCommand } from '../../../src/cli/commands/fmt.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { fakeTerminal, type TerminalSetting } from '../support/fake-terminal.ts';

const UGLY = 'locals {\na=1\nlonger   =2\n}\n';
const PRETTY = 'locals {\n  a      = 1\n  longer = 2\n}\n';

/** A folder with files that need formatting, one that does not, one that is broken, and some that are none of our business. */
function project(): string {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'sub'));
  const files = {
    'a.pkr.hcl': UGLY,
    'b.auto.pkrvars.hcl': 'x=1',
    'pretty.pkr.hcl': PRETTY,
    'sub/s.pkr.hcl': UGLY,
    'other.hcl': UGLY,
    'c.pkr.json': '{}',
    '.hidden.pkr.hcl': UGLY,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

async function fmt(folder: string, words: readonly string[], setting: TerminalSetting = {}) {
  const terminal = fakeTerminal(folder, setting);
  const exitCode = await fmtCommand.run(parseArguments('fmt', words, fmtCommand.flags), terminal);
  return { exitCode, output: terminal.out.text, errors: terminal.err.text };
}

describe('bake-ami fmt', () => {
  it('writes the templates and variable files of a folder, and lists those that changed', async () => {
    const folder = project();
    expect(await fmt(folder, ['.'])).toEqual({ exitCode: 0, output: 'a.pkr.hcl\nb.auto.pkrvars.hcl\n', errors: '' });
    const read = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
    expect(read('a.pkr.hcl')).toBe(PRETTY);
    expect(read('b.auto.pkrvars.hcl')).toBe('x = 1');
    expect(['other.hcl', '.hidden.pkr.hcl', 'sub/s.pkr.hcl'].map(read)).toEqual([UGLY, UGLY, UGLY]);
    expect(await fmt(folder, ['.'])).toEqual({ exitCode: 0, output: '', errors: '' });
    expect(readdirSync(folder)).toHaveLength(7);
  });

  it('goes through the folders within with -recursive', async () => {
    const folder = project();
    symlinkSync('..', path.join(folder, 'sub', 'circle'));
    expect(await fmt(folder, ['-recursive', '.'])).toMatchObject({
      exitCode: 0,
      output: 'a.pkr.hcl\nb.auto.pkrvars.hcl\nsub/s.pkr.hcl\n',
    });
  });

  it('only looks with -check, and ends with 3 when there is something to format', async () => {
    const folder = project();
    expect(await fmt(folder, ['-check', 'a.pkr.hcl'])).toMatchObject({ exitCode: 3, output: 'a.pkr.hcl\n' });
    expect(await fmt(folder, ['-check', '-write', 'a.pkr.hcl'])).toMatchObject({ exitCode: 3 });
    expect(readFileSync(path.join(folder, 'a.pkr.hcl'), 'utf8')).toBe(UGLY);
    expect(await fmt(folder, ['-check', 'pretty.pkr.hcl'])).toEqual({ exitCode: 0, output: '', errors: '' });
  });

  it('shows with -diff what changes, as diff -u does', async () => {
    const folder = project();
    expect(await fmt(folder, ['-diff', '-write=false', '.'])).toMatchObject({
      exitCode: 0,
      output: `a.pkr.hcl
--- old/a.pkr.hcl
+++ new/a.pkr.hcl
@@ -1,4 +1,4 @@
 locals {
-a=1
-longer   =2
+  a      = 1
+  longer = 2
 }
b.auto.pkrvars.hcl
--- old/b.auto.pkrvars.hcl
+++ new/b.auto.pkrvars.hcl
@@ -1 +1 @@
-x=1
\\ No newline at end of file
+x = 1
\\ No newline at end of file
`,
    });
    expect(readFileSync(path.join(folder, 'a.pkr.hcl'), 'utf8')).toBe(UGLY);
    expect((await fmt(folder, ['-diff', '.'], { isTTY: true })).output).toContain('\u001b[32m+  a      = 1\u001b[39m');
  });

  it('leaves a file alone that is no HCL, shows where, and goes on with the others', async () => {
    const folder = project();
    writeFileSync(path.join(folder, 'aa.pkr.hcl'), 'a   = {\n');
    const { exitCode, output, errors } = await fmt(folder, ['.']);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: 'a.pkr.hcl\nb.auto.pkrvars.hcl\n' });
    expect(errors).toContain('  on aa.pkr.hcl:1:7:\n\n  1 │ a   = {\n');
    expect(readFileSync(path.join(folder, 'aa.pkr.hcl'), 'utf8')).toBe('a   = {\n');
  });

  it('refuses a file that is longer than what is read, and cuts nothing off', async () => {
    const folder = project();
    const text = 'a=[\n'.concat('1,\n'.repeat(90_000), ']\n');
    writeFileSync(path.join(folder, 'a.pkr.hcl'), text);
    const { exitCode, errors } = await fmt(folder, ['a.pkr.hcl']);
    expect(exitCode).toBe(1);
    expect(errors).toContain('Text too long');
    expect(readFileSync(path.join(folder, 'a.pkr.hcl'), 'utf8')).toBe(text);
  });

  it.each([
    ['other.hcl', 'Name a folder, or a file whose name ends in .pkr.hcl or .pkrvars.hcl.'],
    ['c.pkr.json', 'JSON has formatters of its own.'],
    ['missing.pkr.hcl', 'There is no file '],
  ])('says of %s why it is not formatted, and still formats the next one', async (name, reason) => {
    const { exitCode, output, errors } = await fmt(project(), [name, 'a.pkr.hcl']);
    expect({ exitCode, output }).toEqual({ exitCode: 1, output: 'a.pkr.hcl\n' });
    expect(errors).toContain(reason);
  });

  it('gives the standard input back formatted, byte for byte', async () => {
    expect(await fmt('/', ['-'], { input: ['a=1\r\nbb=2'] })).toEqual({
      exitCode: 0,
      output: 'a  = 1\r\nbb = 2',
      errors: '',
    });
    expect(await fmt('/', ['-check', '-'], { input: ['a=1'] })).toEqual({ exitCode: 3, output: '', errors: '' });
    expect(await fmt('/', ['-diff', '-'], { input: ['a=1\n'] })).toMatchObject({
      output: '--- old/<stdin>\n+++ new/<stdin>\n@@ -1 +1 @@\n-a=1\n+a = 1\n',
    });
    const broken = await fmt('/', ['-'], { input: ['a={'] });
    expect(broken).toMatchObject({ exitCode: 1, output: '' });
    expect(broken.errors).toContain('on <stdin>:1:3');
  });

  it('keeps the mode of a file, and a link to it', async () => {
    const folder = project();
    const file = path.join(folder, 'sub', 's.pkr.hcl');
    chmodSync(file, 0o640);
    symlinkSync('sub/s.pkr.hcl', path.join(folder, 'link.pkr.hcl'));
    expect(await fmt(folder, ['link.pkr.hcl'])).toMatchObject({ exitCode: 0, output: 'link.pkr.hcl\n' });
    expect(readFileSync(file, 'utf8')).toBe(PRETTY);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(path.join(folder, 'link.pkr.hcl')).isSymbolicLink()).toBe(true);
  });

  it('needs to be told what to format', async () => {
    await expect(fmt('/', [])).rejects.toThrow(UsageError);
  });
});

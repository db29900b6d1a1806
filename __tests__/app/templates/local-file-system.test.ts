import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localFileSystem } from '../../../src/app/templates/local-file-system.ts';
import { MAXIMUM_FILE_SIZE } from '../../../src/template/file-system.ts';
import { readTemplateFiles } from '../../../src/template/template-files.ts';

let folder = '';
const at = (name: string): string => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'files-'));
  writeFileSync(at('plain'), 'text');
  symlinkSync('plain', at('link'));
  symlinkSync('circle.pkr.hcl', at('circle.pkr.hcl'));
  execFileSync('mkfifo', [at('pipe.pkr.hcl')]);
  writeFileSync(at('huge'), '');
  truncateSync(at('huge'), MAXIMUM_FILE_SIZE + 1);
});
afterAll(() => rmSync(folder, { recursive: true }));

const LONG = 'n'.repeat(5_000);

describe('the files of this machine', () => {
  it('are read when they are regular ones, through links as well, and when the system does not know their size', () => {
    expect(Buffer.from(localFileSystem.read(at('link'))).toString()).toBe('text');
    expect(Buffer.from(localFileSystem.read('/proc/self/comm')).length).toBeGreaterThan(0);
  });

  it.each([
    ['the folder itself', () => folder, 'EISDIR'],
    ['a pipe that nobody writes into', () => at('pipe.pkr.hcl'), 'ENOTFILE'],
    ['a device without end', () => '/dev/zero', 'ENOTFILE'],
    ['a file above the limit', () => at('huge'), 'EFBIG'],
    ['a link to itself', () => at('circle.pkr.hcl'), 'ELOOP'],
    ['nothing', () => at('none'), 'ENOENT'],
    ['too long a name', () => at(LONG), 'ENAMETOOLONG'],
    ['a name with a NUL', () => at('a\0b'), 'ERR_INVALID_ARG_VALUE'],
  ])('are not read: %s', (_, name, code) => {
    expect(() => localFileSystem.read(name())).toThrow(expect.objectContaining({ code }));
  });

  it('are told from folders and from everything else; what can be no path is nothing', () => {
    const names = ['link', '.', 'pipe.pkr.hcl', 'none', LONG, 'a\0b'];
    expect(names.map((name) => localFileSystem.kind(at(name)))).toEqual([
      'file',
      'directory',
      'other',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('a template at a path that cannot be read', () => {
  it.each([
    ['circle.pkr.hcl', 'The file "circle.pkr.hcl" can\'t be read', 'lead in a circle'],
    ['pipe.pkr.hcl', 'The file "pipe.pkr.hcl" can\'t be read', 'Only regular files are read'],
    [LONG, `There is no template "${LONG}"`, 'Neither a file nor a folder'],
    ['a\0b', 'There is no template "a\0b"', 'Neither a file nor a folder'],
  ])('%j is told as an error', (name, summary, detail) => {
    const { templates, diagnostics } = readTemplateFiles(name, folder, localFileSystem);
    expect(templates).toEqual([]);
    expect(diagnostics[0]?.summary).toBe(summary);
    expect(diagnostics[0]?.detail).toContain(detail);
  });

  it('is told as an error in a folder too, for templates and for variables, beside files that can be read', () => {
    const whole = at('whole');
    mkdirSync(path.join(whole, 'folder.pkr.hcl'), { recursive: true });
    writeFileSync(path.join(whole, 'good.pkr.hcl'), '');
    symlinkSync('circle.pkr.hcl', path.join(whole, 'circle.pkr.hcl'));
    symlinkSync('gone', path.join(whole, 'gone.pkr.hcl'));
    symlinkSync('gone', path.join(whole, 'unasked.txt'));
    execFileSync('mkfifo', [path.join(whole, 'pipe.auto.pkrvars.hcl')]);
    const { templates, diagnostics } = readTemplateFiles('whole', folder, localFileSystem);
    expect(templates.map(({ filename }) => filename)).toEqual(['whole/good.pkr.hcl']);
    expect(diagnostics.map(({ severity, summary }) => `${severity}: ${summary}`)).toEqual([
      'error: The file "whole/circle.pkr.hcl" can\'t be read',
      'error: The file "whole/gone.pkr.hcl" can\'t be read',
      'error: The file "whole/pipe.auto.pkrvars.hcl" can\'t be read',
    ]);
  });
});

import { linkSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { replaceFile } from '../../../src/app/templates/replace-file.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('replacing a file', () => {
  it('refuses when somebody has changed it meanwhile, and leaves nothing behind', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.pkr.hcl');
    writeFileSync(file, 'theirs');
    expect(() => replaceFile(file, 'read before', 'ours', randomIds)).toThrow('Somebody else has just changed');
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['a.pkr.hcl']);
  });

  it('is done when somebody else has just given it the same content', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.pkr.hcl');
    writeFileSync(file, 'formatted');
    replaceFile(file, 'read before', 'formatted', randomIds);
    expect(readFileSync(file, 'utf8')).toBe('formatted');
    expect(readdirSync(folder)).toEqual(['a.pkr.hcl']);
  });

  it('leaves nothing behind where the content cannot be written', () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a.pkr.hcl');
    writeFileSync(file, 'theirs');
    // In place of a full disk: what no file takes.
    expect(() => Reflect.apply(replaceFile, undefined, [file, 'theirs', Symbol('content'), randomIds])).toThrow();
    expect(readFileSync(file, 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['a.pkr.hcl']);
  });

  it('changes a file with several names under all of them', () => {
    const folder = temporaryFolder();
    const [file, other] = [path.join(folder, 'a'), path.join(folder, 'b')];
    writeFileSync(file, 'a long text');
    linkSync(file, other);
    replaceFile(file, 'a long text', 'short', randomIds);
    expect(readFileSync(other, 'utf8')).toBe('short');
    expect(readdirSync(folder)).toEqual(['a', 'b']);
  });
});

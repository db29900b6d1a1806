import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { makeFolder } from '../../src/engine/make-folder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let root: string;
beforeEach(() => {
  root = temporaryFolder('make-folder');
});

describe('making a folder', () => {
  it('makes those above it, too, and takes one that is there', () => {
    const folder = path.join(root, 'a', 'b', 'c');
    makeFolder(folder);
    makeFolder(folder);
    expect(existsSync(folder)).toBe(true);
  });

  it('goes through links to folders', () => {
    makeFolder(path.join(root, 'there'));
    symlinkSync('there', path.join(root, 'link'));
    makeFolder(path.join(root, 'link', 'a'));
    expect(existsSync(path.join(root, 'there', 'a'))).toBe(true);
  });

  it('says what is in the way', () => {
    writeFileSync(path.join(root, 'file'), '');
    symlinkSync('nowhere', path.join(root, 'link'));
    for (const name of ['file', 'link']) {
      expect(() => makeFolder(path.join(root, name, 'a'))).toThrow(`mkdir '${path.join(root, name)}'`);
    }
  });

  // Node 20's own recursive mkdir never comes back from there.
  it('ends where the system makes none', () => {
    expect(() => makeFolder('/proc/bake-ami/a')).toThrow("ENOENT: no such file or directory, mkdir '/proc/bake-ami'");
  });
});

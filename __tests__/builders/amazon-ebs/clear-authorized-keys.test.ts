import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { clearingCommand } from '../../../src/builders/amazon-ebs/steps/clear-authorized-keys.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const KEY = 'AAAAC3NzaC1lZDI1NTE5AAAAIE4Jw2VqAyN1e9T0cVUqtTqE2jmA1Z0rV3mT1aR0Q2lA';

/** Runs the command in a real shell, in a home of its own and without sudo. */
function clear(content: string | undefined): { readonly file: string; readonly home: string } {
  const home = temporaryFolder('home');
  const file = path.join(home, '.ssh', 'authorized_keys');
  mkdirSync(path.dirname(file));
  if (content !== undefined) {
    writeFileSync(file, content);
    chmodSync(file, 0o600);
  }
  const root = path.join(home, 'root');
  mkdirSync(root);
  const command = clearingCommand(KEY).replaceAll('/root/.ssh', root);
  execFileSync('/bin/sh', ['-c', command], { env: { HOME: home, PATH: '/usr/bin:/bin' } });
  return { file, home };
}

describe('clearing authorized_keys', () => {
  it("takes our key's line out, whatever stands before and after the key, and leaves the others and the mode", () => {
    const { file } = clear(
      `ssh-rsa OTHER me@home\nno-pty ssh-ed25519 ${KEY} bake-ami\n# a comment with $HOME and \\n\nssh-rsa LAST`,
    );
    expect(readFileSync(file, 'utf8')).toBe('ssh-rsa OTHER me@home\n# a comment with $HOME and \\n\nssh-rsa LAST\n');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('leaves an empty file where ours was the only key', () => {
    expect(readFileSync(clear(`ssh-ed25519 ${KEY} bake-ami\n`).file, 'utf8')).toBe('');
  });

  it('does not touch a file without our key, and makes none', () => {
    expect(readFileSync(clear('ssh-rsa OTHER').file, 'utf8')).toBe('ssh-rsa OTHER');
    expect(existsSync(clear(undefined).file)).toBe(false);
  });
});

import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ssh2 from 'ssh2';
import { fingerprint, keyTypeName, makeKeyPair } from '../../src/kernel/ssh-keys.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe.each(['ed25519', 'rsa'] as const)('a key pair of type %s', (type) => {
  it('is read by OpenSSH, private and public half, with the same fingerprint', async () => {
    const key = await makeKeyPair(type, 'a comment');
    const file = path.join(temporaryFolder(), 'key');
    await writeFile(file, key.privateKey, { mode: 0o600 });
    const publicLine = execFileSync('ssh-keygen', ['-y', '-f', file], { encoding: 'utf8' }).trim();
    expect(publicLine.split(' ').slice(0, 2)).toEqual(key.publicKey.split(' ').slice(0, 2));
    expect(execFileSync('ssh-keygen', ['-l', '-f', file], { encoding: 'utf8' })).toContain(
      ` ${fingerprint(key.publicBlob)} `,
    );
    expect(`ssh-${type}`).toBe(keyTypeName(key.publicBlob));
  });

  it('is read by ssh2, and is another one each time', async () => {
    const [one, other] = [await makeKeyPair(type, 'x'), await makeKeyPair(type, 'x')];
    const parsed = ssh2.utils.parseKey(one.privateKey);
    expect(parsed).toMatchObject({ type: `ssh-${type}` });
    expect(one.publicKey).not.toBe(other.publicKey);
  });
});

it('pads a private key whose length is a multiple of the block size with nothing', async () => {
  for (let length = 0; length < 9; length += 1) {
    const key = await makeKeyPair('ed25519', 'c'.repeat(length));
    expect(ssh2.utils.parseKey(key.privateKey)).toMatchObject({ comment: 'c'.repeat(length) });
  }
});

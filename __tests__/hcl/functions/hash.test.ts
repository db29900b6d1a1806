import { constants, generateKeyPairSync, publicEncrypt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { compareSync } from 'bcryptjs';
import { described } from './described.ts';
import { fakeEnvironment } from './fake-environment.ts';

describe('digests, passwords and identifiers', () => {
  it.each<[string, unknown[], string]>([
    ['md5', ['hello world'], '"5eb63bbbe01eeed093cb22bb8f5acdc3"'],
    ['sha1', ['hello world'], '"2aae6c35c94fcfb415dbe95f408b9ce91ee846ed"'],
    ['sha256', ['hello world'], '"b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9"'],
    [
      'sha512',
      ['abc'],
      '"ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"',
    ],
    // RFC 9562, appendix A.4
    ['uuidv5', ['dns', 'www.example.com'], '"2ed6657d-e927-568b-95e1-2665a8aea6a2"'],
    ['uuidv5', ['6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com'], '"2ed6657d-e927-568b-95e1-2665a8aea6a2"'],
    // Terraform documentation
    ['uuidv5', ['dns', 'www.terraform.io'], '"a5008fae-b28c-5ba5-96cd-82b4c53552d6"'],
    ['uuidv5', ['url', 'https://www.terraform.io/'], '"9db6f67c-dd95-5ea0-aa5b-e70e5c5f7cf5"'],
  ])('%s %j', (name, args, expected) => {
    expect(described(name, args)).toBe(expected);
  });

  it('gives a new UUID on every call, from the port', () => {
    const environment = fakeEnvironment();
    expect(described('uuidv4', [], environment)).toBe('"00000000-0000-4000-8000-000000000001"');
    expect(described('uuidv4', [], environment)).toBe('"00000000-0000-4000-8000-000000000002"');
  });

  it('hashes a password with bcrypt and a salt of its own, in Go’s form', () => {
    const environment = fakeEnvironment();
    const first = described('bcrypt', ['pa55', 4], environment).slice(1, -1);
    const second = described('bcrypt', ['pa55', 4], environment).slice(1, -1);
    expect(first).toMatch(/^\$2a\$04\$[./A-Za-z0-9]{53}$/);
    expect(first).not.toBe(second);
    expect([compareSync('pa55', first), compareSync('pa56', first)]).toEqual([true, false]);
    expect(described('bcrypt', ['x', 32])).toBe(
      'Invalid value for "cost" parameter: the cost must be between 4 and 31.',
    );
    expect(described('bcrypt', ['x'.repeat(73), 4])).toBe(
      'Invalid value for "str" parameter: bcrypt takes at most 72 bytes.',
    );
  });

  it('decrypts what was encrypted for an RSA key, and shows nothing of the key when it cannot', () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const pem = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    const ciphertext = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from('pässword'));
    expect(described('rsadecrypt', [ciphertext.toString('base64'), pem])).toBe('"pässword"');
    expect(described('rsadecrypt', [Buffer.alloc(128, 1).toString('base64'), pem])).toBe(
      'Invalid value for "ciphertext" parameter: the text was not encrypted for this key.',
    );
    expect(described('rsadecrypt', [ciphertext.toString('base64'), pem.slice(40)])).toBe(
      'Invalid value for "privatekey" parameter: the private key is not an RSA key in PEM that is free of a passphrase.',
    );
  });

  it('refuses a namespace that is none', () => {
    expect(described('uuidv5', ['tel', 'x'])).toBe(
      'Invalid value for "namespace" parameter: uuidv5() doesn\'t support namespace "tel": it takes dns, url, oid, x500 or a UUID.',
    );
  });
});

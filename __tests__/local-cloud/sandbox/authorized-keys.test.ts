import { describe, expect, it } from '@jest/globals';
import { makeEd25519KeyPair } from '../../../src/kernel/ssh-keys.ts';
import { readAuthorizedKeys } from '../../../src/local-cloud/sandbox/ssh/authorized-keys.ts';

const key = makeEd25519KeyPair('me@here').publicKey;

describe('an authorized_keys file', () => {
  it('holds keys, comments and empty lines', () => {
    expect(readAuthorizedKeys(`# mine\n\n${key}\n  ${key}  \nssh-rsa broken\nrubbish\n`)).toHaveLength(2);
  });

  it('holds options with quoted commas, spaces and quotes', () => {
    const [found] = readAuthorizedKeys(`no-pty,command="echo \\"a, b\\" c",no-port-forwarding ${key}`);
    expect(found).toMatchObject({ command: 'echo "a, b" c', terminal: false, forwarding: false });
  });

  it('understands restrict and what it lets through again', () => {
    expect(readAuthorizedKeys(`restrict,pty ${key}`)[0]).toMatchObject({ terminal: true, forwarding: false });
  });

  it.each(['from="10.0.0.0/8"', 'expiry-time="20200101"', 'cert-authority', 'environment="A=b"', 'unheard-of'])(
    'has no key for us where a restriction is not understood: %s',
    (option) => {
      expect(readAuthorizedKeys(`${option} ${key}`)).toEqual([]);
    },
  );

  it('is read in time, however much white space a machine puts into it', () => {
    const space = ' '.repeat(500_000);
    expect(readAuthorizedKeys(`no-pty${space}\r${space}x\r`)).toEqual([]);
    expect(readAuthorizedKeys(`no-pty${space}${key}`)).toHaveLength(1);
  });
});

import { describe, expect, it } from '@jest/globals';
import { hostKeysInConsole } from '../../../src/builders/amazon-ebs/console-host-keys.ts';

const ECDSA = `SHA256:${'a'.repeat(43)}`;
const ED25519 = `SHA256:${'B/+'.repeat(14)}c`;

function boot(...fingerprints: string[]): string {
  return [
    '[   12.3] cloud-init[1]: #############################################################',
    '<14>Jan  2 03:04:05 ec2: -----BEGIN SSH HOST KEY FINGERPRINTS-----',
    ...fingerprints.map((fingerprint) => `<14>Jan  2 03:04:05 ec2: 256 ${fingerprint} root@ip-10-0-0-1 (ED25519)`),
    '<14>Jan  2 03:04:05 ec2: -----END SSH HOST KEY FINGERPRINTS-----',
    '-----BEGIN SSH HOST KEY KEYS-----',
    'ssh-ed25519 AAAA root@ip-10-0-0-1',
    '-----END SSH HOST KEY KEYS-----',
  ].join('\r\n');
}

describe('a console output', () => {
  it('lists the fingerprints of the host keys', () => {
    expect(hostKeysInConsole(boot(ECDSA, ED25519))).toEqual([ECDSA, ED25519]);
  });

  it('proves nothing while the block is not there, or not whole', () => {
    expect(hostKeysInConsole('')).toEqual([]);
    expect(hostKeysInConsole(boot(ECDSA).split('-----END')[0] ?? '')).toEqual([]);
  });

  it('counts only the last boot, and nothing that stands outside of the block', () => {
    expect(hostKeysInConsole(`${boot(ECDSA)}\n${boot(ED25519)}\n256 ${ECDSA} root@evil`)).toEqual([ED25519]);
  });
});

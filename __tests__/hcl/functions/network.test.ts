import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { described } from './described.ts';

describe('network functions (examples of the Terraform documentation, which share the implementation)', () => {
  it.each<[string, unknown[], string]>([
    ['cidrhost', ['10.12.112.0/20', 16], '"10.12.112.16"'],
    ['cidrhost', ['10.12.112.0/20', 268], '"10.12.113.12"'],
    ['cidrhost', ['fd00:fd12:3456:7890:00a2::/72', 34], '"fd00:fd12:3456:7890::22"'],
    ['cidrhost', ['10.0.0.0/24', -1], '"10.0.0.255"'],
    ['cidrhost', ['10.0.0.0/24', -256], '"10.0.0.0"'],
    ['cidrhost', ['10.0.0.77/24', 1], '"10.0.0.1"'],
    ['cidrnetmask', ['172.16.0.0/12'], '"255.240.0.0"'],
    ['cidrnetmask', ['0.0.0.0/0'], '"0.0.0.0"'],
    ['cidrnetmask', ['fd00::/64'], '"ffff:ffff:ffff:ffff::"'],
    ['cidrsubnet', ['172.16.0.0/12', 4, 2], '"172.18.0.0/16"'],
    ['cidrsubnet', ['10.1.2.0/24', 4, 15], '"10.1.2.240/28"'],
    ['cidrsubnet', ['fd00:fd12:3456:7890::/56', 16, 162], '"fd00:fd12:3456:7800:a200::/72"'],
    ['cidrsubnets', ['10.1.0.0/16', 4, 4, 8, 4], '["10.1.0.0/20", "10.1.16.0/20", "10.1.32.0/24", "10.1.48.0/20"]'],
    [
      'cidrsubnets',
      ['fd00:fd12:3456:7890::/56', 16, 16, 16, 32],
      '["fd00:fd12:3456:7800::/72", "fd00:fd12:3456:7800:100::/72", "fd00:fd12:3456:7800:200::/72", "fd00:fd12:3456:7800:300::/88"]',
    ],
    ['cidrsubnets', ['10.0.0.0/8'], '[]'],
  ])('%s %j', (name, args, expected) => {
    expect(described(name, args)).toBe(expected);
  });

  it.each<[string, unknown[], string]>([
    [
      'cidrhost',
      ['10.0.0.0/24', 256],
      'Invalid value for "hostnum" parameter: prefix of 24 does not accommodate a host numbered 256.',
    ],
    [
      'cidrhost',
      ['10.0.0.0/24', -257],
      'Invalid value for "hostnum" parameter: prefix of 24 does not accommodate a host numbered -257.',
    ],
    [
      'cidrhost',
      ['10.0.0.0', 1],
      'Invalid value for "prefix" parameter: invalid CIDR expression: "10.0.0.0" is not of the form 10.0.0.0/8 or fd00::/8.',
    ],
    [
      'cidrnetmask',
      ['10.0.0.0/33'],
      'Invalid value for "prefix" parameter: invalid CIDR expression: "10.0.0.0/33" is not of the form 10.0.0.0/8 or fd00::/8.',
    ],
    [
      'cidrsubnet',
      ['10.0.0.0/24', 9, 0],
      'Invalid value for "newbits" parameter: insufficient address space to extend prefix of 24 by 9.',
    ],
    [
      'cidrsubnet',
      ['10.0.0.0/24', 2, 4],
      'Invalid value for "netnum" parameter: prefix extension of 2 does not accommodate a subnet numbered 4.',
    ],
    [
      'cidrsubnets',
      ['10.0.0.0/24', 1, 1, 1],
      'Invalid value for "newbits" parameter: not enough remaining address space for a subnet with a prefix of 25 bits after 10.0.0.128/25.',
    ],
    [
      'cidrsubnets',
      ['10.0.0.0/24', 0],
      'Invalid value for "newbits" parameter: must extend prefix by at least one bit.',
    ],
  ])('refuses %s %j', (name, args, expected) => {
    expect(described(name, args)).toBe(expected);
  });

  it('gives every IPv6 address back in its shortest form (RFC 5952)', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const once = described('cidrhost', [`${address}/128`, 0]).slice(1, -1);
        expect(described('cidrhost', [`${once}/${once.includes(':') ? 128 : 32}`, 0])).toBe(`"${once}"`);
        if (once.includes(':')) expect(once).toBe(new URL(`http://[${address}]/`).hostname.slice(1, -1));
      }),
    );
  });
});

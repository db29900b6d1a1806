import { isIP } from 'node:net';
import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { NetworkOptions } from '../options/network.ts';

export function checkNetwork(findings: OptionFindings<NetworkOptions>): void {
  const { options } = findings;
  findings.exclusive('security_group_id', 'security_group_ids', 'Put all groups into security_group_ids.');
  const name = 'temporary_security_group_source_cidrs';
  if (findings.known(name)) {
    for (const cidr of options[name]) {
      if (isCidr(cidr)) continue;
      findings.error({
        at: name,
        code: 'invalid-cidr',
        summary: `${name} holds something that is no CIDR block`,
        detail: `${JSON.stringify(cidr)} must be an address and a prefix length, for example "203.0.113.7/32" for one machine.`,
      });
    }
  }
  if (options[name].length > 0 && options.temporary_security_group_source_public_ip) {
    findings.warning({
      at: 'temporary_security_group_source_public_ip',
      code: 'option-without-effect',
      summary: `temporary_security_group_source_public_ip has no effect beside ${name}`,
      detail: `The blocks in ${name} are used alone.`,
    });
  }
}

/** An IPv4 or IPv6 address, a slash and a prefix length (RFC 4632, RFC 4291). */
function isCidr(text: string): boolean {
  const [address = '', length = '', ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0 || !/^\d{1,3}$/.test(length)) return false;
  return Number(length) <= (version === 4 ? 32 : 128);
}

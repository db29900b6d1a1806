import type { OptionFindings } from '../../kernel/option-findings.ts';
import type { SshOptions } from './options.ts';
import { parseTunnel } from './tunnels.ts';

/** Packer's rules for ways to log in and to get to the machine: what is written together, and how tunnels are. */
export function checkRoutes(findings: OptionFindings<SshOptions>): void {
  const { options } = findings;
  for (const [certificate, key] of [
    ['ssh_certificate_file', 'ssh_private_key_file'],
    ['ssh_bastion_certificate_file', 'ssh_bastion_private_key_file'],
  ] as const) {
    if (!options[certificate] || options[key] || !findings.known(key)) continue;
    findings.error({
      at: certificate,
      code: 'missing-option',
      summary: `${certificate} needs ${key}`,
      detail: `A certificate is of no use without its private key. Add ${key}.`,
    });
  }
  if (options.ssh_bastion_host && options.ssh_proxy_host) {
    findings.exclusive('ssh_bastion_host', 'ssh_proxy_host', 'Go through one of the two.');
  }
  for (const name of ['ssh_local_tunnels', 'ssh_remote_tunnels'] as const) {
    for (const [index, tunnel] of options[name].entries()) {
      if (parseTunnel(tunnel) !== undefined || !findings.known(`${name}[${index}]`)) continue;
      findings.error({
        at: `${name}[${index}]`,
        code: 'invalid-value',
        summary: 'This is no tunnel',
        detail: `${JSON.stringify(tunnel)} must be a port, a host and its port, for example "8080:localhost:80".`,
      });
    }
  }
}

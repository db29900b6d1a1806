import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { ConnectionOptions } from '../options/connection.ts';

export function checkConnection(findings: OptionFindings<ConnectionOptions>): void {
  const { options } = findings;
  // The other names are the communicator's: all of them stand in the same source block.
  if (!options.ssh_keypair_name || !findings.known('ssh_keypair_name') || findings.given('communicator')) return;
  if (findings.given('ssh_private_key_file') || findings.given('ssh_agent_auth')) return;
  findings.error({
    at: 'ssh_keypair_name',
    code: 'missing-option',
    summary: 'ssh_keypair_name needs the private key',
    detail:
      'EC2 only knows the public half of the key pair. Add ssh_private_key_file or ssh_agent_auth = true, ' +
      'or remove ssh_keypair_name so that a temporary key is made.',
  });
}

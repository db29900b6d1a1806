import { communicatorType } from '../../../engine/judged-plan.ts';
import type { OptionFindings } from '../../../kernel/option-findings.ts';
import type { ConnectionOptions } from '../options/connection.ts';
import type { InstanceOptions } from '../options/instance.ts';

/** The options of the communicator, whose names begin with `ssh_` and `winrm_`, stand in the same source block. */
export function checkConnection(findings: OptionFindings<ConnectionOptions & InstanceOptions>): void {
  checkKeyPair(findings);
  checkSessionManager(findings);
}

function checkKeyPair(findings: OptionFindings<ConnectionOptions>): void {
  const type = communicatorType(findings);
  if (!findings.options.ssh_keypair_name || !findings.known('ssh_keypair_name') || type === 'none') return;
  const reads = type === 'winrm' && !findings.given('winrm_password');
  if (findings.given('ssh_private_key_file') || (!reads && findings.given('ssh_agent_auth'))) return;
  findings.error({
    at: 'ssh_keypair_name',
    code: 'missing-option',
    summary: 'ssh_keypair_name needs the private key',
    detail: reads
      ? 'The password of a Windows instance can only be read with it. Add ssh_private_key_file, or winrm_password.'
      : 'EC2 only knows the public half of the key pair. Add ssh_private_key_file or ssh_agent_auth = true, ' +
        'or remove ssh_keypair_name so that a temporary key is made.',
  });
}

function checkSessionManager(findings: OptionFindings<ConnectionOptions & InstanceOptions>): void {
  const { options } = findings;
  if (options.ssh_interface !== 'session_manager') return;
  if (communicatorType(findings) === 'winrm') {
    findings.error({
      at: 'ssh_interface',
      code: 'conflicting-options',
      summary: 'ssh_interface = "session_manager" is for SSH',
      detail: 'The communicator is "winrm". Use "ssh", or another ssh_interface.',
    });
  }
  if (findings.given('ssh_bastion_host')) {
    findings.error({
      at: 'ssh_interface',
      code: 'conflicting-options',
      summary: 'ssh_interface = "session_manager" needs no jump host',
      detail:
        'The tunnel leads straight to the machine: remove ssh_bastion_host, or use ssh_interface = "private_ip" with it.',
    });
  }
  const { session_manager_port: port } = options;
  if (port !== undefined && findings.known('session_manager_port') && !isPort(port)) {
    findings.error({
      at: 'session_manager_port',
      code: 'port-out-of-range',
      summary: `session_manager_port is no port: ${port}`,
      detail: 'A port is a whole number from 1 to 65535; 0 or leaving it out takes any free one.',
    });
  }
  const profile = options.iam_instance_profile || !findings.known('iam_instance_profile');
  if (profile || options.temporary_iam_instance_profile_policy_document !== undefined) return;
  findings.error({
    at: 'ssh_interface',
    code: 'missing-option',
    summary: 'ssh_interface = "session_manager" needs an instance profile',
    detail: 'Name one in iam_instance_profile that has the policy AmazonSSMManagedInstanceCore.',
  });
}

/** 0: any free one. */
function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= 65_535;
}

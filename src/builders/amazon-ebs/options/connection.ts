import { option } from '../../../kernel/schema.ts';

const NO_WINRM = 'WinRM comes with a later version; use an SSH server on the machine.';
const NO_SESSION_INTERFACE =
  'Session Manager is not supported yet. Use "public_ip", or "private_ip" from a runner in the same network or through a bastion (ssh_bastion_host).';
const NO_SESSION_MANAGER = 'Session Manager comes with a later version; use another ssh_interface.';

/** How the machine is reached, as far as AWS has a part in it; the rest belongs to the communicator. */
export const connectionOptions = {
  ssh_interface: option.string.optional({
    doc: 'Which address of the instance to connect to. Default: the public one, or the private one of an instance without.',
    choices: ['', 'public_ip', 'private_ip', 'public_dns', 'private_dns', 'ipv6'],
    refusedChoices: { session_manager: NO_SESSION_INTERFACE },
  }),
  ssh_keypair_name: option.string.optional({
    doc: 'Existing key pair of EC2 to launch with; needs `ssh_private_key_file` or `ssh_agent_auth`.',
  }),
  temporary_key_pair_name: option.string.optional({
    doc: 'Name of the temporary key pair. Default: a name of its own.',
  }),
  temporary_key_pair_bits: option.number.optional({
    doc: 'Length of a temporary RSA key.',
    note: 'It has no effect: EC2 fixes the lengths of its keys.',
  }),
  ssh_clear_authorized_keys: option.bool.withDefault(true, {
    doc: "Removes the temporary key from the machine's `authorized_keys` at the end. Packer's default is to leave it there.",
  }),
  session_manager_port: option.unsupported('Local port of the Session Manager tunnel.', NO_SESSION_MANAGER),
  pause_before_ssm: option.unsupported('Pause before the Session Manager tunnel.', NO_SESSION_MANAGER),
  winrm_username: option.unsupported('User to log in as over WinRM.', NO_WINRM),
  winrm_password: option.unsupported('Password for WinRM.', NO_WINRM),
  winrm_host: option.unsupported('Address for WinRM.', NO_WINRM),
  winrm_port: option.unsupported('Port for WinRM.', NO_WINRM),
  winrm_timeout: option.unsupported('How long to try to connect over WinRM.', NO_WINRM),
  winrm_use_ssl: option.unsupported('WinRM over HTTPS.', NO_WINRM),
  winrm_insecure: option.unsupported('WinRM without checking the certificate.', NO_WINRM),
  winrm_use_ntlm: option.unsupported('NTLM for WinRM.', NO_WINRM),
  winrm_no_proxy: option.unsupported('WinRM past the proxy.', NO_WINRM),
} as const;

import { type OptionsOf, option } from '../../../kernel/schema.ts';

/** How the machine is reached, as far as AWS has a part in it; the rest belongs to the communicator. */
export const connectionOptions = {
  ssh_interface: option.string.optional({
    doc: 'Which address of the instance to connect to. Default: the public one, or the private one of an instance without. `session_manager`: none, but through AWS Systems Manager, see [Session Manager](../../session-manager.md).',
    choices: ['public_ip', 'private_ip', 'public_dns', 'private_dns', 'ipv6', 'session_manager'],
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
  session_manager_port: option.number.optional({
    doc: 'Port of 127.0.0.1 where the Session Manager tunnel begins for programs that connect by themselves (Ansible), with `ssh_interface = "session_manager"`. Default: any free one.',
  }),
  pause_before_ssm: option.duration.optional({
    doc: 'Pause between the start of the instance and the first try to reach it, with `ssh_interface = "session_manager"`.',
  }),
} as const;

export type ConnectionOptions = OptionsOf<typeof connectionOptions>;

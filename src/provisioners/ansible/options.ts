import type { OptionsOf } from '../../kernel/schema.ts';
import { atRun, option } from '../../kernel/schema.ts';

const NO_PROXY = 'Ansible connects straight to the machine here; there is no proxy that this option could be for.';

/** What `inventory_file_template` may show beside the build's data. */
export const INVENTORY_FIELDS = ['HostAlias', 'Host', 'User', 'Port'] as const;

/** Options of `provisioner "ansible"`; names and meanings are those of Packer's Ansible plugin. */
export const ansibleSchema = {
  playbook_file: option.string.required({ doc: 'The playbook to run.' }),
  command: option.string.withDefault('ansible-playbook', { doc: 'The program that runs it; no shell is in between.' }),
  extra_arguments: option.strings.optional({
    doc: 'Arguments for the program, before those that lead it to the machine.',
    rendering: atRun(),
  }),
  ansible_env_vars: option.strings.optional({
    doc: 'Environment variables for Ansible, each `NAME=value`.',
    rendering: atRun(),
  }),
  ansible_ssh_extra_args: option.strings.optional({
    doc: 'Arguments for `ssh`, handed over with `--ssh-extra-args`.',
    rendering: atRun(),
  }),
  groups: option.strings.optional({ doc: 'Inventory groups that the machine is in.' }),
  empty_groups: option.strings.optional({ doc: 'Inventory groups without a machine.' }),
  host_alias: option.string.withDefault('default', { doc: "The machine's name in the inventory." }),
  user: option.string.optional({
    doc: "User to log in as when `use_proxy = false`; default: the communicator's. Otherwise it always is the communicator's, who is also the one that Packer's proxy logs in as.",
  }),
  inventory_directory: option.string.optional({
    doc: 'Folder for the generated inventory: `group_vars` and `host_vars` in it are then read.',
  }),
  inventory_file: option.string.optional({
    doc: "An inventory of the template's own, or a list of hosts with a comma in it, such as `localhost,`; none is generated. Its hosts all lead to the machine, unless `use_proxy = false`.",
  }),
  inventory_file_template: option.string.optional({
    doc: "The machine's line in the inventory, with `{{ .HostAlias }}`, `{{ .Host }}`, `{{ .User }}` and `{{ .Port }}`.",
    rendering: atRun(...INVENTORY_FIELDS),
  }),
  keep_inventory_file: option.bool.withDefault(false, { doc: 'Keeps the generated inventory.' }),
  galaxy_file: option.string.optional({
    doc: 'Roles and collections to install with ansible-galaxy first (requirements.yml).',
  }),
  galaxy_command: option.string.withDefault('ansible-galaxy', { doc: 'The program that installs them.' }),
  galaxy_force_install: option.bool.withDefault(false, { doc: 'Installs them even if they are there (`-f`).' }),
  galaxy_force_with_deps: option.bool.withDefault(false, {
    doc: 'Installs them and what they need even if they are there (`--force-with-deps`).',
  }),
  roles_path: option.string.optional({ doc: 'Where ansible-galaxy puts roles.' }),
  collections_path: option.string.optional({ doc: 'Where ansible-galaxy puts collections.' }),
  skip_version_check: option.bool.optional({
    doc: 'Does not look for Ansible (`--version`) before the machine is launched.',
  }),
  use_proxy: option.bool.optional({
    doc: 'Accepted for templates that set it: Ansible always connects straight to the machine, whose host key it checks.',
  }),
  local_port: option.number.optional({ doc: "Port of Packer's proxy; no effect.", note: NO_PROXY }),
  ssh_host_key_file: option.string.optional({ doc: "Host key of Packer's proxy; no effect.", note: NO_PROXY }),
  ssh_authorized_key_file: option.string.optional({
    doc: "Key that Packer's proxy accepts; no effect.",
    note: NO_PROXY,
  }),
  ansible_proxy_key_type: option.string.optional({ doc: "Kind of the proxy's key; no effect.", note: NO_PROXY }),
  sftp_command: option.string.optional({ doc: "What Packer's proxy runs for SFTP; no effect.", note: NO_PROXY }),
  use_sftp: option.bool.optional({
    doc: 'How files go through the proxy; no effect.',
    note: `${NO_PROXY} Ansible chooses how files travel; ANSIBLE_SSH_TRANSFER_METHOD in ansible_env_vars decides it.`,
  }),
  ansible_winrm_use_http: option.bool.withDefault(false, {
    doc: 'Reaches a machine over WinRM without encryption; no effect.',
    note: 'Ansible connects by SSH only here, so WinRM is not used.',
  }),
} as const;

export type AnsibleOptions = OptionsOf<typeof ansibleSchema>;

import { type OptionsOf, option } from '../../kernel/schema.ts';

/** Options of `provisioner "ansible-local"`; names and meanings are Packer's. */
export const ansibleLocalSchema = {
  command: option.string.withDefault('ANSIBLE_FORCE_COLOR=1 PYTHONUNBUFFERED=1 ansible-playbook', {
    doc: 'What runs a playbook on the machine.',
  }),
  extra_arguments: option.strings.withDefault([], { doc: 'Further arguments of the command.' }),
  playbook_file: option.string.optional({
    doc: 'Playbook to upload and run; one of `playbook_file` and `playbook_files` is required.',
  }),
  playbook_files: option.strings.withDefault([], { doc: 'Playbooks to upload and run, one after the other.' }),
  playbook_dir: option.string.optional({ doc: 'Folder of the playbooks, uploaded as a whole.' }),
  playbook_paths: option.strings.withDefault([], { doc: 'Folders with further playbooks to upload.' }),
  role_paths: option.strings.withDefault([], { doc: 'Folders of roles to upload.' }),
  collection_paths: option.strings.withDefault([], { doc: 'Folders of collections to upload.' }),
  group_vars: option.string.optional({ doc: 'Folder with variables of groups to upload.' }),
  host_vars: option.string.optional({ doc: 'Folder with variables of hosts to upload.' }),
  staging_directory: option.string.optional({ doc: 'Folder on the machine for all of it. Default: one in `/tmp`.' }),
  clean_staging_directory: option.bool.withDefault(false, { doc: 'Removes that folder at the end.' }),
  inventory_file: option.string.optional({ doc: 'Inventory to upload. Default: one with the machine itself.' }),
  inventory_groups: option.strings.withDefault([], { doc: 'Groups of the machine in the default inventory.' }),
  galaxy_file: option.string.optional({ doc: 'Requirements for Ansible Galaxy, installed on the machine.' }),
  galaxy_command: option.string.withDefault('ansible-galaxy', { doc: 'What runs Ansible Galaxy on the machine.' }),
  galaxy_force_install: option.bool.withDefault(false, { doc: 'Installs anew what is installed already.' }),
  galaxy_roles_path: option.string.optional({ doc: 'Folder on the machine for roles of Ansible Galaxy.' }),
  galaxy_collections_path: option.string.optional({ doc: 'Folder on the machine for collections of Ansible Galaxy.' }),
} as const;

export type AnsibleLocalOptions = OptionsOf<typeof ansibleLocalSchema>;

import { checkLocalPaths, eachPath } from '../../engine/check-local-paths.ts';
import type { DeclaredComponent } from '../../engine/ports.ts';
import { OptionFindings } from '../../kernel/option-findings.ts';
import { type AnsibleLocalOptions, ansibleLocalSchema } from './options.ts';

/** `provisioner "ansible-local"`: declared and judged; Ansible runs from here only, so far. */
export const ansibleLocalProvisioner: DeclaredComponent<AnsibleLocalOptions> = {
  type: 'ansible-local',
  schema: ansibleLocalSchema,
  instead: 'Use the "ansible" provisioner, which runs the playbook from this machine.',
  validate: (decoded, context) => {
    const findings = new OptionFindings(decoded);
    checkPlaybooks(findings);
    const { options } = decoded;
    const paths = [
      { at: 'playbook_file', path: options.playbook_file, kind: 'file' as const },
      ...eachPath('playbook_files', options.playbook_files, 'file'),
      { at: 'inventory_file', path: options.inventory_file, kind: 'file' as const },
      { at: 'galaxy_file', path: options.galaxy_file, kind: 'file' as const },
      { at: 'playbook_dir', path: options.playbook_dir, kind: 'folder' as const },
      { at: 'group_vars', path: options.group_vars, kind: 'folder' as const },
      { at: 'host_vars', path: options.host_vars, kind: 'folder' as const },
      ...eachPath('playbook_paths', options.playbook_paths, 'folder'),
      ...eachPath('role_paths', options.role_paths, 'folder'),
      ...eachPath('collection_paths', options.collection_paths, 'folder'),
    ];
    checkLocalPaths(findings, paths, context);
    return findings.diagnostics;
  },
};

function checkPlaybooks(findings: OptionFindings<AnsibleLocalOptions>): void {
  const { playbook_file: file, playbook_files: files } = findings.options;
  if (!findings.known('playbook_file') || !findings.known('playbook_files')) return;
  if (file && files.length > 0) {
    findings.exclusive('playbook_file', 'playbook_files', 'Put all playbooks into playbook_files.');
  } else if (!file && files.length === 0) {
    findings.error({
      at: '',
      code: 'missing-option',
      summary: 'There is no playbook to run',
      detail: 'Name it in playbook_file, or several in playbook_files.',
    });
  }
}

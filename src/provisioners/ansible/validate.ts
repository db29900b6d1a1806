import { lookAtPath } from '../../engine/look-at-path.ts';
import { whereItWasLookedFor } from '../../engine/missing-path.ts';
import type { ValidationContext } from '../../engine/ports.ts';
import { splitAssignment } from '../../kernel/assignment.ts';
import type { Diagnostic } from '../../kernel/diagnostics.ts';
import { errorDiagnostic, warningDiagnostic } from '../../kernel/diagnostics.ts';
import type { DecodedOptions } from '../../kernel/schema.ts';
import { isHostList } from './inventory.ts';
import type { AnsibleOptions } from './options.ts';

/** What must be there already, and of which kind. */
const PATHS = {
  playbook_file: 'file',
  galaxy_file: 'file',
  // A folder of inventory sources is fine too.
  inventory_file: 'any',
  inventory_directory: 'folder',
} as const;

export function validateAnsible(
  decoded: DecodedOptions<AnsibleOptions>,
  context: ValidationContext,
): readonly Diagnostic[] {
  return [...checkPaths(decoded, context), ...checkVariables(decoded), ...noteProxy(decoded)];
}

function checkPaths(decoded: DecodedOptions<AnsibleOptions>, context: ValidationContext): readonly Diagnostic[] {
  const names: readonly (keyof typeof PATHS)[] = [
    'playbook_file',
    'galaxy_file',
    'inventory_file',
    'inventory_directory',
  ];
  return names.flatMap((name) => {
    const path = decoded.options[name];
    if (path === undefined || decoded.unknown(name)) return [];
    if (name === 'inventory_file' && isHostList(path)) return [];
    const kind = PATHS[name];
    const found = lookAtPath(path, context.workingDirectory).kind;
    if (found !== undefined && (kind === 'any' || kind === found)) return [];
    // Packer does not look for an inventory: an earlier provisioner may make it.
    const report = name === 'inventory_file' ? warningDiagnostic : errorDiagnostic;
    return [
      report({
        code: 'ansible-file-not-found',
        summary: `There is no ${kind === 'folder' ? 'folder' : 'file'} ${path}`,
        detail: `${name} must exist. ${whereItWasLookedFor(path, context.workingDirectory, decoded.range(name).filename)}`,
        subject: decoded.range(name),
      }),
    ];
  });
}

function checkVariables(decoded: DecodedOptions<AnsibleOptions>): readonly Diagnostic[] {
  return (decoded.options.ansible_env_vars ?? []).flatMap((entry, index) => {
    const option = `ansible_env_vars[${index}]`;
    if (splitAssignment(entry) !== undefined || decoded.unknown(option)) return [];
    return [
      // Packer hands it on, and nothing comes of it.
      warningDiagnostic({
        code: 'environment-variable-shape',
        summary: 'An environment variable is not written as NAME=value',
        detail: `It is "${entry}", which sets nothing. Write "NAME=value".`,
        subject: decoded.range(option),
      }),
    ];
  });
}

function noteProxy(decoded: DecodedOptions<AnsibleOptions>): readonly Diagnostic[] {
  if (decoded.options.use_proxy !== true || decoded.unknown('use_proxy')) return [];
  return [
    warningDiagnostic({
      code: 'ansible-no-proxy',
      summary: 'No proxy is used',
      detail:
        'Ansible connects straight to the machine, which is faster and checks its host key. Leave use_proxy out, or set it to false.',
      subject: decoded.range('use_proxy'),
    }),
  ];
}

import type { Diagnostic } from '../kernel/diagnostics.ts';
import type { FindSource } from './text-place.ts';

/** Old options, the components that had them, and what to write now: those that `packer fix` knows. */
const RENAMED: readonly (readonly [component: RegExp, old: string, remedy: string])[] = [
  [/^amazon-/, 'enhanced_networking', 'It is named ena_support now.'],
  [
    /^amazon-/,
    'ssh_private_ip',
    'Write ssh_interface = "private_ip" in place of true, and ssh_interface = "public_ip" in place of false.',
  ],
  [/^amazon-/, 'shutdown_behaviour', 'It is named shutdown_behavior now.'],
  [
    /^amazon-/,
    'temporary_security_group_source_cidr',
    'It is named temporary_security_group_source_cidrs now, and holds a list.',
  ],
  [/^(amazon-|null$)/, 'ssh_key_path', 'It is named ssh_private_key_file now.'],
  [/^(amazon-|null$)/, 'ssh_disable_agent', 'It is named ssh_disable_agent_forwarding now.'],
  [/^ansible-local$/, 'galaxycommand', 'It is named galaxy_command now.'],
  [/^manifest$/, 'filename', 'It is named output now.'],
];

/** Says of an unknown option of a component of this type what its name is now, where it had another. */
export function withNewName(diagnostic: Diagnostic, type: string, findSource: FindSource): Diagnostic {
  const { code, subject } = diagnostic;
  const source = code !== 'unknown-option' || subject === undefined ? undefined : findSource(subject.filename);
  if (subject === undefined || source === undefined) return diagnostic;
  const name = source.slice(subject).replaceAll('"', '');
  const renamed = RENAMED.find(([component, old]) => old === name && component.test(type));
  if (renamed === undefined) return diagnostic;
  return { ...diagnostic, detail: `Packer has no argument named "${name}" any more. ${renamed[2]}` };
}

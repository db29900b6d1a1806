import path from 'node:path';
import type { LocalInput } from '../../engine/ports.ts';
import { isHostList } from './inventory.ts';
import type { AnsibleOptions } from './options.ts';

/** Where Ansible itself looks beside a playbook (Ansible documentation, "Sample Ansible setup" and "Adding plugins locally"). */
const BESIDE_PLAYBOOK =
  /^(collections|files|group_vars|handlers|host_vars|inventor(y|ies)|library|meta|module_utils|playbooks|roles|tasks|templates|vars|[a-z]+_plugins)$/;
/** What is named in a playbook without a folder. */
const READ_BY_NAME = /\.(ya?ml|json|j2|cfg)$/i;
/** What programs leave behind, and what is no input of a play. */
const LEFT_OUT = /(^|\/)(\.git|__pycache__|\.ansible|.*\.pyc|.*\.retry)$/;

/**
 * What a play reads can't be told from its options: what stands beside the playbook is taken for it. A playbook at the
 * top of a working directory has everything beside it; there only what Ansible looks for by itself counts.
 */
export function localInputs(options: AnsibleOptions, workingDirectory: string): readonly LocalInput[] {
  const folder = path.dirname(path.resolve(workingDirectory, options.playbook_file));
  const named = [
    'ansible.cfg',
    ...optional(options.galaxy_file),
    ...optional(options.inventory_file).filter((inventory) => !isHostList(inventory)),
    ...optional(options.inventory_directory),
    ...optional(options.roles_path),
    ...optional(options.collections_path),
    ...variableFiles(options.extra_arguments ?? []),
  ];
  const beside: LocalInput = {
    path: folder,
    modes: 'executable',
    includes: (name, isFolder) => {
      if (LEFT_OUT.test(name)) return false;
      if (!isAbove(folder, workingDirectory) || name.includes('/')) return true;
      return isFolder ? BESIDE_PLAYBOOK.test(name) : READ_BY_NAME.test(name);
    },
  };
  return [
    beside,
    { path: options.playbook_file, modes: 'none' },
    ...named.map((each): LocalInput => ({ path: each, modes: 'executable', includes: (name) => !LEFT_OUT.test(name) })),
  ];
}

function optional(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [value];
}

/** `--extra-vars @file`, `-e @file`, `-e@file`, `--extra-vars=@file`. */
function variableFiles(extra: readonly string[]): readonly string[] {
  return extra.flatMap((argument, index) => {
    const value = /^(?:-e|--extra-vars=?)(.*)$/.exec(argument)?.[1];
    if (value === undefined) return [];
    const given = value === '' ? (extra[index + 1] ?? '') : value;
    return given.startsWith('@') ? [given.slice(1)] : [];
  });
}

function isAbove(folder: string, inner: string): boolean {
  const way = path.relative(folder, inner);
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way));
}

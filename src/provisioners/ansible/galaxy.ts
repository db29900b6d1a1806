import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AnsibleOptions } from './options.ts';

/** The arguments of each ansible-galaxy run that a requirements file asks for. */
export async function galaxyRuns(options: AnsibleOptions, workingDirectory: string): Promise<readonly string[][]> {
  if (options.galaxy_file === undefined) return [];
  const file = resolve(workingDirectory, options.galaxy_file);
  const text = await readFile(file, 'utf8');
  const hasCollections = /^collections:/m.test(text);
  // A file without either word is a plain list of roles.
  const hasRoles = /^roles:/m.test(text) || !hasCollections;
  const force = [
    ...(options.galaxy_force_install ? ['-f'] : []),
    ...(options.galaxy_force_with_deps ? ['--force-with-deps'] : []),
  ];
  const into = (path: string | undefined): string[] =>
    path === undefined ? [] : ['-p', resolve(workingDirectory, path)];
  return [
    ...(hasRoles ? [['install', '-r', file, ...force, ...into(options.roles_path)]] : []),
    ...(hasCollections ? [['collection', 'install', '-r', file, ...force, ...into(options.collections_path)]] : []),
  ];
}

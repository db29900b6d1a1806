import type { OptionFindings } from '../kernel/option-findings.ts';
import { lookAtPath } from './look-at-path.ts';
import { whereItWasLookedFor } from './missing-path.ts';
import type { ValidationContext } from './ports.ts';

export interface LocalPath {
  /** The option that names it: `playbook_file`, `role_paths[1]`. */
  readonly at: string;
  /** Nothing is checked where it is empty. */
  readonly path: string | undefined;
  readonly kind: 'file' | 'folder';
}

/** The paths that a list option names. */
export function eachPath(name: string, paths: readonly string[], kind: LocalPath['kind']): readonly LocalPath[] {
  return paths.map((path, index) => ({ at: `${name}[${index}]`, path, kind }));
}

/** Looks whether files and folders of this machine are there, as far as their paths are known. */
export function checkLocalPaths(
  findings: OptionFindings<unknown>,
  paths: readonly LocalPath[],
  { workingDirectory }: ValidationContext,
): void {
  for (const { at, path, kind } of paths) {
    if (!path || !findings.known(at)) continue;
    const found = lookAtPath(path, workingDirectory).kind;
    if (found !== undefined && (kind === 'folder') === (found === 'folder')) continue;
    const instead = found === undefined ? '' : `It is a ${found === 'folder' ? 'folder' : 'file'}. `;
    findings.error({
      at,
      code: `${kind}-not-found`,
      summary: `There is no ${kind} ${path}`,
      detail: `${instead}${whereItWasLookedFor(path, workingDirectory, findings.fileOf(at))}`,
    });
  }
}

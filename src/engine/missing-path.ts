import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { lookAtPath } from './look-at-path.ts';

/**
 * Why a path of the template leads nowhere, where the system says why; else where it was looked for, and how to write it:
 * relative ones start at the working directory, as in Packer, and many are meant to start at the template.
 * @param writtenIn the file that names the path, itself relative to the working directory or absolute
 */
export function whereItWasLookedFor(path: string, workingDirectory: string, writtenIn: string): string {
  const { why } = lookAtPath(path, workingDirectory);
  if (why !== undefined) return why;
  if (isAbsolute(path) || path.startsWith('~/')) return 'It has to be on the machine that runs this: check the path.';
  const templateFolder = dirname(resolve(workingDirectory, writtenIn));
  const start = `A relative path starts at ${workingDirectory}`;
  if (templateFolder === workingDirectory || lookAtPath(path, templateFolder).kind === undefined) {
    return `${start}; "${startingAtTemplate('…', writtenIn)}" starts at the template's folder.`;
  }
  const found = shownFrom(workingDirectory, join(templateFolder, path));
  const folder = shownFrom(workingDirectory, templateFolder);
  return `${start}, as in Packer; but there is ${found}. Write "${startingAtTemplate(path, writtenIn)}", or run in ${folder}.`;
}

/** The older JSON templates have no `path.root`. */
function startingAtTemplate(path: string, writtenIn: string): string {
  const isLegacy = !/\.(hcl|pkr\.json)$/.test(writtenIn);
  const below = path.replace(/^(\.\/)+/, '');
  return isLegacy ? `{{ template_dir }}/${below}` : `\${path.root}/${below}`;
}

/** Whichever is shorter to read. */
function shownFrom(workingDirectory: string, path: string): string {
  const short = relative(workingDirectory, path);
  return short.startsWith('..') ? path : short;
}

import type { BakeError } from '../kernel/errors.ts';

const PAGE = 'https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md';

/** Whoever is told these knows already: the run was stopped on purpose, or its command line was wrong. */
const SAYS_ALL: readonly string[] = ['cancelled', 'usage'];

/**
 * One line that names the code of an error and where it is explained, for the end of a run that failed; undefined where
 * there is no more to say. The codes of a template's problems are many and stand in no table: each comes with its place
 * and remedy already.
 */
export function errorPage(error: BakeError): string | undefined {
  if (SAYS_ALL.includes(error.code)) return undefined;
  return `Error code ${error.code}: ${PAGE}#${error.category === 'template' ? 'template' : error.code}`;
}

/** The same for several errors, each code once. */
export function errorPages(errors: readonly BakeError[]): readonly string[] {
  return [...new Set(errors.map(errorPage))].filter((line) => line !== undefined);
}

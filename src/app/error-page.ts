import type { BakeError } from '../kernel/errors.ts';

const PAGE = 'https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md';

/** Whoever is told these knows already: the run was stopped on purpose, or its command line was wrong. */
const SAYS_ALL: readonly string[] = ['cancelled', 'usage'];

/** Where the code of an error is explained. */
export interface ErrorPage {
  readonly code: string;
  readonly address: string;
}

/**
 * Where an error is explained; undefined where there is no more to say. The codes of a template's problems are many and
 * stand in no table: each comes with its place and remedy already.
 */
export function errorPage({ code, category }: BakeError): ErrorPage | undefined {
  if (SAYS_ALL.includes(code)) return undefined;
  return { code, address: `${PAGE}#${category === 'template' ? 'template' : code}` };
}

/** For the end of a run that failed, one line for each code: what it is, and where it is explained. */
export function errorPages(errors: readonly BakeError[]): readonly string[] {
  const pages = errors.map(errorPage).filter((page) => page !== undefined);
  return [...new Set(pages.map(({ code, address }) => `Error code ${code}: ${address}`))];
}

import type { BakeError } from '../../kernel/errors.ts';

const PAGE = 'https://github.com/bake-ami/bake-ami/blob/main/docs/troubleshooting.md';

/** Whoever is told these knows already: the run was stopped on purpose, or its command line was wrong. */
const SAYS_ALL: readonly string[] = ['cancelled', 'usage'];

/** The codes of a template's problems that the page has a row for: they come up when a build looks closer. */
const TEMPLATE_ROWS: readonly string[] = [
  'conflicting-options',
  'fast-launch-needs-windows',
  'instance-type-misfit',
  'instance-type-unknown',
  'invalid-execute-command',
  'invalid-filter',
  'invalid-template',
  'not-formatted',
  'secret-key-missing',
  'unknown-builder',
  'unknown-communicator',
  'unknown-post-processor',
  'unknown-provisioner',
];

/** Where the code of an error is explained. */
export interface ErrorPage {
  readonly code: string;
  readonly address: string;
}

/**
 * Where an error is explained; undefined where there is no more to say. Most codes of a template's problems stand in no
 * table: each comes with its place and remedy already.
 */
export function errorPage({ code, category }: BakeError): ErrorPage | undefined {
  if (SAYS_ALL.includes(code)) return undefined;
  const hasRow = category !== 'template' || TEMPLATE_ROWS.includes(code);
  return { code, address: `${PAGE}#${hasRow ? code : 'template'}` };
}

/** For the end of a run that failed, one line for each code: what it is, and where it is explained. */
export function errorPages(errors: readonly BakeError[]): readonly string[] {
  const pages = errors.map(errorPage).filter((page) => page !== undefined);
  return [...new Set(pages.map(({ code, address }) => `Error code ${code}: ${address}`))];
}

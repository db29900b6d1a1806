import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** What became of a case. */
export interface Outcome {
  readonly valid: boolean;
  /** Of the warnings of `validate`, the summaries. */
  readonly warnings?: readonly string[];
  /** What the console prints for the expression; undefined where it prints no value. */
  readonly shows?: string;
  /** The lines of `inspect` about variables and locals; only where the template is valid and they were recorded. */
  readonly inspect?: readonly string[];
}

/** A template with variables, what is given to them, and what Packer makes of it (vectors/README.md says which). */
export interface VariableCase {
  readonly group: string;
  readonly name: string;
  /** Variables and locals. */
  readonly template: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly environment?: Readonly<Record<string, string>>;
  /** Of every command. */
  readonly flags?: readonly string[];
  /** Of `validate` alone. */
  readonly validateFlags?: readonly string[];
  /** What is named as the template; default: the folder. */
  readonly path?: string;
  /** The expression that the console is given; default `var.v`. */
  readonly show?: string;
  readonly packer: Outcome & { readonly errors?: readonly string[] };
  /** An older version with the same outcome. */
  readonly also?: string;
  /** What is deliberately other here. */
  readonly here?: Partial<Outcome> & { readonly why: string };
}

export const CASES: readonly VariableCase[] = JSON.parse(
  readFileSync(new URL('../vectors/variables.json', import.meta.url), 'utf8'),
).cases;

export const GROUPS: readonly (readonly [group: string, cases: readonly VariableCase[]])[] = [
  ...new Set(CASES.map(({ group }) => group)),
].map((group) => [group, CASES.filter((each) => each.group === group)]);

/** What makes every case a template that can be built, by Packer too. */
const BUILD = 'source "null" "x" {\n  communicator = "none"\n}\nbuild {\n  sources = ["null.x"]\n}\n';

/** A folder with the files of a case. */
export function folderOf({ template, files }: VariableCase): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({ 'a.pkr.hcl': template + BUILD, ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** The lines of `inspect` that show a variable or a local. */
export function shownVariables(output: string): readonly string[] {
  return output.split('\n').filter((line) => /^(var|local)\./.test(line));
}

/** The summaries of what is said as `Error` or `Warning`. */
export function summaries(severity: 'Error' | 'Warning', output: string): readonly string[] {
  return Array.from(output.matchAll(new RegExp(`^${severity}: (.*)$`, 'gm')), ([, summary = '']) => summary);
}

/** What of an outcome is compared: how many warnings there are, but not their words. */
export function comparable({ valid, warnings = [], shows, inspect }: Outcome) {
  return { valid, warnings: warnings.length, shows, inspect };
}

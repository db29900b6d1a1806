import type { Value } from '../hcl/values/value.ts';
import type { SourceRange } from '../kernel/source-range.ts';

/** A value that somebody gives to a variable. */
export interface Assignment {
  readonly name: string;
  /** A value already, or raw text whose meaning depends on the variable's type. */
  readonly given: { readonly value: Value } | { readonly text: string };
  /** Who gives it: what to say about a name that is not declared depends on it. */
  readonly origin: 'environment' | 'automatic file' | 'named file' | 'command';
  /** Where it is written, when that is in a file. */
  readonly range: SourceRange | undefined;
}

const ENVIRONMENT_PREFIX = 'PKR_VAR_';

/** What `PKR_VAR_name` variables of the environment give. */
export function environmentAssignments(
  environment: Readonly<Record<string, string | undefined>>,
): readonly Assignment[] {
  const assignments: Assignment[] = [];
  for (const [key, text] of Object.entries(environment)) {
    if (!key.startsWith(ENVIRONMENT_PREFIX) || text === undefined) continue;
    const name = key.slice(ENVIRONMENT_PREFIX.length);
    assignments.push({ name, given: { text }, origin: 'environment', range: undefined });
  }
  return assignments;
}

/** What `-var` (or the action's `vars`) gives. */
export function commandAssignments(
  variables: readonly { readonly name: string; readonly value: string }[],
): readonly Assignment[] {
  return variables.map(({ name, value }) => ({ name, given: { text: value }, origin: 'command', range: undefined }));
}

/** Who gives a value, in the words of those who can change it: `-var (or the input vars)`. */
export function giver({ name, origin }: Assignment): string {
  return {
    environment: `${ENVIRONMENT_PREFIX}${name} in the environment`,
    'automatic file': 'an automatic variable file',
    'named file': 'a file of -var-file (or of the input var-files)',
    command: '-var (or the input vars)',
  }[origin];
}

import { splitAssignment } from '../../kernel/assignment.ts';
import { goFormat } from '../../kernel/go-format.ts';
import { escapeForSingleQuotes } from '../../kernel/posix-shell.ts';
import type { LocalScriptOptions } from './options.ts';

/** The variables of a block, by name; `render` renders the `{{ }}` in those of `environment_vars`. */
export function scriptVariables(
  { environment_vars, env }: Pick<LocalScriptOptions, 'environment_vars' | 'env'>,
  render: (text: string) => string,
): Readonly<Record<string, string>> {
  const variables: Record<string, string> = {};
  for (const entry of environment_vars) {
    const assignment = splitAssignment(render(entry));
    if (assignment !== undefined) variables[assignment.name] = assignment.value;
  }
  return { ...variables, ...env };
}

/** `{{ .Vars }}`: all variables as one text for a shell, sorted by name. */
export function assignments(variables: Readonly<Record<string, string>>, format: string): string {
  return Object.keys(variables)
    .sort()
    .map((name) => goFormat(format, [name, escapeForSingleQuotes(variables[name] ?? '')]))
    .join('');
}

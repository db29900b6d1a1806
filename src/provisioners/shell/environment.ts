import { splitAssignment } from '../../kernel/assignment.ts';
import { goFormat } from '../../kernel/go-format.ts';
import { escapeForSingleQuotes } from '../../kernel/posix-shell.ts';

const ON_THE_LINE = `%s='%s' `;
const IN_A_FILE = `export %s='%s'\n`;

export interface ScriptEnvironment {
  readonly entries: readonly string[];
  readonly map: Readonly<Record<string, string>>;
  /** Packer's own: PACKER_BUILD_NAME, PACKER_BUILDER_TYPE. */
  readonly own: Readonly<Record<string, string>>;
}

/** The variables as text for the shell, sorted by name; values are meant to stand between single quotes. */
export function renderEnvironment(
  { entries, map, own }: ScriptEnvironment,
  format: string | undefined,
  inFile: boolean,
): string {
  const values = new Map(Object.entries(own));
  for (const entry of entries) {
    const assignment = splitAssignment(entry);
    if (assignment !== undefined) values.set(assignment.name, assignment.value);
  }
  for (const [name, value] of Object.entries(map)) values.set(name, value);
  const pattern = format ?? (inFile ? IN_A_FILE : ON_THE_LINE);
  return [...values]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => goFormat(pattern, [name, escapeForSingleQuotes(value)]))
    .join('');
}

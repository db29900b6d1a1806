import { splitAssignment } from '../../kernel/assignment.ts';
import { type Diagnostic, errorDiagnostic } from '../../kernel/diagnostics.ts';
import { atRun, type DecodedOptions, type OptionsOf, option, type Schema } from '../../kernel/schema.ts';
import { lookAtPath } from '../look-at-path.ts';
import { whereItWasLookedFor } from '../missing-path.ts';
import type { ValidationContext } from '../ports.ts';

/** What `execute_command` may show beside the build's data. */
export const COMMAND_FIELDS = ['Vars', 'Script', 'Command'] as const;

/** The options of `shell-local`, which is a provisioner and a post-processor. */
export const localScriptSchema = {
  command: option.string.optional({
    doc: 'One command line. The older way to write `inline` with one line.',
    rendering: 'twice',
  }),
  inline: option.strings.optional({ doc: 'Lines of a script.', rendering: 'twice' }),
  inline_shebang: option.string.withDefault('/bin/sh -e', {
    doc: 'The interpreter of `inline`, written after `#!` in its first line.',
  }),
  script: option.string.optional({ doc: 'A script file on this machine; it must be executable.' }),
  scripts: option.strings.optional({ doc: 'Several script files, run one after the other.' }),
  execute_command: option.strings.optional({
    rendering: atRun(...COMMAND_FIELDS),
    doc:
      'The program to start and its arguments, each with `{{ .Vars }}` (the environment variables as an assignment), ' +
      '`{{ .Script }}` (the script) and the build data. Default: `/bin/sh -c` with the script, and the environment ' +
      'variables given to the process itself.',
  }),
  environment_vars: option.strings.withDefault([], {
    doc: 'Environment variables, each `NAME=value`.',
    rendering: 'twice',
  }),
  env: option.stringMap.withDefault({}, { doc: 'Environment variables; they win over `environment_vars`.' }),
  env_var_format: option.string.optional({
    doc: "How a variable is written in `{{ .Vars }}`: printf with name and value. Default: `%s='%s' `.",
  }),
  only_on: option.strings.withDefault([], {
    doc: 'Run only where bake-ami itself runs on one of these systems; else the block is skipped.',
  }),
  tempfile_extension: option.string.withDefault('', { doc: 'Ending of the file that `inline` is written to.' }),
  use_linux_pathing: option.bool.withDefault(false, {
    doc: 'On Windows: write the path of the script as the Windows Subsystem for Linux sees it.',
  }),
  valid_exit_codes: option.strings.withDefault(['0'], {
    doc: 'Exit statuses that mean success; -1 is that of a script that a signal ended.',
  }),
} satisfies Schema;

export type LocalScriptOptions = OptionsOf<typeof localScriptSchema>;

/** Operating systems by the names that Packer uses (Go's GOOS). */
const OPERATING_SYSTEMS = ['darwin', 'freebsd', 'linux', 'openbsd', 'solaris', 'windows'] as const;

/** What can be said about the options without running anything. */
export function validateLocalScript(
  decoded: DecodedOptions<LocalScriptOptions>,
  { workingDirectory }: ValidationContext,
): readonly Diagnostic[] {
  const { options } = decoded;
  const diagnostics: Diagnostic[] = [];
  const report = (code: string, option: string | undefined, summary: string, detail: string): void => {
    diagnostics.push(errorDiagnostic({ code, summary, detail, subject: decoded.range(option) }));
  };

  const given = (['command', 'inline', 'script', 'scripts'] as const).filter((name) => decoded.given(name));
  if (given.length === 0) {
    report('missing-script', undefined, 'Nothing to run', 'Write one of "inline", "script", "scripts" or "command".');
  } else if (given.length > 1) {
    const names = given.map((name) => `"${name}"`).join(' and ');
    report('conflicting-options', given[1], 'More than one script', `${names} exclude each other: write one of them.`);
  }

  for (const { script, option } of scriptFiles(decoded)) {
    if (lookAtPath(script, workingDirectory).kind === undefined) {
      const where = whereItWasLookedFor(script, workingDirectory, decoded.range(option).filename);
      const detail = `There is no file "${script}". ${where}`;
      report('script-not-found', option, 'Script not found', detail);
    }
  }
  for (const [index, assignment] of options.environment_vars.entries()) {
    if (decoded.unknown(`environment_vars[${index}]`) || splitAssignment(assignment) !== undefined) continue;
    const detail = `"${assignment}" is not of the form NAME=value.`;
    report('invalid-environment-variable', `environment_vars[${index}]`, 'Not an environment variable', detail);
  }
  for (const [index, status] of options.valid_exit_codes.entries()) {
    if (decoded.unknown(`valid_exit_codes[${index}]`) || /^-?\d+$/.test(status)) continue;
    const detail = `"${status}" is not a whole number.`;
    report('invalid-exit-code', `valid_exit_codes[${index}]`, 'Not an exit status', detail);
  }
  const systems: readonly string[] = OPERATING_SYSTEMS;
  for (const [index, system] of options.only_on.entries()) {
    if (decoded.unknown(`only_on[${index}]`) || systems.includes(system)) continue;
    const detail = `There is no operating system "${system}"; there are ${systems.join(', ')}.`;
    report('invalid-operating-system', `only_on[${index}]`, 'Unknown operating system', detail);
  }
  if (options.use_linux_pathing && (decoded.given('inline') || decoded.given('command'))) {
    const detail = 'The file that an inline script is written to has no Linux path. Write the script to a file.';
    report('conflicting-options', 'use_linux_pathing', 'Linux paths need a script file', detail);
  }
  return diagnostics;
}

function scriptFiles(decoded: DecodedOptions<LocalScriptOptions>): { script: string; option: string }[] {
  const { script, scripts } = decoded.options;
  const files = (scripts ?? []).map((file, index) => ({ script: file, option: `scripts[${index}]` }));
  if (script !== undefined) files.push({ script, option: 'script' });
  return files.filter(({ option }) => !decoded.unknown(option));
}

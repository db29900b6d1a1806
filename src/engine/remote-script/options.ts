import { atRun, type OptionsOf, option } from '../../kernel/schema.ts';

/** What all provisioners take that run scripts on the machine: shell, PowerShell, the Windows shell. */
export const remoteScriptOptions = {
  inline: option.strings.optional({
    doc: 'Lines of a script. One of `inline`, `script` and `scripts` is required.',
    rendering: atRun(),
  }),
  script: option.string.optional({ doc: 'A script file to upload and run.' }),
  scripts: option.strings.optional({ doc: 'Script files to upload and run, one after the other.' }),
  environment_vars: option.strings.optional({
    doc: 'Environment variables for the scripts, each `NAME=value`.',
  }),
  env: option.stringMap.optional({ doc: 'Environment variables for the scripts; goes before `environment_vars`.' }),
  binary: option.bool.withDefault(false, {
    doc: 'Uploads the script as it is. Otherwise `\\r\\n` becomes `\\n`, and a last line end is added.',
  }),
  valid_exit_codes: option.strings.withDefault(['0'], {
    doc: 'Exit statuses that are a success, as numbers; the list replaces 0.',
  }),
  start_retry_timeout: option.duration.withDefault(300_000, {
    doc: 'How long to try to reach the machine and start the script: after a reboot it takes a while.',
  }),
} as const;

export type RemoteScriptOptions = OptionsOf<typeof remoteScriptOptions>;

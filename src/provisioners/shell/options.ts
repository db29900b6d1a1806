import type { OptionsOf } from '../../kernel/schema.ts';
import { option } from '../../kernel/schema.ts';

/** Options of `provisioner "shell"`; names and meanings are Packer's. */
export const shellSchema = {
  inline: option.strings.optional({
    doc: 'Lines of a script. One of `inline`, `script` and `scripts` is required.',
    rendering: 'run',
  }),
  script: option.string.optional({ doc: 'A script file to upload and run.' }),
  scripts: option.strings.optional({ doc: 'Script files to upload and run, one after the other.' }),
  inline_shebang: option.string.optional({
    doc: 'First line of the script made of `inline`, without `#!`. Default `/bin/sh -e`, unless the lines begin with `#!`.',
  }),
  environment_vars: option.strings.optional({
    doc: 'Environment variables for the scripts, each `NAME=value`.',
  }),
  env: option.stringMap.optional({ doc: 'Environment variables for the scripts; goes before `environment_vars`.' }),
  env_var_format: option.string.optional({
    doc: "How a variable is written, with `%s` for its name and again for its value. Default `%s='%s' `; in a variable file `export %s='%s'` and a line end.",
  }),
  use_env_var_file: option.bool.withDefault(false, {
    doc: 'Uploads the variables as a file (mode 0600) and reads it in before the script: they then are in no command line.',
  }),
  execute_command: option.string.optional({
    doc: 'How a script is run, with `{{ .Path }}`, `{{ .Vars }}` and `{{ .EnvVarFile }}`. Default `chmod +x {{.Path}}; {{.Vars}} {{.Path}}`; with a variable file `chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}`.',
    rendering: 'run',
  }),
  remote_folder: option.string.withDefault('/tmp', { doc: 'Folder on the machine for the script.' }),
  remote_file: option.string.optional({ doc: 'Its file name there. Default: a random one.' }),
  remote_path: option.string.optional({
    doc: 'The whole path on the machine, for every script of this block; goes before `remote_folder` and `remote_file`.',
  }),
  binary: option.bool.withDefault(false, {
    doc: 'Uploads the script as it is. Otherwise `\\r\\n` becomes `\\n`, and a last line end is added.',
  }),
  valid_exit_codes: option.strings.withDefault(['0'], {
    doc: 'Exit statuses that are a success, as numbers; the list replaces 0.',
  }),
  expect_disconnect: option.bool.withDefault(false, {
    doc: 'A connection that ends while the script runs (a reboot) is no error.',
  }),
  start_retry_timeout: option.duration.withDefault(300_000, {
    doc: 'How long to try to reach the machine and start the script: after a reboot it takes a while.',
  }),
  skip_clean: option.bool.withDefault(false, { doc: 'Leaves the script and the variable file on the machine.' }),
  pause_after: option.duration.withDefault(0, { doc: 'Waits this long after the last script.' }),
} as const;

export type ShellOptions = OptionsOf<typeof shellSchema>;

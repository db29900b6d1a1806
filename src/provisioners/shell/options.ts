import { remoteScriptOptions } from '../../engine/remote-script/options.ts';
import type { OptionsOf } from '../../kernel/schema.ts';
import { atRun, option } from '../../kernel/schema.ts';

/** What `execute_command` may show beside the build's data. */
export const COMMAND_FIELDS = ['Path', 'Vars', 'EnvVarFile'] as const;

/** Options of `provisioner "shell"`; names and meanings are Packer's. */
export const shellSchema = {
  ...remoteScriptOptions,
  inline_shebang: option.string.optional({
    doc: 'First line of the script made of `inline`, without `#!`. Default `/bin/sh -e`, unless the lines begin with `#!`.',
  }),
  env_var_format: option.string.optional({
    doc: "How a variable is written, with `%s` for its name and again for its value. Default `%s='%s' `; in a variable file `export %s='%s'` and a line end.",
  }),
  use_env_var_file: option.bool.withDefault(false, {
    doc: 'Uploads the variables as a file (mode 0600) and reads it in before the script: they then are in no command line.',
  }),
  execute_command: option.string.optional({
    doc: 'How a script is run, with `{{ .Path }}`, `{{ .Vars }}` and `{{ .EnvVarFile }}`. Default `chmod +x {{.Path}}; {{.Vars}} {{.Path}}`; with a variable file `chmod +x {{.Path}}; . {{.EnvVarFile}} && {{.Path}}`.',
    rendering: atRun(...COMMAND_FIELDS),
  }),
  remote_folder: option.string.withDefault('/tmp', { doc: 'Folder on the machine for the script.' }),
  remote_file: option.string.optional({ doc: 'Its file name there. Default: a random one.' }),
  remote_path: option.string.optional({
    doc: 'The whole path on the machine, for every script of this block; goes before `remote_folder` and `remote_file`.',
  }),
  expect_disconnect: option.bool.withDefault(false, {
    doc: 'A connection that ends while the script runs (a reboot) is no error.',
  }),
  skip_clean: option.bool.withDefault(false, { doc: 'Leaves the script and the variable file on the machine.' }),
  pause_after: option.duration.withDefault(0, { doc: 'Waits this long after the last script.' }),
} as const;

export type ShellOptions = OptionsOf<typeof shellSchema>;

import { remoteScriptOptions } from '../../engine/remote-script/options.ts';
import { atRun, type OptionsOf, option } from '../../kernel/schema.ts';

/** Options of `provisioner "powershell"`; names and meanings are Packer's. */
export const powershellSchema = {
  ...remoteScriptOptions,
  remote_path: option.string.optional({ doc: 'Path of the script on the machine. Default: one in `c:/Windows/Temp`.' }),
  remote_env_var_path: option.string.optional({
    doc: 'Path of the file with the environment variables. Default: one in `c:/Windows/Temp`.',
  }),
  env_var_format: option.string.withDefault('$env:%s="%s"; ', {
    doc: 'How a variable is written, with `%s` for its name and again for its value.',
  }),
  elevated_env_var_format: option.string.withDefault('$env:%s="%s"; ', {
    doc: 'As `env_var_format`, for scripts that run elevated.',
  }),
  execute_command: option.string.optional({
    doc: 'How a script is run, with `{{ .Path }}` and `{{ .Vars }}`.',
    rendering: atRun('Path', 'Vars'),
  }),
  elevated_execute_command: option.string.optional({
    doc: 'As `execute_command`, for scripts that run elevated.',
    rendering: atRun('Path', 'Vars'),
  }),
  execution_policy: option.string.withDefault('bypass', {
    doc: "PowerShell's execution policy; `none` calls the script without naming one.",
    choices: ['bypass', 'allsigned', 'default', 'remotesigned', 'restricted', 'undefined', 'unrestricted', 'none'],
  }),
  elevated_user: option.string.optional({ doc: 'User to run the scripts as, with elevated rights.' }),
  elevated_password: option.string.optional({
    doc: 'Password of `elevated_user`.',
    sensitive: true,
    rendering: atRun(),
  }),
  debug_mode: option.number.withDefault(0, { doc: 'Level of `Set-PSDebug -Trace`: 0, 1 or 2.' }),
  skip_clean: option.bool.withDefault(false, { doc: 'Leaves the scripts on the machine.' }),
  pause_after: option.duration.withDefault(0, { doc: 'Waits this long after the last script.' }),
  use_pwsh: option.bool.withDefault(false, { doc: 'Runs `pwsh` in place of `powershell`.' }),
} as const;

export type PowershellOptions = OptionsOf<typeof powershellSchema>;

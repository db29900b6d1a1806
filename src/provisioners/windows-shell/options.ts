import { remoteScriptOptions } from '../../engine/remote-script/options.ts';
import { atRunWithOnly, type OptionsOf, option } from '../../kernel/schema.ts';

/** Options of `provisioner "windows-shell"`; names and meanings are Packer's. */
export const windowsShellSchema = {
  ...remoteScriptOptions,
  remote_path: option.string.withDefault('c:/Windows/Temp/script.bat', { doc: 'Path of the script on the machine.' }),
  env_var_format: option.string.withDefault('set "%s=%s" && ', {
    doc: 'How a variable is written, with `%s` for its name and again for its value.',
  }),
  execute_command: option.string.withDefault('{{.Vars}}"{{.Path}}"', {
    doc: 'How a script is run, with `{{ .Path }}` and `{{ .Vars }}`.',
    rendering: atRunWithOnly('Path', 'Vars'),
  }),
} as const;

export type WindowsShellOptions = OptionsOf<typeof windowsShellSchema>;

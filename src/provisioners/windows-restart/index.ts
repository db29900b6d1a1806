import type { DeclaredComponent } from '../../engine/ports.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';

const windowsRestartSchema = {
  restart_command: option.string.withDefault('shutdown /r /f /t 0 /c "packer restart"', {
    doc: 'What restarts the machine.',
  }),
  restart_check_command: option.string.optional({
    doc: 'What is run on the machine until it succeeds, to see that it is back.',
  }),
  restart_timeout: option.duration.withDefault(300_000, { doc: 'How long to wait for the machine.' }),
  check_registry: option.bool.withDefault(false, { doc: 'Waits until no key of `registry_keys` is there any more.' }),
  registry_keys: option.strings.optional({
    doc: 'Registry keys that are there while a restart is due. Default: those of the component store.',
  }),
} as const;

/** `provisioner "windows-restart"`: declared; Windows images are not built yet. */
export const windowsRestartProvisioner: DeclaredComponent<OptionsOf<typeof windowsRestartSchema>> = {
  type: 'windows-restart',
  schema: windowsRestartSchema,
  instead: 'Windows images are not built yet. Use Packer for this template.',
  validate: () => [],
};

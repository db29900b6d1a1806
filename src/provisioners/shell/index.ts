import type { Provisioner } from '../../engine/ports.ts';
import type { ShellOptions } from './options.ts';
import { shellSchema } from './options.ts';
import { validateShell } from './validate.ts';

/** `provisioner "shell"`: runs scripts on the machine. */
export const shellProvisioner: Provisioner<ShellOptions> = {
  type: 'shell',
  schema: shellSchema,
  validate: validateShell,
  provision: async (decoded, context) => {
    const { runShell } = await import('./provision.ts');
    await runShell(decoded, context);
  },
};

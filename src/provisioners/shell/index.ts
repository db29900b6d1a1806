import type { Provisioner } from '../../engine/ports.ts';
import type { ShellOptions } from './options.ts';
import { shellSchema } from './options.ts';
import { scriptPaths } from './scripts.ts';
import { validateShell } from './validate.ts';

/** `provisioner "shell"`: runs scripts on the machine. */
export const shellProvisioner: Provisioner<ShellOptions> = {
  type: 'shell',
  schema: shellSchema,
  validate: validateShell,
  behaviourVersion: 1,
  localInputs: ({ options }) => scriptPaths(options).map((path) => ({ path, modes: 'none' })),
  provision: async (decoded, context) => {
    const { runShell } = await import('./provision.ts');
    await runShell(decoded, context);
  },
};

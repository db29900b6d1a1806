import type { Provisioner } from '../../engine/ports.ts';
import { localInputs } from './local-inputs.ts';
import type { AnsibleOptions } from './options.ts';
import { ansibleSchema } from './options.ts';
import { validateAnsible } from './validate.ts';

/** `provisioner "ansible"`: runs a playbook from here against the machine. */
export const ansibleProvisioner: Provisioner<AnsibleOptions> = {
  type: 'ansible',
  schema: ansibleSchema,
  validate: validateAnsible,
  behaviourVersion: 1,
  localInputs: ({ options }, context) => localInputs(options, context.workingDirectory),
  prepare: async (decoded, context) => {
    const { checkAnsibleInstalled } = await import('./check-installed.ts');
    await checkAnsibleInstalled(decoded, context);
  },
  provision: async (decoded, context) => {
    const { runAnsible } = await import('./provision.ts');
    await runAnsible(decoded, context);
  },
};

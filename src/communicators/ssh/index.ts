import type { CommunicatorFactory } from '../../engine/ports.ts';
import type { HostKeyPolicy } from './host-keys.ts';
import type { SshOptions } from './options.ts';
import { sshSchema } from './options.ts';
import { validateSsh } from './validate.ts';

export type { HostKeyPolicy } from './host-keys.ts';

/** `communicator = "ssh"`. What the machine's host key has to be is the user's decision, not the template's. */
export function sshCommunicator(settings: { readonly hostKeyPolicy: HostKeyPolicy }): CommunicatorFactory<SshOptions> {
  return {
    type: 'ssh',
    schema: sshSchema,
    validate: validateSsh,
    connector: async (decoded, context) => {
      const { makeSshConnector } = await import('./connector.ts');
      return makeSshConnector(decoded, context, settings.hostKeyPolicy);
    },
  };
}

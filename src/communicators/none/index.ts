import type { CommunicatorFactory, Connector } from '../../engine/ports.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { NoneOptions } from './options.ts';
import { noneSchema } from './options.ts';

/** `communicator = "none"`: nobody connects to the machine, and nothing is planted on it. */
export const noneCommunicator: CommunicatorFactory<NoneOptions> = {
  type: 'none',
  schema: noneSchema,
  validate: () => [],
  connector: async () => connector,
};

const connector: Connector = {
  type: 'none',
  port: 0,
  username: '',
  fixedHost: undefined,
  login: { kind: 'given' },
  plantedHostKey: undefined,
  adoptPrivateKey: async () => undefined,
  pinFirstHostKey: () => undefined,
  another: async () => connector,
  connect: async (target) => {
    throw new BakeError(`Cannot connect to ${target.name}: the template says communicator = "none"`, {
      code: 'no-communicator',
      category: 'connection',
      hint: 'Set communicator = "ssh" to run provisioners on the machine.',
    });
  },
};

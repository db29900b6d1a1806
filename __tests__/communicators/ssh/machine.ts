import type { HostKeyPolicy } from '../../../src/communicators/ssh/index.ts';
import { sshCommunicator } from '../../../src/communicators/ssh/index.ts';
import { type SshOptions, sshSchema } from '../../../src/communicators/ssh/options.ts';
import type { BuildContext, Communicator, Connector, ConnectTarget } from '../../../src/engine/ports.ts';
import type { OpenSshServer } from '../../support/openssh-server.ts';
import { buildContext, decodedOptions } from '../../support/plugin-context.ts';

/** A target at a loopback port, as a builder would describe it. */
export function targetAt(port: number, overrides: Partial<ConnectTarget> = {}): ConnectTarget {
  return {
    name: 'i-0123456789abcdef0',
    address: async () => ({ host: '127.0.0.1', port }),
    provenHostKeys: undefined,
    ...overrides,
  };
}

export async function connectorFor(
  options: Partial<SshOptions>,
  policy: HostKeyPolicy = 'first',
  context: BuildContext = buildContext(),
): Promise<Connector> {
  const decoded = decodedOptions<SshOptions>(sshSchema, { ssh_username: 'root', ...options });
  return sshCommunicator({ hostKeyPolicy: policy }).connector(decoded, context);
}

/** Logs in to a real server with a temporary key. */
export async function loginTo(server: OpenSshServer, options: Partial<SshOptions> = {}): Promise<Communicator> {
  const connector = await connectorFor({ ssh_username: server.username, ...options });
  if (connector.login.kind === 'temporary-key') await server.authorize(connector.login.publicKey);
  return connector.connect(targetAt(server.port), new AbortController().signal);
}

import type { GeneratedData } from '../template/plan.ts';
import type { Communicator, Connector } from './ports.ts';

/** Packer's stand-ins for what a builder does not have. */
const NOT_IMPLEMENTED: GeneratedData = {
  ID: 'ERR_ID_NOT_IMPLEMENTED_BY_BUILDER',
  PackerHTTPIP: 'ERR_HTTP_IP_NOT_IMPLEMENTED_BY_BUILDER',
  PackerHTTPPort: 'ERR_HTTP_PORT_NOT_IMPLEMENTED_BY_BUILDER',
  PackerHTTPAddr: 'ERR_HTTP_ADDR_NOT_IMPLEMENTED_BY_BUILDER',
};

/** What `build.*` holds whichever the builder is, once there is a machine. */
export function commonGeneratedData(runUuid: string, connector: Connector, communicator: Communicator): GeneratedData {
  const { access } = communicator;
  return {
    ...withoutMachine(runUuid, connector),
    Host: communicator.host,
    Port: communicator.port,
    User: communicator.username,
    Password: access.password ?? '',
    ConnType: communicator.type,
    SSHPrivateKey: access.privateKey ?? '',
    SSHPrivateKeyFile: access.privateKeyFile ?? '',
    SSHAgentAuth: access.agent,
    WinRMPassword: '',
  };
}

/** The same for a build that never came to provision anything. */
export function withoutMachine(runUuid: string, connector: Connector): GeneratedData {
  return {
    ...NOT_IMPLEMENTED,
    Host: '',
    Port: connector.port,
    User: connector.username,
    Password: '',
    ConnType: connector.type,
    PackerRunUUID: runUuid,
    SSHPublicKey: connector.login.kind === 'temporary-key' ? connector.login.publicKey : '',
    SSHPrivateKey: '',
    SSHPrivateKeyFile: '',
    SSHAgentAuth: false,
    WinRMPassword: '',
  };
}

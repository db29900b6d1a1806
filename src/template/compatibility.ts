/** The version of Packer whose behaviour ours is: `packer.version`, `{{ packer_version }}` and `required_version` mean it. */
export const PACKER_VERSION = '1.16.0';

/** Plugins of Packer that are built in, by their source address, with the version whose behaviour is meant. */
export const BUILT_IN_PLUGINS: ReadonlyMap<string, string> = new Map([
  ['github.com/hashicorp/amazon', '1.8.3'],
  ['github.com/hashicorp/ansible', '1.1.4'],
]);

/** Names that `build.` has in every provisioner and post-processor; a builder announces more. */
export const COMMON_BUILD_NAMES: readonly string[] = [
  'ID',
  'Host',
  'Port',
  'User',
  'Password',
  'ConnType',
  'PackerRunUUID',
  'PackerHTTPPort',
  'PackerHTTPIP',
  'PackerHTTPAddr',
  'SSHPublicKey',
  'SSHPrivateKey',
  'WinRMPassword',
];

/** Those that the build's data has besides, once there is a machine; `build.` has no such names, as in Packer. */
export const RUN_ONLY_BUILD_NAMES: readonly string[] = ['SSHPrivateKeyFile', 'SSHAgentAuth'];

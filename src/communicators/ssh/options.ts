import type { OptionsOf } from '../../kernel/schema.ts';
import { deciding, option } from '../../kernel/schema.ts';

const IGNORED_TRANSFER = 'Files travel over SFTP, folders as one tar stream, whichever method is written.';
const NO_PROXY = 'Use a jump host (ssh_bastion_host) instead.';
const NO_BYTES = 'Use ssh_private_key_file.';

/** Names and meanings are Packer's (reference: "Communicators", SSH). */
const schema = {
  ssh_host: option.string.optional({
    doc: "Address to connect to instead of the instance's own.",
  }),
  ssh_port: option.number.withDefault(22, { doc: 'Port of the SSH server; the temporary security group opens it.' }),
  ssh_username: option.string.required({ doc: 'User to log in as.' }),
  ssh_password: option.string.optional({
    doc: 'Password to log in with (`password` and `keyboard-interactive`). No temporary key is made then.',
    sensitive: true,
  }),
  ssh_private_key_file: option.string.optional({
    doc: 'Private key file to log in with, without a passphrase; `~` is the home folder. No temporary key is made then.',
  }),
  ssh_certificate_file: option.string.optional({
    doc: 'SSH certificate to log in with; beside `ssh_private_key_file`.',
    notYet:
      'Log in with the key alone (ssh_private_key_file), or load key and certificate into an agent and set ssh_agent_auth = true.',
  }),
  ssh_agent_auth: option.bool.withDefault(false, {
    doc: 'Logs in with the keys of the SSH agent at `SSH_AUTH_SOCK`. No temporary key is made then.',
  }),
  ssh_timeout: option.duration.optional({
    doc: 'How long to try until the machine can be logged in to. Default `5m`.',
  }),
  ssh_wait_timeout: option.duration.optional({ doc: 'Old name of `ssh_timeout`; goes before it.' }),
  ssh_handshake_attempts: option.number.optional({
    doc: 'How many refused logins to accept before giving up. Default 10, or no limit where `ssh_timeout` is written; 0 and less is no limit.',
  }),
  ssh_keep_alive_interval: option.duration.withDefault(5_000, {
    doc: 'How often to ask a quiet connection whether it still is alive; 0 or less: never.',
  }),
  ssh_read_write_timeout: option.duration.withDefault(0, {
    doc: 'A connection on which nothing came for this long is given up; 0: never. Answers to `ssh_keep_alive_interval` count.',
  }),
  ssh_pty: option.bool.withDefault(false, { doc: 'Runs commands on a pseudo-terminal.' }),
  ssh_disable_agent_forwarding: option.bool.optional({
    doc: 'Accepted for templates that set it: the agent is never forwarded to the machine.',
  }),
  ssh_ciphers: option.strings.optional({ doc: "Ciphers to offer, best first; the library's own list without it." }),
  ssh_key_exchange_algorithms: option.strings.optional({
    doc: "Key exchange methods to offer, best first; the library's own list without it.",
  }),
  ssh_file_transfer_method: option.string.withDefault('scp', {
    doc: `\`scp\` or \`sftp\`. ${IGNORED_TRANSFER} With \`scp\`, \`$NAME\` and \`~user\` in remote paths mean what they mean to the machine's shell.`,
    choices: ['scp', 'sftp'],
  }),
  ssh_bastion_host: option.string.optional({ doc: 'Jump host to go through.' }),
  ssh_bastion_port: option.number.withDefault(22, { doc: 'Port of the jump host.' }),
  ssh_bastion_username: option.string.optional({ doc: 'User on the jump host. Default: `ssh_username`.' }),
  ssh_bastion_password: option.string.optional({ doc: 'Password for the jump host.', sensitive: true }),
  ssh_bastion_private_key_file: option.string.optional({
    doc: 'Private key file for the jump host. Default: `ssh_private_key_file`.',
  }),
  ssh_bastion_agent_auth: option.bool.withDefault(false, { doc: 'Logs in to the jump host with the SSH agent.' }),
  ssh_bastion_interactive: option.bool.withDefault(false, {
    doc: 'Asks for the password of the jump host.',
    notYet: 'Nobody is there to ask: set ssh_bastion_password, ssh_bastion_private_key_file or ssh_bastion_agent_auth.',
  }),
  ssh_bastion_certificate_file: option.string.optional({
    doc: 'SSH certificate for the jump host; beside `ssh_bastion_private_key_file`.',
    notYet:
      'Log in to the jump host with the key alone (ssh_bastion_private_key_file), or through an agent that holds the certificate.',
  }),
  ssh_proxy_host: option.string.optional({ doc: 'SOCKS5 proxy to go through.', notYet: NO_PROXY }),
  ssh_proxy_port: option.number.withDefault(1080, { doc: 'Port of the SOCKS5 proxy.' }),
  ssh_proxy_username: option.string.optional({ doc: 'User of the SOCKS5 proxy.' }),
  ssh_proxy_password: option.string.optional({ doc: 'Password of the SOCKS5 proxy.', sensitive: true }),
  ssh_local_tunnels: option.strings.withDefault([], {
    doc: 'Ports of this computer that lead to what the machine reaches, each `port:host:port` (`8080:localhost:80`).',
  }),
  ssh_remote_tunnels: option.strings.withDefault([], {
    doc: 'Ports of the machine that lead to what this computer reaches, each `port:host:port` (`8081:localhost:8081`). Whatever runs on the machine can use them.',
  }),
  ssh_public_key: option.strings.optional({ doc: 'Key as a list of bytes, internal to Packer.', notYet: NO_BYTES }),
  ssh_private_key: option.strings.optional({
    doc: 'Key as a list of bytes, internal to Packer.',
    sensitive: true,
    notYet: NO_BYTES,
  }),
  temporary_key_pair_type: option.string.withDefault('ed25519', {
    doc: 'Kind of the key that is made for the build: `ed25519`, or `rsa` (3072 bits) for machines that know nothing newer.',
    choices: ['ed25519', 'rsa'],
  }),
  pause_before_connecting: option.duration.withDefault(0, {
    doc: 'After the first login: disconnects, waits this long, and connects again.',
  }),
} as const;

/** Options of `communicator = "ssh"`. Who provisioners run as, and whether on a terminal, may show in the image; how the machine is reached does not. */
export const sshSchema = deciding('image', deciding('run', schema), ['ssh_username', 'ssh_pty']);

export type SshOptions = OptionsOf<typeof sshSchema>;

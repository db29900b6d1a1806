import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Communicator, CommunicatorAccess } from '../../engine/ports.ts';
import { shellWord } from '../../kernel/posix-shell.ts';

/** How OpenSSH gets to the machine by itself. */
export interface SshAccess {
  readonly privateKeyFile: string | undefined;
  readonly password: string | undefined;
  /** For Ansible's `ansible_ssh_common_args`: one text that is cut into words like a shell's. */
  readonly commonArguments: string;
}

/** Writes what `ssh` needs into `folder` (mode 0700): the key, and the host keys that are accepted, no others. */
export async function prepareSshAccess(communicator: Communicator, folder: string): Promise<SshAccess> {
  const { access } = communicator;
  const knownHosts = join(folder, 'known_hosts');
  await writeFile(knownHosts, access.knownHosts.map((line) => `${line}\n`).join(''), { mode: 0o600 });
  const privateKeyFile = access.privateKeyFile ?? (await writeKey(access.privateKey, folder));
  const words = [
    ...hostKeyOptions(knownHosts),
    // Other keys of an agent would use up the tries that a server allows.
    ...(privateKeyFile === undefined ? [] : ['-o', 'IdentitiesOnly=yes']),
    ...(access.bastion === undefined ? [] : ['-o', `ProxyCommand=${proxyCommand(access.bastion, knownHosts)}`]),
  ];
  return {
    privateKeyFile,
    password: access.password,
    commonArguments: words.map((word) => shellWord(word)).join(' '),
  };
}

async function writeKey(privateKey: string | undefined, folder: string): Promise<string | undefined> {
  if (privateKey === undefined) return undefined;
  const file = join(folder, 'id');
  await writeFile(file, privateKey.endsWith('\n') ? privateKey : `${privateKey}\n`, { mode: 0o600 });
  return file;
}

function hostKeyOptions(knownHosts: string): readonly string[] {
  return [
    '-o',
    `UserKnownHostsFile=${configPath(knownHosts)}`,
    '-o',
    'GlobalKnownHostsFile=/dev/null',
    '-o',
    'StrictHostKeyChecking=yes',
  ];
}

function proxyCommand(bastion: NonNullable<CommunicatorAccess['bastion']>, knownHosts: string): string {
  const { host, port, username, privateKeyFile } = bastion;
  const key = privateKeyFile === undefined ? [] : ['-i', privateKeyFile, '-o', 'IdentitiesOnly=yes'];
  const command = ['ssh', ...hostKeyOptions(knownHosts), '-o', 'BatchMode=yes', '-p', String(port), ...key];
  const words = [...command, '-l', username, '--', host].map((word) => shellWord(word).replaceAll('%', '%%'));
  return [...words.slice(0, 1), '-W', '%h:%p', ...words.slice(1)].join(' ');
}

/** A path in ssh_config(5): quoted, since blanks separate several files, and without tokens. */
function configPath(path: string): string {
  return `"${path.replaceAll('%', '%%')}"`;
}

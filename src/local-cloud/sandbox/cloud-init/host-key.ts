import ssh2 from 'ssh2';
import { makeEd25519KeyPair } from '../../../kernel/ssh-keys.ts';
import type { GuestFiles } from '../guest-files.ts';

export interface HostKey {
  /** OpenSSH or PEM format. */
  readonly private: string;
  /** One line of OpenSSH's public format, with a comment. */
  readonly public: string;
}

const FILE = '/etc/ssh/ssh_host_ed25519_key';

/** The machine's host key as its disk has it; undefined when it is missing or can't be used. */
export async function readHostKey(files: GuestFiles, comment: string): Promise<HostKey | undefined> {
  const content = await files.read(FILE);
  return content === undefined ? undefined : usable(content, comment);
}

/** A key from user data, completed; undefined when it is none. */
export function usable(privateKey: string, comment: string): HostKey | undefined {
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) return undefined;
  const blob = parsed.getPublicSSH().toString('base64');
  return { private: ended(privateKey), public: `${parsed.type} ${blob} ${parsed.comment || comment}` };
}

export function generateHostKey(comment: string): HostKey {
  const { privateKey, publicKey } = makeEd25519KeyPair(comment);
  return { private: privateKey, public: publicKey };
}

export async function writeHostKey(files: GuestFiles, key: HostKey): Promise<void> {
  await files.write(FILE, key.private, { mode: 0o600 });
  await files.write(`${FILE}.pub`, `${key.public}\n`, { mode: 0o644 });
}

/** Removes every host key, of whatever algorithm: those of an image belong to the machine that it was made of. */
export async function removeHostKeys(files: GuestFiles): Promise<void> {
  for (const name of await files.list('/etc/ssh')) {
    if (/^ssh_host_.*key/.test(name)) await files.remove(`/etc/ssh/${name}`);
  }
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

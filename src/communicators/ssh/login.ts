import { readFile } from 'node:fs/promises';
import type { AnyAuthMethod } from 'ssh2';
import { errorMessage } from '../../kernel/error-message.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { SecretRegistry } from '../../kernel/secrets.ts';
import { loadSsh2 } from './load-ssh2.ts';

/** What may be used to log in; tried in the order agent, key file, made key, password, as Packer does. */
export interface Credentials {
  readonly username: string;
  /** Socket of the SSH agent. */
  readonly agent: string | undefined;
  readonly privateKeys: readonly string[];
  readonly password: string | undefined;
}

/** Asked for outright, without the query for allowed methods that would cost one round trip. */
export function authMethods({ username, agent, privateKeys, password }: Credentials): readonly AnyAuthMethod[] {
  const methods: AnyAuthMethod[] = [];
  if (agent !== undefined) methods.push({ type: 'agent', username, agent });
  for (const key of privateKeys) methods.push({ type: 'publickey', username, key });
  if (password !== undefined) {
    methods.push({ type: 'password', username, password });
    methods.push({
      type: 'keyboard-interactive',
      username,
      prompt: (_name, _instructions, _language, prompts, answer) => answer(prompts.map(() => password)),
    });
  }
  return methods;
}

/** Reads a key file and makes sure that it can be used; its content becomes a secret. */
export async function readPrivateKey(path: string, optionName: string, secrets: SecretRegistry): Promise<string> {
  const unusable = (why: string, hint: string, cause?: unknown): BakeError =>
    new BakeError(`Cannot use ${optionName} = "${path}": ${why}`, {
      code: 'ssh-key-unusable',
      category: 'input',
      hint,
      cause,
    });
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const why = errorMessage(error);
    throw unusable(why, 'Check the path; a relative one starts at the working directory.', error);
  });
  secrets.register(text);
  const { utils } = await loadSsh2();
  const key = utils.parseKey(text);
  if (key instanceof Error) {
    const encrypted = /passphrase|encrypted/i.test(key.message);
    throw encrypted
      ? unusable(
          'it is encrypted with a passphrase',
          'Use a key without one, or load it into an agent and set ssh_agent_auth = true.',
        )
      : unusable(key.message, 'It must be a private key in OpenSSH or PEM format.');
  }
  if (!key.isPrivateKey())
    throw unusable('it is a public key', 'Name the private key file, usually the one without .pub.');
  return text;
}

/** The line `ssh-ed25519 AAAA…`, without a comment, that belongs to a private key from the cloud. */
export async function publicKeyOf(privateKeyPem: string): Promise<string> {
  const { utils } = await loadSsh2();
  const key = utils.parseKey(privateKeyPem);
  if (key instanceof Error) {
    throw new BakeError(`The temporary key that the cloud made can not be read: ${key.message}`, {
      code: 'ssh-key-unusable',
      category: 'cloud',
      hint: 'Allow ec2:ImportKeyPair, so that the key is made here, or use ssh_private_key_file.',
    });
  }
  return `${key.type} ${key.getPublicSSH().toString('base64')}`;
}

import type { PlantedHostKey } from '../../engine/ports.ts';
import { BakeError } from '../../kernel/errors.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { SecretRegistry } from '../../kernel/secrets.ts';
import { fingerprint, keyTypeName, makeKeyPair } from '../../kernel/ssh-keys.ts';

/** `proven`: only a key that another channel vouches for. `first`: the first one that a login succeeds with. */
export type HostKeyPolicy = 'proven' | 'first';

/**
 * Makes the host key that the machine is to present, as cloud-init's `ssh_keys` (module cc_ssh).
 *
 * Its private half goes only to that machine, and it says nothing about any other: cloud-init makes new host keys on
 * the first boot of every instance (`ssh_deletekeys`, its default), so also in those launched from the image. Where an
 * image turns that off, instances share the build machine's host key, whoever made it; as with Packer.
 */
export async function plantHostKey(ids: Ids, secrets: SecretRegistry): Promise<PlantedHostKey> {
  const key = await makeKeyPair('ed25519', `bake-ami-${ids.token(8)}`);
  secrets.register(key.privateKey);
  const cloudConfig = [
    '#cloud-config',
    'ssh_deletekeys: true',
    'ssh_keys:',
    '  ed25519_private: |',
    ...key.privateKey
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
    `  ed25519_public: ${key.publicKey}`,
    '',
  ].join('\n');
  return { cloudConfig, fingerprint: fingerprint(key.publicBlob) };
}

/** Decides whose host key is accepted, for all connections of one build to one machine. */
export class HostKeys {
  readonly #policy: HostKeyPolicy;
  readonly #trusted: Set<string>;
  #pinned: Buffer | undefined;

  constructor(policy: HostKeyPolicy, planted: PlantedHostKey | undefined) {
    this.#policy = policy;
    this.#trusted = new Set(planted === undefined ? [] : [planted.fingerprint]);
  }

  /** The key that the machine logged us in with. */
  get pinned(): Buffer | undefined {
    return this.#pinned;
  }

  /** Whether there is a key that the machine should present and maybe does not yet. */
  get expectsAnother(): boolean {
    return this.#trusted.size > 0 && this.#pinned === undefined;
  }

  accepts(publicBlob: Buffer): boolean {
    if (this.#pinned?.equals(publicBlob)) return true;
    if (this.#trusted.has(fingerprint(publicBlob))) return true;
    return this.#policy === 'first' && this.#pinned === undefined;
  }

  /** Fingerprints that another channel proved to be the machine's own. */
  trust(fingerprints: readonly string[]): void {
    for (const proven of fingerprints) this.#trusted.add(proven);
  }

  /** After a login: from now on it is this key. Before it, an early boot may still present one that is replaced. */
  pin(publicBlob: Buffer): void {
    this.#pinned = publicBlob;
  }

  /** Why this key is refused for good, and what to do. */
  refusal(machine: string, publicBlob: Buffer, proven: readonly string[]): BakeError {
    const presented = `${keyTypeName(publicBlob)} key ${fingerprint(publicBlob)}`;
    if (this.#pinned !== undefined) {
      return new BakeError(
        `The host key of ${machine} has changed: it was ${fingerprint(this.#pinned)}, now it presents the ${presented}`,
        {
          code: 'host-key-changed',
          category: 'connection',
          hint: 'If a provisioner replaces the host keys, do that in the last one, without a reboot; else somebody stands between here and the machine.',
        },
      );
    }
    const why =
      proven.length > 0
        ? `it presents the ${presented}, but its console output lists ${proven.join(', ')}`
        : `it presents the ${presented}, which neither was planted by us nor is listed in its console output`;
    return new BakeError(`Cannot tell whether ${machine} is the machine that was launched: ${why}`, {
      code: 'host-key-not-proven',
      category: 'connection',
      hint: 'For an image without cloud-init, accept the first key with the input ssh-host-key: first (flag -ssh-host-key=first).',
    });
  }
}

/** A line for a known_hosts file (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT"). */
export function knownHostsLine(host: string, port: number, publicBlob: Buffer): string {
  const name = port === 22 ? host : `[${host}]:${port}`;
  return `${name} ${keyTypeName(publicBlob)} ${publicBlob.toString('base64')}`;
}

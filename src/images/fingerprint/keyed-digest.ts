import { createHash, createHmac, scrypt } from 'node:crypto';
import type { SecretRegistry } from '../../kernel/secrets.ts';

/** RFC 7914; 32 MiB and about a quarter of a second for one guess (OWASP Password Storage Cheat Sheet). */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 32;

export interface DigestSettings {
  /** The secret that all digests are keyed with; undefined: there is none. */
  readonly key: string | undefined;
  readonly accountId: string | undefined;
  readonly secrets: SecretRegistry;
}

/** A text's digest, 64 hexadecimal digits. */
export interface KeyedDigest {
  readonly digest: string;
  /** Whether there is a secret in the text. */
  readonly holdsSecret: boolean;
}

/**
 * Digests that can be shown although there are secrets in the texts. With a key, all are HMACs. Without one, what holds a
 * secret is an HMAC whose key is derived, slowly, from all secrets of these texts together and the account: whoever has
 * the rest has to guess all of them at once, at a price for each guess.
 */
export async function keyedDigests(
  texts: readonly string[],
  { key, accountId, secrets }: DigestSettings,
): Promise<readonly KeyedDigest[]> {
  const found = texts.map((text) => secrets.foundIn(text));
  if (key !== undefined) {
    const hidden = createHash('sha256').update(`bake-ami fingerprint key\n${key}`).digest();
    return texts.map((text, index) => ({ digest: hmac(hidden, text), holdsSecret: (found[index]?.length ?? 0) > 0 }));
  }
  const all = [...new Set(found.flat())].sort();
  const derived = all.length === 0 ? undefined : await derivedKey(JSON.stringify(all), accountId ?? '');
  return texts.map((text, index) =>
    derived !== undefined && (found[index]?.length ?? 0) > 0
      ? { digest: hmac(derived, text), holdsSecret: true }
      : { digest: sha256(text), holdsSecret: false },
  );
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

const derivations = new Map<string, Promise<Buffer>>();

/** Builds of one template mostly have the same secrets: one derivation for all of them. */
function derivedKey(secrets: string, accountId: string): Promise<Buffer> {
  const known = sha256(JSON.stringify([secrets, accountId]));
  const derivation =
    derivations.get(known) ??
    new Promise<Buffer>((resolve, reject) => {
      scrypt(secrets, `bake-ami fingerprint ${accountId}`, KEY_BYTES, COST, (error, key) =>
        error === null ? resolve(key) : reject(error),
      );
    });
  derivations.set(known, derivation);
  return derivation;
}

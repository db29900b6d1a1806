import { stableHex } from './identifiers.ts';

export type KeyState = 'Enabled' | 'Disabled' | 'PendingDeletion';

/** A KMS key. */
export interface KmsKey {
  /** A UUID. */
  readonly id: string;
  readonly arn: string;
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly description: string;
  /** `ENCRYPT_DECRYPT`, `SIGN_VERIFY`, … */
  readonly usage: string;
  /** `SYMMETRIC_DEFAULT`, `RSA_2048`, … */
  readonly spec: string;
  /** Milliseconds since the Unix epoch. */
  readonly createdAt: number;
  state: KeyState;
  /** Milliseconds since the Unix epoch. */
  deletedAt: number | undefined;
}

/** The key that EBS encrypts with where none is named; every account has it. */
export const EBS_ALIAS = 'alias/aws/ebs';

/**
 * The keys of one region. With `hasAny` a key that nobody has made is there as soon as somebody names it: a rehearsal of a
 * template knows no account.
 */
export class KmsKeys {
  readonly #place: { readonly region: string; readonly accountId: string };
  readonly #hasAny: boolean;
  readonly #keys = new Map<string, KmsKey>();
  /** Alias to the id of its key. */
  readonly #aliases = new Map<string, string>();

  constructor(place: { readonly region: string; readonly accountId: string }, kmsKeys: readonly string[] | 'any') {
    this.#place = place;
    this.#hasAny = kmsKeys === 'any';
    for (const name of [EBS_ALIAS, ...(kmsKeys === 'any' ? [] : kmsKeys)]) this.#seed(name);
  }

  get aliases(): readonly (readonly [alias: string, key: KmsKey])[] {
    return [...this.#aliases].flatMap(([alias, id]) => {
      const key = this.#keys.get(id);
      return key === undefined ? [] : [[alias, key] as const];
    });
  }

  aliasesOf({ id }: KmsKey): readonly string[] {
    return [...this.#aliases].filter(([, target]) => target === id).map(([alias]) => alias);
  }

  add(key: Omit<KmsKey, 'arn' | 'state' | 'deletedAt'>): KmsKey {
    const made: KmsKey = { ...key, arn: this.arn(`key/${key.id}`), state: 'Enabled', deletedAt: undefined };
    this.#keys.set(key.id, made);
    return made;
  }

  name(alias: string, { id }: KmsKey): void {
    this.#aliases.set(alias, id);
  }

  /** By id, alias, or the ARN of either, all of this region. */
  find(identifier: string): KmsKey | undefined {
    const prefix = this.arn('');
    const name = identifier.startsWith(prefix) ? identifier.slice(prefix.length) : identifier;
    if (name.startsWith('arn:')) return undefined;
    const bare = name.replace(/^key\//, '');
    const found = this.#keys.get(this.#aliases.get(bare) ?? bare);
    if (found !== undefined || !this.#hasAny || name.startsWith('alias/aws/')) return found;
    return this.#seed(bare);
  }

  /** `arn:aws:kms:us-east-1:123456789012:alias/name` */
  arn(name: string): string {
    return `arn:aws:kms:${this.#place.region}:${this.#place.accountId}:${name}`;
  }

  /** What may be a key's id here; another region's key is none. */
  #seed(name: string): KmsKey | undefined {
    const isAlias = name.startsWith('alias/');
    if (!isAlias && !/^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(name)) return undefined;
    const key = this.add({
      id: isAlias ? uuidOf(this.arn(name)) : name,
      manager: name.startsWith('alias/aws/') ? 'AWS' : 'CUSTOMER',
      description: name === EBS_ALIAS ? 'Default key that protects my EBS volumes when no other key is defined' : '',
      usage: 'ENCRYPT_DECRYPT',
      spec: 'SYMMETRIC_DEFAULT',
      createdAt: 0,
    });
    if (isAlias) this.name(name, key);
    return key;
  }
}

function uuidOf(seed: string): string {
  const digits = stableHex(seed) + stableHex(`${seed}/`);
  return digits.replace(/^(.{8})(.{3})(.{3})(.{3})(.{12}).*$/, '$1-4$2-4$3-8$4-$5');
}

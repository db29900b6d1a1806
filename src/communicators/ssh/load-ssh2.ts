import type { KeyObject } from 'node:crypto';
import crypto from 'node:crypto';

export type Ssh2 = typeof import('ssh2');

let loading: Promise<Ssh2> | undefined;

/** ssh2, loaded when it is first needed. */
export function loadSsh2(): Promise<Ssh2> {
  loading ??= load();
  return loading;
}

/**
 * ssh2 makes a cipher per packet from the key's bytes, and checking and wrapping those bytes is a quarter of its time on
 * Node 24. It takes its own copy of the two functions when it is loaded, so it is loaded while they are replaced by
 * ones that remember the wrapped key.
 */
async function load(): Promise<Ssh2> {
  const { createCipheriv, createDecipheriv } = crypto;
  const wrapped = new WeakMap<Buffer, KeyObject>();
  const keyObject = (key: unknown): unknown => {
    if (!Buffer.isBuffer(key)) return key;
    const known = wrapped.get(key) ?? crypto.createSecretKey(key);
    wrapped.set(key, known);
    return known;
  };
  const remembering =
    <F extends (...values: never[]) => unknown>(make: F) =>
    (algorithm: unknown, key: unknown, ...rest: unknown[]): unknown =>
      Reflect.apply(make, crypto, [algorithm, keyObject(key), ...rest]);
  Object.assign(crypto, {
    createCipheriv: remembering(createCipheriv),
    createDecipheriv: remembering(createDecipheriv),
  });
  try {
    return (await import('ssh2')).default;
  } finally {
    Object.assign(crypto, { createCipheriv, createDecipheriv });
  }
}

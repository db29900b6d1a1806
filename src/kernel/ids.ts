import { randomBytes, randomUUID } from 'node:crypto';

/** Randomness as a port: every generated name, token and identifier comes from here. */
export interface Ids {
  /** A random UUID, version 4 (RFC 9562). */
  uuid(): string;
  /** `length` random characters of `a-z0-9`. */
  token(length: number): string;
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  token: (length) => {
    let token = '';
    while (token.length < length) {
      for (const byte of randomBytes(length)) {
        // 252 is the largest multiple of 36 in a byte: what is above it would favour the first letters.
        if (byte < 252 && token.length < length) token += ALPHABET.charAt(byte % 36);
      }
    }
    return token;
  },
};

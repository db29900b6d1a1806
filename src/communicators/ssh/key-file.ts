import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { errorMessage } from '../../kernel/error-message.ts';

/** A private key of any sort begins within so many bytes. */
const LOOKED_AT = 64 * 1024;

const PRIVATE = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----|^PuTTY-User-Key-File-\d:/m;
const PUBLIC = /^(?:ssh-|ecdsa-|sk-)\S+ AAAA|-----BEGIN [A-Z0-9 ]*PUBLIC KEY-----|---- BEGIN SSH2 PUBLIC KEY ----/m;

/** Why a file that exists can't hold a private key, as far as its text tells without the key being read; undefined where it can. */
export function wrongWithKeyFile(path: string): string | undefined {
  let text: string;
  try {
    const kind = statSync(path);
    if (kind.isDirectory()) return 'It is a folder';
    // What comes through a pipe can be read once only, by the connection.
    if (!kind.isFile()) return undefined;
    text = beginningOf(path);
  } catch (error) {
    return errorMessage(error);
  }
  if (PRIVATE.test(text)) return undefined;
  return PUBLIC.test(text)
    ? 'It is a public key; the private one is usually in the file without .pub'
    : 'It holds no private key in OpenSSH or PEM format';
}

function beginningOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(LOOKED_AT);
    return buffer.toString('latin1', 0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

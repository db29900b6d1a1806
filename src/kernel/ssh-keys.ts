import { createHash, generateKeyPair, generateKeyPairSync } from 'node:crypto';
import { promisify } from 'node:util';
import { BakeError } from './errors.ts';

const makePair = promisify(generateKeyPair);

/** A key pair in the formats that OpenSSH, ssh2 and EC2's ImportKeyPair read. */
export interface KeyPair {
  readonly type: 'ed25519' | 'rsa';
  /** PEM: OpenSSH's own format for ed25519 (openssh-key-v1), PKCS#1 for RSA. */
  readonly privateKey: string;
  /** One line, `ssh-ed25519 AAAA… comment`. */
  readonly publicKey: string;
  /** The key as it goes over the wire (RFC 4253, 6.6), base64 of which is the middle of `publicKey`. */
  readonly publicBlob: Buffer;
}

export async function makeKeyPair(type: 'ed25519' | 'rsa', comment: string): Promise<KeyPair> {
  return type === 'ed25519' ? makeEd25519KeyPair(comment) : makeRsa(comment);
}

/** `SHA256:…`, as `ssh-keygen -l` and cloud-init print it. */
export function fingerprint(publicBlob: Buffer): string {
  return `SHA256:${createHash('sha256').update(publicBlob).digest('base64').replace(/=+$/, '')}`;
}

/** The name of the key's kind, the first field of the blob. */
export function keyTypeName(publicBlob: Buffer): string {
  const length = publicBlob.readUInt32BE(0);
  return publicBlob.toString('latin1', 4, 4 + length);
}

/**
 * Made at once, since it takes no time. Not by ssh2, whose generator writes one Ed25519 key in a hundred so that OpenSSH
 * refuses it (seen with ssh2 1.17.0: 5 of 500).
 */
export function makeEd25519KeyPair(comment: string): KeyPair {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x, d } = privateKey.export({ format: 'jwk' });
  const publicPart = bytesOf(x);
  const publicBlob = Buffer.concat([field('ssh-ed25519'), field(publicPart)]);
  return {
    type: 'ed25519',
    privateKey: openSshPrivateKey(publicBlob, publicPart, bytesOf(d), comment),
    publicKey: `ssh-ed25519 ${publicBlob.toString('base64')} ${comment}`,
    publicBlob,
  };
}

async function makeRsa(comment: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await makePair('rsa', { modulusLength: 3072 });
  const { e, n } = publicKey.export({ format: 'jwk' });
  const publicBlob = Buffer.concat([field('ssh-rsa'), field(positive(bytesOf(e))), field(positive(bytesOf(n)))]);
  return {
    type: 'rsa',
    privateKey: privateKey.export({ format: 'pem', type: 'pkcs1' }).toString(),
    publicKey: `ssh-rsa ${publicBlob.toString('base64')} ${comment}`,
    publicBlob,
  };
}

/** OpenSSH's format, PROTOCOL.key: unencrypted, one key. */
function openSshPrivateKey(publicBlob: Buffer, publicPart: Buffer, seed: Buffer, comment: string): string {
  // Twice the same number, by which a wrong passphrase would be noticed; there is none, so any number does.
  const check = createHash('sha256').update(publicBlob).digest().subarray(0, 4);
  const unpadded = Buffer.concat([check, check, publicBlob, field(Buffer.concat([seed, publicPart])), field(comment)]);
  const padding = Buffer.from(Array.from({ length: (8 - (unpadded.length % 8)) % 8 }, (_, index) => index + 1));
  const one = Buffer.alloc(4);
  one.writeUInt32BE(1);
  const key = Buffer.concat([
    Buffer.from('openssh-key-v1\0', 'latin1'),
    field('none'),
    field('none'),
    field(''),
    one,
    field(publicBlob),
    field(Buffer.concat([unpadded, padding])),
  ]);
  const lines = key.toString('base64').replace(/.{70}/g, '$&\n');
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${lines.trimEnd()}\n-----END OPENSSH PRIVATE KEY-----\n`;
}

/** A `string` of RFC 4251, section 5. */
function field(content: Buffer | string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** A positive `mpint` of RFC 4251, section 5: a leading zero where the first bit would mean a negative number. */
function positive(bytes: Buffer): Buffer {
  return (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
}

function bytesOf(base64url: string | undefined): Buffer {
  if (base64url === undefined)
    throw new BakeError('A key was made without its numbers', { code: 'internal', category: 'internal' });
  return Buffer.from(base64url, 'base64url');
}

import { constants, createPrivateKey, type KeyObject, privateDecrypt } from 'node:crypto';
import { decodeBase64 } from '../encoding/base64.ts';
import { fault } from '../function.ts';
import { textFunction } from '../text-function.ts';

export const rsadecrypt = textFunction(
  'rsadecrypt',
  ['ciphertext', 'privatekey'],
  'The text that was encrypted with RSA (PKCS #1 v1.5) and is given in Base64; the private key is a PEM text.',
  (ciphertext, pem) => {
    const encrypted = decodeBase64(ciphertext);
    const key = readKey(pem);
    return decrypt(encrypted, key).toString('utf8');
  },
  () => ({ steps: 5_000 }),
);

function readKey(pem: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // The reason could quote from the key.
  }
  return fault('the private key is not an RSA key in PEM that is free of a passphrase', 1);
}

/** Node refuses PKCS #1 v1.5 for fear of remote oracles; here it is the user's own key and text. */
function decrypt(encrypted: Buffer, key: KeyObject): Buffer {
  let padded: Buffer;
  try {
    padded = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encrypted);
  } catch {
    return fault('the text was not encrypted for this key', 0);
  }
  // RFC 8017, 7.2.2: 00 02, at least eight bytes that are not zero, 00, the text.
  const end = padded.indexOf(0, 2);
  if (padded[0] !== 0 || padded[1] !== 2 || end < 10) fault('the text was not encrypted for this key', 0);
  return padded.subarray(end + 1);
}

import { isUtf8 } from 'node:buffer';
import { gzipSync } from 'node:zlib';
import { fault } from '../function.ts';
import { textFunction } from '../text-function.ts';

export const base64encode = textFunction('base64encode', ['str'], 'The UTF-8 bytes of the string in Base64.', (text) =>
  Buffer.from(text, 'utf8').toString('base64'),
);

export const base64decode = textFunction(
  'base64decode',
  ['str'],
  'The text whose UTF-8 bytes are given in Base64.',
  (text) => {
    const bytes = decodeBase64(text);
    if (!isUtf8(bytes)) fault('the result of decoding the provided string is not valid UTF-8', 0);
    return bytes.toString('utf8');
  },
);

/** The bytes of standard, padded Base64 (RFC 4648, section 4); line breaks are passed over, as in Go. */
export function decodeBase64(text: string): Buffer {
  const compact = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)) {
    fault('the string is not valid Base64 (standard alphabet, with padding)', 0);
  }
  return Buffer.from(compact, 'base64');
}

export const base64gzip = textFunction(
  'base64gzip',
  ['str'],
  'The string, compressed with gzip, in Base64.',
  (text) => {
    const compressed = gzipSync(Buffer.from(text, 'utf8'));
    // The tenth byte names the operating system; "unknown", as Go writes, gives the same result everywhere.
    compressed[9] = 0xff;
    return compressed.toString('base64');
  },
  (text) => ({ steps: 50 + Math.ceil(text.length / 16) }),
);

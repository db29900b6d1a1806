import iconv from 'iconv-lite';
import { fault } from '../function.ts';
import { textFunction } from '../text-function.ts';
import { decodeBase64 } from './base64.ts';

export const textencodebase64 = textFunction(
  'textencodebase64',
  ['string', 'encoding'],
  'The string in a character encoding (an IANA name such as UTF-16LE), in Base64.',
  (text, encoding) => {
    const bytes = iconv.encode(text, supported(encoding));
    if (iconv.decode(bytes, encoding, { stripBOM: false }) !== text) {
      fault(`the string contains characters that "${encoding}" does not have`, 0);
    }
    return bytes.toString('base64');
  },
);

export const textdecodebase64 = textFunction(
  'textdecodebase64',
  ['source', 'encoding'],
  'The text whose bytes in a character encoding (an IANA name such as UTF-16LE) are given in Base64.',
  (source, encoding) => iconv.decode(decodeBase64(source), supported(encoding), { stripBOM: false }),
);

function supported(encoding: string): string {
  // Names such as "base64" and "hex" are no character encodings, though the library knows them.
  const known = iconv.encodingExists(encoding) && !/^(?:base64|hex|binary|internal)$/i.test(encoding);
  return known ? encoding : fault(`"${encoding}" is not a supported IANA encoding name or alias`, 1);
}

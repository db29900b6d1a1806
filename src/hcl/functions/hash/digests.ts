import { createHash } from 'node:crypto';
import type { PlainFunction } from '../function.ts';
import { textFunction } from '../text-function.ts';

export const md5 = digest('md5');
export const sha1 = digest('sha1');
export const sha256 = digest('sha256');
export const sha512 = digest('sha512');

function digest(name: string): PlainFunction {
  return textFunction(name, ['str'], `The ${name.toUpperCase()} digest of the string, in hexadecimal digits.`, (text) =>
    createHash(name).update(text, 'utf8').digest('hex'),
  );
}

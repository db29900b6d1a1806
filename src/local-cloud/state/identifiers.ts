import { createHash } from 'node:crypto';

/** 17 hexadecimal digits, the long form of EC2's identifiers, that depend on the text only. */
export function stableHex(seed: string): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, 17);
}

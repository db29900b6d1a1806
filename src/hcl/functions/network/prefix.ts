import { isIPv4, isIPv6 } from 'node:net';

/** A block of addresses in CIDR notation (RFC 4632, RFC 4291). */
export interface Prefix {
  readonly bits: 32 | 128;
  /** The first address of the block, as a number. */
  readonly network: bigint;
  readonly length: number;
}

/** Reads `10.0.0.0/8` or `fd00::/8`; host bits are cut off. Undefined when it is no prefix. */
export function parsePrefix(text: string): Prefix | undefined {
  const match = /^([^/%]+)\/(0|[1-9]\d{0,2})$/.exec(text);
  const address = match?.[1] ?? '';
  const length = Number(match?.[2]);
  const bits = isIPv4(address) ? 32 : isIPv6(address) ? 128 : undefined;
  if (match === null || bits === undefined || length > bits) return undefined;
  const number = bits === 32 ? parseV4(address) : parseV6(address);
  const hostBits = BigInt(bits - length);
  return { bits, network: (number >> hostBits) << hostBits, length };
}

export function formatAddress(address: bigint, bits: 32 | 128): string {
  return bits === 32 ? formatV4(address) : formatV6(address);
}

export function formatPrefix({ network, bits, length }: Prefix): string {
  return `${formatAddress(network, bits)}/${length}`;
}

function parseV4(text: string): bigint {
  return text.split('.').reduce((number, part) => (number << 8n) | BigInt(part), 0n);
}

function parseV6(text: string): bigint {
  const [head = '', tail] = text.split('::').map(withHexTail);
  const left = groups(head);
  const right = groups(tail ?? '');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].reduce((number, group) => (number << 16n) | BigInt(`0x${group}`), 0n);
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':');
}

/** An IPv4 address at the end, as two groups: `::ffff:10.0.0.1`. */
function withHexTail(text: string): string {
  return text.replace(/\d+\.\d+\.\d+\.\d+$/, (address) => {
    const number = parseV4(address);
    return `${(number >> 16n).toString(16)}:${(number & 0xffffn).toString(16)}`;
  });
}

function formatV4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join('.');
}

/** RFC 5952: small letters, the longest run of zero groups (at least two, the first of equals) as `::`. */
function formatV6(address: bigint): string {
  // As Go prints: an IPv4-mapped address is an IPv4 one.
  if (address >> 32n === 0xffffn) return formatV4(address & 0xffffffffn);
  const parts = Array.from({ length: 8 }, (_, index) => ((address >> BigInt(112 - index * 16)) & 0xffffn).toString(16));
  const text = parts.join(':');
  const runs = [...text.matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/g)];
  const longest = runs.reduce((best, [run]) => (run.length > best.length ? run : best), '');
  const run = runs.find(([each]) => each === longest);
  if (run === undefined) return text;
  const before = text.slice(0, run.index).replace(/:$/, '');
  const after = text.slice(run.index + longest.length).replace(/^:/, '');
  return `${before}::${after}`;
}

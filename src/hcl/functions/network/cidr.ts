import { listOf, NUMBER, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, integerAt, textAt, textList } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';
import { formatAddress, formatPrefix, type Prefix, parsePrefix } from './prefix.ts';

const PREFIX = { name: 'prefix', type: STRING } as const;

export const cidrhost: PlainFunction = {
  name: 'cidrhost',
  params: [PREFIX, { name: 'hostnum', type: NUMBER }],
  returns: STRING,
  doc: 'The address of a host in the block; a negative number counts from the end.',
  call(args) {
    const { bits, network, length } = prefixAt(args);
    const number = argumentAt(args, 1).asNumber();
    if (!number.isInteger()) fault('a whole number is required', 1);
    const host = BigInt(number.toFixed());
    const size = 1n << BigInt(bits - length);
    if (host >= size || -host > size) {
      fault(`prefix of ${length} does not accommodate a host numbered ${host}`, 1);
    }
    return Value.string(formatAddress(network + (host < 0n ? size + host : host), bits));
  },
};

export const cidrnetmask: PlainFunction = {
  name: 'cidrnetmask',
  params: [PREFIX],
  returns: STRING,
  doc: "The block's net mask as an address: 255.255.255.0.",
  call(args) {
    const { bits, length } = prefixAt(args);
    const hostBits = BigInt(bits - length);
    const all = (1n << BigInt(bits)) - 1n;
    return Value.string(formatAddress((all >> hostBits) << hostBits, bits));
  },
};

export const cidrsubnet: PlainFunction = {
  name: 'cidrsubnet',
  params: [PREFIX, { name: 'newbits', type: NUMBER }, { name: 'netnum', type: NUMBER }],
  returns: STRING,
  doc: 'The block with this number among the blocks whose prefix is longer by `newbits`.',
  call(args) {
    const prefix = prefixAt(args);
    const newBits = integerAt(args, 1);
    const number = argumentAt(args, 2).asNumber();
    const length = extended(prefix, newBits, 1);
    if (!number.isInteger() || number.isNegative()) fault('a whole number that is not negative is required', 2);
    const index = BigInt(number.toFixed());
    if (index >= 1n << BigInt(newBits)) {
      fault(`prefix extension of ${newBits} does not accommodate a subnet numbered ${index}`, 2);
    }
    return Value.string(
      formatPrefix({ ...prefix, length, network: prefix.network + (index << BigInt(prefix.bits - length)) }),
    );
  },
};

export const cidrsubnets: PlainFunction = {
  name: 'cidrsubnets',
  params: [PREFIX],
  variadic: { name: 'newbits', type: NUMBER },
  returns: listOf(STRING),
  doc: 'Consecutive blocks in the prefix, each longer by the number of bits given for it.',
  call(args) {
    const prefix = prefixAt(args);
    const end = prefix.network + (1n << BigInt(prefix.bits - prefix.length));
    let next = prefix.network;
    const subnets: string[] = [];
    for (let position = 1; position < args.length; position += 1) {
      const newBits = integerAt(args, position);
      if (newBits < 1) fault('must extend prefix by at least one bit', position);
      const length = extended(prefix, newBits, position);
      const size = 1n << BigInt(prefix.bits - length);
      // A block starts at a multiple of its size, so a larger one may have to leave a gap behind a smaller.
      const network = ((next + size - 1n) / size) * size;
      next = network + size;
      if (next > end) {
        fault(
          `not enough remaining address space for a subnet with a prefix of ${length} bits after ${subnets.at(-1) ?? formatPrefix(prefix)}`,
          position,
        );
      }
      subnets.push(formatPrefix({ ...prefix, length, network }));
    }
    return textList(subnets);
  },
};

function prefixAt(args: readonly Value[]): Prefix {
  const text = textAt(args, 0);
  return parsePrefix(text) ?? fault(`invalid CIDR expression: "${text}" is not of the form 10.0.0.0/8 or fd00::/8`, 0);
}

function extended(prefix: Prefix, newBits: number, position: number): number {
  const length = prefix.length + newBits;
  if (newBits < 0) fault('must not be negative', position);
  if (length > prefix.bits) {
    fault(`insufficient address space to extend prefix of ${prefix.length} by ${newBits}`, position);
  }
  return length;
}

import { createHash } from 'node:crypto';
import { encodeBase64, hashSync } from 'bcryptjs';
import { NUMBER, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, integerAt, textAt } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';

const DEFAULT_COST = 10;
const HIGHEST_COST = 31;

export const bcrypt: PlainFunction = {
  name: 'bcrypt',
  params: [{ name: 'str', type: STRING }],
  variadic: { name: 'cost', type: NUMBER },
  returns: STRING,
  // Every step of the cost doubles the time: with 14 it takes a second.
  expense: ([, cost]) => ({ steps: 128 * 2 ** (cost?.asNumber().toNumber() ?? DEFAULT_COST) }),
  doc: 'The bcrypt hash of the string, with a new salt on every call; the cost is 10 unless given.',
  call(args, { ids }) {
    const text = textAt(args, 0);
    if (args.length > 2) fault('too many arguments: a string and a cost at most', 2);
    const cost = args.length === 2 ? integerAt(args, 1) : DEFAULT_COST;
    if (cost < 4 || cost > HIGHEST_COST) fault(`the cost must be between 4 and ${HIGHEST_COST}`, 1);
    if (Buffer.byteLength(argumentAt(args, 0).asString()) > 72) fault('bcrypt takes at most 72 bytes', 0);
    const salt = createHash('sha256').update(`${ids.uuid()}${ids.uuid()}`).digest().subarray(0, 16);
    // 2a is the prefix that Go writes; 2b says the same about texts of this length.
    const prefix = `$2a$${String(cost).padStart(2, '0')}$`;
    return Value.string(hashSync(text, `${prefix}${encodeBase64([...salt], 16)}`));
  },
};

import { createHash } from 'node:crypto';
import { encodeBase64, hashSync } from 'bcryptjs';
import { NUMBER, STRING } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, integerAt, textAt } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';

const DEFAULT_COST = 10;
const LOWEST_COST = 4;
const HIGHEST_COST = 31;

export const bcrypt: PlainFunction = {
  name: 'bcrypt',
  params: [{ name: 'str', type: STRING }],
  variadic: { name: 'cost', type: NUMBER },
  returns: STRING,
  // Every step of the cost doubles the time: with 14 it takes a second.
  expense: ([, cost]) => {
    const used = usedCost(cost?.asNumber().toNumber() ?? DEFAULT_COST);
    return { steps: used > HIGHEST_COST ? 0 : 128 * 2 ** used };
  },
  doc: 'The bcrypt hash of the string, with a new salt on every call; the cost is 10 unless one from 4 to 31 is given.',
  call(args, { ids }) {
    const text = textAt(args, 0);
    if (args.length > 2) fault('too many arguments: a string and a cost at most', 2);
    const cost = usedCost(args.length === 2 ? integerAt(args, 1) : DEFAULT_COST);
    if (cost > HIGHEST_COST) fault(`the cost must be between ${LOWEST_COST} and ${HIGHEST_COST}`, 1);
    if (Buffer.byteLength(argumentAt(args, 0).asString()) > 72) fault('bcrypt takes at most 72 bytes', 0);
    const salt = createHash('sha256').update(`${ids.uuid()}${ids.uuid()}`).digest().subarray(0, 16);
    // 2a is the prefix that Go writes; 2b says the same about texts of this length.
    const prefix = `$2a$${String(cost).padStart(2, '0')}$`;
    return Value.string(hashSync(text, `${prefix}${encodeBase64([...salt], 16)}`));
  },
};

/** As in Go, which takes what is too low for no wish at all. */
function usedCost(wanted: number): number {
  return wanted < LOWEST_COST ? DEFAULT_COST : wanted;
}

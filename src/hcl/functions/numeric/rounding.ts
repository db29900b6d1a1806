import { HclNumber } from '../../values/number.ts';
import { NUMBER } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';

const LARGEST_WHOLE = new HclNumber(2).pow(63).minus(1);
const SMALLEST_WHOLE = new HclNumber(2).pow(63).negated();

export const abs = unary('abs', 'The number without its sign.', (number) => number.abs());
export const ceil = unary('ceil', 'The smallest whole number that is not below the number.', (number) => number.ceil());
export const floor = unary('floor', 'The largest whole number that is not above the number.', (number) =>
  number.floor(),
);
export const signum = unary('signum', '-1, 0 or 1: the sign of a whole number.', (number) => {
  if (!number.isInteger() || number.lt(SMALLEST_WHOLE) || number.gt(LARGEST_WHOLE)) {
    fault('a whole number of 64 bits is required', 0);
  }
  return number.isZero() ? 0 : number.isNegative() ? -1 : 1;
});

function unary(name: string, doc: string, compute: (number: HclNumber) => HclNumber | number): PlainFunction {
  return {
    name,
    params: [{ name: 'num', type: NUMBER }],
    returns: NUMBER,
    doc,
    call: (args) => Value.number(compute(argumentAt(args, 0).asNumber())),
  };
}

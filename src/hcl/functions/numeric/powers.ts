import { NUMBER } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';

// Both work with 64-bit floats, as cty's do.

/** Most of the work is to turn the numbers into floats and back. */
const STEPS = 50;

export const log: PlainFunction = {
  name: 'log',
  params: [
    { name: 'num', type: NUMBER },
    { name: 'base', type: NUMBER },
  ],
  returns: NUMBER,
  expense: () => ({ steps: STEPS }),
  doc: 'The logarithm of the number to the base.',
  call(args) {
    const number = argumentAt(args, 0).asNumber().toNumber();
    const base = argumentAt(args, 1).asNumber().toNumber();
    if (number <= 0) fault('a number above 0 is required', 0);
    if (base <= 0 || base === 1) fault('a number above 0 and other than 1 is required', 1);
    return Value.number(Math.log(number) / Math.log(base));
  },
};

export const pow: PlainFunction = {
  name: 'pow',
  params: [
    { name: 'num', type: NUMBER },
    { name: 'power', type: NUMBER },
  ],
  returns: NUMBER,
  expense: () => ({ steps: STEPS }),
  doc: 'The number raised to the power.',
  call(args) {
    const result = argumentAt(args, 0).asNumber().toNumber() ** argumentAt(args, 1).asNumber().toNumber();
    if (!Number.isFinite(result)) fault('the result is not a number that can be written');
    return Value.number(result);
  },
};

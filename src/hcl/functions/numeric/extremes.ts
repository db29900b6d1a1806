import type { HclNumber } from '../../values/number.ts';
import { NUMBER } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { fault, type PlainFunction } from '../function.ts';

export const max = extreme('max', 'The largest of the numbers.', (a, b) => a.greaterThan(b));
export const min = extreme('min', 'The smallest of the numbers.', (a, b) => a.lessThan(b));

function extreme(name: string, doc: string, beats: (a: HclNumber, b: HclNumber) => boolean): PlainFunction {
  return {
    name,
    params: [],
    variadic: { name: 'numbers', type: NUMBER },
    returns: NUMBER,
    doc,
    call(args) {
      const [first, ...rest] = args.map((argument) => argument.asNumber());
      if (first === undefined) fault('at least one number is required');
      return Value.number(rest.reduce((best, number) => (beats(number, best) ? number : best), first));
    },
  };
}

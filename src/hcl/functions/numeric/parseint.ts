import { DYNAMIC, friendlyName, NUMBER } from '../../values/types.ts';
import { Value } from '../../values/value.ts';
import { argumentAt, integerAt } from '../arguments.ts';
import { fault, type PlainFunction } from '../function.ts';

/** Below what numbers can hold in every base, and above what anybody writes. */
const MOST_DIGITS = 10_000;

export const parseint: PlainFunction = {
  name: 'parseint',
  params: [
    { name: 'number', type: DYNAMIC },
    { name: 'base', type: NUMBER },
  ],
  returns: NUMBER,
  // Each digit is added to a number as long as those before it.
  expense: ([digits]) => ({ steps: Math.ceil(Math.min(digits?.size ?? 0, MOST_DIGITS) ** 2 / 2_000) }),
  doc: 'Reads a whole number that is written in the base (2 to 62). Above base 36, capital letters follow the small ones.',
  call(args) {
    const text = argumentAt(args, 0);
    if (text.type.kind !== 'string') fault(`a string is required, not ${friendlyName(text.type)}`, 0);
    const base = integerAt(args, 1);
    if (base < 2 || base > 62) fault('the base must be a whole number between 2 and 62', 1);
    const digits = text.asString();
    if (digits.length > MOST_DIGITS) fault(`a number of at most ${MOST_DIGITS} digits is required`, 0);
    return Value.number(parse(digits, base) ?? fault(`cannot parse "${digits}" as a base ${base} integer`, 0));
  },
};

function parse(text: string, base: number): bigint | undefined {
  const digits = /^[+-]?([0-9a-zA-Z]+)$/.exec(text)?.[1];
  if (digits === undefined) return undefined;
  let total = 0n;
  for (const digit of digits) {
    const value = digitValue(digit, base);
    if (value >= base) return undefined;
    total = total * BigInt(base) + BigInt(value);
  }
  return text.startsWith('-') ? -total : total;
}

function digitValue(digit: string, base: number): number {
  const smallOrNumeral = Number.parseInt(digit, 36);
  return base > 36 && /[A-Z]/.test(digit) ? smallOrNumeral + 26 : smallOrNumeral;
}

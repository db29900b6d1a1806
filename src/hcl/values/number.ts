import { Decimal } from 'decimal.js';

/**
 * HCL numbers. The specification asks for arbitrary precision; HashiCorp's implementation keeps 512 binary digits, which
 * are 155 decimal ones. Decimal arithmetic gives the same results for all that people write, and none of the binary
 * surprises (0.1 + 0.2 is 0.3).
 */
export const HclNumber = Decimal.clone({
  precision: 155,
  rounding: Decimal.ROUND_HALF_EVEN,
  modulo: Decimal.ROUND_DOWN,
  // Numbers are written out in full, so an exponent in a template must not be able to fill the memory.
  maxE: 20_000,
  minE: -20_000,
  defaults: true,
});
export type HclNumber = Decimal;

/** A number that HCL has no place for: thrown by what computes one, and told by `callFunction`. */
export class NumberTooLarge extends Error {
  override readonly name = 'NumberTooLarge';

  constructor() {
    super('the result is too large a number');
  }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Reads a decimal number (`-12`, `0.5`, `1e3`). Undefined when the text is none or is too large to be written out. */
export function parseNumber(text: string): HclNumber | undefined {
  if (!NUMBER.test(text)) return undefined;
  const number = new HclNumber(text);
  return number.isFinite() ? number.toSignificantDigits(155) : undefined;
}

/** The number as cty prints it: all digits, no exponent, no trailing zeros, never `-0`. */
export function formatNumber(number: HclNumber): string {
  return number.isZero() ? '0' : number.toFixed();
}

/** The number as an integer that JavaScript keeps exactly, or undefined when it is none. */
export function toSafeInteger(number: HclNumber): number | undefined {
  if (!number.isInteger()) return undefined;
  const integer = number.toNumber();
  return Number.isSafeInteger(integer) ? integer : undefined;
}

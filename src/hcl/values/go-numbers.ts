import type { HclNumber } from './number.ts';

/** The number as Go's `%v` writes a big float: like `%g`. */
export function formatShortest(number: HclNumber): string {
  const text = formatFloat(number.abs(), 'g', undefined);
  return number.isNegative() && !number.isZero() ? `-${text}` : text;
}

/** A number that is not negative, as Go's `%e`, `%E`, `%f`, `%g` and `%G` write it (Go: big.Float.Format). */
export function formatFloat(number: HclNumber, letter: string, precision: number | undefined): string {
  switch (letter) {
    case 'f':
      return number.toFixed(precision ?? 6);
    case 'e':
    case 'E':
      return withGoExponent(number.toExponential(precision ?? 6), letter);
    default:
      return formatGeneral(number, letter === 'G' ? 'E' : 'e', precision);
  }
}

/** `%g`: an exponent where it is below -4 or not below the precision, which is taken as 6 when none is given. */
function formatGeneral(number: HclNumber, exponentLetter: string, precision: number | undefined): string {
  if (number.isZero()) return '0';
  const rounded = precision === undefined ? number : number.toSignificantDigits(Math.max(precision, 1));
  const digits = rounded.precision();
  const exponent = rounded.e;
  let limit = 6;
  if (precision !== undefined) {
    limit = Math.max(precision, 1);
    if (limit > digits && digits >= exponent + 1) limit = digits;
  }
  if (exponent >= -4 && exponent < limit) return rounded.toFixed();
  return withGoExponent(rounded.toExponential(), exponentLetter);
}

/** Go writes at least two digits of exponent. */
function withGoExponent(text: string, letter: string): string {
  return text.replace(
    /e([+-])(\d+)$/,
    (_, sign: string, digits: string) => `${letter}${sign}${digits.padStart(2, '0')}`,
  );
}

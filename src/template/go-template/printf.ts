import { showValue, type TemplateValue } from './values.ts';

const VERB = /%([-+# 0]*)(\d+)?(?:\.(\d+)?)?([\s\S])?/gu;
const MAX_WIDTH = 1_000;

/** Go's `fmt.Sprintf` for the verbs that texts, numbers and truth values have: v s q d b o x X c t f e g U T are known, `%%` too. */
export function goPrintf(format: string, args: readonly TemplateValue[]): string {
  let used = 0;
  const text = format.replace(
    VERB,
    (whole, flags: string, width: string | undefined, precision: string | undefined, verb: string | undefined) => {
      if (verb === '%') return '%';
      if (verb === undefined) return '%!(NOVERB)';
      if (used >= args.length) return `%!${verb}(MISSING)`;
      const value = args[used];
      used += 1;
      const digits = whole.includes('.') ? Number(precision ?? 0) : undefined;
      const shown = showByVerb(verb, value, digits, flags) ?? `%!${verb}(${goType(value)}=${showValue(value)})`;
      return padded(shown, Math.min(Number(width ?? 0), MAX_WIDTH), flags, typeof value === 'number');
    },
  );
  if (used >= args.length) return text;
  const extra = args.slice(used).map((value) => `${goType(value)}=${showValue(value)}`);
  return `${text}%!(EXTRA ${extra.join(', ')})`;
}

function showByVerb(
  verb: string,
  value: TemplateValue,
  precision: number | undefined,
  flags: string,
): string | undefined {
  if (verb === 'v') return signed(showValue(value, '<nil>'), value, flags);
  if (verb === 'T') return goType(value);
  if (typeof value === 'string') return showText(verb, value, precision);
  if (typeof value === 'number') return showNumber(verb, value, precision, flags);
  return typeof value === 'boolean' && verb === 't' ? String(value) : undefined;
}

function showText(verb: string, value: string, precision: number | undefined): string | undefined {
  switch (verb) {
    case 's':
      return precision === undefined ? value : Array.from(value).slice(0, precision).join('');
    case 'q':
      return JSON.stringify(value);
    case 'x':
      return Buffer.from(value, 'utf8').toString('hex');
    case 'X':
      return Buffer.from(value, 'utf8').toString('hex').toUpperCase();
    default:
      return undefined;
  }
}

const BASES: Readonly<Record<string, number>> = { d: 10, b: 2, o: 8, x: 16, X: 16 };

function showNumber(verb: string, value: number, precision: number | undefined, flags: string): string | undefined {
  const base = BASES[verb];
  if (base !== undefined) {
    if (!Number.isInteger(value)) return undefined;
    const digits = value.toString(base);
    return signed(verb === 'X' ? digits.toUpperCase() : digits, value, flags);
  }
  switch (verb) {
    case 'c':
      return Number.isInteger(value) && value >= 0 && value <= 0x10_ffff ? String.fromCodePoint(value) : undefined;
    case 'U':
      return Number.isInteger(value) && value >= 0
        ? `U+${value.toString(16).toUpperCase().padStart(4, '0')}`
        : undefined;
    case 'f':
      return signed(value.toFixed(Math.min(precision ?? 6, 100)), value, flags);
    case 'e':
      return signed(twoDigitExponent(value.toExponential(Math.min(precision ?? 6, 100))), value, flags);
    case 'g':
      return signed(showValue(value), value, flags);
    default:
      return undefined;
  }
}

function twoDigitExponent(text: string): string {
  return text.replace(/e([+-])(\d)$/, 'e$10$2');
}

function signed(text: string, value: TemplateValue, flags: string): string {
  if (typeof value !== 'number' || value < 0) return text;
  return flags.includes('+') ? `+${text}` : flags.includes(' ') ? ` ${text}` : text;
}

function padded(text: string, width: number, flags: string, isNumber: boolean): string {
  const missing = width - Array.from(text).length;
  if (missing <= 0) return text;
  if (flags.includes('-')) return text + ' '.repeat(missing);
  if (!flags.includes('0')) return ' '.repeat(missing) + text;
  const sign = isNumber ? (/^[+-]/.exec(text)?.[0] ?? '') : '';
  return sign + '0'.repeat(missing) + text.slice(sign.length);
}

function goType(value: TemplateValue): string {
  if (value === undefined) return '<nil>';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float64';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  return Array.isArray(value) ? '[]interface {}' : 'map[string]interface {}';
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.?))/gs;

/**
 * The text of a quoted string or character constant, given without its quotes; undefined when an escape is not Go's
 * (Go specification, "String literals"; `\'` only in characters and `\"` only in strings is not enforced).
 */
export function unescapeGoText(quoted: string): string | undefined {
  let valid = true;
  const text = quoted.replace(
    ESCAPE,
    (_, byte?: string, short?: string, long?: string, octal?: string, simple?: string) => {
      const digits = byte ?? short ?? long;
      const code = digits === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(digits, 16);
      if (!Number.isNaN(code)) {
        if (code <= (octal === undefined ? 0x10_ffff : 0xff) && !isSurrogate(code)) return String.fromCodePoint(code);
      } else if (simple !== undefined && SIMPLE_ESCAPES[simple] !== undefined) {
        return SIMPLE_ESCAPES[simple];
      }
      valid = false;
      return '';
    },
  );
  return valid ? text : undefined;
}

/** Half of a character in UTF-16, which stands for none by itself. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Reads a number as Go writes it (`42`, `-1.5e3`, `0x1f`, `0b11`, `0o17`, `017`, `1_000`), undefined when it is none, or too large for one. */
export function readGoNumber(text: string): number | undefined {
  const match =
    /^([+-]?)(0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)$/.exec(
      text,
    );
  if (match === null) return undefined;
  const digits = (match[2] ?? '').replaceAll('_', '');
  // A zero in front makes a number octal, as in C.
  const isOctal = /^0\d+$/.test(digits);
  if (isOctal && /[89]/.test(digits)) return undefined;
  const number = isOctal ? Number.parseInt(digits, 8) : Number(digits);
  if (!Number.isFinite(number)) return undefined;
  return match[1] === '-' ? -number : number;
}

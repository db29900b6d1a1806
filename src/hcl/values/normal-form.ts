/** More marks on one letter than any language writes (UAX #15, "Stream-Safe Text Format"). */
const LONG_RUN_OF_MARKS = /\p{M}{31,}/gu;
const THIRTY_MARKS = /\p{M}{30}(?=\p{M})/gu;
const COMBINING_GRAPHEME_JOINER = '\u034F';

/**
 * The text in the form in which HCL keeps every string and every key. A joiner cuts very long runs of marks, as Go's
 * package norm does: putting them in order takes time with the square of their number.
 */
export function normalize(text: string): string {
  if (isAscii(text)) return text;
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(LONG_RUN_OF_MARKS, (marks) => marks.replace(THIRTY_MARKS, `$&${COMBINING_GRAPHEME_JOINER}`))
    .normalize('NFC');
}

/** Most texts are, and need nothing. */
function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}

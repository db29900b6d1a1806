import { graphemeClusters } from './values/graphemes.ts';

/** Characters that a terminal obeys, hides, or turns the text around with; not the joiner within emoji. */
const INVISIBLE = /(?!\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/** East Asian Wide and Fullwidth (UAX #11), in the blocks where such characters are; and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;

/** One line of text in which nothing is hidden: a tab is two blanks, a control character its code in `<>`. */
export function visibleLine(text: string): string {
  return text.replaceAll('\t', '  ').replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** Each of these is one column wide. */
const PLAIN = /^[\x20-\x7e]*$/;

/** How many columns of a terminal a visible line takes. */
export function columnsOf(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemeClusters(text)) columns += WIDE.test(segment) ? 2 : 1;
  return columns;
}

/** Breaks text into lines of at most `width` columns, at blanks; what has none stays whole. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of visibleLine(paragraph).split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && columnsOf(longer) > width) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  });
}

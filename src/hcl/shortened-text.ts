import { graphemeClusters } from './values/graphemes.ts';
import { columnsOf, visibleLine } from './visible-text.ts';

/** A longer word of a message was put in from a template: nobody reads on, and it can't be wrapped. UTF-16 code units. */
const LONG_WORD = /\S{201,}/g;
/** Nor does a message have a longer paragraph of its own. */
const LONG_PARAGRAPH = /.{2001,}/g;

/** A message in which what comes from a template, and is very long, is cut in its middle: `…` stands for the rest. */
export function shortenedText(text: string): string {
  return text
    .replace(LONG_WORD, (word) => `${firstColumns(word, 100)}…${lastColumns(word, 40)}`)
    .replace(LONG_PARAGRAPH, (paragraph) => `${firstColumns(paragraph, 1_200)}…${lastColumns(paragraph, 400)}`);
}

/** A character with more UTF-16 code units for each of its columns is no character of any language. */
export const UNITS_PER_COLUMN = 16;

/** Each of these is one column wide, however it is shown. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * As much of the beginning of a text as fits into so many columns, as it is shown; no character is cut through.
 *
 * @param shown what stands for a character on the terminal
 */
export function firstColumns(text: string, columns: number, shown = visibleLine): string {
  const plain = text.slice(0, columns);
  if (PLAIN.test(plain)) return plain;
  const beginning = text.slice(0, UNITS_PER_COLUMN * columns);
  let width = 0;
  for (const { segment, index } of graphemeClusters(beginning)) {
    width += columnsOf(shown(segment));
    if (width > columns) return text.slice(0, index);
  }
  return beginning;
}

/** The same of its end. */
export function lastColumns(text: string, columns: number, shown = visibleLine): string {
  const plain = text.slice(-columns);
  if (PLAIN.test(plain)) return plain;
  const end = text.slice(-UNITS_PER_COLUMN * columns);
  let width = 0;
  let from = end.length;
  for (const { segment, index } of [...graphemeClusters(end)].toReversed()) {
    width += columnsOf(shown(segment));
    if (width > columns) break;
    from = index;
  }
  return end.slice(from);
}

/** Each character of such a text is a cluster. A carriage return is not among them: CR LF is one cluster. */
const PLAIN = /^[\t\x20-\x7e]*$/;

let made: Intl.Segmenter | undefined;

/** Made when first needed: loading its tables takes longer than reading most templates, which have none but ASCII. */
function segmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return made;
}

/** The grapheme clusters of a text (Unicode UAX #29), one after the other, with the offset at which each starts. */
export function graphemeClusters(text: string): Iterable<Intl.SegmentData> {
  return segmenter().segment(text);
}

/** The characters of a text as readers see them: grapheme clusters, which is what HCL counts. */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return text.split('');
  return Array.from(graphemeClusters(text), ({ segment }) => segment);
}

/** What finding the characters of a text costs, in steps of a microsecond (see EvaluationBudget). */
export function graphemeSteps(text: string): number {
  return PLAIN.test(text) ? Math.ceil(text.length / 16) : 4 * text.length;
}

export function graphemeCount(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemeClusters(text)) count += 1;
  return count;
}

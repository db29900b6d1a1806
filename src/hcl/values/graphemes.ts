/** Whether each character of the text is a cluster. With a carriage return that is not said: CR LF is one cluster. */
export function isPlain(text: string): boolean {
  return /^[\t\x20-\x7e]*$/.test(text);
}

let made: Intl.Segmenter | undefined;

/** Made when first needed: loading its tables takes longer than reading most templates, which have none but ASCII. */
function segmenter(): Intl.Segmenter {
  made ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return made;
}

/** In one long text, finding the next cluster takes as long as the text is: it is looked at in parts. */
const PART = 1_024;

interface Cluster {
  readonly segment: string;
  readonly index: number;
}

/** The grapheme clusters of a text (Unicode UAX #29), one after the other, with the offset at which each starts. */
export function* graphemeClusters(text: string): Iterable<Cluster> {
  let start = 0;
  let length = PART;
  while (start < text.length) {
    const end = wholeCharacters(text, start + length);
    let last: Cluster | undefined;
    for (const { segment, index } of segmenter().segment(text.slice(start, end))) {
      if (last !== undefined) yield last;
      last = { segment, index: start + index };
    }
    if (last === undefined) return;
    // What the part ends with may go on in the next one, which starts there: what decides about the end of a cluster is
    // the cluster itself and the character after it.
    if (end === text.length) yield last;
    length = last.index === start ? 2 * length : PART;
    start = end === text.length ? end : last.index;
  }
}

/** The offset `end`, or the one after it where it would cut a surrogate pair. */
function wholeCharacters(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end + 1 : end;
}

/** The characters of a text as readers see them: grapheme clusters, which is what HCL counts. */
export function graphemes(text: string): string[] {
  if (isPlain(text)) return text.split('');
  return Array.from(graphemeClusters(text), ({ segment }) => segment);
}

/** What finding the characters of a text costs, in steps of a microsecond (see EvaluationBudget). */
export function graphemeSteps(text: string): number {
  return isPlain(text) ? Math.ceil(text.length / 16) : 4 * text.length;
}

export function graphemeCount(text: string): number {
  if (isPlain(text)) return text.length;
  let count = 0;
  for (const _ of graphemeClusters(text)) count += 1;
  return count;
}

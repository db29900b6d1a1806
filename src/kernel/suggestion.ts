import { distance } from 'fastest-levenshtein';

/** Longer names are no slip of the pen, and comparing them takes time with the product of their lengths. */
const LONGEST_NAME = 100;

/** So many names are compared: whoever has more of them knows their names by a rule, and each error compares them all. */
const MOST_CANDIDATES = 5_000;

/** The candidate nearest to `name`, if it is near enough to be what was meant; of very many candidates only the first count. */
export function suggestion(name: string, candidates: Iterable<string>): string | undefined {
  // Every other single letter is one step away.
  if (name.length < 2 || name.length > LONGEST_NAME) return undefined;
  // Two letters that changed places count as two steps.
  const limit = name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  let looked = 0;
  const lowerName = name.toLowerCase();
  for (const candidate of candidates) {
    looked += 1;
    if (looked > MOST_CANDIDATES) break;
    // Each letter more or less is a step.
    if (Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const steps = distance(lowerName, candidate.toLowerCase());
    if (steps < bestDistance) {
      best = candidate;
      bestDistance = steps;
    }
  }
  return best;
}

/** `a, b or c` */
export function alternatives(words: readonly string[]): string {
  const [last = ''] = words.slice(-1);
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

/** ` Did you mean "x"?`, or nothing; to be appended to a sentence. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const best = suggestion(name, candidates);
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}

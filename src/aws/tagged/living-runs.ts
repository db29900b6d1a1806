import { expiryOf, type TaggedResource } from './find.ts';

/** Runs with anything that has not expired yet, and until when that is: nothing of theirs may go. */
export function livingRuns(tagged: readonly TaggedResource[], now: number): ReadonlyMap<string, number> {
  const alive = new Map<string, number>();
  for (const each of tagged) {
    const expiry = expiryOf(each);
    if (expiry !== undefined && expiry > now) alive.set(each.runId, Math.max(expiry, alive.get(each.runId) ?? 0));
  }
  return alive;
}

/**
 * Runs `work` for every item, at most `limit` at a time (0: no limit), started in order. The results are in the order of
 * the items. `work` must not reject: what it has to say belongs into its result.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  limit: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results = new Map<number, R>();
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results.set(index, await work(item, index));
  };
  const workers = limit > 0 ? Math.min(limit, items.length) : items.length;
  await Promise.all(Array.from({ length: workers }, worker));
  return [...results].sort(([a], [b]) => a - b).map(([, result]) => result);
}

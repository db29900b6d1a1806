import type { WayIn } from '../../engine/ports.ts';
import { isRecord } from '../../kernel/is-record.ts';

/** Where a build works: all that is needed to search there for what its run has left. Never a secret. */
export interface RunPlace {
  /** The full build name; of several builds that work at the same place, one. */
  readonly build: string;
  /** Twelve digits; undefined: it could not be found out. */
  readonly accountId: string | undefined;
  readonly wayIn: WayIn;
  readonly regions: readonly string[];
}

/** Places without repetition: builds in the same account, with the same way in, are one. */
export function mergedPlaces(places: readonly RunPlace[]): readonly RunPlace[] {
  const merged = new Map<string, RunPlace>();
  for (const place of places) {
    const { region: _own, ...wayIn } = place.wayIn;
    const key = JSON.stringify([place.accountId, wayIn]);
    const regions = [...(merged.get(key)?.regions ?? []), ...place.regions];
    merged.set(key, { ...place, ...merged.get(key), regions: [...new Set(regions)] });
  }
  return [...merged.values()];
}

/** Reads what `JSON.stringify` made of places; what is not understood is left out. */
export function parsePlaces(text: string): readonly RunPlace[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  return Array.isArray(value) ? value.flatMap((each: unknown) => place(each)) : [];
}

function place(value: unknown): readonly RunPlace[] {
  if (!isRecord(value)) return [];
  const { build, accountId, wayIn, regions } = value;
  if (typeof build !== 'string' || !isRecord(wayIn) || !Array.isArray(regions)) return [];
  if (accountId !== undefined && typeof accountId !== 'string') return [];
  return [{ build, accountId, wayIn, regions: regions.filter((region) => typeof region === 'string') }];
}

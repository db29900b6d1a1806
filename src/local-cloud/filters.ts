import { CloudError } from './protocol/cloud-error.ts';
import { listOf, required, structure, text } from './protocol/parameters.ts';
import type { Resource } from './state/resources.ts';
import { matchesWildcards, readWildcards } from './wildcards.ts';

/** The `Filter.N` parameter of Describe actions. */
export const filterList = listOf(structure({ Name: required(text), Value: listOf(text) }));

export interface Filter {
  readonly Name: string;
  readonly Value: readonly string[];
}

type FilterValue = string | number | boolean | undefined;

/** For each filter of an action, what it compares: one value, or several of which one must match. */
export type FilterTable<T> = Readonly<Record<string, (item: T) => FilterValue | readonly FilterValue[]>>;

/** The filters that every taggable resource has. */
export const tagFilters: FilterTable<Resource> = {
  'tag-key': ({ tags }) => [...tags.keys()],
  'tag-value': ({ tags }) => [...tags.values()],
};

/** Filters by what EC2 has and this cloud has not: they are known, and nothing matches. */
export function unmatched(...names: readonly string[]): FilterTable<unknown> {
  return Object.fromEntries(names.map((name) => [name, () => undefined]));
}

/**
 * Keeps the items that match every filter; a filter matches when one of its values does. `*` stands for any characters,
 * `?` for one, a backslash takes their meaning away; comparison is case-sensitive (EC2 User Guide, "Filtering").
 */
export function applyFilters<T>(items: readonly T[], filters: readonly Filter[], table: FilterTable<T>): T[] {
  return filters.reduce<T[]>(
    (rest, filter) => {
      const select = selector(filter.Name, table);
      const patterns = filter.Value.map(readWildcards);
      return rest.filter((item) => {
        const selected = select(item);
        const values = (isList(selected) ? selected : [selected]).filter((value) => value !== undefined);
        return patterns.some((pattern) => values.some((value) => matchesWildcards(pattern, String(value))));
      });
    },
    [...items],
  );
}

function isList<V>(value: V | readonly V[]): value is readonly V[] {
  return Array.isArray(value);
}

function selector<T>(name: string, table: FilterTable<T>): (item: T) => FilterValue | readonly FilterValue[] {
  const key = name.startsWith('tag:') ? name.slice('tag:'.length) : undefined;
  // Only tables of taggable resources take `tag:KEY`.
  if (key !== undefined && Object.hasOwn(table, 'tag-key')) return (item) => tagOf(item, key);
  const select = Object.hasOwn(table, name) ? table[name] : undefined;
  if (select === undefined) throw new CloudError('InvalidParameterValue', `The filter '${name}' is invalid`);
  return select;
}

function tagOf(item: unknown, key: string): string | undefined {
  const tags = typeof item === 'object' && item !== null && 'tags' in item ? item.tags : undefined;
  const value: unknown = tags instanceof Map ? tags.get(key) : undefined;
  return typeof value === 'string' ? value : undefined;
}

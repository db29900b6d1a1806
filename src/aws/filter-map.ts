interface FilterBlock {
  readonly filters: Readonly<Record<string, string>>;
  readonly filter: readonly { readonly name: string; readonly value: string }[];
}

/** The filters of a block as one map; `filter` blocks go before the map `filters`. */
export function filterMap({ filters, filter }: FilterBlock): Record<string, string> {
  return { ...filters, ...Object.fromEntries(filter.map(({ name, value }) => [name, value])) };
}

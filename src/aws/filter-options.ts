import { option } from '../kernel/schema.ts';

/** How all filter blocks are written: a map, blocks, or both. */
export const keyValueFilter = {
  filters: option.stringMap.withDefault(
    {},
    {
      doc: 'Filters as in the EC2 API, name to value; several values are separated by commas, and one of them has to match.',
    },
  ),
  filter: option.blocks(
    {
      name: option.string.required({ doc: 'Name of the filter.' }),
      value: option.string.required({ doc: 'Value, or several separated by commas.' }),
    },
    { doc: 'A filter as in `filters`; goes before it.' },
  ),
} as const;

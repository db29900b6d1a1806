import { STRING } from '../../hcl/values/types.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';
import type { DataSource } from '../../template/data-source.ts';

const schema = { input: option.string.required({ doc: 'A text.' }) } as const;

/** Gives back what it is given: for tests of templates. */
export const nullDataSource: DataSource<OptionsOf<typeof schema>> = {
  type: 'null',
  schema,
  actions: [],
  outputs: { output: STRING },
  secretOutputs: () => [],
  validate: () => [],
  read: ({ options }) => Promise.resolve({ output: options.input }),
};

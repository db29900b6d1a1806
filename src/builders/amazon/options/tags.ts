import { option } from '../../../kernel/schema.ts';

/** A tag written as a block. */
export const keyValue = {
  key: option.string.required({ doc: 'Key of the tag.', rendering: 'run' }),
  value: option.string.required({ doc: 'Value of the tag.', rendering: 'run' }),
} as const;

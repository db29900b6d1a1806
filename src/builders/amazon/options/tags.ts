import { option } from '../../../kernel/schema.ts';
import { SOURCE_IMAGE_AT_RUN } from '../template-fields.ts';

/** A tag written as a block. */
export const keyValue = {
  key: option.string.required({ doc: 'Key of the tag.', rendering: SOURCE_IMAGE_AT_RUN }),
  value: option.string.withDefault('', { doc: 'Value of the tag.', rendering: SOURCE_IMAGE_AT_RUN }),
} as const;

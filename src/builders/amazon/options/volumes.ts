import { option } from '../../../kernel/schema.ts';
import { SOURCE_IMAGE_AT_RUN } from '../template-fields.ts';

/** Tags of the volumes that the instance is launched with. */
export const volumeTagOptions = {
  run_volume_tags: option.stringMap.withDefault(
    {},
    { doc: "Tags of the instance's volumes.", rendering: SOURCE_IMAGE_AT_RUN },
  ),
  run_volume_tag: option.blocks(
    {
      name: option.string.required({ doc: 'Key of the tag.', rendering: SOURCE_IMAGE_AT_RUN }),
      value: option.string.withDefault('', { doc: 'Value of the tag.', rendering: SOURCE_IMAGE_AT_RUN }),
    },
    { doc: 'A tag as in `run_volume_tags`; goes before it.' },
  ),
} as const;

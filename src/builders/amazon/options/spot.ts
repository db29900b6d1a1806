import { type OptionsOf, option } from '../../../kernel/schema.ts';
import { SOURCE_IMAGE_AT_RUN } from '../template-fields.ts';
import { keyValue } from './tags.ts';

/** Spot instances; without `spot_price` there is none. */
export const spotOptions = {
  spot_price: option.string.optional({
    doc: 'Builds on a spot instance: the highest price to pay, in US dollars per hour, or `auto` for at most the on-demand price. `0` is none.',
  }),
  spot_instance_types: option.strings.withDefault([], {
    doc: 'Types to choose a spot instance from, in place of `instance_type`. On-demand ones to fall back to are named in the input `fallback-instance-types`.',
  }),
  spot_allocation_strategy: option.string.optional({
    doc: 'How EC2 chooses among the types and subnets that it may take: `lowest-price` by default; with `capacity-optimized-prioritized`, the order of `spot_instance_types` counts.',
    choices: [
      'lowest-price',
      'diversified',
      'capacity-optimized',
      'capacity-optimized-prioritized',
      'price-capacity-optimized',
    ],
  }),
  spot_tags: option.stringMap.withDefault(
    {},
    {
      doc: 'Tags of the spot request, and of the launch template that it is made with.',
      rendering: SOURCE_IMAGE_AT_RUN,
    },
  ),
  spot_tag: option.blocks(keyValue, { doc: 'A tag as in `spot_tags`; goes before it.' }),
  fleet_tags: option.stringMap.withDefault({}, { doc: 'Tags of the fleet.', rendering: SOURCE_IMAGE_AT_RUN }),
  fleet_tag: option.blocks(keyValue, { doc: 'A tag as in `fleet_tags`; goes before it.' }),
  block_duration_minutes: option.number.optional({
    doc: 'Duration of a spot block; AWS no longer has them.',
    note: 'It has no effect, neither here nor in Packer: AWS no longer has spot blocks.',
  }),
  spot_price_auto_product: option.string.optional({
    doc: 'Product for automatic spot prices.',
    note: 'It has no effect, neither here nor in Packer.',
  }),
} as const;

export type SpotOptions = OptionsOf<typeof spotOptions>;

import { option } from '../../../kernel/schema.ts';

const launchTemplate = {
  template_id: option.string.optional({ doc: 'Launch template by its id; or `template_name`.' }),
  template_name: option.string.optional({ doc: 'Launch template by its name; or `template_id`.' }),
  template_version: option.number.optional({ doc: 'Version of the launch template. Default: the latest.' }),
} as const;

/** Fast launch of Windows AMIs. */
export const fastLaunchOptions = {
  fast_launch: option.block(
    {
      enable_fast_launch: option.bool.withDefault(false, { doc: 'Switches it on; any other option here does too.' }),
      ...launchTemplate,
      region_launch_templates: option.blocks(
        {
          region: option.string.optional({ doc: 'Region of the launch template; always needed.' }),
          enable_fast_launch: option.bool.optional({ doc: '`false` leaves the region out.' }),
          ...launchTemplate,
        },
        { doc: 'Launch template of one region; a region without one gets the defaults of AWS.' },
      ),
      max_parallel_launches: option.number.optional({ doc: 'Instances at a time that prepare snapshots; 6 or more.' }),
      target_resource_count: option.number.optional({ doc: 'Snapshots to keep ready; 1 or more.' }),
    },
    {
      doc: 'Fast launch of Windows AMIs: EC2 prepares snapshots, from which instances start. The template named here is that of the region of the build. Where it fails, the AMI stays.',
    },
  ),
} as const;

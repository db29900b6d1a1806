import { atRun, atRunWithOnly, option } from '../../../src/kernel/schema.ts';
import type { ComponentCatalog } from '../../../src/template/plan.ts';

const OF_SOURCE = atRunWithOnly('SourceAMI', 'SourceAMIName', 'SourceAMITags');

const amazonEbs = {
  ami_name: option.string.required({ doc: 'Name.' }),
  ami_description: option.string.optional({ doc: 'Description.', rendering: OF_SOURCE }),
  instance_type: option.string.optional({ doc: 'Type.' }),
  region: option.string.optional({ doc: 'Region.' }),
  secret_key: option.string.optional({ doc: 'Key.', sensitive: true }),
  ssh_username: option.string.optional({ doc: 'User.' }),
  ssh_timeout: option.duration.withDefault(300_000, { doc: 'How long.' }),
  ami_regions: option.strings.withDefault([], { doc: 'Regions.' }),
  tags: option.stringMap.withDefault({}, { doc: 'Tags.', rendering: OF_SOURCE }),
  force_deregister: option.bool.withDefault(false, { doc: 'Replace.' }),
  source_ami: option.string.optional({ doc: 'Base.' }),
  source_ami_filter: option.block(
    {
      filters: option.stringMap.withDefault({}, { doc: 'Filters.' }),
      owners: option.strings.withDefault([], { doc: 'Owners.' }),
      most_recent: option.bool.withDefault(false, { doc: 'Newest.' }),
    },
    { doc: 'Search.' },
  ),
  launch_block_device_mappings: option.blocks(
    {
      device_name: option.string.required({ doc: 'Device.' }),
      volume_size: option.number.optional({ doc: 'GiB.' }),
    },
    { doc: 'Disks.' },
  ),
  spot_price: option.string.optional({ doc: 'Spot.', notYet: 'Use instance_type alone.' }),
} as const;

const shell = {
  inline: option.strings.optional({ doc: 'Lines.' }),
  script: option.string.optional({ doc: 'Script.' }),
  environment_vars: option.strings.withDefault([], { doc: 'Variables.' }),
  execute_command: option.string.optional({ doc: 'Command.', rendering: atRun('Path', 'Vars') }),
  timeout_note: option.string.optional({ doc: 'Raw.', rendering: 'never' }),
} as const;

/** A few components, declared as the real ones are. */
export const catalog: ComponentCatalog = {
  builders: new Map([
    ['amazon-ebs', { type: 'amazon-ebs', schema: amazonEbs, generatedNames: ['SourceAMI', 'SourceAMIName'] }],
  ]),
  provisioners: new Map([
    ['shell', { type: 'shell', schema: shell }],
    [
      'file',
      {
        type: 'file',
        schema: {
          source: option.string.optional({ doc: 'From.' }),
          content: option.string.optional({ doc: 'Text.' }),
          destination: option.string.required({ doc: 'To.' }),
        },
      },
    ],
  ]),
  postProcessors: new Map([
    [
      'manifest',
      {
        type: 'manifest',
        schema: {
          output: option.string.withDefault('packer-manifest.json', { doc: 'File.' }),
          strip_path: option.bool.withDefault(false, { doc: 'Short.' }),
          custom_data: option.stringMap.withDefault({}, { doc: 'Data.' }),
        },
      },
    ],
    [
      'shell-local',
      {
        type: 'shell-local',
        schema: { inline: option.strings.withDefault([], { doc: 'Lines.', rendering: 'twice' }) },
      },
    ],
  ]),
  foreign: new Map([
    ['powershell', 'Windows is not supported yet.'],
    ['checksum', 'An AMI has no files. Leave it out.'],
  ]),
};

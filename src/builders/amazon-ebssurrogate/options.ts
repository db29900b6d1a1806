import { accessOptions } from '../../aws/access-options.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';
import { blockDeviceMappings } from '../amazon/options/block-devices.ts';
import { bootOptions } from '../amazon/options/boot.ts';
import { connectionOptions } from '../amazon/options/connection.ts';
import { imageOptions } from '../amazon/options/image.ts';
import { instanceOptions } from '../amazon/options/instance.ts';
import { networkOptions } from '../amazon/options/network.ts';
import { spotOptions } from '../amazon/options/spot.ts';
import { volumeTagOptions } from '../amazon/options/volumes.ts';

/** Everything that Packer's amazon-ebssurrogate builder takes, but for what its communicators take. */
export const ebsSurrogateSchema = {
  ...accessOptions,
  ...imageOptions,
  ...bootOptions,
  ...instanceOptions,
  ...spotOptions,
  ...volumeTagOptions,
  ...networkOptions,
  ...connectionOptions,
  launch_block_device_mappings: option.blocks(
    {
      ...blockDeviceMappings,
      omit_from_artifact: option.bool.withDefault(false, { doc: 'Leaves the volume out of the AMI.' }),
    },
    { doc: 'Block devices of the instance; one of them becomes the root device of the AMI.' },
  ),
  ami_root_device: option.block(
    {
      source_device_name: option.string.optional({ doc: 'Device of the instance that it is made of; always needed.' }),
      device_name: option.string.optional({ doc: 'Its name in the AMI; always needed.' }),
      delete_on_termination: option.bool.withDefault(false, { doc: 'Whether the volume goes with its instance.' }),
      volume_type: option.string.optional({ doc: 'Type of the volume.' }),
      volume_size: option.number.optional({ doc: 'Size in GiB.' }),
      iops: option.number.optional({ doc: 'I/O operations per second.' }),
    },
    { doc: 'Root device of the AMI.' },
  ),
  snapshot_description: option.string.optional({ doc: 'Description of the snapshots.' }),
  use_create_image: option.bool.withDefault(false, { doc: 'Swaps the volumes and makes the AMI of the instance.' }),
  skip_ami_run_tags: option.bool.withDefault(false, { doc: 'Does not put `run_tags` on the AMI and its snapshots.' }),
} as const;

export type EbsSurrogateOptions = OptionsOf<typeof ebsSurrogateSchema>;

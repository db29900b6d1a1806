import { accessOptions } from '../../aws/access-options.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';
import { blockDeviceMappings } from '../amazon/options/block-devices.ts';
import { connectionOptions } from '../amazon/options/connection.ts';
import { enhancedNetworkingOptions } from '../amazon/options/image.ts';
import { instanceOptions } from '../amazon/options/instance.ts';
import { networkOptions } from '../amazon/options/network.ts';
import { spotOptions } from '../amazon/options/spot.ts';
import { keyValue } from '../amazon/options/tags.ts';
import { volumeTagOptions } from '../amazon/options/volumes.ts';
import { SOURCE_IMAGE_AT_RUN } from '../amazon/template-fields.ts';

/** Everything that Packer's amazon-ebsvolume builder takes, but for what its communicators take. */
export const ebsVolumeSchema = {
  ...accessOptions,
  ...enhancedNetworkingOptions,
  ...instanceOptions,
  ...spotOptions,
  ...networkOptions,
  ...connectionOptions,
  ...volumeTagOptions,
  // A tag of a volume has a key here, where that of the other builders has a name.
  run_volume_tag: option.blocks(keyValue, { doc: 'A tag as in `run_volume_tags`; goes before it.' }),
  ebs_volumes: option.blocks(
    {
      ...blockDeviceMappings,
      tags: option.stringMap.withDefault({}, { doc: 'Tags of the volume.', rendering: SOURCE_IMAGE_AT_RUN }),
      tag: option.blocks(keyValue, { doc: 'A tag as in `tags`; goes before it.' }),
      snapshot_volume: option.bool.withDefault(false, { doc: 'Makes a snapshot of the volume.' }),
      snapshot_description: option.string.optional({ doc: 'Description of the snapshot.' }),
      snapshot_tags: option.stringMap.withDefault({}, { doc: 'Tags of the snapshot.', rendering: SOURCE_IMAGE_AT_RUN }),
      snapshot_tag: option.blocks(keyValue, { doc: 'A tag as in `snapshot_tags`; goes before it.' }),
      snapshot_users: option.strings.withDefault([], { doc: 'Accounts that may make volumes of the snapshot.' }),
      snapshot_groups: option.strings.withDefault([], { doc: 'Groups that may make volumes of the snapshot.' }),
    },
    { doc: 'Volumes to make.' },
  ),
} as const;

export type EbsVolumeOptions = OptionsOf<typeof ebsVolumeSchema>;

import { accessOptions } from '../../aws/access-options.ts';
import { type OptionsOf, option } from '../../kernel/schema.ts';
import { launchBlockDeviceOptions } from '../amazon/options/block-devices.ts';
import { connectionOptions } from '../amazon/options/connection.ts';
import { imageOptions } from '../amazon/options/image.ts';
import { instanceOptions } from '../amazon/options/instance.ts';
import { networkOptions } from '../amazon/options/network.ts';
import { spotOptions } from '../amazon/options/spot.ts';
import { volumeTagOptions } from '../amazon/options/volumes.ts';
import { fastLaunchOptions } from './fast-launch/options.ts';

/** Everything that Packer's amazon-ebs builder takes, but for what its communicators take. */
export const amazonEbsSchema = {
  ...accessOptions,
  ...imageOptions,
  ...instanceOptions,
  ...spotOptions,
  ...launchBlockDeviceOptions,
  ...volumeTagOptions,
  ...networkOptions,
  ...connectionOptions,
  ...fastLaunchOptions,
  skip_create_ami: option.bool.withDefault(false, {
    doc: 'Does everything up to the last provisioner and makes no AMI; post-processors do not run.',
  }),
  skip_ami_run_tags: option.bool.withDefault(false, { doc: 'Does not put `run_tags` on the AMI and its snapshots.' }),
  no_ephemeral: option.bool.withDefault(false, {
    doc: 'Leaves out the instance store devices xvdca to xvdcz, which Windows AMIs map.',
  }),
} as const;

export type AmazonEbsOptions = OptionsOf<typeof amazonEbsSchema>;

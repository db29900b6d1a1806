import { accessOptions } from '../../aws/access-options.ts';
import { deciding, type OptionsOf, option } from '../../kernel/schema.ts';
import { launchBlockDeviceOptions } from '../amazon/options/block-devices.ts';
import { connectionOptions } from '../amazon/options/connection.ts';
import { imageOptions } from '../amazon/options/image.ts';
import { instanceOptions } from '../amazon/options/instance.ts';
import { networkOptions } from '../amazon/options/network.ts';
import { spotOptions } from '../amazon/options/spot.ts';
import { volumeTagOptions } from '../amazon/options/volumes.ts';
import { fastLaunchOptions } from './fast-launch/options.ts';

/** Where the image goes, what describes it, and how long it lives: nothing of that makes it another image. */
const OF_FINISHED_IMAGE = [
  'ami_description',
  'ami_regions',
  'deprecate_at',
  'force_delete_snapshot',
  'force_deregister',
  'skip_region_validation',
  'skip_save_build_region',
  'snapshot_copy_duration_minutes',
  'snapshot_tag',
  'snapshot_tags',
  'tag',
  'tags',
] satisfies (keyof typeof imageOptions)[];

/** What of the machine is gone with it. The source image counts as it was found, and user data by its content. */
const OF_BUILD_INSTANCE = [
  'availability_zone',
  'capacity_reservation_group_arn',
  'capacity_reservation_id',
  'capacity_reservation_preference',
  'disable_stop_instance',
  'ebs_optimized',
  'enable_t2_unlimited',
  'enable_unlimited_credits',
  'license_specifications',
  'placement',
  'run_tag',
  'run_tags',
  'shutdown_behavior',
  'skip_profile_validation',
  'source_ami',
  'source_ami_filter',
  'tenancy',
  'user_data_file',
  'windows_password_timeout',
] satisfies (keyof typeof instanceOptions)[];

/** Everything that Packer's amazon-ebs builder takes, but for what its communicators take. */
export const amazonEbsSchema = {
  ...deciding('run', accessOptions),
  ...deciding('name', deciding('run', imageOptions, OF_FINISHED_IMAGE), ['ami_name']),
  ...deciding('run', instanceOptions, OF_BUILD_INSTANCE),
  ...deciding('run', spotOptions),
  ...launchBlockDeviceOptions,
  ...deciding('run', volumeTagOptions),
  ...deciding('run', networkOptions),
  ...deciding('image', deciding('run', connectionOptions), ['ssh_clear_authorized_keys']),
  ...fastLaunchOptions,
  skip_create_ami: option.bool.withDefault(false, {
    doc: 'Does everything up to the last provisioner and makes no AMI; post-processors do not run.',
  }),
  skip_ami_run_tags: option.bool.withDefault(false, {
    doc: 'Does not put `run_tags` on the AMI and its snapshots.',
    decides: 'run',
  }),
  no_ephemeral: option.bool.withDefault(false, {
    doc: 'Leaves out the instance store devices xvdca to xvdcz, which Windows AMIs map.',
  }),
} as const;

export type AmazonEbsOptions = OptionsOf<typeof amazonEbsSchema>;

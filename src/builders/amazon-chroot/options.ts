import { accessOptions } from '../../aws/access-options.ts';
import { atRunWithOnly, type OptionsOf, option } from '../../kernel/schema.ts';
import { bootOptions } from '../amazon/options/boot.ts';
import { imageOptions } from '../amazon/options/image.ts';
import { sourceImageOptions } from '../amazon/options/instance.ts';
import { keyValue } from '../amazon/options/tags.ts';
import { SOURCE_IMAGE_AT_RUN } from '../amazon/template-fields.ts';

/** Everything that Packer's amazon-chroot builder takes; it connects to nothing. */
export const amazonChrootSchema = {
  ...accessOptions,
  ...imageOptions,
  ...bootOptions,
  ...sourceImageOptions,
  chroot_mounts: option.stringLists.withDefault([], {
    doc: 'What to mount into the image: type, source and target of each. Default: `/proc`, `/sys`, `/dev` and the like.',
  }),
  command_wrapper: option.string.withDefault('{{.Command}}', {
    doc: 'How commands on this machine are run, with `{{ .Command }}`.',
    rendering: atRunWithOnly('Command'),
  }),
  copy_files: option.strings.optional({ doc: 'Files to copy into the image for the time of the build.' }),
  device_path: option.string.optional({ doc: 'Device to attach the volume as. Default: a free one.' }),
  nvme_device_path: option.string.optional({ doc: 'Name that the device has on this machine.' }),
  from_scratch: option.bool.withDefault(false, { doc: 'Starts from an empty volume.' }),
  mount_options: option.strings.withDefault([], { doc: 'Options of `mount`.' }),
  mount_partition: option.string.withDefault('1', { doc: 'Number of the partition to mount.' }),
  mount_path: option.string.withDefault('/mnt/packer-amazon-chroot-volumes/{{.Device}}', {
    doc: 'Folder to mount it at, with `{{ .Device }}`.',
    rendering: atRunWithOnly('Device'),
  }),
  pre_mount_commands: option.strings.withDefault([], {
    doc: 'What to run before it is mounted.',
    rendering: atRunWithOnly('Device'),
  }),
  post_mount_commands: option.strings.withDefault([], {
    doc: 'What to run after that.',
    rendering: atRunWithOnly('Device', 'MountPath'),
  }),
  root_device_name: option.string.optional({ doc: 'Root device of the AMI.' }),
  root_volume_size: option.number.optional({ doc: 'Size of the root volume in GiB.' }),
  root_volume_type: option.string.optional({ doc: 'Type of the root volume.' }),
  root_volume_tags: option.stringMap.withDefault(
    {},
    { doc: 'Tags of the root volume.', rendering: SOURCE_IMAGE_AT_RUN },
  ),
  root_volume_tag: option.blocks(keyValue, { doc: 'A tag as in `root_volume_tags`; goes before it.' }),
  root_volume_encrypt_boot: option.bool.optional({ doc: 'Encrypts the root volume.' }),
  root_volume_kms_key_id: option.string.optional({ doc: 'KMS key for that.' }),
} as const;

export type AmazonChrootOptions = OptionsOf<typeof amazonChrootSchema>;

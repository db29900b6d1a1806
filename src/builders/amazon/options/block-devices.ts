import { type OptionsOf, option } from '../../../kernel/schema.ts';

/** One block device, for the instance (`launch_…`) or for the image (`ami_…`). */
export const blockDeviceMappings = {
  device_name: option.string.optional({ doc: 'Name of the device, for example `/dev/sda1`; always needed.' }),
  delete_on_termination: option.bool.withDefault(false, {
    doc: 'Whether the volume goes with its instance. The AMI takes this over; the volumes of the build itself are removed in any case.',
  }),
  encrypted: option.bool.optional({
    doc: 'Whether the volume is encrypted. Default: as its snapshot, or as the account says.',
  }),
  kms_key_id: option.string.optional({ doc: 'KMS key of an encrypted volume: id, alias or ARN.' }),
  snapshot_id: option.string.optional({ doc: 'Snapshot that the volume is made of.' }),
  volume_type: option.string.optional({ doc: '`gp2`, `gp3`, `io1`, `io2`, `st1`, `sc1` or `standard`.' }),
  volume_size: option.number.optional({ doc: 'Size in GiB.' }),
  iops: option.number.optional({
    doc: 'I/O operations per second; for `io1` (100 to 64,000, 50 for each GiB), `io2` (100 to 256,000, 1,000 for each GiB) and `gp3` (3,000 to 80,000).',
  }),
  throughput: option.number.optional({ doc: 'MiB per second, 125 to 2000; for `gp3`.' }),
  no_device: option.bool.withDefault(false, { doc: 'Leaves out a device that the source AMI has.' }),
  virtual_name: option.string.optional({ doc: 'Instance store volume: `ephemeral0`, `ephemeral1`, …' }),
} as const;

export type BlockDevice = OptionsOf<typeof blockDeviceMappings>;

/** Block devices of the instance that is built on. */
export const launchBlockDeviceOptions = {
  launch_block_device_mappings: option.blocks(blockDeviceMappings, {
    doc: 'Block devices that the instance has beside those of the source AMI, or instead of them.',
  }),
} as const;

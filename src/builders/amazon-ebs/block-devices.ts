import type { BlockDeviceMapping, VolumeType } from '@aws-sdk/client-ec2';
import type { BlockDevice } from '../amazon/options/block-devices.ts';

const TYPES_WITH_IOPS = new Set(['io1', 'io2', 'gp3']);
const INSTANCE_STORE_DEVICES = 26;

/** The mappings of a template as the API takes them. Only what is written is sent, but for `delete_on_termination`. */
export function blockDeviceMappings(devices: readonly BlockDevice[]): BlockDeviceMapping[] {
  return devices.map(blockDeviceMapping);
}

function blockDeviceMapping(device: BlockDevice): BlockDeviceMapping {
  const DeviceName = device.device_name ?? '';
  if (device.no_device) return { DeviceName, NoDevice: '' };
  if (device.virtual_name?.startsWith('ephemeral')) return { DeviceName, VirtualName: device.virtual_name };
  const type = device.volume_type || undefined;
  return {
    DeviceName,
    Ebs: {
      DeleteOnTermination: device.delete_on_termination,
      // EC2 judges it: types that are newer than this program work too.
      ...(type === undefined ? {} : { VolumeType: type as VolumeType }),
      ...(device.volume_size ? { VolumeSize: device.volume_size } : {}),
      ...(device.iops !== undefined && TYPES_WITH_IOPS.has(type ?? '') ? { Iops: device.iops } : {}),
      ...(device.throughput === undefined ? {} : { Throughput: device.throughput }),
      ...(device.encrypted === undefined ? {} : { Encrypted: device.encrypted }),
      ...(device.kms_key_id ? { KmsKeyId: device.kms_key_id } : {}),
      ...(device.snapshot_id ? { SnapshotId: device.snapshot_id } : {}),
    },
  };
}

/** `no_ephemeral`: the devices xvdca to xvdcz, to which Windows images map instance store volumes. */
export function withoutInstanceStore(): BlockDeviceMapping[] {
  return Array.from({ length: INSTANCE_STORE_DEVICES }, (_, index) => ({
    DeviceName: `xvdc${String.fromCharCode('a'.charCodeAt(0) + index)}`,
    NoDevice: '',
  }));
}

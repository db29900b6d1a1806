import { shownKey } from './key-use.ts';
import { CloudError, invalidValue, missingParameter } from './protocol/cloud-error.ts';
import {
  accepted,
  flag,
  identifier,
  integer,
  type Kind,
  listOf,
  oneOf,
  structure,
  text,
} from './protocol/parameters.ts';
import type { XmlFields } from './protocol/xml.ts';
import { findSnapshot } from './resource-lookup.ts';
import type { RegionState } from './state/region-state.ts';
import type { BlockDevice } from './state/resources.ts';

const VOLUME_TYPES = ['standard', 'io1', 'io2', 'gp2', 'gp3', 'sc1', 'st1'] as const;

const ebsParameters = {
  DeleteOnTermination: flag,
  Iops: integer,
  SnapshotId: identifier,
  VolumeSize: integer,
  VolumeType: oneOf(...VOLUME_TYPES),
  KmsKeyId: identifier,
  Throughput: integer,
  Encrypted: flag,
  OutpostArn: accepted,
  AvailabilityZone: accepted,
  AvailabilityZoneId: accepted,
  VolumeInitializationRate: accepted,
  EbsCardIndex: accepted,
};

/** `BlockDeviceMapping.N` of RunInstances, CreateImage and RegisterImage. */
export const blockDeviceList = listOf(
  structure({ DeviceName: text, VirtualName: identifier, NoDevice: text, Ebs: structure(ebsParameters) }),
);

type Input = typeof blockDeviceList extends Kind<infer T> ? T : never;
type Mapping = Input[number];
type Ebs = NonNullable<Mapping['Ebs']>;

/** The devices of an image with a request's changes: replaced by name, added, or suppressed by NoDevice. */
export function mergeBlockDevices(region: RegionState, base: readonly BlockDevice[], changes: Input): BlockDevice[] {
  const devices = new Map(base.map((device) => [device.deviceName, device]));
  const seen = new Set<string>();
  for (const change of changes) {
    const name = change.DeviceName;
    if (name === undefined) throw missingParameter('deviceName');
    if (seen.has(name)) {
      throw new CloudError(
        'InvalidBlockDeviceMapping',
        `The device '${name}' is used in more than one block-device mapping`,
      );
    }
    seen.add(name);
    if (change.NoDevice !== undefined) devices.delete(name);
    else devices.set(name, changedDevice(region, name, devices.get(name), change));
  }
  return [...devices.values()];
}

function changedDevice(region: RegionState, name: string, base: BlockDevice | undefined, change: Mapping): BlockDevice {
  const ebs = change.Ebs;
  if (ebs === undefined) {
    if (change.VirtualName === undefined) {
      throw new CloudError('InvalidBlockDeviceMapping', `The device '${name}' needs ebs, virtualName or noDevice`);
    }
    return { ...emptyDevice(name), virtualName: change.VirtualName };
  }
  const snapshotId = ebs.SnapshotId ?? base?.snapshotId;
  const snapshot = snapshotId === undefined ? undefined : findSnapshot(region, snapshotId);
  const size = ebs.VolumeSize ?? snapshot?.volumeSize ?? base?.volumeSize;
  if (size === undefined) {
    throw new CloudError('MissingParameter', 'The request must contain the parameter size or snapshotId');
  }
  if (snapshot !== undefined && size < snapshot.volumeSize) {
    throw new CloudError(
      'InvalidBlockDeviceMapping',
      `Volume of size ${size}GB is smaller than snapshot '${snapshot.id}', expect size >= ${snapshot.volumeSize}GB`,
    );
  }
  const type = ebs.VolumeType ?? base?.volumeType ?? 'gp2';
  checkPerformance(ebs, type, size);
  const encrypted = ebs.Encrypted ?? (snapshot?.encrypted || base?.encrypted || ebs.KmsKeyId !== undefined);
  if (snapshot?.encrypted === true && ebs.Encrypted === false) {
    throw new CloudError(
      'InvalidParameter',
      `The snapshot '${snapshot.id}' is encrypted; its volume can't be unencrypted.`,
    );
  }
  if (ebs.KmsKeyId !== undefined && ebs.Encrypted === false) {
    throw new CloudError(
      'InvalidParameterDependency',
      'The parameter KmsKeyId requires the parameter Encrypted to be set.',
    );
  }
  return {
    deviceName: name,
    virtualName: undefined,
    snapshotId,
    volumeSize: size,
    volumeType: type,
    iops: ebs.Iops ?? (type === 'gp3' ? 3_000 : undefined),
    throughput: ebs.Throughput ?? (type === 'gp3' ? 125 : undefined),
    encrypted,
    kmsKeyId: ebs.KmsKeyId === undefined ? base?.kmsKeyId : shownKey({ region }, ebs.KmsKeyId),
    deleteOnTermination: ebs.DeleteOnTermination ?? base?.deleteOnTermination ?? true,
  };
}

function emptyDevice(deviceName: string): BlockDevice {
  return {
    deviceName,
    virtualName: undefined,
    snapshotId: undefined,
    volumeSize: 0,
    volumeType: 'gp2',
    iops: undefined,
    throughput: undefined,
    encrypted: false,
    kmsKeyId: undefined,
    deleteOnTermination: true,
  };
}

/** Which volume type takes what (EBS User Guide, "Amazon EBS volume types"). */
function checkPerformance(ebs: Ebs, type: string, size: number): void {
  if (size < 1 || size > 65_536) throw invalidValue(size, 'volumeSize', 'Expected a size in GiB from 1 to 65536.');
  const takesIops = type === 'io1' || type === 'io2' || type === 'gp3';
  if (ebs.Iops !== undefined && !takesIops) {
    throw new CloudError('InvalidParameterCombination', `The parameter iops is not supported for ${type} volumes.`);
  }
  if (ebs.Iops === undefined && (type === 'io1' || type === 'io2')) {
    throw new CloudError('MissingParameter', `The request must contain the parameter iops for ${type} volumes`);
  }
  if (ebs.Throughput !== undefined && type !== 'gp3') {
    throw new CloudError(
      'InvalidParameterCombination',
      `The parameter throughput is not supported for ${type} volumes.`,
    );
  }
}

/** A `blockDeviceMapping` of an image. */
export function blockDeviceXml(device: BlockDevice): XmlFields {
  if (device.virtualName !== undefined) return { deviceName: device.deviceName, virtualName: device.virtualName };
  return {
    deviceName: device.deviceName,
    ebs: {
      snapshotId: device.snapshotId,
      volumeSize: device.volumeSize,
      deleteOnTermination: device.deleteOnTermination,
      volumeType: device.volumeType,
      iops: device.iops,
      throughput: device.throughput,
      encrypted: device.encrypted,
      kmsKeyId: device.kmsKeyId,
    },
  };
}

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Connector } from '../../../../src/engine/ports.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';
import { PUBLIC_KEY, type Rig } from './rig.ts';

/** What an option does: to one of the requests, to the image that is made, or by a call that is not made. */
export interface OptionEffect {
  /** What the row shows the effect of; the parity test counts them as shown. */
  readonly options: readonly string[];
  /** As in a source block. Given the identifiers of what is in the cloud. */
  readonly source: string | ((ids: CloudIds) => string);
  /** What the option needs beside it. The effect must not be there with this alone. */
  readonly base?: string;
  /** A call that is made with these parameters among others. */
  readonly sends?: {
    readonly action: string;
    readonly region?: string;
    readonly has: Readonly<Record<string, unknown>>;
  };
  /** A tag specification of a call. */
  readonly tags?: { readonly action: string; readonly type: string; readonly has: Readonly<Record<string, string>> };
  readonly neverCalls?: string;
  /** As DescribeImages shows it. */
  readonly image?: { readonly region?: string; readonly has: object };
  /** As DescribeImageAttribute shows it. */
  readonly attribute?: { readonly name: 'launchPermission' | 'productCodes'; readonly has: object };
  /** As DescribeSnapshotAttribute shows it, for `createVolumePermission`. */
  readonly volumePermissions?: readonly object[];
  readonly connector?: Partial<Connector>;
  /** Done in the cloud before the build. */
  readonly before?: (rig: Rig) => Promise<unknown>;
}

export interface CloudIds {
  readonly vpc: string;
  readonly subnet: string;
  /** Of an Ubuntu image that is not the newest one. */
  readonly olderImage: string;
  /** That image's. */
  readonly snapshot: string;
}

const COPY = 'ami_regions = ["eu-west-1"]\n';
const ORG = 'arn:aws:organizations::123456789012:organization/o-a1b2c3d4e5';
const OU = 'arn:aws:organizations::123456789012:ou/o-a1b2c3d4e5/ou-ab12-11111111';
const KEY_ID = '12345678-1234-1234-1234-123456789012';
const KEY = `arn:aws:kms:eu-west-1:123456789012:key/${KEY_ID}`;
const permission = (has: Readonly<Record<string, string>>) => ({ action: 'ModifyImageAttribute', has });
const root = (ebs: object) => ({ BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: ebs }] });

function userDataFile(): string {
  const file = path.join(temporaryFolder('user-data'), 'init');
  writeFileSync(file, 'plain text');
  return `user_data_file = "${file}"`;
}

const IMAGE: readonly OptionEffect[] = [
  {
    options: ['ami_description'],
    source: 'ami_description = "From {{ .SourceAMIName }}"',
    sends: { action: 'CreateImage', has: { Description: expect.stringMatching(/^From ubuntu\//) } },
    image: { has: { Description: expect.stringMatching(/^From ubuntu\//) } },
  },
  {
    options: ['ami_description'],
    base: COPY,
    source: 'ami_description = "mine"',
    sends: { action: 'CopyImage', region: 'eu-west-1', has: { Description: 'mine' } },
    image: { region: 'eu-west-1', has: { Description: 'mine' } },
  },
  {
    options: ['ami_users'],
    source: 'ami_users = ["111122223333"]',
    sends: permission({ 'LaunchPermission.Add.1.UserId': '111122223333' }),
    attribute: { name: 'launchPermission', has: [{ UserId: '111122223333' }] },
  },
  {
    options: ['ami_groups'],
    source: 'ami_groups = ["all"]',
    sends: permission({ 'LaunchPermission.Add.1.Group': 'all' }),
    attribute: { name: 'launchPermission', has: [{ Group: 'all' }] },
    image: { has: { Public: true } },
  },
  {
    options: ['ami_org_arns'],
    source: `ami_org_arns = ["${ORG}"]`,
    sends: permission({ 'LaunchPermission.Add.1.OrganizationArn': ORG }),
    attribute: { name: 'launchPermission', has: [{ OrganizationArn: ORG }] },
  },
  {
    options: ['ami_ou_arns'],
    source: `ami_ou_arns = ["${OU}"]`,
    sends: permission({ 'LaunchPermission.Add.1.OrganizationalUnitArn': OU }),
    attribute: { name: 'launchPermission', has: [{ OrganizationalUnitArn: OU }] },
  },
  {
    options: ['ami_product_codes'],
    source: 'ami_product_codes = ["abc", "def"]',
    sends: permission({ Attribute: 'productCodes', 'ProductCode.1': 'abc', 'ProductCode.2': 'def' }),
    attribute: { name: 'productCodes', has: [{ ProductCodeId: 'abc' }, { ProductCodeId: 'def' }] },
  },
  {
    options: ['snapshot_users'],
    source: 'snapshot_users = ["111122223333"]',
    sends: { action: 'ModifySnapshotAttribute', has: { 'CreateVolumePermission.Add.1.UserId': '111122223333' } },
    volumePermissions: [{ UserId: '111122223333' }],
  },
  {
    options: ['snapshot_groups'],
    source: 'snapshot_groups = ["all"]',
    sends: { action: 'ModifySnapshotAttribute', has: { 'CreateVolumePermission.Add.1.Group': 'all' } },
    volumePermissions: [{ Group: 'all' }],
  },
  {
    options: ['ami_regions'],
    source: COPY,
    sends: { action: 'CopyImage', region: 'eu-west-1', has: { Name: 'app-1', SourceRegion: 'us-east-1' } },
    image: { region: 'eu-west-1', has: { Name: 'app-1', State: 'available' } },
  },
  {
    options: ['snapshot_copy_duration_minutes'],
    base: COPY,
    source: 'snapshot_copy_duration_minutes = 45',
    sends: { action: 'CopyImage', has: { SnapshotCopyCompletionDurationMinutes: '45' } },
  },
  { options: ['skip_region_validation'], source: 'skip_region_validation = true', neverCalls: 'DescribeRegions' },
  ...['true', 'false'].map((value) => ({
    options: ['ena_support'],
    source: `ena_support = ${value}`,
    sends: { action: 'ModifyInstanceAttribute', has: { 'EnaSupport.Value': value } },
  })),
  { options: ['ena_support'], source: 'ena_support = false', image: { has: { EnaSupport: false } } },
  {
    options: ['sriov_support'],
    source: 'sriov_support = true',
    sends: { action: 'ModifyInstanceAttribute', has: { 'SriovNetSupport.Value': 'simple' } },
  },
  {
    options: ['imds_support'],
    source: 'imds_support = "v2.0"',
    sends: permission({ 'ImdsSupport.Value': 'v2.0' }),
    image: { has: { ImdsSupport: 'v2.0' } },
  },
  {
    options: ['deprecate_at'],
    source: 'deprecate_at = "2027-01-31T00:00:00+01:00"',
    sends: { action: 'EnableImageDeprecation', has: { DeprecateAt: '2027-01-30T23:00:00Z' } },
    image: { has: { DeprecationTime: '2027-01-30T23:00:00.000Z' } },
  },
  {
    options: ['deregistration_protection'],
    source: 'deregistration_protection {\n  enabled = true\n}',
    sends: { action: 'EnableImageDeregistrationProtection', has: { WithCooldown: 'false' } },
    image: { has: { DeregistrationProtection: 'enabled-without-cooldown' } },
  },
  {
    options: ['deregistration_protection'],
    source: 'deregistration_protection {\n  with_cooldown = true\n}',
    sends: { action: 'EnableImageDeregistrationProtection', has: { WithCooldown: 'true' } },
    image: { has: { DeregistrationProtection: 'enabled-with-cooldown' } },
  },
  {
    options: ['encrypt_boot'],
    source: 'encrypt_boot = true',
    sends: { action: 'CopyImage', region: 'us-east-1', has: { Name: 'app-1', Encrypted: 'true' } },
    image: { has: root({ Encrypted: true }) },
  },
  {
    options: ['encrypt_boot'],
    base: COPY,
    source: 'encrypt_boot = false',
    sends: { action: 'CopyImage', region: 'eu-west-1', has: { Encrypted: 'false' } },
  },
  {
    options: ['kms_key_id'],
    base: 'encrypt_boot = true\n',
    source: `kms_key_id = "${KEY_ID}"`,
    sends: { action: 'CopyImage', has: { KmsKeyId: KEY_ID } },
    image: { has: root({ KmsKeyId: `arn:aws:kms:us-east-1:123456789012:key/${KEY_ID}` }) },
  },
  {
    options: ['region_kms_key_ids'],
    base: `${COPY}encrypt_boot = true\n`,
    source: `region_kms_key_ids = { eu-west-1 = "${KEY}" }`,
    sends: { action: 'CopyImage', region: 'eu-west-1', has: { KmsKeyId: KEY } },
    image: { region: 'eu-west-1', has: root({ KmsKeyId: KEY }) },
  },
  {
    // The region's own key goes before kms_key_id, also in the region of the build.
    options: ['region_kms_key_ids'],
    base: 'ami_regions = ["us-east-1"]\nencrypt_boot = true\nkms_key_id = "alias/other"\n',
    source: 'region_kms_key_ids = { us-east-1 = "alias/own" }',
    sends: { action: 'CopyImage', region: 'us-east-1', has: { KmsKeyId: 'alias/own' } },
  },
];

const TAGS: readonly OptionEffect[] = [
  {
    options: ['tags'],
    base: `${COPY}run_tags = { Team = "run" }\n`,
    source: 'tags = { Team = "image" }',
    tags: { action: 'CopyImage', type: 'image', has: { Team: 'image' } },
  },
  {
    options: ['tag'],
    base: 'tags = { Team = "map" }\n',
    source: 'tag {\n  key   = "Team"\n  value = "{{ .BuildRegion }}"\n}',
    tags: { action: 'CreateImage', type: 'snapshot', has: { Team: 'us-east-1' } },
  },
  {
    options: ['snapshot_tags'],
    base: `${COPY}tags = { Team = "image" }\n`,
    source: 'snapshot_tags = { Team = "snapshot" }',
    tags: { action: 'CopyImage', type: 'snapshot', has: { Team: 'snapshot' } },
  },
  {
    options: ['snapshot_tag'],
    base: 'snapshot_tags = { Team = "map" }\n',
    source: 'snapshot_tag {\n  key   = "Team"\n  value = "block"\n}',
    tags: { action: 'CreateImage', type: 'snapshot', has: { Team: 'block' } },
  },
  {
    options: ['run_tag'],
    base: 'run_tags = { Team = "map" }\n',
    source: 'run_tag {\n  key   = "Team"\n  value = "{{ .SourceAMIOwner }}"\n}',
    tags: { action: 'RunInstances', type: 'instance', has: { Team: '099720109477' } },
  },
  {
    options: ['run_volume_tag'],
    base: 'run_volume_tags = { Team = "map" }\n',
    source: 'run_volume_tag {\n  name  = "Team"\n  value = "block"\n}\nrun_volume_tag {\n  name = "Empty"\n}',
    tags: { action: 'RunInstances', type: 'volume', has: { Team: 'block', Empty: '' } },
  },
];

const MACHINE: readonly OptionEffect[] = [
  {
    options: ['source_ami'],
    source: ({ olderImage }) => `source_ami = "${olderImage}"`,
    sends: {
      action: 'DescribeImages',
      has: { 'ImageId.1': expect.stringMatching(/^ami-/), 'Filter.1.Name': 'name', 'Owner.1': '099720109477' },
    },
  },
  {
    options: ['vpc_id'],
    source: ({ vpc }) => `vpc_id = "${vpc}"`,
    sends: { action: 'CreateSecurityGroup', has: { VpcId: expect.stringMatching(/^vpc-/) } },
  },
  {
    options: ['subnet_id'],
    source: ({ subnet }) => `subnet_id = "${subnet}"`,
    sends: { action: 'RunInstances', has: { SubnetId: expect.stringMatching(/^subnet-/) } },
  },
  {
    options: ['user_data_file'],
    source: userDataFile,
    sends: { action: 'RunInstances', has: { UserData: Buffer.from('plain text').toString('base64') } },
  },
  {
    options: ['skip_profile_validation'],
    base: 'iam_instance_profile = "bake-ami"\n',
    source: 'skip_profile_validation = true',
    neverCalls: 'GetInstanceProfile',
  },
  {
    options: ['temporary_key_pair_name'],
    source: 'temporary_key_pair_name = "mine"',
    sends: { action: 'ImportKeyPair', has: { KeyName: 'mine' } },
  },
  {
    options: ['ssh_keypair_name', 'ssh_agent_auth'],
    source: 'ssh_keypair_name = "mine"\nssh_agent_auth = true',
    connector: { login: { kind: 'given' } },
    sends: { action: 'RunInstances', has: { KeyName: 'mine' } },
    before: async (rig) => {
      const ec2 = (await rig.connections.open({ region: 'us-east-1' })).ec2('us-east-1');
      const material = { KeyName: 'mine', PublicKeyMaterial: Buffer.from(PUBLIC_KEY) };
      await ec2.importKeyPair(material, new AbortController().signal);
    },
  },
];

/** What each writes into a block device of the image, what is sent of it, and what the image has then. */
const DEVICES: readonly (readonly [string, Readonly<Record<string, string>>, object])[] = [
  ['volume_size = 20', { 'Ebs.VolumeSize': '20', 'Ebs.DeleteOnTermination': 'false' }, { Ebs: { VolumeSize: 20 } }],
  [
    'volume_size = 20\ndelete_on_termination = true',
    { 'Ebs.DeleteOnTermination': 'true' },
    { Ebs: { DeleteOnTermination: true } },
  ],
  [
    'volume_size = 20\nvolume_type = "gp3"\niops = 4000\nthroughput = 250',
    { 'Ebs.VolumeType': 'gp3', 'Ebs.Iops': '4000', 'Ebs.Throughput': '250' },
    { Ebs: { VolumeType: 'gp3', Iops: 4000, Throughput: 250 } },
  ],
  [
    'volume_size = 20\nvolume_type = "io2"\niops = 200',
    { 'Ebs.VolumeType': 'io2', 'Ebs.Iops': '200' },
    { Ebs: { VolumeType: 'io2', Iops: 200 } },
  ],
  ['volume_size = 20\nencrypted = true', { 'Ebs.Encrypted': 'true' }, { Ebs: { Encrypted: true } }],
  ['virtual_name = "ephemeral1"', { VirtualName: 'ephemeral1' }, { VirtualName: 'ephemeral1' }],
];

const BLOCK_DEVICES: readonly OptionEffect[] = [
  ...DEVICES.map(([written, sent, shown]) => ({
    options: ['ami_block_device_mappings'],
    source: `ami_block_device_mappings {\ndevice_name = "/dev/sdf"\n${written}\n}`,
    sends: {
      action: 'CreateImage',
      has: Object.fromEntries([
        ['BlockDeviceMapping.1.DeviceName', '/dev/sdf'],
        ...Object.entries(sent).map(([name, value]) => [`BlockDeviceMapping.1.${name}`, value]),
      ]),
    },
    image: { has: { BlockDeviceMappings: [{ DeviceName: '/dev/sda1' }, { DeviceName: '/dev/sdf', ...shown }] } },
  })),
  {
    options: ['ami_block_device_mappings'],
    source:
      'ami_block_device_mappings {\ndevice_name = "/dev/sdf"\nvolume_size = 1\nencrypted = true\nkms_key_id = "alias/key"\n}',
    sends: { action: 'CreateImage', has: { 'BlockDeviceMapping.1.Ebs.KmsKeyId': 'alias/key' } },
  },
  {
    options: ['ami_block_device_mappings'],
    source: ({ snapshot }) => `ami_block_device_mappings {\ndevice_name = "/dev/sdf"\nsnapshot_id = "${snapshot}"\n}`,
    sends: { action: 'CreateImage', has: { 'BlockDeviceMapping.1.Ebs.SnapshotId': expect.stringMatching(/^snap-/) } },
    image: { has: { BlockDeviceMappings: [{ DeviceName: '/dev/sda1' }, { DeviceName: '/dev/sdf' }] } },
  },
  {
    options: ['launch_block_device_mappings'],
    source: ({ snapshot }) =>
      `launch_block_device_mappings {\ndevice_name = "/dev/sdf"\nsnapshot_id = "${snapshot}"\n}`,
    sends: { action: 'RunInstances', has: { 'BlockDeviceMapping.1.Ebs.SnapshotId': expect.stringMatching(/^snap-/) } },
    image: { has: { BlockDeviceMappings: [{ DeviceName: '/dev/sda1' }, { DeviceName: '/dev/sdf' }] } },
  },
  {
    // A device of the instance that the image is not to have.
    options: ['ami_block_device_mappings'],
    base: 'launch_block_device_mappings {\ndevice_name = "/dev/sdf"\nvolume_size = 1\n}\n',
    source: 'ami_block_device_mappings {\ndevice_name = "/dev/sdf"\nno_device = true\n}',
    sends: {
      action: 'CreateImage',
      has: { 'BlockDeviceMapping.1.DeviceName': '/dev/sdf', 'BlockDeviceMapping.1.NoDevice': '' },
    },
    image: { has: { BlockDeviceMappings: [{ DeviceName: '/dev/sda1' }] } },
  },
  {
    options: ['launch_block_device_mappings'],
    source: 'launch_block_device_mappings {\ndevice_name = "/dev/sdf"\nvolume_size = 3\nvolume_type = "gp3"\n}',
    sends: { action: 'RunInstances', has: { 'BlockDeviceMapping.1.Ebs.VolumeSize': '3' } },
    image: { has: { BlockDeviceMappings: [{ DeviceName: '/dev/sda1' }, { DeviceName: '/dev/sdf' }] } },
  },
];

/** Each row is run by `option-effects.test.ts`. */
export const OPTION_EFFECTS: readonly OptionEffect[] = [...IMAGE, ...TAGS, ...MACHINE, ...BLOCK_DEVICES];

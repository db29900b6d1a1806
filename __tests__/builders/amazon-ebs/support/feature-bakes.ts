import { PACKER_ALSO } from './packer-policy.ts';
import type { RigOptions } from './rig.ts';

/** A bake that uses one feature. */
export interface FeatureBake {
  readonly source?: string;
  /** What Packer's documentation wants allowed for it. */
  readonly also?: readonly (readonly string[])[];
  readonly rig?: Partial<RigOptions>;
}

const SUBNET = 'subnet_filter {\n  filters = { default-for-az = "true" }\n  most_free = true\n}';

/** What Packer can do under the policy that it documents. */
export const bakesOfFeatures: Readonly<Record<string, FeatureBake>> = {
  'the plainest bake': {},
  'a key pair that EC2 makes, and no console output': { rig: { deadlineMs: 3_600_000 } },
  'a subnet by filter': { source: SUBNET },
  'a VPC by filter': {
    source: 'vpc_filter {\n  filters = { is-default = "true" }\n}',
    also: [PACKER_ALSO.vpcFilter],
  },
  'a public address, and nobody who says which zone offers the type': { source: 'associate_public_ip_address = true' },
  copies: { source: 'ami_regions = ["eu-west-1", "us-west-2"]' },
  encryption: { source: 'encrypt_boot = true\nami_regions = ["eu-west-1"]' },
  'encryption with keys of its own': {
    source:
      'encrypt_boot = true\nkms_key_id = "alias/images"\nami_regions = ["eu-west-1"]\nregion_kms_key_ids = { eu-west-1 = "alias/west" }',
    also: [PACKER_ALSO.kms],
  },
  sharing: {
    source: 'ami_users = ["210987654321"]\nsnapshot_users = ["210987654321"]\nami_description = "shared"',
  },
  tags: {
    source: 'run_tags = { a = "b" }\ntags = { c = "d" }\nsnapshot_tags = { e = "f" }\nrun_volume_tags = { g = "h" }',
  },
  'IMDSv2, ENA and SR-IOV': { source: 'imds_support = "v2.0"\nena_support = true\nsriov_support = true' },
  deprecation: { source: 'deprecate_at = "2099-01-01T00:00:00Z"', also: [PACKER_ALSO.deprecation] },
  'an older image that gives way': { source: 'force_deregister = true\nforce_delete_snapshot = true' },
  'an intermediate image that goes away': { source: 'skip_save_build_region = true\nami_regions = ["eu-west-1"]' },
  'volumes that outlive their instance': {
    source:
      'launch_block_device_mappings {\n  device_name = "/dev/sdf"\n  volume_size = 8\n  delete_on_termination = false\n}',
  },
  'no image': { source: 'skip_create_ami = true' },
  'spot instances': { source: 'spot_price = "auto"', also: [PACKER_ALSO.spot] },
  'an instance profile': { source: 'iam_instance_profile = "bake-ami"', also: [PACKER_ALSO.profile] },
  'a temporary instance profile': {
    source: `temporary_iam_instance_profile_policy_document {
      Statement {
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["*"]
      }
    }`,
    also: [PACKER_ALSO.temporaryProfile],
  },
};

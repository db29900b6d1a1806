import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { PACKER_ALSO, packerPolicy } from './support/packer-policy.ts';
import { Rig, type RigOptions } from './support/rig.ts';

interface Feature {
  readonly source?: string;
  readonly also?: readonly (readonly string[])[];
  readonly rig?: Partial<RigOptions>;
}

const SUBNET = 'subnet_filter {\n  filters = { default-for-az = "true" }\n  most_free = true\n}';

/** What Packer can do under the policy that it documents. */
const FEATURES: Readonly<Record<string, Feature>> = {
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

describe("under the policy that Packer's documentation asks for, there can be", () => {
  it.each(Object.entries(FEATURES))('%s', async (_, { source = '', also = [], rig: options = {} }) => {
    const rig = new Rig({ ...options, source, cloud: { delays: quickDelays, policy: packerPolicy(...also) } });
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    expect(rig.logs().filter((line) => line.startsWith('error'))).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('a bake that fails and leaves nothing behind', async () => {
    const rig = new Rig({
      cloud: {
        delays: quickDelays,
        policy: packerPolicy(),
        faults: [{ action: 'StopInstances', fault: { error: 'IncorrectInstanceState', message: 'No.' } }],
      },
    });
    const { error, left } = await rig.bake();
    expect(error).toMatchObject({ code: 'wrong-state' });
    expect(left).toEqual([]);
    assertEmpty(rig.cloud);
    expect(await rig.ownImages()).toEqual([]);
  });
});

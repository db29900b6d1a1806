import { isSpot } from '../../amazon/validation/spot.ts';
import { fastLaunchAsked } from '../fast-launch/asked.ts';
import { type Asked, FAILS, type Feature, fallsBack, leaves, onlyInTrouble } from './need.ts';

/** What EC2 does with a key for whoever names it (EBS User Guide, "Permissions for IAM users"). */
export const KEY_ACTIONS = [
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncrypt*',
] as const;

/** What making, copying and finishing the AMI takes. */
export const imageFeatures: readonly Feature[] = [
  {
    name: 'No `skip_create_ami`',
    isAsked: makesImage,
    needs: [
      {
        actions: ['ec2:CreateImage'],
        scope: 'image-of-ours',
        why: 'make the AMI of the build instance',
        without: FAILS,
      },
      {
        actions: ['ec2:CreateTags'],
        scope: 'expiry-tag',
        why: 'say of the finished AMI and its snapshots that they are meant to stay',
        without: fallsBack('they get no expiry at all: should the run be killed, `sweep` does not find them'),
      },
      {
        actions: ['ec2:DeregisterImage', 'ec2:DeleteSnapshot'],
        scope: 'ours',
        why: 'remove an AMI whose build fails or is cancelled',
        without: onlyInTrouble('it is left'),
      },
    ],
  },
  {
    name: 'An instance that is not spot, and no `disable_stop_instance`',
    isAsked: ({ options }) => !options.skip_create_ami && !isSpot(options) && !options.disable_stop_instance,
    needs: [
      {
        actions: ['ec2:StopInstances'],
        scope: 'ours',
        why: 'stop the instance before the image is made of it',
        without: FAILS,
      },
    ],
  },
  {
    name: '`encrypt_boot = true`, `skip_save_build_region`',
    isAsked: ({ options }) =>
      !options.skip_create_ami && (options.encrypt_boot === true || options.skip_save_build_region),
    needs: [
      {
        actions: ['ec2:DeregisterImage', 'ec2:DeleteSnapshot'],
        scope: 'ours',
        why: 'remove the intermediate AMI that was copied',
        without: leaves('the intermediate AMI'),
      },
    ],
  },
  {
    name: '`ami_regions`, `encrypt_boot = true`',
    isAsked: ({ options, region }) =>
      !options.skip_create_ami &&
      (options.encrypt_boot === true || options.ami_regions.some((target) => target !== region)),
    needs: [
      {
        actions: ['ec2:CopyImage'],
        scope: 'regions',
        why: 'copy the AMI into its regions, or encrypt it',
        without: FAILS,
      },
    ],
  },
  {
    name: '`kms_key_id`, `region_kms_key_ids`',
    isAsked: ({ options }) => kmsKeysOf({ options, region: undefined }).length > 0,
    needs: [
      {
        actions: ['kms:DescribeKey'],
        scope: 'kms-keys-to-see',
        why: 'see before anything is made whether the keys exist and can be used',
        without: fallsBack('a note says that they were not checked'),
      },
      {
        actions: KEY_ACTIONS,
        scope: 'kms-keys',
        why: 'let EC2 encrypt and decrypt volumes and snapshots with the key',
        without: FAILS,
      },
    ],
  },
  {
    name: '`ami_users`, `ami_groups`, `ami_org_arns`, `ami_ou_arns`, `ami_product_codes`, `imds_support`',
    isAsked: ({ options }) =>
      !options.skip_create_ami &&
      ([
        options.ami_users,
        options.ami_groups,
        options.ami_org_arns,
        options.ami_ou_arns,
        options.ami_product_codes,
      ].some((list) => list.length > 0) ||
        options.imds_support === 'v2.0'),
    needs: [{ actions: ['ec2:ModifyImageAttribute'], scope: 'ours', why: 'change the AMI', without: FAILS }],
  },
  {
    name: '`snapshot_users`, `snapshot_groups`',
    isAsked: ({ options }) =>
      !options.skip_create_ami && (options.snapshot_users.length > 0 || options.snapshot_groups.length > 0),
    needs: [{ actions: ['ec2:ModifySnapshotAttribute'], scope: 'ours', why: 'share the snapshots', without: FAILS }],
  },
  {
    name: '`deprecate_at`',
    isAsked: ({ options }) => !options.skip_create_ami && Boolean(options.deprecate_at),
    needs: [
      { actions: ['ec2:EnableImageDeprecation'], scope: 'ours', why: 'set the date of deprecation', without: FAILS },
    ],
  },
  {
    name: '`deregistration_protection`',
    isAsked: ({ options: { skip_create_ami: skip, deregistration_protection: protection } }) =>
      !skip && (protection?.enabled === true || protection?.with_cooldown === true),
    needs: [
      {
        actions: ['ec2:EnableImageDeregistrationProtection'],
        scope: 'ours',
        why: 'protect the AMI',
        without: FAILS,
      },
    ],
  },
  {
    name: '`force_deregister`, or the flag `-force`',
    isAsked: ({ options, replaces }) => !options.skip_create_ami && replaces,
    needs: [
      {
        actions: ['ec2:DeregisterImage'],
        scope: 'regions',
        why: 'remove the older AMI of the same name, which may not be ours',
        without: FAILS,
      },
    ],
  },
  {
    name: 'Inputs `verify`, `verify-goss`',
    isAsked: ({ options, verifies }) => verifies && !options.skip_create_ami,
    needs: [
      {
        actions: ['ec2:GetConsoleOutput'],
        scope: 'regions',
        why: 'see the host key that the machine has made; `ssh-host-key: first` does without',
        without: FAILS,
      },
      {
        actions: ['ec2:CreateTags'],
        scope: 'verified-tag',
        why: 'say of the AMI that it is verified',
        without: fallsBack('it does not carry the tag `bake-ami:verified`, which a warning says'),
      },
    ],
  },
  {
    name: 'Inputs `verify`, `verify-goss` with `force_deregister` or `-force`',
    isAsked: ({ options, replaces, verifies }) => verifies && replaces && !options.skip_create_ami,
    needs: [
      {
        actions: ['ec2:CopyImage'],
        scope: 'regions',
        why: 'give the verified AMI the name of the older one',
        without: FAILS,
      },
    ],
  },
  {
    name: 'Input `ssm-parameter`',
    isAsked: ({ options, parameters }) => parameters.length > 0 && !options.skip_create_ami,
    needs: [
      { actions: ['ssm:PutParameter'], scope: 'parameters', why: 'write the id of the AMI', without: FAILS },
      {
        actions: ['ssm:GetParameter'],
        scope: 'parameters',
        why: 'see what a parameter holds, and wait until the new id can be read',
        without: fallsBack('nobody waits for that, which a note says'),
      },
      {
        actions: ['ssm:AddTagsToResource'],
        scope: 'parameters',
        why: 'tag the parameter with the run',
        without: fallsBack('it gets no tags of ours, which a note says'),
      },
    ],
  },
  {
    name: '`force_delete_snapshot`',
    isAsked: ({ options, replaces }) => !options.skip_create_ami && replaces && options.force_delete_snapshot,
    needs: [
      {
        actions: ['ec2:DeleteSnapshot'],
        scope: 'regions',
        why: 'remove the snapshots of the older AMI',
        without: FAILS,
      },
    ],
  },
  {
    name: '`fast_launch`',
    isAsked: ({ options }) => !options.skip_create_ami && fastLaunchAsked(options) !== undefined,
    needs: [
      {
        actions: ['ec2:EnableFastLaunch', 'ec2:DescribeFastLaunchImages'],
        scope: 'regions',
        why: 'let EC2 prepare snapshots of the AMI, and wait for that',
        without: FAILS,
      },
      {
        actions: ['ec2:DescribeLaunchTemplates'],
        scope: 'regions',
        why: 'find the launch templates that are named',
        without: FAILS,
      },
      {
        actions: ['ec2:DisableFastLaunch'],
        scope: 'regions',
        why: 'remove the prepared snapshots of an AMI that goes away',
        without: onlyInTrouble('they are left, which is said'),
      },
      {
        actions: ['iam:CreateServiceLinkedRole'],
        scope: 'fast-launch-role',
        why: 'the first such AMI of an account makes the role AWSServiceRoleForEC2FastLaunch',
        without: fallsBack('the role has to be there already'),
      },
    ],
  },
];

function makesImage({ options }: Asked): boolean {
  return !options.skip_create_ami;
}

/** A KMS key that a template names, and the region that it is in. */
export interface NamedKey {
  /** Id, ARN, or either of an alias. */
  readonly key: string;
  readonly region: string | undefined;
}

/** Every KMS key that a template names. */
export function kmsKeysOf({ options, region }: Pick<Asked, 'options' | 'region'>): readonly NamedKey[] {
  const own = [
    options.kms_key_id,
    ...[...options.launch_block_device_mappings, ...options.ami_block_device_mappings].map(
      (device) => device.kms_key_id,
    ),
  ].flatMap((key) => (key ? [{ key, region }] : []));
  const others = Object.entries(options.region_kms_key_ids).flatMap(([each, key]) =>
    key ? [{ key, region: each }] : [],
  );
  return [...own, ...others];
}

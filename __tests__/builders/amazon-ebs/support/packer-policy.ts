/*
 * What Packer's documentation lets a role do for the Amazon builders (plugin documentation, "IAM Task or Instance Role"):
 * a list for every template, and what options need beside it.
 */

const ALWAYS = [
  'AttachVolume AuthorizeSecurityGroupIngress CopyImage CreateImage CreateKeyPair CreateSecurityGroup CreateSnapshot',
  'CreateTags CreateVolume DeleteKeyPair DeleteSecurityGroup DeleteSnapshot DeleteVolume DeregisterImage',
  'DescribeImageAttribute DescribeImages DescribeInstances DescribeInstanceStatus DescribeRegions',
  'DescribeSecurityGroups DescribeSnapshots DescribeSubnets DescribeTags DescribeVolumes DetachVolume GetPasswordData',
  'ModifyImageAttribute ModifyInstanceAttribute ModifySnapshotAttribute RegisterImage RunInstances StopInstances',
  'TerminateInstances',
]
  .join(' ')
  .split(' ')
  .map((action) => `ec2:${action}`);

export const PACKER_ALSO = {
  spot: ['ec2:CreateLaunchTemplate', 'ec2:DeleteLaunchTemplate', 'ec2:CreateFleet'],
  /** Not in Packer's documentation, which leaves it to the policy of the key. */
  kms: ['kms:CreateGrant', 'kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncrypt*'],
  vpcFilter: ['ec2:DescribeVpcs'],
  deprecation: ['ec2:EnableImageDeprecation'],
  profile: ['iam:PassRole', 'iam:GetInstanceProfile'],
  temporaryProfile: [
    'PassRole CreateInstanceProfile DeleteInstanceProfile GetRole GetInstanceProfile DeleteRolePolicy',
    'RemoveRoleFromInstanceProfile CreateRole DeleteRole PutRolePolicy AddRoleToInstanceProfile',
  ]
    .join(' ')
    .split(' ')
    .map((action) => `iam:${action}`),
} as const;

/** The policy that Packer's documentation asks for, as JSON. */
export function packerPolicy(...also: readonly (readonly string[])[]): string {
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: [...ALWAYS, ...also.flat()], Resource: '*' }],
  });
}

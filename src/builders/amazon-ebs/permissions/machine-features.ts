import { isSpot } from '../../amazon/validation/spot.ts';
import { usesSessionManager } from '../session-manager/asked.ts';
import { FAILS, type Feature, fallsBack, leaves, onlyInTrouble } from './need.ts';

/** What launching, reaching and removing the build instance takes. */
export const machineFeatures: readonly Feature[] = [
  {
    name: 'Every build',
    isAsked: () => true,
    needs: [
      {
        actions: ['ec2:DescribeImages', 'ec2:DescribeInstances'],
        scope: 'regions',
        why: 'find the source AMI, see whether the name is free, follow the instance and the AMI',
        without: FAILS,
      },
      {
        actions: ['ec2:RunInstances'],
        scope: 'regions',
        why: 'launch the build instance',
        without: FAILS,
      },
      {
        actions: ['ec2:CreateTags'],
        scope: 'new-tags',
        why: 'mark everything that is made in the very call that makes it, so that nothing can be lost',
        without: FAILS,
      },
      {
        actions: ['ec2:TerminateInstances'],
        scope: 'ours',
        why: 'remove the build instance',
        without: leaves('the instance'),
      },
      {
        actions: [
          'ec2:DescribeKeyPairs',
          'ec2:DescribeNetworkInterfaces',
          'ec2:DescribeSecurityGroups',
          'ec2:DescribeSnapshots',
          'ec2:DescribeVolumes',
        ],
        scope: 'regions',
        why: 'search by tag for what a killed or cancelled run has left, and see how far snapshots are',
        without: onlyInTrouble('what the journal of the run does not name is not found, and no percentages are shown'),
      },
      {
        actions: ['ec2:DeleteNetworkInterface', 'ec2:DeleteVolume'],
        scope: 'ours',
        why: 'remove what outlives its instance',
        without: onlyInTrouble('it is left'),
      },
    ],
  },
  {
    name: 'Checks before anything is made',
    isAsked: () => true,
    needs: [
      {
        actions: ['ec2:DescribeInstanceTypes', 'ec2:DescribeInstanceTypeOfferings'],
        scope: 'regions',
        why: 'see whether the instance type exists and fits the source AMI, and which zones offer it',
        without: fallsBack('that is not checked, and shows when the instance is launched'),
      },
    ],
  },
  {
    name: 'No `skip_region_validation`',
    isAsked: ({ options }) => !options.skip_region_validation,
    needs: [
      {
        actions: ['ec2:DescribeRegions'],
        scope: 'regions',
        why: 'see whether the regions exist and are enabled',
        without: fallsBack('a warning says that the regions were not checked'),
      },
    ],
  },
  {
    name: '`subnet_id`, `subnet_filter`',
    isAsked: ({ options }) => Boolean(options.subnet_id) || options.subnet_filter !== undefined,
    needs: [{ actions: ['ec2:DescribeSubnets'], scope: 'regions', why: 'find the subnet', without: FAILS }],
  },
  {
    name: 'No subnet in the template',
    isAsked: ({ options }) => !options.subnet_id && options.subnet_filter === undefined,
    needs: [
      {
        actions: ['ec2:DescribeSubnets'],
        scope: 'regions',
        why: 'find a subnet of the default VPC: for `associate_public_ip_address`, and when a zone has no room',
        without: fallsBack('EC2 chooses the subnet, and no other zone is tried'),
      },
    ],
  },
  {
    name: '`vpc_filter`, `vpc_id` without a subnet',
    isAsked: ({ options }) =>
      options.vpc_filter !== undefined ||
      (Boolean(options.vpc_id) && !options.subnet_id && options.subnet_filter === undefined),
    needs: [{ actions: ['ec2:DescribeVpcs'], scope: 'regions', why: 'find the VPC', without: FAILS }],
  },
  {
    name: '`security_group_id`, `security_group_ids`, `security_group_filter`',
    isAsked: (asked) => !makesGroup(asked),
    needs: [{ actions: ['ec2:DescribeSecurityGroups'], scope: 'regions', why: 'find the groups', without: FAILS }],
  },
  {
    name: 'A temporary security group',
    isAsked: makesGroup,
    needs: [
      {
        actions: ['ec2:CreateSecurityGroup'],
        scope: 'regions',
        why: 'make a group for this build alone',
        without: FAILS,
      },
      {
        actions: ['ec2:DeleteSecurityGroup'],
        scope: 'ours',
        why: 'remove it',
        without: leaves('the security group'),
      },
    ],
  },
  {
    name: 'A temporary security group, and a communicator that connects to an address',
    isAsked: (asked) => makesGroup(asked) && asked.communicator !== 'none' && !usesSessionManager(asked.options),
    needs: [
      {
        actions: ['ec2:AuthorizeSecurityGroupIngress'],
        scope: 'ours',
        why: 'let this machine, and no other, connect',
        without: FAILS,
      },
    ],
  },
  {
    name: 'SSH',
    isAsked: ({ communicator }) => communicator === 'ssh',
    needs: [
      {
        actions: ['ec2:GetConsoleOutput'],
        scope: 'ours',
        why: "prove the machine's host key where none could be planted, and explain why nobody can connect",
        without: fallsBack('a host key that is not the planted one is refused, with the remedy'),
      },
      {
        actions: ['ec2:DescribeRouteTables'],
        scope: 'regions',
        why: 'see whether a subnet has a way to the internet, where the instance is reached at its public address',
        without: fallsBack('that is not checked, and shows when nobody can connect'),
      },
      {
        actions: ['ec2:DescribeNetworkAcls'],
        scope: 'regions',
        why: 'explain why nobody can connect',
        without: onlyInTrouble('less is explained'),
      },
    ],
  },
  {
    name: '`ssh_interface = "session_manager"`',
    isAsked: ({ communicator, options }) => communicator === 'ssh' && usesSessionManager(options),
    needs: [
      {
        actions: ['ssm:StartSession'],
        scope: 'port-session',
        why: 'reach the SSH server of the build instance through its SSM agent',
        without: FAILS,
      },
      {
        actions: ['ssm:TerminateSession'],
        scope: 'sessions',
        why: 'end the session',
        without: fallsBack('the session ends with its connection, or with the instance'),
      },
      {
        actions: ['ssm:ResumeSession'],
        scope: 'sessions',
        why: 'go on where a connection was lost',
        without: onlyInTrouble('the provisioner that was running fails'),
      },
      {
        actions: ['ssm:DescribeInstanceInformation'],
        scope: 'regions',
        why: 'explain why nobody can connect',
        without: onlyInTrouble('less is explained'),
      },
    ],
  },
  {
    name: 'A temporary key pair',
    isAsked: ({ communicator, given, options }) =>
      communicator === 'ssh' &&
      !options.ssh_keypair_name &&
      !['ssh_password', 'ssh_private_key_file', 'ssh_agent_auth'].some(given),
    needs: [
      {
        actions: ['ec2:ImportKeyPair'],
        scope: 'regions',
        why: 'tell EC2 the public half of the key that is made here',
        without: fallsBack('EC2 makes the key, as with Packer', 'ec2:CreateKeyPair'),
      },
      { actions: ['ec2:DeleteKeyPair'], scope: 'ours', why: 'remove it', without: leaves('the key pair') },
    ],
  },
  {
    name: '`iam_instance_profile`',
    isAsked: ({ options }) => Boolean(options.iam_instance_profile),
    needs: [
      {
        actions: ['iam:PassRole'],
        scope: 'instance-role',
        why: 'hand the role of the profile to the instance',
        without: FAILS,
      },
    ],
  },
  {
    name: '`ssh_keypair_name`',
    isAsked: ({ options }) => Boolean(options.ssh_keypair_name),
    needs: [
      {
        actions: ['ec2:DescribeKeyPairs'],
        scope: 'regions',
        why: 'see whether it exists',
        without: fallsBack('a note says that it was not checked, and it shows when the instance is launched'),
      },
    ],
  },
  {
    name: '`iam_instance_profile` without `skip_profile_validation`',
    isAsked: ({ options }) => Boolean(options.iam_instance_profile) && !options.skip_profile_validation,
    needs: [
      {
        actions: ['iam:GetInstanceProfile'],
        scope: 'instance-profile',
        why: 'see whether it exists',
        without: fallsBack('a note says that it was not checked'),
      },
    ],
  },
  {
    name: '`temporary_iam_instance_profile_policy_document`',
    isAsked: ({ options }) =>
      options.temporary_iam_instance_profile_policy_document !== undefined && !options.iam_instance_profile,
    needs: [
      {
        actions: ['iam:CreateRole', 'iam:PassRole', 'iam:PutRolePolicy'],
        scope: 'temporary-role',
        why: 'make a role for this build alone and hand it to the instance',
        without: FAILS,
      },
      {
        actions: ['iam:AddRoleToInstanceProfile', 'iam:CreateInstanceProfile'],
        scope: 'temporary-profile',
        why: 'make the instance profile that the role is handed over with',
        without: FAILS,
      },
      {
        actions: ['iam:TagRole'],
        scope: 'temporary-role',
        why: 'mark it',
        without: fallsBack("it has the template's tags only"),
      },
      {
        actions: ['iam:TagInstanceProfile'],
        scope: 'temporary-profile',
        why: 'mark it',
        without: fallsBack("it has the template's tags only"),
      },
      {
        actions: ['iam:DeleteRole', 'iam:DeleteRolePolicy'],
        scope: 'temporary-role',
        why: 'remove them',
        without: leaves('the role'),
      },
      {
        actions: ['iam:DeleteInstanceProfile', 'iam:RemoveRoleFromInstanceProfile'],
        scope: 'temporary-profile',
        why: 'remove them',
        without: leaves('the instance profile'),
      },
      {
        actions: ['iam:GetRole'],
        scope: 'temporary-role',
        why: 'see whether a call whose answer was lost has made it',
        without: onlyInTrouble('it is removed by its name, whether or not it exists'),
      },
      {
        actions: ['iam:GetInstanceProfile'],
        scope: 'temporary-profile',
        why: 'see whether a call whose answer was lost has made it',
        without: onlyInTrouble('it is removed by its name, whether or not it exists'),
      },
    ],
  },
  {
    name: '`spot_price`',
    isAsked: ({ options }) => isSpot(options),
    needs: [
      {
        actions: ['ec2:CreateFleet', 'ec2:CreateLaunchTemplate'],
        scope: 'regions',
        why: 'let EC2 choose among types and zones',
        without: fallsBack(
          'the spot instance is asked for with `ec2:RunInstances`: `spot_allocation_strategy` and `fleet_tags` have no effect',
        ),
      },
      {
        actions: ['ec2:DeleteLaunchTemplate'],
        scope: 'ours',
        why: 'remove the launch template',
        without: leaves('the launch template'),
      },
      {
        actions: ['ec2:DescribeLaunchTemplates'],
        scope: 'regions',
        why: 'see whether a call whose answer was lost has made it',
        without: onlyInTrouble('it is removed by its name, whether or not it exists'),
      },
      {
        actions: ['iam:CreateServiceLinkedRole'],
        scope: 'spot-roles',
        why: 'the first spot instance of an account makes the roles AWSServiceRoleForEC2Spot and …EC2Fleet',
        without: fallsBack('the roles have to be there already; the error says how to make them'),
      },
    ],
  },
  {
    name: '`ena_support`, `sriov_support`',
    isAsked: ({ options }) =>
      !options.skip_create_ami && !isSpot(options) && (options.ena_support !== undefined || options.sriov_support),
    needs: [
      {
        actions: ['ec2:ModifyInstanceAttribute'],
        scope: 'ours',
        why: 'change the instance before the image is made of it',
        without: FAILS,
      },
    ],
  },
  {
    name: '`delete_on_termination = false` in `launch_block_device_mappings`',
    isAsked: ({ options }) => options.launch_block_device_mappings.some((device) => !device.delete_on_termination),
    needs: [
      {
        actions: ['ec2:DeleteVolume'],
        scope: 'ours',
        why: 'remove the volumes of the build, which would outlive its instance',
        without: leaves('the volumes'),
      },
    ],
  },
  {
    name: '`decode_authorization_messages`',
    isAsked: ({ options }) => options.decode_authorization_messages,
    needs: [
      {
        actions: ['sts:DecodeAuthorizationMessage'],
        scope: 'nothing',
        why: 'say what AWS has encoded into a refusal',
        without: onlyInTrouble('it is not said'),
      },
    ],
  },
];

function makesGroup({ options }: Parameters<Feature['isAsked']>[0]): boolean {
  return (
    !options.security_group_id && options.security_group_ids.length === 0 && options.security_group_filter === undefined
  );
}

import type {
  DescribeAutoScalingGroupsCommandInput,
  DescribeAutoScalingGroupsCommandOutput,
  DescribeLaunchConfigurationsCommandInput,
  DescribeLaunchConfigurationsCommandOutput,
} from '@aws-sdk/client-auto-scaling';
import type {
  AuthorizeSecurityGroupIngressCommandInput,
  AuthorizeSecurityGroupIngressCommandOutput,
  CopyImageCommandInput,
  CopyImageCommandOutput,
  CreateFleetCommandInput,
  CreateFleetCommandOutput,
  CreateImageCommandInput,
  CreateImageCommandOutput,
  CreateKeyPairCommandInput,
  CreateKeyPairCommandOutput,
  CreateLaunchTemplateCommandInput,
  CreateLaunchTemplateCommandOutput,
  CreateSecurityGroupCommandInput,
  CreateSecurityGroupCommandOutput,
  CreateTagsCommandInput,
  CreateTagsCommandOutput,
  DeleteKeyPairCommandInput,
  DeleteKeyPairCommandOutput,
  DeleteLaunchTemplateCommandInput,
  DeleteLaunchTemplateCommandOutput,
  DeleteNetworkInterfaceCommandInput,
  DeleteNetworkInterfaceCommandOutput,
  DeleteSecurityGroupCommandInput,
  DeleteSecurityGroupCommandOutput,
  DeleteSnapshotCommandInput,
  DeleteSnapshotCommandOutput,
  DeleteVolumeCommandInput,
  DeleteVolumeCommandOutput,
  DeregisterImageCommandInput,
  DeregisterImageCommandOutput,
  DescribeFastLaunchImagesCommandInput,
  DescribeFastLaunchImagesCommandOutput,
  DescribeFleetsCommandInput,
  DescribeFleetsCommandOutput,
  DescribeImageAttributeCommandInput,
  DescribeImageAttributeCommandOutput,
  DescribeImagesCommandInput,
  DescribeImagesCommandOutput,
  DescribeInstancesCommandInput,
  DescribeInstancesCommandOutput,
  DescribeInstanceTypeOfferingsCommandInput,
  DescribeInstanceTypeOfferingsCommandOutput,
  DescribeInstanceTypesCommandInput,
  DescribeInstanceTypesCommandOutput,
  DescribeKeyPairsCommandInput,
  DescribeKeyPairsCommandOutput,
  DescribeLaunchTemplatesCommandInput,
  DescribeLaunchTemplatesCommandOutput,
  DescribeLaunchTemplateVersionsCommandInput,
  DescribeLaunchTemplateVersionsCommandOutput,
  DescribeNetworkAclsCommandInput,
  DescribeNetworkAclsCommandOutput,
  DescribeNetworkInterfacesCommandInput,
  DescribeNetworkInterfacesCommandOutput,
  DescribeRegionsCommandInput,
  DescribeRegionsCommandOutput,
  DescribeRouteTablesCommandInput,
  DescribeRouteTablesCommandOutput,
  DescribeSecurityGroupsCommandInput,
  DescribeSecurityGroupsCommandOutput,
  DescribeSnapshotsCommandInput,
  DescribeSnapshotsCommandOutput,
  DescribeSpotFleetRequestsCommandInput,
  DescribeSpotFleetRequestsCommandOutput,
  DescribeSpotInstanceRequestsCommandInput,
  DescribeSpotInstanceRequestsCommandOutput,
  DescribeSubnetsCommandInput,
  DescribeSubnetsCommandOutput,
  DescribeTagsCommandInput,
  DescribeTagsCommandOutput,
  DescribeVolumesCommandInput,
  DescribeVolumesCommandOutput,
  DescribeVpcsCommandInput,
  DescribeVpcsCommandOutput,
  DisableFastLaunchCommandInput,
  DisableFastLaunchCommandOutput,
  DisableImageCommandInput,
  DisableImageCommandOutput,
  EnableFastLaunchCommandInput,
  EnableFastLaunchCommandOutput,
  EnableImageDeprecationCommandInput,
  EnableImageDeprecationCommandOutput,
  EnableImageDeregistrationProtectionCommandInput,
  EnableImageDeregistrationProtectionCommandOutput,
  GetConsoleOutputCommandInput,
  GetConsoleOutputCommandOutput,
  ImportKeyPairCommandInput,
  ImportKeyPairCommandOutput,
  ModifyImageAttributeCommandInput,
  ModifyImageAttributeCommandOutput,
  ModifyInstanceAttributeCommandInput,
  ModifyInstanceAttributeCommandOutput,
  ModifySnapshotAttributeCommandInput,
  ModifySnapshotAttributeCommandOutput,
  RunInstancesCommandInput,
  RunInstancesCommandOutput,
  StopInstancesCommandInput,
  StopInstancesCommandOutput,
  TerminateInstancesCommandInput,
  TerminateInstancesCommandOutput,
} from '@aws-sdk/client-ec2';
import type {
  AddRoleToInstanceProfileCommandInput,
  AddRoleToInstanceProfileCommandOutput,
  CreateInstanceProfileCommandInput,
  CreateInstanceProfileCommandOutput,
  CreateRoleCommandInput,
  CreateRoleCommandOutput,
  DeleteInstanceProfileCommandInput,
  DeleteInstanceProfileCommandOutput,
  DeleteRoleCommandInput,
  DeleteRoleCommandOutput,
  DeleteRolePolicyCommandInput,
  DeleteRolePolicyCommandOutput,
  GetInstanceProfileCommandInput,
  GetInstanceProfileCommandOutput,
  GetRoleCommandInput,
  GetRoleCommandOutput,
  ListInstanceProfilesCommandInput,
  ListInstanceProfilesCommandOutput,
  ListRolesCommandInput,
  ListRolesCommandOutput,
  PutRolePolicyCommandInput,
  PutRolePolicyCommandOutput,
  RemoveRoleFromInstanceProfileCommandInput,
  RemoveRoleFromInstanceProfileCommandOutput,
} from '@aws-sdk/client-iam';
import type { DescribeKeyCommandInput, DescribeKeyCommandOutput } from '@aws-sdk/client-kms';
import type { GetSecretValueCommandInput, GetSecretValueCommandOutput } from '@aws-sdk/client-secrets-manager';
import type {
  AddTagsToResourceCommandInput,
  AddTagsToResourceCommandOutput,
  DescribeInstanceInformationCommandInput,
  DescribeInstanceInformationCommandOutput,
  DescribeParametersCommandInput,
  DescribeParametersCommandOutput,
  GetParameterCommandInput,
  GetParameterCommandOutput,
  GetParametersCommandInput,
  GetParametersCommandOutput,
  PutParameterCommandInput,
  PutParameterCommandOutput,
  ResumeSessionCommandInput,
  ResumeSessionCommandOutput,
  StartSessionCommandInput,
  StartSessionCommandOutput,
  TerminateSessionCommandInput,
  TerminateSessionCommandOutput,
} from '@aws-sdk/client-ssm';
import type {
  DecodeAuthorizationMessageCommandInput,
  DecodeAuthorizationMessageCommandOutput,
  GetCallerIdentityCommandInput,
  GetCallerIdentityCommandOutput,
} from '@aws-sdk/client-sts';

/*
 * The calls to AWS that bake-ami makes, as ports. Each is one request (repeated where AWS asks for that) and rejects with
 * a BakeError (see errors.ts), or with `signal.reason` once the signal is aborted. Inputs and outputs are the SDK's own.
 */

type Call<I, O> = (input: I, signal: AbortSignal) => Promise<O>;

/** Amazon EC2 in one region. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/ */
export interface Ec2Api {
  readonly authorizeSecurityGroupIngress: Call<
    AuthorizeSecurityGroupIngressCommandInput,
    AuthorizeSecurityGroupIngressCommandOutput
  >;
  readonly copyImage: Call<CopyImageCommandInput, CopyImageCommandOutput>;
  readonly createImage: Call<CreateImageCommandInput, CreateImageCommandOutput>;
  readonly createKeyPair: Call<CreateKeyPairCommandInput, CreateKeyPairCommandOutput>;
  readonly createSecurityGroup: Call<CreateSecurityGroupCommandInput, CreateSecurityGroupCommandOutput>;
  readonly createTags: Call<CreateTagsCommandInput, CreateTagsCommandOutput>;
  readonly deleteKeyPair: Call<DeleteKeyPairCommandInput, DeleteKeyPairCommandOutput>;
  readonly deleteNetworkInterface: Call<DeleteNetworkInterfaceCommandInput, DeleteNetworkInterfaceCommandOutput>;
  readonly deleteSecurityGroup: Call<DeleteSecurityGroupCommandInput, DeleteSecurityGroupCommandOutput>;
  readonly deleteSnapshot: Call<DeleteSnapshotCommandInput, DeleteSnapshotCommandOutput>;
  readonly deleteVolume: Call<DeleteVolumeCommandInput, DeleteVolumeCommandOutput>;
  readonly deregisterImage: Call<DeregisterImageCommandInput, DeregisterImageCommandOutput>;
  readonly describeImageAttribute: Call<DescribeImageAttributeCommandInput, DescribeImageAttributeCommandOutput>;
  readonly describeImages: Call<DescribeImagesCommandInput, DescribeImagesCommandOutput>;
  readonly describeInstances: Call<DescribeInstancesCommandInput, DescribeInstancesCommandOutput>;
  readonly describeInstanceTypeOfferings: Call<
    DescribeInstanceTypeOfferingsCommandInput,
    DescribeInstanceTypeOfferingsCommandOutput
  >;
  readonly describeInstanceTypes: Call<DescribeInstanceTypesCommandInput, DescribeInstanceTypesCommandOutput>;
  readonly describeKeyPairs: Call<DescribeKeyPairsCommandInput, DescribeKeyPairsCommandOutput>;
  readonly describeNetworkInterfaces: Call<
    DescribeNetworkInterfacesCommandInput,
    DescribeNetworkInterfacesCommandOutput
  >;
  readonly describeNetworkAcls: Call<DescribeNetworkAclsCommandInput, DescribeNetworkAclsCommandOutput>;
  readonly describeRouteTables: Call<DescribeRouteTablesCommandInput, DescribeRouteTablesCommandOutput>;
  readonly describeRegions: Call<DescribeRegionsCommandInput, DescribeRegionsCommandOutput>;
  readonly describeSecurityGroups: Call<DescribeSecurityGroupsCommandInput, DescribeSecurityGroupsCommandOutput>;
  readonly describeSnapshots: Call<DescribeSnapshotsCommandInput, DescribeSnapshotsCommandOutput>;
  readonly describeSubnets: Call<DescribeSubnetsCommandInput, DescribeSubnetsCommandOutput>;
  readonly describeTags: Call<DescribeTagsCommandInput, DescribeTagsCommandOutput>;
  readonly describeVolumes: Call<DescribeVolumesCommandInput, DescribeVolumesCommandOutput>;
  readonly describeVpcs: Call<DescribeVpcsCommandInput, DescribeVpcsCommandOutput>;
  readonly describeFastLaunchImages: Call<DescribeFastLaunchImagesCommandInput, DescribeFastLaunchImagesCommandOutput>;
  readonly disableFastLaunch: Call<DisableFastLaunchCommandInput, DisableFastLaunchCommandOutput>;
  readonly enableFastLaunch: Call<EnableFastLaunchCommandInput, EnableFastLaunchCommandOutput>;
  readonly enableImageDeprecation: Call<EnableImageDeprecationCommandInput, EnableImageDeprecationCommandOutput>;
  readonly enableImageDeregistrationProtection: Call<
    EnableImageDeregistrationProtectionCommandInput,
    EnableImageDeregistrationProtectionCommandOutput
  >;
  readonly getConsoleOutput: Call<GetConsoleOutputCommandInput, GetConsoleOutputCommandOutput>;
  readonly importKeyPair: Call<ImportKeyPairCommandInput, ImportKeyPairCommandOutput>;
  readonly modifyImageAttribute: Call<ModifyImageAttributeCommandInput, ModifyImageAttributeCommandOutput>;
  readonly modifyInstanceAttribute: Call<ModifyInstanceAttributeCommandInput, ModifyInstanceAttributeCommandOutput>;
  readonly modifySnapshotAttribute: Call<ModifySnapshotAttributeCommandInput, ModifySnapshotAttributeCommandOutput>;
  readonly runInstances: Call<RunInstancesCommandInput, RunInstancesCommandOutput>;
  readonly stopInstances: Call<StopInstancesCommandInput, StopInstancesCommandOutput>;
  readonly terminateInstances: Call<TerminateInstancesCommandInput, TerminateInstancesCommandOutput>;
  readonly createFleet: Call<CreateFleetCommandInput, CreateFleetCommandOutput>;
  readonly createLaunchTemplate: Call<CreateLaunchTemplateCommandInput, CreateLaunchTemplateCommandOutput>;
  readonly deleteLaunchTemplate: Call<DeleteLaunchTemplateCommandInput, DeleteLaunchTemplateCommandOutput>;
  readonly describeLaunchTemplates: Call<DescribeLaunchTemplatesCommandInput, DescribeLaunchTemplatesCommandOutput>;
  readonly describeFleets: Call<DescribeFleetsCommandInput, DescribeFleetsCommandOutput>;
  readonly describeLaunchTemplateVersions: Call<
    DescribeLaunchTemplateVersionsCommandInput,
    DescribeLaunchTemplateVersionsCommandOutput
  >;
  readonly describeSpotFleetRequests: Call<
    DescribeSpotFleetRequestsCommandInput,
    DescribeSpotFleetRequestsCommandOutput
  >;
  readonly describeSpotInstanceRequests: Call<
    DescribeSpotInstanceRequestsCommandInput,
    DescribeSpotInstanceRequestsCommandOutput
  >;
  readonly disableImage: Call<DisableImageCommandInput, DisableImageCommandOutput>;
}

/** AWS Security Token Service. */
export interface StsApi {
  readonly decodeAuthorizationMessage: Call<
    DecodeAuthorizationMessageCommandInput,
    DecodeAuthorizationMessageCommandOutput
  >;
  readonly getCallerIdentity: Call<GetCallerIdentityCommandInput, GetCallerIdentityCommandOutput>;
}

/** AWS Identity and Access Management. */
export interface IamApi {
  readonly addRoleToInstanceProfile: Call<AddRoleToInstanceProfileCommandInput, AddRoleToInstanceProfileCommandOutput>;
  readonly createInstanceProfile: Call<CreateInstanceProfileCommandInput, CreateInstanceProfileCommandOutput>;
  readonly createRole: Call<CreateRoleCommandInput, CreateRoleCommandOutput>;
  readonly deleteInstanceProfile: Call<DeleteInstanceProfileCommandInput, DeleteInstanceProfileCommandOutput>;
  readonly deleteRole: Call<DeleteRoleCommandInput, DeleteRoleCommandOutput>;
  readonly deleteRolePolicy: Call<DeleteRolePolicyCommandInput, DeleteRolePolicyCommandOutput>;
  readonly getInstanceProfile: Call<GetInstanceProfileCommandInput, GetInstanceProfileCommandOutput>;
  readonly getRole: Call<GetRoleCommandInput, GetRoleCommandOutput>;
  readonly listInstanceProfiles: Call<ListInstanceProfilesCommandInput, ListInstanceProfilesCommandOutput>;
  readonly listRoles: Call<ListRolesCommandInput, ListRolesCommandOutput>;
  readonly putRolePolicy: Call<PutRolePolicyCommandInput, PutRolePolicyCommandOutput>;
  readonly removeRoleFromInstanceProfile: Call<
    RemoveRoleFromInstanceProfileCommandInput,
    RemoveRoleFromInstanceProfileCommandOutput
  >;
}

/** AWS Systems Manager: Parameter Store and Session Manager. */
export interface SsmApi {
  readonly describeInstanceInformation: Call<
    DescribeInstanceInformationCommandInput,
    DescribeInstanceInformationCommandOutput
  >;
  readonly resumeSession: Call<ResumeSessionCommandInput, ResumeSessionCommandOutput>;
  readonly startSession: Call<StartSessionCommandInput, StartSessionCommandOutput>;
  readonly terminateSession: Call<TerminateSessionCommandInput, TerminateSessionCommandOutput>;
  readonly describeParameters: Call<DescribeParametersCommandInput, DescribeParametersCommandOutput>;
  readonly getParameters: Call<GetParametersCommandInput, GetParametersCommandOutput>;
  readonly getParameter: Call<GetParameterCommandInput, GetParameterCommandOutput>;
  readonly putParameter: Call<PutParameterCommandInput, PutParameterCommandOutput>;
  readonly addTagsToResource: Call<AddTagsToResourceCommandInput, AddTagsToResourceCommandOutput>;
}

/** Amazon EC2 Auto Scaling in one region. Source: https://docs.aws.amazon.com/autoscaling/ec2/APIReference/ */
export interface AutoScalingApi {
  readonly describeAutoScalingGroups: Call<
    DescribeAutoScalingGroupsCommandInput,
    DescribeAutoScalingGroupsCommandOutput
  >;
  readonly describeLaunchConfigurations: Call<
    DescribeLaunchConfigurationsCommandInput,
    DescribeLaunchConfigurationsCommandOutput
  >;
}

/** AWS Key Management Service in one region. */
export interface KmsApi {
  readonly describeKey: Call<DescribeKeyCommandInput, DescribeKeyCommandOutput>;
}

/** AWS Secrets Manager. */
export interface SecretsManagerApi {
  readonly getSecretValue: Call<GetSecretValueCommandInput, GetSecretValueCommandOutput>;
}

import {
  AutoScalingClient,
  CreateAutoScalingGroupCommand,
  CreateLaunchConfigurationCommand,
  DescribeAutoScalingGroupsCommand,
  DescribeLaunchConfigurationsCommand,
} from '@aws-sdk/client-auto-scaling';
import {
  CreateFleetCommand,
  CreateLaunchTemplateCommand,
  CreateLaunchTemplateVersionCommand,
  DeleteLaunchTemplateCommand,
  DescribeImagesCommand,
  DescribeInstancesCommand,
  DescribeInstanceTypeOfferingsCommand,
  DescribeInstanceTypesCommand,
  DescribeLaunchTemplatesCommand,
  DescribeLaunchTemplateVersionsCommand,
  DescribeRouteTablesCommand,
  DescribeSpotInstanceRequestsCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetInstanceProfileCommand,
  GetRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam';
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { DescribeParametersCommand, GetParametersCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { describe, it } from '@jest/globals';
import { configuration, expectAnswersOfMoto, refusalOf } from './support/beside-moto.ts';
import { stranger } from './support/programs.ts';

const moto = stranger('moto_server');
const NAME = 'packer-1';
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
});
const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['*'] }],
});
const tags = (Value: string) => [{ Key: 'Name', Value }];

/** What an emulator answers to the calls of a spot launch, without what differs by nature: identifiers, times. */
async function spotLaunch(endpoint: string): Promise<readonly unknown[]> {
  const ec2 = new EC2Client(configuration(endpoint));
  const { Images = [] } = await ec2.send(new DescribeImagesCommand({ Owners: ['099720109477'] }));
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const LaunchTemplateName = 'packer-fleet-launch-template-1';
  const create = (data = {}) =>
    ec2.send(
      new CreateLaunchTemplateCommand({
        LaunchTemplateName,
        LaunchTemplateData: {
          ImageId: Images[0]?.ImageId,
          InstanceMarketOptions: { MarketType: 'spot', SpotOptions: {} },
          TagSpecifications: [
            { ResourceType: 'instance', Tags: tags('i') },
            { ResourceType: 'spot-instances-request', Tags: tags('sir') },
          ],
          ...data,
        },
        TagSpecifications: [{ ResourceType: 'launch-template', Tags: tags('lt') }],
      }),
    );
  const { LaunchTemplate } = await create();
  const LaunchTemplateId = LaunchTemplate?.LaunchTemplateId;
  const duplicate = await refusalOf(create());
  const { LaunchTemplates = [] } = await ec2.send(
    new DescribeLaunchTemplatesCommand({
      Filters: [
        { Name: 'tag:Name', Values: ['lt'] },
        { Name: 'launch-template-name', Values: [LaunchTemplateName] },
      ],
    }),
  );
  const fleet = await ec2.send(
    new CreateFleetCommand({
      Type: 'instant',
      TargetCapacitySpecification: { TotalTargetCapacity: 1, DefaultTargetCapacityType: 'spot' },
      LaunchTemplateConfigs: [
        {
          LaunchTemplateSpecification: { LaunchTemplateId, Version: '1' },
          Overrides: [{ InstanceType: 't3.micro', SubnetId: Subnets[0]?.SubnetId }],
        },
      ],
    }),
  );
  const [launched] = fleet.Instances ?? [];
  const { Reservations = [] } = await ec2.send(
    new DescribeInstancesCommand({ InstanceIds: launched?.InstanceIds ?? [] }),
  );
  const [instance] = Reservations[0]?.Instances ?? [];
  const { SpotInstanceRequests = [] } = await ec2.send(new DescribeSpotInstanceRequestsCommand({}));
  await ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateId }));
  return [
    [/^lt-[0-9a-f]{17}$/.test(LaunchTemplateId ?? ''), LaunchTemplate?.DefaultVersionNumber],
    duplicate,
    LaunchTemplates.map(({ Tags, LaunchTemplateName: name }) => [name, Tags]),
    /^fleet-[0-9a-f-]{36}$/.test(fleet.FleetId ?? ''),
    fleet.Errors ?? [],
    [launched?.Lifecycle, launched?.InstanceType, launched?.InstanceIds?.length],
    launched?.LaunchTemplateAndOverrides?.Overrides?.SubnetId === Subnets[0]?.SubnetId,
    [instance?.InstanceLifecycle, instance?.InstanceType, instance?.Tags],
    SpotInstanceRequests.map(({ State, Status, Tags, InstanceId }) => [
      State,
      Status?.Code,
      Tags,
      InstanceId === instance?.InstanceId,
    ]),
  ];
}

/** What an emulator answers about KMS keys. */
async function keys(endpoint: string): Promise<readonly unknown[]> {
  const kms = new KMSClient(configuration(endpoint));
  const { KeyMetadata: made } = await kms.send(
    new CreateKeyCommand({ Description: 'images', KeyUsage: 'ENCRYPT_DECRYPT' }),
  );
  const { KeyId = '', Arn = '' } = made ?? {};
  const alias = () => kms.send(new CreateAliasCommand({ AliasName: 'alias/images', TargetKeyId: KeyId }));
  const look = async (name: string) => {
    const { KeyMetadata: found } = await kms.send(new DescribeKeyCommand({ KeyId: name }));
    const { Enabled, KeyState, KeyUsage, KeySpec, KeyManager, Description, Origin } = found ?? {};
    return { isIt: found?.KeyId === KeyId, Enabled, KeyState, KeyUsage, KeySpec, KeyManager, Description, Origin };
  };
  const refused = (name: string) => refusalOf(kms.send(new DescribeKeyCommand({ KeyId: name })));
  await alias();
  const shown = [await look(KeyId), await look(Arn), await look('alias/images')];
  const twice = await refusalOf(alias());
  await kms.send(new DisableKeyCommand({ KeyId }));
  const disabled = await look(KeyId);
  await kms.send(new EnableKeyCommand({ KeyId }));
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  return [
    shown,
    twice,
    disabled,
    await look('alias/images'),
    await refused('alias/none'),
    await refused('12345678-1234-1234-1234-123456789012'),
  ];
}

/** What an emulator answers about where an instance may go. */
async function zonesAndRoutes(endpoint: string): Promise<readonly unknown[]> {
  const ec2 = new EC2Client(configuration(endpoint));
  const { InstanceTypes: [type] = [] } = await ec2.send(
    new DescribeInstanceTypesCommand({ InstanceTypes: ['t2.micro'] }),
  );
  const { InstanceTypeOfferings = [] } = await ec2.send(
    new DescribeInstanceTypeOfferingsCommand({
      LocationType: 'availability-zone',
      Filters: [
        { Name: 'instance-type', Values: ['t3.micro'] },
        { Name: 'location', Values: ['us-east-1a', 'us-east-1b', 'us-east-1c'] },
      ],
    }),
  );
  const { Vpcs = [] } = await ec2.send(
    new DescribeVpcsCommand({ Filters: [{ Name: 'is-default', Values: ['true'] }] }),
  );
  const { RouteTables = [] } = await ec2.send(
    new DescribeRouteTablesCommand({ Filters: [{ Name: 'vpc-id', Values: [Vpcs[0]?.VpcId ?? ''] }] }),
  );
  return [
    [type?.SupportedBootModes, type?.NetworkInfo?.EnaSupport, type?.SupportedUsageClasses?.toSorted()],
    [type?.SupportedVirtualizationTypes, type?.ProcessorInfo?.SupportedArchitectures?.includes('x86_64')],
    InstanceTypeOfferings.map(({ Location, InstanceType }) => `${InstanceType} ${Location}`).toSorted(),
    RouteTables.map(({ Associations = [], Routes = [] }) => [
      Associations.map(({ Main, SubnetId }) => [Main, SubnetId]),
      Routes.filter(({ GatewayId }) => GatewayId === 'local').length,
    ]),
  ];
}

/** What an emulator answers about launch templates, auto scaling groups and parameters that name images. */
async function imageUsers(endpoint: string): Promise<readonly unknown[]> {
  const ec2 = new EC2Client(configuration(endpoint));
  const scaling = new AutoScalingClient(configuration(endpoint));
  const ssm = new SSMClient(configuration(endpoint));
  const { Images = [] } = await ec2.send(new DescribeImagesCommand({ Owners: ['099720109477'] }));
  const ImageId = Images[0]?.ImageId ?? '';
  const LaunchTemplateName = 'web';
  await ec2.send(new CreateLaunchTemplateCommand({ LaunchTemplateName, LaunchTemplateData: { ImageId } }));
  const data = { LaunchTemplateName, LaunchTemplateData: { ImageId, InstanceType: 't3.micro' as const } };
  await ec2.send(new CreateLaunchTemplateVersionCommand(data));
  const versions = async (input: object) =>
    (await ec2.send(new DescribeLaunchTemplateVersionsCommand(input))).LaunchTemplateVersions?.map((each) => [
      each.VersionNumber,
      each.DefaultVersion,
      each.LaunchTemplateData?.ImageId === ImageId,
    ]).toSorted();
  const configured = { LaunchConfigurationName: 'old', ImageId, InstanceType: 't3.micro' };
  await scaling.send(new CreateLaunchConfigurationCommand(configured));
  const group = (AutoScalingGroupName: string, source: object) =>
    scaling.send(
      new CreateAutoScalingGroupCommand({
        AutoScalingGroupName,
        MinSize: 0,
        MaxSize: 2,
        AvailabilityZones: ['us-east-1a'],
        ...source,
      }),
    );
  const LaunchTemplate = { LaunchTemplateName, Version: '2' };
  await group('a', { LaunchConfigurationName: 'old' });
  await group('b', { LaunchTemplate });
  const Overrides = [{ InstanceType: 't3.small' }];
  const mixed = { LaunchTemplate: { LaunchTemplateSpecification: LaunchTemplate, Overrides } };
  await group('c', { MixedInstancesPolicy: mixed });
  const { AutoScalingGroups = [] } = await scaling.send(new DescribeAutoScalingGroupsCommand({}));
  const { LaunchConfigurations = [] } = await scaling.send(new DescribeLaunchConfigurationsCommand({}));
  await ssm.send(new PutParameterCommand({ Name: '/web/ami', Type: 'String', Value: ImageId }));
  await ssm.send(new PutParameterCommand({ Name: '/web/secret', Type: 'SecureString', Value: 'x' }));
  const ParameterFilters = [{ Key: 'Type', Values: ['String', 'StringList'] }];
  const { Parameters = [] } = await ssm.send(new DescribeParametersCommand({ ParameterFilters }));
  const read = await ssm.send(new GetParametersCommand({ Names: ['/web/ami', '/web/none'] }));
  return [
    await versions({ LaunchTemplateName }),
    await versions({ LaunchTemplateName, Versions: ['$Latest'] }),
    await versions({ LaunchTemplateName, Filters: [{ Name: 'image-id', Values: [ImageId] }] }),
    LaunchConfigurations.map((each) => [each.LaunchConfigurationName, each.ImageId === ImageId, each.InstanceType]),
    AutoScalingGroups.map((each) => [
      each.AutoScalingGroupName,
      each.LaunchConfigurationName,
      [each.LaunchTemplate?.LaunchTemplateName, each.LaunchTemplate?.Version],
      each.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification?.Version,
      each.MixedInstancesPolicy?.LaunchTemplate?.Overrides,
      [each.MinSize, each.MaxSize, each.DesiredCapacity, each.Instances?.length ?? 0],
    ]),
    Parameters.filter(({ Name }) => Name?.startsWith('/web/')).map(({ Name, Type, DataType }) => [
      Name,
      Type,
      DataType,
    ]),
    read.Parameters?.map(({ Name, Value }) => [Name, Value === ImageId]),
    read.InvalidParameters,
    // Not the same name twice: EC2 refuses it (AlreadyExists), and moto does not.
    await refusalOf(group('d', {})),
  ];
}

/** What an emulator answers to the calls of a temporary instance profile. */
async function instanceProfile(endpoint: string): Promise<readonly unknown[]> {
  const iam = new IAMClient(configuration(endpoint));
  const role = { RoleName: NAME };
  const profile = { InstanceProfileName: NAME };
  const policy = { ...role, PolicyName: NAME };
  const createRole = () =>
    iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument: TRUST, Tags: tags('r') }));
  const createProfile = () => iam.send(new CreateInstanceProfileCommand({ ...profile, Tags: tags('ip') }));
  const put = (PolicyDocument: string) => iam.send(new PutRolePolicyCommand({ ...policy, PolicyDocument }));
  const add = () => iam.send(new AddRoleToInstanceProfileCommand({ ...role, ...profile }));
  const deleteRole = () => iam.send(new DeleteRoleCommand(role));
  const deletePolicy = () => iam.send(new DeleteRolePolicyCommand(policy));
  const deleteProfile = () => iam.send(new DeleteInstanceProfileCommand(profile));

  const made = await createRole();
  return [
    [made.Role?.RoleName, made.Role?.Path, made.Role?.Arn],
    await refusalOf(createRole()),
    await refusalOf(put('{')),
    await refusalOf(put('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*"}]}')),
    await refusalOf(put(POLICY)),
    await refusalOf(createProfile()),
    await refusalOf(createProfile()),
    await refusalOf(add()),
    await refusalOf(add()),
    (await iam.send(new GetRoleCommand(role))).Role?.Tags,
    await iam
      .send(new GetInstanceProfileCommand(profile))
      .then(({ InstanceProfile: shown }) => [shown?.Roles?.map(({ RoleName }) => RoleName), shown?.Tags, shown?.Arn]),
    await refusalOf(deleteProfile()),
    await refusalOf(deleteRole()),
    await refusalOf(iam.send(new RemoveRoleFromInstanceProfileCommand({ ...role, ...profile }))),
    await refusalOf(deleteRole()),
    await refusalOf(deletePolicy()),
    await refusalOf(deletePolicy()),
    await refusalOf(deleteRole()),
    await refusalOf(deleteRole()),
    await refusalOf(deleteProfile()),
    await refusalOf(deleteProfile()),
  ];
}

(moto ? describe : describe.skip)('the local cloud answers as moto does', () => {
  it.each([
    ['a spot launch', spotLaunch],
    ['a temporary instance profile', instanceProfile],
    ['a look at who uses images', imageUsers],
    ['a look at KMS keys', keys],
    ['a look at zones and routes', zonesAndRoutes],
  ])('to the calls of %s', (_, calls) => expectAnswersOfMoto(moto ?? '', calls), 60_000);
});

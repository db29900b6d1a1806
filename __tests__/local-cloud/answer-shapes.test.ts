import { describe, expect, it } from '@jest/globals';
import { autoScalingActions } from '../../src/local-cloud/actions/auto-scaling.ts';
import { ec2Actions } from '../../src/local-cloud/actions/ec2-actions.ts';
import { iamActions } from '../../src/local-cloud/actions/iam.ts';
import { stsActions } from '../../src/local-cloud/actions/identity.ts';
import { kmsActions } from '../../src/local-cloud/actions/kms.ts';
import { parameterStoreActions } from '../../src/local-cloud/actions/parameter-store.ts';
import { secretsActions } from '../../src/local-cloud/actions/secrets.ts';
import type { LocalCloud } from '../../src/local-cloud/cloud.ts';
import { authorization, testCloud } from '../support/local-cloud.ts';
import { wrongInJson, wrongInXml } from './support/answer-check.ts';
import { ServiceModel } from './support/service-model.ts';

const KNOWN: Readonly<Record<string, readonly { readonly name: string }[]>> = {
  ec2: ec2Actions,
  sts: stsActions,
  iam: iamActions,
  autoscaling: autoScalingActions,
  kms: kmsActions,
  // The data channel of a session needs a cloud that is served.
  ssm: parameterStoreActions,
  secretsmanager: secretsActions,
};

const models = Object.fromEntries(Object.keys(KNOWN).map((service) => [service, ServiceModel.read(service)]));
const isHere = Object.values(models).every((model) => model !== undefined);
if (!isHere && process.env['BAKE_AMI_REQUIRE_STRANGERS'] === '1') throw new Error('botocore is not installed');

/** Calls actions, and holds each answer against the model of its service. */
class Examiner {
  readonly called = new Set<string>();
  readonly wrong = new Set<string>();
  readonly #cloud: LocalCloud;

  constructor(cloud: LocalCloud) {
    this.#cloud = cloud;
  }

  /** Gives what the pattern's group holds in the answer. */
  async query(
    service: string,
    Action: string,
    given: Readonly<Record<string, string>> = {},
    wanted = /^/,
  ): Promise<string> {
    const body = await this.#call(service, {}, new URLSearchParams({ Action, ...given }).toString());
    for (const each of wrongInXml(this.#model(service), Action, body)) this.wrong.add(each);
    this.called.add(`${service} ${Action}`);
    return this.#found(wanted, body);
  }

  async json(service: string, action: string, given: object = {}, wanted = /^/): Promise<string> {
    const body = await this.#call(service, { 'x-amz-target': `Service.${action}` }, JSON.stringify(given));
    for (const each of wrongInJson(this.#model(service), action, body)) this.wrong.add(each);
    this.called.add(`${service} ${action}`);
    return this.#found(wanted, body);
  }

  async #call(service: string, headers: Readonly<Record<string, string>>, body: string): Promise<string> {
    const request = { method: 'POST', path: '/', query: new Map<string, string>(), body };
    const outcome = await this.#cloud.handle({
      ...request,
      headers: { authorization: authorization(service), ...headers },
    });
    if (outcome === 'broken-connection' || outcome.status !== 200)
      throw new Error(`${body}: ${JSON.stringify(outcome)}`);
    return outcome.body;
  }

  #model(service: string): ServiceModel {
    const model = models[service];
    if (model === undefined) throw new Error(`There is no model of ${service}`);
    return model;
  }

  #found(wanted: RegExp, body: string): string {
    const match = wanted.exec(body);
    if (match === null) throw new Error(`${wanted} is not in ${body}`);
    return match[1] ?? '';
  }
}

(isHere ? describe : describe.skip)('every answer', () => {
  it('has the names and types that AWS says it has', async () => {
    const { cloud, clock } = testCloud({ ipv6: true });
    const examiner = new Examiner(cloud);
    await liveThroughAll(examiner, (milliseconds) => clock.advance(milliseconds));
    expect([...examiner.wrong]).toEqual([]);
    const all = Object.entries(KNOWN).flatMap(([service, actions]) => actions.map(({ name }) => `${service} ${name}`));
    expect(all.filter((action) => !examiner.called.has(action) && !REFUSED.includes(action))).toEqual([]);
  });
});

/** What always refuses here. */
const REFUSED = ['ec2 DeleteNetworkInterface'];

async function liveThroughAll(aws: Examiner, wait: (milliseconds: number) => Promise<void>): Promise<void> {
  const ec2 = (action: string, given: Readonly<Record<string, string>> = {}, wanted?: RegExp) =>
    aws.query('ec2', action, given, wanted);
  const tags = (kind: string, index = 1) => ({
    [`TagSpecification.${index}.ResourceType`]: kind,
    [`TagSpecification.${index}.Tag.1.Key`]: 'Name',
    [`TagSpecification.${index}.Tag.1.Value`]: 'a & b',
  });

  await ec2('DescribeRegions');
  await ec2('DescribeAvailabilityZones');
  await ec2('DescribeVpcs');
  const subnet = await ec2('DescribeSubnets', {}, /<subnetId>([^<]+)/);
  await ec2('DescribeRouteTables');
  await ec2('DescribeNetworkAcls');
  await ec2('DescribeInstanceTypes');
  await ec2('DescribeInstanceTypeOfferings');
  const group = await ec2(
    'CreateSecurityGroup',
    { GroupName: 'g', GroupDescription: 'd', ...tags('security-group') },
    /<groupId>([^<]+)/,
  );
  const permission = {
    GroupId: group,
    'IpPermissions.1.IpProtocol': 'tcp',
    'IpPermissions.1.FromPort': '22',
    'IpPermissions.1.ToPort': '22',
    'IpPermissions.1.IpRanges.1.CidrIp': '10.0.0.0/8',
    'IpPermissions.1.IpRanges.1.Description': 'here',
    'IpPermissions.1.Ipv6Ranges.1.CidrIpv6': '2001:db8::/32',
    'IpPermissions.1.PrefixListIds.1.PrefixListId': 'pl-12345678',
    'IpPermissions.1.Groups.1.GroupId': group,
  };
  await ec2('AuthorizeSecurityGroupIngress', { ...permission, ...tags('security-group-rule') });
  await ec2('DescribeSecurityGroups');
  await ec2('RevokeSecurityGroupIngress', permission);
  await ec2('CreateKeyPair', { KeyName: 'k', KeyType: 'ed25519', ...tags('key-pair') });
  await ec2('ImportKeyPair', {
    KeyName: 'imported',
    PublicKeyMaterial: Buffer.from(
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPKSUTyz1HwHReFVvD5obVsALAgJRNarH4TRpNePnAS',
    ).toString('base64'),
  });
  await ec2('DescribeKeyPairs', { IncludePublicKey: 'true' });
  await ec2('DeleteKeyPair', { KeyName: 'imported' });

  const image = await ec2(
    'DescribeImages',
    { 'Filter.1.Name': 'name', 'Filter.1.Value.1': '*jammy*amd64-server-20251203' },
    /<imageId>([^<]+)/,
  );
  const launch = {
    ImageId: image,
    InstanceType: 't3.micro',
    MinCount: '1',
    MaxCount: '1',
    KeyName: 'k',
    SecurityGroupId: group,
  };
  const withVolume = {
    'SecurityGroupId.1': group,
    'BlockDeviceMapping.1.DeviceName': '/dev/sdf',
    'BlockDeviceMapping.1.Ebs.VolumeSize': '8',
    'BlockDeviceMapping.1.Ebs.VolumeType': 'gp3',
    'BlockDeviceMapping.1.Ebs.Encrypted': 'true',
    'BlockDeviceMapping.1.Ebs.DeleteOnTermination': 'false',
  };
  const { SecurityGroupId: _, ...plain } = launch;
  const id = await ec2(
    'RunInstances',
    { ...plain, ...withVolume, 'IamInstanceProfile.Name': 'bake-ami', ...tags('instance'), ...tags('volume', 2) },
    /<instanceId>([^<]+)/,
  );
  const spot = await ec2(
    'RunInstances',
    { ...plain, 'InstanceMarketOptions.MarketType': 'spot', 'InstanceMarketOptions.SpotOptions.MaxPrice': '1' },
    /<instanceId>([^<]+)/,
  );
  await ec2('DescribeInstances');
  await wait(2_000);
  await ec2('DescribeInstances');
  await ec2('DescribeInstanceStatus', { IncludeAllInstances: 'true' });
  await ec2('DescribeSpotInstanceRequests');
  await ec2('DescribeNetworkInterfaces');
  await ec2('DescribeVolumes');
  await ec2('RebootInstances', { 'InstanceId.1': id });
  await ec2('GetConsoleOutput', { InstanceId: id });
  await ec2('GetPasswordData', { InstanceId: id });
  for (const Attribute of words(`disableApiTermination disableApiStop ebsOptimized enaSupport
    instanceInitiatedShutdownBehavior instanceType rootDeviceName sourceDestCheck sriovNetSupport userData kernel ramdisk
    groupSet productCodes blockDeviceMapping enclaveOptions`)) {
    await ec2('DescribeInstanceAttribute', { InstanceId: id, Attribute });
  }
  await ec2('ModifyInstanceAttribute', { InstanceId: id, 'SourceDestCheck.Value': 'false' });
  await ec2('StopInstances', { 'InstanceId.1': id });
  await wait(2_000);
  await ec2('DescribeInstances');

  const own = await ec2(
    'CreateImage',
    { InstanceId: id, Name: 'own', ...tags('image'), ...tags('snapshot', 2) },
    /<imageId>([^<]+)/,
  );
  await ec2('StartInstances', { 'InstanceId.1': id });
  await ec2('DescribeImages', { 'Owner.1': 'self' });
  await ec2('DescribeSnapshots', { 'OwnerId.1': 'self' }).catch(() => undefined);
  await wait(3_000);
  const snapshot = await ec2('DescribeSnapshots', { 'Owner.1': 'self' }, /<snapshotId>([^<]+)/);
  await ec2('CopyImage', { Name: 'copy', SourceImageId: own, SourceRegion: 'us-east-1' });
  await ec2('ModifyImageAttribute', { ImageId: own, 'LaunchPermission.Add.1.UserId': '111122223333' });
  await ec2('ModifyImageAttribute', { ImageId: own, 'LaunchPermission.Add.1.Group': 'all' });
  await ec2('ModifyImageAttribute', { ImageId: own, 'ProductCode.1': 'abc' });
  await ec2('DescribeImages', { 'ImageId.1': own });
  for (const Attribute of words(`description launchPermission productCodes blockDeviceMapping imdsSupport bootMode
    sriovNetSupport deregistrationProtection tpmSupport lastLaunchedTime kernel ramdisk uefiData`)) {
    await ec2('DescribeImageAttribute', { ImageId: own, Attribute });
  }
  await ec2('EnableImageDeprecation', { ImageId: own, DeprecateAt: '2030-01-01T00:00:00Z' });
  await ec2('DescribeImages', { 'ImageId.1': own });
  await ec2('DisableImageDeprecation', { ImageId: own });
  await ec2('EnableImageDeregistrationProtection', { ImageId: own });
  await ec2('DisableImageDeregistrationProtection', { ImageId: own });
  await ec2('ModifySnapshotAttribute', { SnapshotId: snapshot, 'CreateVolumePermission.Add.1.UserId': '111122223333' });
  await ec2('ModifySnapshotAttribute', { SnapshotId: snapshot, 'CreateVolumePermission.Add.1.Group': 'all' });
  await ec2('DescribeSnapshotAttribute', { SnapshotId: snapshot, Attribute: 'createVolumePermission' });
  await ec2('DescribeSnapshotAttribute', { SnapshotId: snapshot, Attribute: 'productCodes' });
  await ec2('DisableImage', { ImageId: own });
  await ec2('EnableImage', { ImageId: own });
  const volume = await ec2('DescribeVolumes', {}, /<volumeId>([^<]+)/);
  const more = await ec2('CreateSnapshot', { VolumeId: volume, ...tags('snapshot') }, /<snapshotId>([^<]+)/);
  await wait(3_000);
  await ec2('RegisterImage', {
    Name: 'registered',
    RootDeviceName: '/dev/xvda',
    'BlockDeviceMapping.1.DeviceName': '/dev/xvda',
    'BlockDeviceMapping.1.Ebs.SnapshotId': more,
    'BlockDeviceMapping.2.DeviceName': '/dev/sdb',
    'BlockDeviceMapping.2.VirtualName': 'ephemeral0',
  });
  await ec2('CreateTags', { 'ResourceId.1': own, 'Tag.1.Key': 'x', 'Tag.1.Value': '' });
  await ec2('DescribeTags');
  await ec2('DeleteTags', { 'ResourceId.1': own, 'Tag.1.Key': 'x' });
  await ec2('DeregisterImage', { ImageId: own, DeleteAssociatedSnapshots: 'true' });
  const spare = await ec2('CreateSnapshot', { VolumeId: volume }, /<snapshotId>([^<]+)/);
  await ec2('DeleteSnapshot', { SnapshotId: spare });

  const windows = await ec2(
    'DescribeImages',
    { 'Filter.1.Name': 'platform', 'Filter.1.Value.1': 'windows' },
    /<imageId>([^<]+)/,
  );
  const template = await ec2(
    'CreateLaunchTemplate',
    {
      LaunchTemplateName: 'lt-name',
      'LaunchTemplateData.ImageId': image,
      'LaunchTemplateData.InstanceType': 't3.micro',
      'LaunchTemplateData.KeyName': 'k',
      ...tags('launch-template'),
    },
    /<launchTemplateId>([^<]+)/,
  );
  await ec2('CreateLaunchTemplateVersion', {
    LaunchTemplateId: template,
    SourceVersion: '1',
    VersionDescription: 'second',
    'LaunchTemplateData.InstanceType': 't3.nano',
  });
  await ec2('ModifyLaunchTemplate', { LaunchTemplateId: template, SetDefaultVersion: '2' });
  await ec2('DescribeLaunchTemplates');
  await ec2('DescribeLaunchTemplateVersions', { LaunchTemplateId: template });
  await ec2('EnableFastLaunch', {
    ImageId: windows,
    'LaunchTemplate.LaunchTemplateId': template,
    'LaunchTemplate.Version': '2',
    'SnapshotConfiguration.TargetResourceCount': '2',
  });
  await ec2('DescribeFastLaunchImages');
  await ec2('DisableFastLaunch', { ImageId: windows });
  const specification = (version: string) => ({
    'LaunchTemplateConfigs.1.LaunchTemplateSpecification.LaunchTemplateId': template,
    'LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version': version,
    'LaunchTemplateConfigs.1.Overrides.1.InstanceType': 't4g.micro',
    'LaunchTemplateConfigs.1.Overrides.1.SubnetId': subnet,
    'LaunchTemplateConfigs.1.Overrides.2.InstanceType': 't3.small',
  });
  const fleet = await ec2(
    'CreateFleet',
    {
      Type: 'instant',
      ...specification('1'),
      'TargetCapacitySpecification.TotalTargetCapacity': '1',
      'TargetCapacitySpecification.DefaultTargetCapacityType': 'spot',
      ...tags('fleet'),
    },
    /<fleetId>([^<]+)/,
  );
  await ec2('CreateFleet', { ...specification('2'), 'TargetCapacitySpecification.TotalTargetCapacity': '0' });
  await ec2('DescribeFleets', { 'FleetId.1': fleet });
  await ec2('DescribeFleets');
  const spotFleet = { 'SpotFleetRequestConfig.IamFleetRole': 'r', 'SpotFleetRequestConfig.TargetCapacity': '0' };
  const request = await ec2(
    'RequestSpotFleet',
    { ...spotFleet, 'SpotFleetRequestConfig.LaunchSpecifications.1.ImageId': image },
    /<spotFleetRequestId>([^<]+)/,
  );
  await ec2('DescribeSpotFleetRequests');
  await ec2('CancelSpotFleetRequests', {
    'SpotFleetRequestId.1': request,
    'SpotFleetRequestId.2': 'sfr-00000000-0000-4000-8000-00000000ffff',
    TerminateInstances: 'true',
  });
  await ec2('DeleteLaunchTemplate', { LaunchTemplateId: template });
  await ec2('TerminateInstances', { 'InstanceId.1': id, 'InstanceId.2': spot });
  await wait(2_000);
  await ec2('DescribeInstances');
  await ec2('DescribeSpotInstanceRequests');
  await ec2('DescribeVolumes');
  const left = await ec2(
    'DescribeVolumes',
    { 'Filter.1.Name': 'status', 'Filter.1.Value.1': 'available' },
    /<volumeId>([^<]+)/,
  );
  await ec2('DeleteVolume', { VolumeId: left });
  await ec2('DeleteSecurityGroup', { GroupId: group });

  await liveThroughTheOthers(aws, image);
}

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}

async function liveThroughTheOthers(aws: Examiner, ImageId: string): Promise<void> {
  const RoleArn = 'arn:aws:iam::123456789012:role/r';
  await aws.query('sts', 'GetCallerIdentity');
  await aws.query('sts', 'AssumeRole', { RoleArn, RoleSessionName: 'session' });
  const token = { WebIdentityToken: 'a.b.c', RoleSessionName: 'session' };
  await aws.query('sts', 'AssumeRoleWithWebIdentity', { RoleArn, ...token });
  const EncodedMessage = Buffer.from('{"allowed":false}').toString('base64url');
  await aws.query('sts', 'DecodeAuthorizationMessage', { EncodedMessage });

  const role = { RoleName: 'r' };
  const profile = { InstanceProfileName: 'p' };
  const trust =
    '{"Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}';
  const policy = '{"Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}';
  const tagged = { 'Tags.member.1.Key': 'k', 'Tags.member.1.Value': 'v' };
  await aws.query('iam', 'CreateRole', { ...role, AssumeRolePolicyDocument: trust, Description: 'd', ...tagged });
  await aws.query('iam', 'GetRole', role);
  await aws.query('iam', 'ListRoles', { MaxItems: '1' });
  await aws.query('iam', 'PutRolePolicy', { ...role, PolicyName: 'x', PolicyDocument: policy });
  await aws.query('iam', 'GetRolePolicy', { ...role, PolicyName: 'x' });
  await aws.query('iam', 'CreateInstanceProfile', { ...profile, ...tagged });
  await aws.query('iam', 'AddRoleToInstanceProfile', { ...profile, ...role });
  await aws.query('iam', 'GetInstanceProfile', profile);
  await aws.query('iam', 'ListInstanceProfiles');
  await aws.query('iam', 'RemoveRoleFromInstanceProfile', { ...profile, ...role });
  await aws.query('iam', 'DeleteInstanceProfile', profile);
  await aws.query('iam', 'DeleteRolePolicy', { ...role, PolicyName: 'x' });
  await aws.query('iam', 'DeleteRole', role);

  const configuration = { LaunchConfigurationName: 'lc' };
  const group = { AutoScalingGroupName: 'asg' };
  await aws.query('autoscaling', 'CreateLaunchConfiguration', { ...configuration, ImageId, InstanceType: 't3.micro' });
  await aws.query('autoscaling', 'DescribeLaunchConfigurations');
  await aws.query('autoscaling', 'CreateAutoScalingGroup', {
    ...group,
    ...configuration,
    MinSize: '0',
    MaxSize: '1',
    ...tagged,
  });
  await aws.query('autoscaling', 'DescribeAutoScalingGroups');
  await aws.query('autoscaling', 'DeleteAutoScalingGroup', group);
  await aws.query('autoscaling', 'DeleteLaunchConfiguration', configuration);

  const KeyId = await aws.json('kms', 'CreateKey', {}, /"KeyId":"([^"]+)/);
  await aws.json('kms', 'CreateKey', { KeySpec: 'RSA_2048', KeyUsage: 'ENCRYPT_DECRYPT' });
  await aws.json('kms', 'CreateKey', { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  await aws.json('kms', 'DescribeKey', { KeyId: 'alias/aws/ebs' });
  await aws.json('kms', 'CreateAlias', { AliasName: 'alias/a', TargetKeyId: KeyId });
  await aws.json('kms', 'ListAliases', {});
  await aws.json('kms', 'DisableKey', { KeyId });
  await aws.json('kms', 'EnableKey', { KeyId });
  await aws.json('kms', 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 });
  await aws.json('kms', 'DescribeKey', { KeyId });

  const parameter = { Name: '/a/b', Value: 'v', Type: 'SecureString' };
  await aws.json('ssm', 'PutParameter', parameter);
  await aws.json('ssm', 'GetParameter', { Name: '/a/b:1' });
  await aws.json('ssm', 'GetParameters', { Names: ['/a/b', '/none'] });
  await aws.json('ssm', 'DescribeParameters', {});
  const resource = { ResourceType: 'Parameter', ResourceId: '/a/b' };
  await aws.json('ssm', 'AddTagsToResource', { ...resource, Tags: [{ Key: 'k', Value: 'v' }] });
  await aws.json('ssm', 'ListTagsForResource', resource);

  await aws.json('secretsmanager', 'CreateSecret', { Name: 's', SecretString: 'x' });
  await aws.json('secretsmanager', 'PutSecretValue', { SecretId: 's', SecretBinary: 'AAAA' });
  await aws.json('secretsmanager', 'GetSecretValue', { SecretId: 's' });
}

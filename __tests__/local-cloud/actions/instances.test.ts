import {
  DeleteVolumeCommand,
  DescribeInstanceAttributeCommand,
  DescribeInstanceStatusCommand,
  DescribeInstancesCommand,
  DescribeInstanceTypeOfferingsCommand,
  DescribeInstanceTypesCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSubnetsCommand,
  DescribeVolumesCommand,
  type EC2Client,
  GetPasswordDataCommand,
  type Instance,
  ModifyInstanceAttributeCommand,
  RunInstancesCommand,
  type RunInstancesCommandInput,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { refusal, testCloud } from '../../support/local-cloud.ts';
import { imageIdOf } from '../support/images.ts';

async function launch(ec2: EC2Client, input: Partial<RunInstancesCommandInput> = {}): Promise<Instance> {
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: await imageIdOf(ec2),
      InstanceType: 't3.micro',
      MinCount: 1,
      MaxCount: 1,
      ...input,
    }),
  );
  return Instances?.[0] ?? {};
}

async function look(ec2: EC2Client, id = ''): Promise<Instance> {
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  return Reservations?.[0]?.Instances?.[0] ?? {};
}

describe('launching', () => {
  it('takes the default network, and shows a public address before the instance runs', async () => {
    const { clock, ec2 } = testCloud();
    const launched = await launch(ec2);
    expect(launched).toMatchObject({
      State: { Code: 0, Name: 'pending' },
      PrivateIpAddress: '172.31.0.4',
      PrivateDnsName: 'ip-172-31-0-4.ec2.internal',
      SecurityGroups: [{ GroupName: 'default' }],
      Placement: { AvailabilityZone: 'us-east-1a' },
      MetadataOptions: { HttpTokens: 'optional', HttpPutResponseHopLimit: 1 },
    });
    expect(launched.PublicIpAddress).toBeUndefined();
    await clock.advance(200);
    const pending = await look(ec2, launched.InstanceId);
    expect(pending.State?.Name).toBe('pending');
    // RFC 5737: addresses that nobody has.
    expect(pending.PublicIpAddress).toMatch(/^(198\.51\.100|203\.0\.113)\.\d+$/);
    await clock.advance(400);
    expect((await look(ec2, launched.InstanceId)).State).toEqual({ Code: 16, Name: 'running' });
  });

  it('honours subnet, groups, public address, tags, devices and metadata options of the request', async () => {
    const { clock, ec2 } = testCloud();
    const { Subnets = [] } = await ec2.send(
      new DescribeSubnetsCommand({ Filters: [{ Name: 'availability-zone', Values: ['us-east-1c'] }] }),
    );
    const launched = await launch(ec2, {
      NetworkInterfaces: [
        { DeviceIndex: 0, SubnetId: Subnets[0]?.SubnetId, AssociatePublicIpAddress: false, Description: 'eth0' },
      ],
      BlockDeviceMappings: [{ DeviceName: '/dev/sda1', Ebs: { VolumeSize: 30, VolumeType: 'gp3', Encrypted: true } }],
      MetadataOptions: { HttpTokens: 'required', HttpPutResponseHopLimit: 3 },
      TagSpecifications: [
        { ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'i' }] },
        { ResourceType: 'volume', Tags: [{ Key: 'Name', Value: 'v' }] },
        { ResourceType: 'network-interface', Tags: [{ Key: 'Name', Value: 'n' }] },
      ],
    });
    await clock.advance(600);
    const running = await look(ec2, launched.InstanceId);
    expect(running).toMatchObject({
      SubnetId: Subnets[0]?.SubnetId,
      Placement: { AvailabilityZone: 'us-east-1c' },
      Tags: [{ Key: 'Name', Value: 'i' }],
      MetadataOptions: { State: 'applied', HttpTokens: 'required', HttpPutResponseHopLimit: 3 },
    });
    expect(running.PublicIpAddress).toBeUndefined();
    const { Volumes } = await ec2.send(
      new DescribeVolumesCommand({
        Filters: [{ Name: 'attachment.instance-id', Values: [launched.InstanceId ?? ''] }],
      }),
    );
    expect(Volumes).toMatchObject([
      { Size: 30, VolumeType: 'gp3', Encrypted: true, State: 'in-use', Tags: [{ Key: 'Name', Value: 'v' }] },
    ]);
    const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({}));
    expect(NetworkInterfaces).toMatchObject([{ Description: 'eth0', TagSet: [{ Key: 'Name', Value: 'n' }] }]);
  });

  it('takes the empty texts that Packer sends for what it does not set', async () => {
    const { cloud, ec2 } = testCloud();
    const empty = [
      'SubnetId',
      'UserData',
      'KeyName',
      'ClientToken',
      'IamInstanceProfile.Name',
      'Placement.AvailabilityZone',
    ];
    const parameters = {
      ...Object.fromEntries(empty.map((name) => [name, ''])),
      ImageId: await imageIdOf(ec2),
      InstanceType: 't3.micro',
      MinCount: '1',
      MaxCount: '1',
      EbsOptimized: 'false',
    };
    expect(await refusal(cloud, 'RunInstances', parameters)).toBe('ok');
    expect(await refusal(cloud, 'CreateSecurityGroup', { GroupName: 'g', GroupDescription: 'd', VpcId: '' })).toBe(
      'ok',
    );
  });

  it('asks for tokens where the image does', async () => {
    const { ec2 } = testCloud();
    const ImageId = await imageIdOf(ec2, 'al2023-ami-2023.9.20251203.0-kernel-6.1-x86_64');
    expect((await launch(ec2, { ImageId })).MetadataOptions).toMatchObject({
      HttpTokens: 'required',
      HttpPutResponseHopLimit: 2,
    });
  });

  it('with the same client token twice makes one instance', async () => {
    const { ec2 } = testCloud();
    const first = await launch(ec2, { ClientToken: 'once' });
    const second = await launch(ec2, { ClientToken: 'once' });
    expect(second.InstanceId).toBe(first.InstanceId);
    await expect(launch(ec2, { ClientToken: 'once', InstanceType: 't3.small' })).rejects.toMatchObject({
      name: 'IdempotentParameterMismatch',
    });
  });

  it.each([
    [{ ImageId: '' }, 'MissingParameter: The request must contain the parameter ImageId'],
    [{ ImageId: 'ami-00000000' }, "InvalidAMIID.NotFound: The image id '[ami-00000000]' does not exist"],
    [{ InstanceType: 'x9.huge' }, "InvalidParameterValue: Invalid value 'x9.huge' for InstanceType."],
    [
      { InstanceType: 't4g.micro' },
      /^InvalidParameterValue: The architecture 'arm64' of the specified instance type does not match the architecture 'x86_64' of the specified AMI\./,
    ],
    [{ KeyName: 'none' }, "InvalidKeyPair.NotFound: The key pair 'none' does not exist"],
    [{ 'SecurityGroupId.1': 'sg-00000000' }, "InvalidGroup.NotFound: The security group 'sg-00000000' does not exist"],
    [{ SubnetId: 'subnet-00000000' }, "InvalidSubnetID.NotFound: The subnet ID 'subnet-00000000' does not exist"],
    [{ UserData: '#!/bin/sh' }, 'InvalidUserData.Malformed: Invalid BASE64 encoding of user data.'],
    [
      { UserData: Buffer.alloc(16_385).toString('base64') },
      'InvalidParameterValue: User data is limited to 16384 bytes',
    ],
    [
      { 'IamInstanceProfile.Name': 'none' },
      'InvalidParameterValue: Value (none) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name',
    ],
    [
      { MinCount: '2' },
      'InvalidParameterCombination: The maximum number of instances must not be less than the minimum number.',
    ],
    [
      { 'NetworkInterface.1.DeviceIndex': '0', 'SecurityGroupId.1': 'sg-00000000' },
      'InvalidParameterCombination: Network interfaces and an instance-level security groups may not be specified on the same request',
    ],
    [
      { 'BlockDeviceMapping.1.DeviceName': '/dev/sda1', 'BlockDeviceMapping.1.Ebs.VolumeSize': '1' },
      /^InvalidBlockDeviceMapping: Volume of size 1GB is smaller than snapshot 'snap-[0-9a-f]{17}', expect size >= 8GB$/,
    ],
    [
      { 'BlockDeviceMapping.1.DeviceName': '/dev/sda1', 'BlockDeviceMapping.1.Ebs.VolumeType': 'io2' },
      'MissingParameter: The request must contain the parameter iops for io2 volumes',
    ],
    [
      { 'TagSpecification.1.ResourceType': 'snapshot', 'TagSpecification.1.Tag.1.Key': 'a' },
      "InvalidParameterValue: 'snapshot' is not a valid taggable resource type for this operation.",
    ],
    [
      { 'TagSpecification.1.ResourceType': 'instance', 'TagSpecification.1.Tag.1.Key': 'aws:a' },
      "InvalidParameterValue: Tag keys starting with 'aws:' are reserved for internal use",
    ],
    [{ 'LaunchTemplate.LaunchTemplateName': 'x' }, /^UnsupportedOperation: Launch templates are not supported/],
  ])('with %j is refused', async (parameters, expected) => {
    const { cloud, ec2 } = testCloud();
    const complete = { ImageId: await imageIdOf(ec2), InstanceType: 't3.micro', MinCount: '1', MaxCount: '1' };
    const message = await refusal(cloud, 'RunInstances', { ...complete, ...parameters });
    if (typeof expected === 'string') expect(message).toBe(expected);
    else expect(message).toMatch(expected);
    expect(cloud.leftovers()).toEqual([]);
  });
});

describe('states of an instance', () => {
  it('can be changed only from where EC2 allows it', async () => {
    const { clock, cloud, ec2 } = testCloud();
    const { InstanceId: id = '' } = await launch(ec2);
    const named = { 'InstanceId.1': id };
    await clock.advance(600);
    await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
    expect(await refusal(cloud, 'StartInstances', named)).toBe(
      `IncorrectInstanceState: The instance '${id}' is not in a state from which it can be started.`,
    );
    await clock.advance(600);
    const { StoppingInstances } = await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
    expect(StoppingInstances).toMatchObject([
      { CurrentState: { Name: 'stopped' }, PreviousState: { Name: 'stopped' } },
    ]);
    await ec2.send(new StartInstancesCommand({ InstanceIds: [id] }));
    expect(await refusal(cloud, 'TerminateInstances', named)).toBe('ok');
    expect(await refusal(cloud, 'StopInstances', named)).toBe(
      `IncorrectInstanceState: The instance '${id}' is not in a state from which it can be stopped.`,
    );
    await clock.advance(400);
    expect(await refusal(cloud, 'TerminateInstances', named)).toBe('ok');
    expect(await look(ec2, id)).toMatchObject({
      State: { Code: 48, Name: 'terminated' },
      StateTransitionReason: 'User initiated (2026-01-02 03:04:06 GMT)',
      StateReason: { Code: 'Client.UserInitiatedShutdown' },
    });
    await clock.advance(3_600_000);
    expect(await refusal(cloud, 'DescribeInstances', named)).toBe(
      `InvalidInstanceID.NotFound: The instance ID '${id}' does not exist`,
    );
  });

  it('are shown with status checks', async () => {
    const { clock, ec2 } = testCloud();
    await launch(ec2);
    const statuses = async (IncludeAllInstances: boolean) =>
      (await ec2.send(new DescribeInstanceStatusCommand({ IncludeAllInstances }))).InstanceStatuses?.map(
        ({ InstanceState, InstanceStatus }) => [InstanceState?.Name, InstanceStatus?.Status],
      );
    expect(await statuses(false)).toEqual([]);
    expect(await statuses(true)).toEqual([['pending', 'not-applicable']]);
    await clock.advance(600);
    expect(await statuses(false)).toEqual([['running', 'initializing']]);
    await clock.advance(600);
    expect(await statuses(false)).toEqual([['running', 'ok']]);
  });

  it('can be filtered', async () => {
    const { clock, ec2 } = testCloud();
    const { InstanceId: id = '' } = await launch(ec2, {
      TagSpecifications: [{ ResourceType: 'instance', Tags: [{ Key: 'run', Value: '1' }] }],
    });
    await clock.advance(600);
    const find = async (Name: string, Value: string) =>
      (await ec2.send(new DescribeInstancesCommand({ Filters: [{ Name, Values: [Value] }] }))).Reservations?.length;
    expect(await find('tag:run', '1')).toBe(1);
    expect(await find('instance-state-name', 'running')).toBe(1);
    expect(await find('instance-state-name', 'stopped')).toBe(0);
    expect(await find('instance-id', id)).toBe(1);
  });

  it('protects those that must not end', async () => {
    const { cloud, ec2 } = testCloud();
    const { InstanceId: id = '' } = await launch(ec2, { DisableApiTermination: true });
    expect(await refusal(cloud, 'TerminateInstances', { 'InstanceId.1': id })).toBe(
      `OperationNotPermitted: The instance '${id}' may not be terminated. Modify its 'disableApiTermination' instance attribute and try again.`,
    );
    await ec2.send(new ModifyInstanceAttributeCommand({ InstanceId: id, DisableApiTermination: { Value: false } }));
    expect(await refusal(cloud, 'TerminateInstances', { 'InstanceId.1': id })).toBe('ok');
  });

  it('changes nothing when one of several ids is unknown', async () => {
    const { cloud, ec2 } = testCloud();
    const { InstanceId: id = '' } = await launch(ec2);
    const both = { 'InstanceId.1': id, 'InstanceId.2': 'i-00000000' };
    expect(await refusal(cloud, 'TerminateInstances', both)).toBe(
      "InvalidInstanceID.NotFound: The instance ID 'i-00000000' does not exist",
    );
    expect((await look(ec2, id)).State?.Name).toBe('pending');
  });
});

describe('volumes of an instance', () => {
  it('go with it, or stay and can then be deleted', async () => {
    const { clock, cloud, ec2 } = testCloud();
    const { InstanceId: id = '' } = await launch(ec2, {
      BlockDeviceMappings: [
        { DeviceName: '/dev/sdf', Ebs: { VolumeSize: 1, VolumeType: 'gp3', DeleteOnTermination: false } },
      ],
    });
    await clock.advance(600);
    const volumes = async () => (await ec2.send(new DescribeVolumesCommand({}))).Volumes ?? [];
    const kept = (await volumes()).find(({ Size }) => Size === 1)?.VolumeId ?? '';
    expect(await volumes()).toHaveLength(2);
    expect(await refusal(cloud, 'DeleteVolume', { VolumeId: kept })).toBe(
      `VolumeInUse: Volume ${kept} is currently attached to ${id}`,
    );
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
    await clock.advance(400);
    expect(await volumes()).toMatchObject([{ VolumeId: kept, State: 'available', Attachments: [] }]);
    await ec2.send(new DeleteVolumeCommand({ VolumeId: kept }));
    expect(await refusal(cloud, 'DeleteVolume', { VolumeId: kept })).toBe(
      `InvalidVolume.NotFound: The volume '${kept}' does not exist.`,
    );
  });
});

describe('attributes of an instance', () => {
  it('are changed one at a time, some only when it is stopped', async () => {
    const { clock, cloud, ec2 } = testCloud();
    const { InstanceId: id = '' } = await launch(ec2);
    await clock.advance(600);
    const modify = (parameters: Record<string, string>) =>
      refusal(cloud, 'ModifyInstanceAttribute', { InstanceId: id, ...parameters });
    expect(await modify({ 'EnaSupport.Value': 'true' })).toMatch(/^IncorrectInstanceState: /);
    expect(await modify({ 'SourceDestCheck.Value': 'false', 'DisableApiStop.Value': 'true' })).toBe(
      'InvalidParameterCombination: Fields for multiple attribute types specified.',
    );
    expect(await modify({})).toBe('InvalidParameterCombination: No attributes specified.');
    expect(await modify({ Attribute: 'instanceInitiatedShutdownBehavior', Value: 'terminate' })).toBe('ok');
    await ec2.send(new StopInstancesCommand({ InstanceIds: [id] }));
    await clock.advance(600);
    expect(await modify({ 'SriovNetSupport.Value': 'simple' })).toBe('ok');
    const attribute = await ec2.send(
      new DescribeInstanceAttributeCommand({ InstanceId: id, Attribute: 'instanceInitiatedShutdownBehavior' }),
    );
    expect(attribute.InstanceInitiatedShutdownBehavior?.Value).toBe('terminate');
  });

  it('have no Windows password', async () => {
    const { ec2 } = testCloud();
    const { InstanceId } = await launch(ec2);
    expect((await ec2.send(new GetPasswordDataCommand({ InstanceId }))).PasswordData).toBe('');
  });
});

describe('instance types', () => {
  it('are described, and offered in every zone', async () => {
    const { cloud, ec2 } = testCloud();
    const { InstanceTypes } = await ec2.send(new DescribeInstanceTypesCommand({ InstanceTypes: ['t4g.small'] }));
    expect(InstanceTypes).toMatchObject([
      {
        VCpuInfo: { DefaultVCpus: 2 },
        MemoryInfo: { SizeInMiB: 2_048 },
        ProcessorInfo: { SupportedArchitectures: ['arm64'] },
      },
    ]);
    const { InstanceTypeOfferings = [] } = await ec2.send(
      new DescribeInstanceTypeOfferingsCommand({
        LocationType: 'availability-zone',
        Filters: [{ Name: 'instance-type', Values: ['m5.large'] }],
      }),
    );
    expect(InstanceTypeOfferings.map(({ Location }) => Location)).toEqual(['us-east-1a', 'us-east-1b', 'us-east-1c']);
    expect(await refusal(cloud, 'DescribeInstanceTypes', { 'InstanceType.1': 't9.nano' })).toBe(
      'InvalidInstanceType: The following supplied instance types do not exist: [t9.nano]',
    );
  });
});

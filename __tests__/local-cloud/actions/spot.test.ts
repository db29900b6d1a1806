import {
  CreateFleetCommand,
  type CreateFleetCommandInput,
  CreateLaunchTemplateCommand,
  CreateTagsCommand,
  DeleteLaunchTemplateCommand,
  DescribeInstancesCommand,
  DescribeLaunchTemplatesCommand,
  DescribeSpotInstanceRequestsCommand,
  DescribeSubnetsCommand,
  type EC2Client,
  type RequestLaunchTemplateData,
  RunInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { testCloud } from '../../support/local-cloud.ts';
import { imageIdOf } from '../support/images.ts';

async function template(ec2: EC2Client, data: RequestLaunchTemplateData = {}, name = 'template'): Promise<string> {
  const { LaunchTemplate } = await ec2.send(
    new CreateLaunchTemplateCommand({
      LaunchTemplateName: name,
      LaunchTemplateData: { ImageId: await imageIdOf(ec2), InstanceType: 't3.micro', ...data },
      TagSpecifications: [{ ResourceType: 'launch-template', Tags: [{ Key: 'Name', Value: 'lt' }] }],
    }),
  );
  return LaunchTemplate?.LaunchTemplateId ?? '';
}

const fleet = (input: Partial<CreateFleetCommandInput> = {}, overrides = [{}]): CreateFleetCommand =>
  new CreateFleetCommand({
    Type: 'instant',
    LaunchTemplateConfigs: [
      { LaunchTemplateSpecification: { LaunchTemplateName: 'template', Version: '1' }, Overrides: overrides },
    ],
    TargetCapacitySpecification: { TotalTargetCapacity: 1, DefaultTargetCapacityType: 'spot' },
    ...input,
  });

async function subnetsOf(ec2: EC2Client): Promise<string[]> {
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  return Subnets.map(({ SubnetId = '' }) => SubnetId);
}

describe('a launch template', () => {
  it('is found by id, name and tag, and deleted by either name', async () => {
    const { ec2, cloud } = testCloud();
    const id = await template(ec2);
    for (const input of [
      { LaunchTemplateIds: [id] },
      { LaunchTemplateNames: ['template'] },
      { Filters: [{ Name: 'tag:Name', Values: ['lt'] }] },
    ]) {
      const { LaunchTemplates } = await ec2.send(new DescribeLaunchTemplatesCommand(input));
      expect(LaunchTemplates).toMatchObject([{ LaunchTemplateId: id, LaunchTemplateName: 'template' }]);
    }
    expect(cloud.leftovers()).toMatchObject([{ kind: 'launch-template', name: 'template' }]);
    await ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateName: 'template' }));
    assertEmpty(cloud);
    await expect(ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateId: id }))).rejects.toMatchObject({
      name: 'InvalidLaunchTemplateId.NotFound',
    });
    await expect(ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateName: 'template' }))).rejects.toMatchObject({
      name: 'InvalidLaunchTemplateName.NotFoundException',
    });
  });

  it('has a name of its own, and is made once for a client token', async () => {
    const { ec2 } = testCloud();
    const make = (name: string, token: string) =>
      ec2.send(
        new CreateLaunchTemplateCommand({
          LaunchTemplateName: name,
          LaunchTemplateData: { InstanceType: 't3.micro' },
          ClientToken: token,
        }),
      );
    const first = await make('one', 'a');
    expect((await make('one', 'a')).LaunchTemplate?.LaunchTemplateId).toBe(first.LaunchTemplate?.LaunchTemplateId);
    await expect(make('one', 'b')).rejects.toMatchObject({
      name: 'InvalidLaunchTemplateName.AlreadyExistsException',
    });
    await expect(make('two', 'a')).rejects.toMatchObject({ name: 'IdempotentParameterMismatch' });
    await expect(make('no spaces', 'c')).rejects.toMatchObject({
      name: 'InvalidLaunchTemplateName.MalformedException',
    });
  });
});

describe('an instant fleet', () => {
  it('launches a spot instance that is tagged, like its request, as the template says', async () => {
    const { clock, ec2, cloud } = testCloud();
    await template(ec2, {
      InstanceMarketOptions: { MarketType: 'spot', SpotOptions: { MaxPrice: '0.5' } },
      TagSpecifications: [
        { ResourceType: 'instance', Tags: [{ Key: 'Name', Value: 'i' }] },
        { ResourceType: 'spot-instances-request', Tags: [{ Key: 'Name', Value: 'sir' }] },
      ],
    });
    const { Instances, Errors } = await ec2.send(fleet());
    expect(Errors).toEqual([]);
    expect(Instances).toMatchObject([{ InstanceType: 't3.micro', Lifecycle: 'spot' }]);
    const InstanceIds = Instances?.[0]?.InstanceIds ?? [];
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds }));
    const [instance] = Reservations?.[0]?.Instances ?? [];
    expect(instance).toMatchObject({ InstanceLifecycle: 'spot', Tags: [{ Key: 'Name', Value: 'i' }] });
    const id = instance?.SpotInstanceRequestId ?? '';
    await ec2.send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key: 'more', Value: 'yes' }] }));
    const requests = () => ec2.send(new DescribeSpotInstanceRequestsCommand({ SpotInstanceRequestIds: [id] }));
    expect((await requests()).SpotInstanceRequests).toMatchObject([
      {
        State: 'active',
        SpotPrice: '0.5',
        Tags: [
          { Key: 'Name', Value: 'sir' },
          { Key: 'more', Value: 'yes' },
        ],
      },
    ]);
    await clock.advance(1_000);
    await ec2.send(new TerminateInstancesCommand({ InstanceIds }));
    await clock.advance(1_000);
    expect((await requests()).SpotInstanceRequests).toMatchObject([{ State: 'closed' }]);
    await ec2.send(new DeleteLaunchTemplateCommand({ LaunchTemplateName: 'template' }));
    assertEmpty(cloud);
  });

  it('tries its overrides, the cheapest first, and tells what was wrong with each', async () => {
    const { ec2 } = testCloud({ shortages: [{ type: 't2.micro' }, { type: 'm5.large', zone: 'us-east-1a' }] });
    const [a, b] = await subnetsOf(ec2);
    await template(ec2);
    const { Instances, Errors } = await ec2.send(
      fleet({}, [
        { InstanceType: 'm5.xlarge' },
        { InstanceType: 'm5.large', SubnetId: a },
        { InstanceType: 'm5.large', SubnetId: b },
        { InstanceType: 't2.micro', SubnetId: a },
      ]),
    );
    expect(Errors).toMatchObject([
      { ErrorCode: 'InsufficientInstanceCapacity', LaunchTemplateAndOverrides: { Overrides: { SubnetId: a } } },
      { ErrorCode: 'InsufficientInstanceCapacity', LaunchTemplateAndOverrides: { Overrides: { SubnetId: a } } },
    ]);
    expect(Instances).toMatchObject([
      { InstanceType: 'm5.large', LaunchTemplateAndOverrides: { Overrides: { SubnetId: b } } },
    ]);
  });

  it('keeps to priorities where the strategy is about them', async () => {
    const { ec2 } = testCloud();
    await template(ec2);
    const { Instances } = await ec2.send(
      fleet({ SpotOptions: { AllocationStrategy: 'capacity-optimized-prioritized' } }, [
        { InstanceType: 't3.micro', Priority: 2 },
        { InstanceType: 'm5.large', Priority: 1 },
      ]),
    );
    expect(Instances).toMatchObject([{ InstanceType: 'm5.large' }]);
  });

  it('answers without an instance when none can be had', async () => {
    const { ec2 } = testCloud({ limits: { spotInstances: 0 } });
    await template(ec2, { InstanceMarketOptions: { MarketType: 'spot', SpotOptions: { MaxPrice: '0.001' } } });
    expect(await ec2.send(fleet())).toMatchObject({
      Instances: [],
      Errors: [{ ErrorCode: 'SpotMaxPriceTooLow', Lifecycle: 'spot' }],
    });
    expect(await ec2.send(fleet({}, [{ MaxPrice: '1' }]))).toMatchObject({
      Errors: [{ ErrorCode: 'MaxSpotInstanceCountExceeded' }],
    });
  });

  it('launches once for a client token', async () => {
    const { ec2 } = testCloud();
    await template(ec2);
    const first = await ec2.send(fleet({ ClientToken: 'once' }));
    const second = await ec2.send(fleet({ ClientToken: 'once' }));
    expect(second.Instances?.[0]?.InstanceIds).toEqual(first.Instances?.[0]?.InstanceIds);
    await expect(ec2.send(fleet({ ClientToken: 'once' }, [{ InstanceType: 'm5.large' }]))).rejects.toMatchObject({
      name: 'IdempotentParameterMismatch',
    });
  });

  it.each<[string, Partial<CreateFleetCommandInput>]>([
    ['UnsupportedOperation', { Type: 'maintain' }],
    [
      'InvalidLaunchTemplateName.NotFoundException',
      { LaunchTemplateConfigs: [{ LaunchTemplateSpecification: { LaunchTemplateName: 'other', Version: '1' } }] },
    ],
    [
      'InvalidLaunchTemplateId.VersionNotFound',
      { LaunchTemplateConfigs: [{ LaunchTemplateSpecification: { LaunchTemplateName: 'template', Version: '2' } }] },
    ],
  ])('is refused with %s', async (name, input) => {
    const { ec2 } = testCloud();
    await template(ec2);
    await expect(ec2.send(fleet(input))).rejects.toMatchObject({ name });
  });
});

describe('a spot instance', () => {
  async function spot(ec2: EC2Client, input = {}): Promise<string> {
    const { Instances } = await ec2.send(
      new RunInstancesCommand({
        ImageId: await imageIdOf(ec2),
        InstanceType: 't3.micro',
        MinCount: 1,
        MaxCount: 1,
        InstanceMarketOptions: { MarketType: 'spot' },
        ...input,
      }),
    );
    return Instances?.[0]?.InstanceId ?? '';
  }

  it('of a one-time request can not be stopped', async () => {
    const { clock, ec2 } = testCloud();
    const id = await spot(ec2);
    await clock.advance(1_000);
    await expect(ec2.send(new StopInstancesCommand({ InstanceIds: [id] }))).rejects.toMatchObject({
      name: 'UnsupportedOperation',
    });
  });

  it('may be taken back', async () => {
    const { clock, cloud, ec2 } = testCloud();
    const id = await spot(ec2);
    await clock.advance(1_000);
    cloud.reclaim(id);
    const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }));
    expect(Reservations?.[0]?.Instances?.[0]).toMatchObject({
      State: { Name: 'shutting-down' },
      StateReason: { Code: 'Server.SpotInstanceTermination' },
    });
  });

  it.each([
    [{ Placement: { HostId: 'h-1' } }, 'InvalidParameterCombination'],
    [
      {
        CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: 'cr-1' } },
      },
      'InvalidParameterCombination',
    ],
    [{ InstanceMarketOptions: { MarketType: 'spot', SpotOptions: { MaxPrice: 'cheap' } } }, 'InvalidParameterValue'],
  ])('is refused with %j', async (input, name) => {
    const { ec2 } = testCloud();
    await expect(spot(ec2, input)).rejects.toMatchObject({ name });
  });
});

describe('a launch', () => {
  const launch = async (ec2: EC2Client, input = {}) =>
    ec2.send(
      new RunInstancesCommand({
        ImageId: await imageIdOf(ec2),
        InstanceType: 'm5.large',
        MinCount: 1,
        MaxCount: 1,
        ...input,
      }),
    );

  it('shows placement, enclave, licences and capacity reservation as they were asked for', async () => {
    const { ec2 } = testCloud();
    const { Instances } = await launch(ec2, {
      Placement: { HostId: 'h-1' },
      EnclaveOptions: { Enabled: true },
      LicenseSpecifications: [{ LicenseConfigurationArn: 'arn:lic' }],
      CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: 'cr-1' } },
    });
    expect(Instances).toMatchObject([
      {
        Placement: { HostId: 'h-1', Tenancy: 'host' },
        EnclaveOptions: { Enabled: true },
        Licenses: [{ LicenseConfigurationArn: 'arn:lic' }],
        CapacityReservationSpecification: { CapacityReservationTarget: { CapacityReservationId: 'cr-1' } },
      },
    ]);
  });

  it.each([
    [{ CreditSpecification: { CpuCredits: 'standard' } }, 'InvalidParameterCombination'],
    [{ InstanceType: 't3.micro', EnclaveOptions: { Enabled: true } }, 'InvalidParameterValue'],
    [{ MetadataOptions: { HttpEndpoint: 'disabled', HttpTokens: 'required' } }, 'InvalidParameterCombination'],
    [{ Placement: { HostId: 'h-1', Tenancy: 'dedicated' } }, 'InvalidParameterCombination'],
    [
      {
        CapacityReservationSpecification: {
          CapacityReservationPreference: 'open',
          CapacityReservationTarget: { CapacityReservationId: 'cr-1' },
        },
      },
      'InvalidParameterCombination',
    ],
  ])('is refused with %j', async (input, name) => {
    const { ec2 } = testCloud();
    await expect(launch(ec2, input)).rejects.toMatchObject({ name });
  });

  it.each([
    ['InsufficientInstanceCapacity', 500],
    ['Unsupported', 400],
    ['VcpuLimitExceeded', 400],
  ] as const)('ends with %s where the cloud is short of it', async (error, httpStatusCode) => {
    const { ec2 } = testCloud({ shortages: [{ zone: 'us-east-1a', market: 'on-demand', error }] });
    const [a, b] = await subnetsOf(ec2);
    await expect(launch(ec2, { SubnetId: a })).rejects.toMatchObject({ name: error, $metadata: { httpStatusCode } });
    await launch(ec2, { SubnetId: b });
    await launch(ec2, { SubnetId: a, InstanceMarketOptions: { MarketType: 'spot' } });
  });
});

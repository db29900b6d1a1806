import { DescribeSpotInstanceRequestsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { clientConfig } from '../../support/local-cloud.ts';
import { MINIMUM } from './support/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const quick = { delays: quickDelays };
const SPOT = 'spot_price = "auto"';
const SEVERAL = MINIMUM.replace('instance_type = "t3.micro"', 'spot_instance_types = ["t3.large", "m5.large"]');

/** What a rig's launch ended on, as the event tells. */
function launched(rig: Rig) {
  return rig.events.flatMap((event) => (event.type === 'instance-launched' ? [event.instance] : []));
}

async function succeeds(options: RigOptions): Promise<Rig> {
  const rig = new Rig({ ...options, cloud: { ...quick, ...options.cloud } });
  const { error, left } = await rig.bake();
  expect(error).toBeUndefined();
  expect(left).toEqual([]);
  assertEmpty(rig.cloud);
  expect(await rig.ownImages()).toHaveLength(1);
  return rig;
}

describe('a spot instance', () => {
  it('is launched by an instant fleet, from a launch template that is gone right after it', async () => {
    const rig = await succeeds({ source: SPOT });
    expect(rig.calls()).not.toContain('RunInstances');
    expect(rig.call('CreateFleet')).toMatchObject({
      Type: 'instant',
      'TargetCapacitySpecification.TotalTargetCapacity': '1',
      'TargetCapacitySpecification.DefaultTargetCapacityType': 'spot',
      'LaunchTemplateConfigs.1.LaunchTemplateSpecification.Version': '1',
      'LaunchTemplateConfigs.1.Overrides.1.InstanceType': 't3.micro',
      ReplaceUnhealthyInstances: 'false',
    });
    const template = rig.call('CreateLaunchTemplate');
    expect(template['LaunchTemplateName']).toMatch(/^packer-fleet-launch-template-/);
    expect(template).toMatchObject({
      'LaunchTemplateData.InstanceMarketOptions.MarketType': 'spot',
      // It can't be stopped.
      'LaunchTemplateData.InstanceInitiatedShutdownBehavior': 'terminate',
    });
    expect(template).not.toHaveProperty('LaunchTemplateData.InstanceMarketOptions.SpotOptions.MaxPrice');
    expect(rig.calls().indexOf('DeleteLaunchTemplate')).toBeLessThan(rig.calls().indexOf('CreateImage'));
    expect(launched(rig)).toMatchObject([{ type: 't3.micro', market: 'spot' }]);
  });

  it('is not stopped, because it can not be: the AMI is made of it as it runs, and it goes right after that', async () => {
    const rig = await succeeds({ source: SPOT });
    expect(rig.calls()).not.toContain('StopInstances');
    expect(rig.call('CreateImage')).not.toHaveProperty('NoReboot');
    expect(rig.logs()).toContain(
      'info: A spot instance can not be stopped: the AMI is made of it as it runs, and EC2 reboots it for that',
    );
    expect(rig.calls().lastIndexOf('TerminateInstances')).toBeGreaterThan(rig.calls().indexOf('CreateImage'));
  });

  it.each([
    ['""', false],
    ['"0"', false],
    ['"0.05"', true],
    ['"auto"', true],
  ])('is asked for by spot_price = %s: %s', async (price, isSpot) => {
    const rig = await succeeds({ source: `spot_price = ${price}` });
    expect(rig.calls().includes('CreateFleet')).toBe(isSpot);
    expect(rig.calls().includes('RunInstances')).toBe(!isSpot);
  });

  it('tags its request and its launch template as spot_tags says, and its fleet as fleet_tags', async () => {
    const rig: Rig = new Rig({
      cloud: quick,
      source: `${SPOT}
        spot_tags  = { Team = "{{ .SourceAMI }}", Kind = "map" }
        spot_tag {
          key   = "Kind"
          value = "block"
        }
        fleet_tags = { Fleet = "f" }
        fleet_tag {
          key   = "More"
          value = "m"
        }`,
    });
    await rig.bake();
    const { SpotInstanceRequests = [] } = await new EC2Client(clientConfig(rig.cloud)).send(
      new DescribeSpotInstanceRequestsCommand({}),
    );
    expect(SpotInstanceRequests[0]?.Tags).toEqual([
      { Key: 'Kind', Value: 'block' },
      { Key: 'Team', Value: expect.stringMatching(/^ami-/) },
    ]);
    const template = rig.call('CreateLaunchTemplate');
    expect(template).toMatchObject({ 'TagSpecification.1.ResourceType': 'launch-template' });
    expect(Object.values(template)).toContain('bake-ami:run');
    expect(rig.call('CreateFleet')).toMatchObject({
      'TagSpecification.1.ResourceType': 'fleet',
      'TagSpecification.1.Tag.1.Key': 'Fleet',
      'TagSpecification.1.Tag.2.Key': 'More',
    });
  });

  it('has everything else of the launch in its template', async () => {
    const rig = await succeeds({
      source: `${SPOT}
        ebs_optimized               = true
        iam_instance_profile        = "bake-ami"
        associate_public_ip_address = true
        no_ephemeral                = true
        tenancy                     = "dedicated"
        enable_unlimited_credits    = true
        run_tags                    = { Name = "builder" }
        run_volume_tags             = { Name = "disk" }
        metadata_options {
          http_tokens = "required"
        }
        launch_block_device_mappings {
          device_name  = "/dev/sdb"
          virtual_name = "ephemeral0"
        }
        launch_block_device_mappings {
          device_name = "/dev/sdc"
          no_device   = true
        }`,
    });
    const data = Object.fromEntries(
      Object.entries(rig.call('CreateLaunchTemplate')).map(([name, value]) => [
        name.replace(/^LaunchTemplateData\./, ''),
        value,
      ]),
    );
    expect(data).toMatchObject({
      EbsOptimized: 'true',
      'IamInstanceProfile.Name': 'bake-ami',
      'NetworkInterface.1.AssociatePublicIpAddress': 'true',
      'NetworkInterface.1.SecurityGroupId.1': expect.stringMatching(/^sg-/),
      'BlockDeviceMapping.1.VirtualName': 'ephemeral0',
      'BlockDeviceMapping.2.NoDevice': '',
      'BlockDeviceMapping.28.DeviceName': 'xvdcz',
      'Placement.Tenancy': 'dedicated',
      'CreditSpecification.CpuCredits': 'unlimited',
      'MetadataOptions.HttpTokens': 'required',
      KeyName: expect.stringMatching(/^packer_/),
      UserData: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
    });
    expect(data).not.toHaveProperty('NetworkInterface.1.SubnetId');
    expect(rig.call('CreateFleet')['LaunchTemplateConfigs.1.Overrides.1.SubnetId']).toMatch(/^subnet-/);
  });

  it('may be of several types, by the strategy of the template and in its order', async () => {
    const rig = await succeeds({
      wholeSource: `${SEVERAL}${SPOT}\nspot_allocation_strategy = "capacity-optimized-prioritized"`,
      cloud: { shortages: [{ type: 't3.large' }] },
    });
    expect(rig.call('CreateFleet')).toMatchObject({
      'SpotOptions.AllocationStrategy': 'capacity-optimized-prioritized',
      'LaunchTemplateConfigs.1.Overrides.1.InstanceType': 't3.large',
      'LaunchTemplateConfigs.1.Overrides.1.Priority': '0',
      'LaunchTemplateConfigs.1.Overrides.2.InstanceType': 'm5.large',
      'LaunchTemplateConfigs.1.Overrides.2.Priority': '1',
    });
    expect(launched(rig)).toMatchObject([{ type: 'm5.large', market: 'spot' }]);
  });

  it('of types with and without CPU credits leaves these to the account, and says so', async () => {
    const ofCredits = (rig: Rig): readonly string[] => rig.logs().filter((line) => line.includes('CPU credits'));
    const mixed = await succeeds({ wholeSource: SEVERAL + SPOT });
    expect(mixed.call('CreateLaunchTemplate')).not.toHaveProperty('LaunchTemplateData.CreditSpecification.CpuCredits');
    expect(ofCredits(mixed)).toEqual([
      "info: CPU credits are left to the account's default for t3.large (unlimited for T3, T3a and T4g, unless the account says otherwise): a fleet that also takes m5.large can't be told",
    ]);
    const burstable = await succeeds({ wholeSource: SEVERAL.replace('m5.large', 't3a.large') + SPOT });
    expect(burstable.call('CreateLaunchTemplate')).toMatchObject({
      'LaunchTemplateData.CreditSpecification.CpuCredits': 'standard',
    });
    expect(ofCredits(burstable)).toEqual([]);
  });

  it('that is taken back during the build ends it, with the reason', async () => {
    const rig: Rig = new Rig({
      cloud: quick,
      source: SPOT,
      connector: {
        connect: async (_target, signal) => {
          const [machine] = launched(rig);
          rig.cloud.reclaim(machine?.id ?? '');
          await rig.clock.sleep(600_000, signal);
          throw new Error('never');
        },
      },
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'instance-lost',
      message: expect.stringContaining('Server.SpotInstanceTermination'),
      hint: expect.stringContaining('EC2 took the spot instance back'),
    });
    assertEmpty(rig.cloud);
  });

  it.each([
    ['ec2:CreateLaunchTemplate', ['CreateLaunchTemplate', 'RunInstances']],
    ['ec2:CreateFleet', ['CreateLaunchTemplate', 'CreateFleet', 'RunInstances']],
  ])('is asked for without a fleet where %s is not allowed', async (denied, calls) => {
    const rig = await succeeds({
      source: `${SPOT}\nspot_tags = { Team = "a" }\nfleet_tags = { Fleet = "f" }`,
      cloud: { deniedActions: [denied] },
    });
    expect(rig.calls().filter((call) => /Fleet|RunInstances|CreateLaunch/.test(call))).toEqual(calls);
    expect(rig.call('RunInstances')).toMatchObject({
      'InstanceMarketOptions.MarketType': 'spot',
      'InstanceMarketOptions.SpotOptions.SpotInstanceType': 'one-time',
    });
    expect(Object.values(rig.call('RunInstances'))).toContain('spot-instances-request');
    expect(rig.logs()).toContain(
      `info: The spot instance is asked for without a fleet, because ${denied} is not allowed; fleet_tags have no effect then`,
    );
  });

  it("works with what Packer's documented policy allows, and no more", async () => {
    const rig = await succeeds({
      source: SPOT,
      cloud: { deniedActions: ['ec2:DescribeLaunchTemplates', 'ec2:DescribeSpotInstanceRequests', 'ec2:DeleteFleets'] },
    });
    expect(rig.calls()).toContain('CreateFleet');
  });

  it('that may not be had for want of a role says how to make that', async () => {
    const rig = new Rig({
      cloud: {
        ...quick,
        faults: [
          {
            action: 'CreateFleet',
            fault: { error: 'AuthFailure.ServiceLinkedRoleCreationNotPermitted', message: 'No.', status: 403 },
          },
        ],
      },
      source: SPOT,
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ hint: expect.stringContaining('aws iam create-service-linked-role') });
    assertEmpty(rig.cloud);
  });
});

describe('where EC2 has no room', () => {
  const FILTER = `subnet_filter {
    filters   = { default-for-az = "true" }
    most_free = true
  }`;

  it('a launch goes on to the other zones of the default VPC', async () => {
    const rig = await succeeds({ cloud: { shortages: [{ zone: 'us-east-1a' }] } });
    expect(launched(rig)).toMatchObject([{ type: 't3.micro', market: 'on-demand', availabilityZone: 'us-east-1b' }]);
    expect(rig.logs()).toContain('info: EC2 has no on-demand t3.micro in us-east-1 (InsufficientInstanceCapacity)');
  });

  it('a launch goes on to the other subnets of the filter, and then to other types', async () => {
    const rig = await succeeds({
      source: FILTER,
      fallbackInstanceTypes: ['m5.large'],
      cloud: { shortages: [{ type: 't3.micro' }, { type: 'm5.large', zone: 'us-east-1a', error: 'Unsupported' }] },
    });
    const tried = rig.realCalls
      .filter(({ action }) => action === 'RunInstances')
      .map(({ parameters }) => `${parameters['InstanceType']} ${parameters['Placement.AvailabilityZone']}`);
    expect(tried).toEqual([
      't3.micro us-east-1a',
      't3.micro us-east-1b',
      't3.micro us-east-1c',
      'm5.large us-east-1a',
      'm5.large us-east-1b',
    ]);
    expect(launched(rig)).toMatchObject([{ type: 'm5.large', market: 'on-demand', availabilityZone: 'us-east-1b' }]);
    expect(rig.logs().filter((line) => line.includes('EC2 has no'))).toHaveLength(4);
  });

  it('each request has a client token of its own, and none is longer than EC2 takes', async () => {
    const rig = await succeeds({
      fallbackInstanceTypes: ['m5.large'],
      cloud: { shortages: [{ type: 't3.micro' }] },
    });
    const tokens = rig.realCalls
      .filter(({ action }) => action === 'RunInstances')
      .map(({ parameters }) => parameters['ClientToken'] ?? '');
    expect(new Set(tokens).size).toBe(tokens.length);
    for (const token of tokens) expect(token.length).toBeLessThanOrEqual(64);
  });

  it('a used-up quota is left behind by type only: no other zone would do', async () => {
    const rig = await succeeds({
      fallbackInstanceTypes: ['m5.large'],
      cloud: { shortages: [{ type: 't3.micro', error: 'VcpuLimitExceeded' }] },
    });
    const types = rig.realCalls
      .filter(({ action }) => action === 'RunInstances')
      .map(({ parameters }) => parameters['InstanceType']);
    expect(types).toEqual(['t3.micro', 'm5.large']);
  });

  it('a subnet that the template names is not left', async () => {
    const ids = new Rig({ cloud: quick });
    const aws = await ids.connections.open({ region: 'us-east-1' });
    const { Subnets = [] } = await aws.ec2('us-east-1').describeSubnets({}, new AbortController().signal);
    const rig = new Rig({
      cloud: { ...quick, shortages: [{ zone: 'us-east-1a' }] },
      source: `subnet_id = "${Subnets[0]?.SubnetId}"`,
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'insufficient-capacity' });
    expect(rig.calls().filter((call) => call === 'RunInstances')).toHaveLength(1);
    assertEmpty(rig.cloud);
  });

  it('spot falls through its subnets, and then to on-demand types where some are named', async () => {
    const rig = await succeeds({
      wholeSource: `${SEVERAL}${SPOT}\n${FILTER}`,
      fallbackInstanceTypes: ['t3.large', 'm5.xlarge'],
      cloud: { shortages: [{ market: 'spot' }, { type: 't3.large' }] },
    });
    const fleets = rig.realCalls.filter(({ action }) => action === 'CreateFleet');
    // The subnet of the template first, then the other two; two types each.
    expect(
      fleets.map(({ parameters }) => Object.keys(parameters).filter((key) => key.endsWith('.SubnetId')).length),
    ).toEqual([2, 4]);
    expect(launched(rig)).toMatchObject([{ type: 'm5.xlarge', market: 'on-demand' }]);
    expect(rig.logs()).toContain('info: There is no spot instance to be had: trying t3.large, m5.xlarge on demand');
    expect(rig.calls()).toContain('StopInstances');
  });

  it.each([
    ['the price is too low', { source: 'spot_price = "0.001"' }],
    ['the quota is used up', { source: SPOT, cloud: { limits: { spotInstances: 0 } } }],
  ])('spot falls to on-demand at once when %s', async (_, options) => {
    const rig = await succeeds({ ...options, fallbackInstanceTypes: ['t3.micro'] });
    expect(launched(rig)).toMatchObject([{ type: 't3.micro', market: 'on-demand' }]);
  });

  it('spot without another way is asked for again for a while, and then the build ends', async () => {
    const rig = new Rig({ cloud: { ...quick, shortages: [{ market: 'spot' }] }, source: SPOT });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'insufficient-capacity',
      message: 'EC2 has no room for the instance: spot t3.micro in us-east-1 (InsufficientInstanceCapacity)',
      hint: expect.stringContaining('fallback-instance-types'),
    });
    expect(rig.calls().filter((call) => call === 'CreateFleet').length).toBeGreaterThan(4);
    expect(rig.calls()).not.toContain('RunInstances');
    expect(rig.clock.monotonic()).toBeLessThan(200_000);
    assertEmpty(rig.cloud);
  });

  it('that comes free meanwhile, the build goes on', async () => {
    const rig: Rig = new Rig({
      cloud: {
        ...quick,
        faults: [
          {
            action: 'CreateFleet',
            call: [1, 2],
            fault: { error: 'InsufficientInstanceCapacity', message: 'There is none.', status: 500 },
          },
        ],
      },
      source: SPOT,
    });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(launched(rig)).toMatchObject([{ market: 'spot' }]);
    assertEmpty(rig.cloud);
  });

  it('all that was tried is told when nothing works', async () => {
    const rig = new Rig({
      cloud: { ...quick, shortages: [{}] },
      source: FILTER,
      fallbackInstanceTypes: ['m5.large'],
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'insufficient-capacity',
      message: expect.stringMatching(
        /^EC2 has no room for the instance: on-demand t3\.micro in subnet-\w+ \(us-east-1a\) \(InsufficientInstanceCapacity\); .*m5\.large in subnet-\w+ \(us-east-1c\)/,
      ),
    });
    assertEmpty(rig.cloud);
  });

  it('a type that can not be had for another reason is told beside the one that there is no room for', async () => {
    const rig = new Rig({
      cloud: { ...quick, shortages: [{ type: 't3.large' }] },
      wholeSource: `${SEVERAL.replace('m5.large', 'm6g.large')}${SPOT}`,
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'insufficient-capacity' });
    expect(rig.logs().join('\n')).toMatch(/The fleet can not have m6g\.large: .*architecture 'arm64'/);
    assertEmpty(rig.cloud);
  });

  it('is no reason to go on where no type fits at all', async () => {
    const rig = new Rig({
      cloud: quick,
      wholeSource: `${SEVERAL.replace('"t3.large", "m5.large"', '"m6g.large"')}${SPOT}`,
      fallbackInstanceTypes: ['m5.large'],
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'instance-type-misfit',
      message: expect.stringContaining('m6g.large is arm64'),
    });
    expect(rig.calls()).not.toContain('CreateLaunchTemplate');
    expect(rig.calls()).not.toContain('RunInstances');
    assertEmpty(rig.cloud);
  });

  it('what has nothing to do with room ends the build at once', async () => {
    const rig = new Rig({ cloud: quick, fallbackInstanceTypes: ['m5.large'], source: '' });
    rig.cloud.addFault({ action: 'RunInstances', fault: { error: 'InvalidParameterValue', message: 'Wrong.' } });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'aws-error' });
    expect(rig.calls().filter((call) => call === 'RunInstances')).toHaveLength(1);
    assertEmpty(rig.cloud);
  });
});

import { describe, expect, it } from '@jest/globals';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { MINIMUM } from './support/options.ts';
import { Rig } from './support/rig.ts';

const TYPE = 'instance_type = "t3.micro"';
const ofType = (type: string): string => MINIMUM.replace(TYPE, `instance_type = "${type}"`);

/** What an option of the build instance makes of the request: the parameters that it must and must not have. */
interface Row {
  readonly option: string;
  readonly type?: string;
  readonly has?: Readonly<Record<string, unknown>>;
  readonly lacks?: readonly RegExp[];
}

const ROWS: readonly Row[] = [
  {
    option: '',
    has: {
      InstanceType: 't3.micro',
      MinCount: '1',
      MaxCount: '1',
      EbsOptimized: 'false',
      InstanceInitiatedShutdownBehavior: 'stop',
      'CreditSpecification.CpuCredits': 'standard',
      'CapacityReservationSpecification.CapacityReservationPreference': 'none',
    },
    lacks: [
      /^Placement/,
      /^MetadataOptions/,
      /^EnclaveOptions/,
      /^License/,
      /^IamInstanceProfile/,
      /^NetworkInterface/,
    ],
  },
  { option: '', type: 't2.micro', has: { 'CreditSpecification.CpuCredits': 'standard' } },
  { option: '', type: 'm5.large', lacks: [/^CreditSpecification/] },
  { option: 'enable_unlimited_credits = true', has: { 'CreditSpecification.CpuCredits': 'unlimited' } },
  { option: 'enable_t2_unlimited = true', type: 't2.micro', has: { 'CreditSpecification.CpuCredits': 'unlimited' } },
  { option: 'ebs_optimized = true', has: { EbsOptimized: 'true' } },
  { option: 'shutdown_behavior = "terminate"', has: { InstanceInitiatedShutdownBehavior: 'terminate' } },
  { option: 'enable_nitro_enclave = true', type: 'm5.large', has: { 'EnclaveOptions.Enabled': 'true' } },
  { option: 'tenancy = "dedicated"', has: { 'Placement.Tenancy': 'dedicated' } },
  { option: 'placement {\n  tenancy = "dedicated"\n}', has: { 'Placement.Tenancy': 'dedicated' } },
  {
    option: 'placement {\n  host_id = "h-0123456789abcdef0"\n}',
    type: 'm5.large',
    has: { 'Placement.HostId': 'h-0123456789abcdef0', 'Placement.Tenancy': 'host' },
  },
  {
    option: 'placement {\n  host_resource_group_arn = "arn:aws:resource-groups:us-east-1:123456789012:group/g"\n}',
    type: 'm5.large',
    has: {
      'Placement.HostResourceGroupArn': 'arn:aws:resource-groups:us-east-1:123456789012:group/g',
      'Placement.Tenancy': 'host',
    },
  },
  {
    option: 'capacity_reservation_preference = "open"',
    has: { 'CapacityReservationSpecification.CapacityReservationPreference': 'open' },
  },
  {
    option: 'capacity_reservation_id = "cr-1"',
    has: { 'CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationId': 'cr-1' },
    lacks: [/CapacityReservationPreference/],
  },
  {
    option: 'capacity_reservation_group_arn = "arn:g"',
    has: {
      'CapacityReservationSpecification.CapacityReservationTarget.CapacityReservationResourceGroupArn': 'arn:g',
    },
    lacks: [/CapacityReservationPreference/],
  },
  {
    option: ['arn:a', 'arn:b']
      .map(
        (arn) => `license_specifications {
  license_configuration_request {
    license_configuration_arn = "${arn}"
  }
}`,
      )
      .join('\n'),
    has: {
      'LicenseSpecification.1.LicenseConfigurationArn': 'arn:a',
      'LicenseSpecification.2.LicenseConfigurationArn': 'arn:b',
    },
  },
  {
    option:
      'metadata_options {\n  http_endpoint = "disabled"\n  http_tokens = "required"\n  instance_metadata_tags = "enabled"\n}',
    has: { 'MetadataOptions.HttpEndpoint': 'disabled' },
    lacks: [/HttpTokens/, /InstanceMetadataTags/],
  },
  {
    option:
      'metadata_options {\n  http_endpoint = "enabled"\n  http_tokens = "required"\n  http_put_response_hop_limit = 3\n  instance_metadata_tags = "enabled"\n}',
    has: {
      'MetadataOptions.HttpEndpoint': 'enabled',
      'MetadataOptions.HttpTokens': 'required',
      'MetadataOptions.HttpPutResponseHopLimit': '3',
      'MetadataOptions.InstanceMetadataTags': 'enabled',
    },
  },
  {
    option: 'metadata_options {\n  http_tokens = "optional"\n}',
    has: { 'MetadataOptions.HttpTokens': 'optional' },
    lacks: [/HttpEndpoint/, /HopLimit/],
  },
  {
    option: 'no_ephemeral = true',
    has: {
      'BlockDeviceMapping.1.DeviceName': 'xvdca',
      'BlockDeviceMapping.1.NoDevice': '',
      'BlockDeviceMapping.26.DeviceName': 'xvdcz',
    },
    lacks: [/^BlockDeviceMapping\.27/],
  },
  { option: 'availability_zone = "us-east-1c"', has: { 'Placement.AvailabilityZone': 'us-east-1c' } },
  { option: 'iam_instance_profile = "bake-ami"', has: { 'IamInstanceProfile.Name': 'bake-ami' } },
  {
    option: 'associate_public_ip_address = false',
    has: {
      'NetworkInterface.1.AssociatePublicIpAddress': 'false',
      'NetworkInterface.1.DeviceIndex': '0',
      'NetworkInterface.1.DeleteOnTermination': 'true',
      'NetworkInterface.1.SubnetId': expect.stringMatching(/^subnet-/),
      'NetworkInterface.1.SecurityGroupId.1': expect.stringMatching(/^sg-/),
    },
    lacks: [/^SubnetId/, /^SecurityGroupId/],
  },
  {
    option: 'subnet_filter {\n  filters = { availability-zone = "us-east-1b" }\n}',
    has: { SubnetId: expect.stringMatching(/^subnet-/), 'Placement.AvailabilityZone': 'us-east-1b' },
  },
  {
    option: 'security_group_filter {\n  filters = { group-name = "default" }\n}',
    has: { 'SecurityGroupId.1': expect.stringMatching(/^sg-/) },
  },
  {
    option: 'run_tags = { Name = "mine", Team = "a" }\nrun_tag {\n  key = "Team"\n  value = "b"\n}',
    has: { 'TagSpecification.1.ResourceType': 'instance', 'TagSpecification.3.ResourceType': 'network-interface' },
  },
];

/** Block devices have rules of their own: what each writes becomes of its entry. */
const DEVICES: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly RegExp[]])[] = [
  [
    'volume_size = 20',
    { 'Ebs.VolumeSize': '20', 'Ebs.DeleteOnTermination': 'false' },
    [/VolumeType/, /Encrypted/, /Iops/, /NoDevice/],
  ],
  ['volume_size = 20\ndelete_on_termination = true', { 'Ebs.DeleteOnTermination': 'true' }, []],
  ['volume_size = 20\nvolume_type = "gp2"\niops = 100', { 'Ebs.VolumeType': 'gp2' }, [/Iops/]],
  [
    'volume_size = 20\nvolume_type = "gp3"\niops = 4000\nthroughput = 250',
    { 'Ebs.Iops': '4000', 'Ebs.Throughput': '250' },
    [],
  ],
  ['volume_size = 20\nvolume_type = "io1"\niops = 200', { 'Ebs.Iops': '200' }, []],
  ['volume_size = 20\nvolume_type = "io2"\niops = 200', { 'Ebs.Iops': '200' }, []],
  [
    'volume_size = 20\nencrypted = true\nkms_key_id = "alias/key"',
    { 'Ebs.Encrypted': 'true', 'Ebs.KmsKeyId': 'alias/key' },
    [],
  ],
  ['volume_size = 20\nencrypted = false', { 'Ebs.Encrypted': 'false' }, []],
  ['virtual_name = "ephemeral1"', { VirtualName: 'ephemeral1' }, [/^Ebs/]],
  ['volume_size = 20\nvirtual_name = "other"', { 'Ebs.VolumeSize': '20' }, [/VirtualName/]],
  ['no_device = true\nvolume_size = 20\nvirtual_name = "ephemeral1"', { NoDevice: '' }, [/^Ebs/, /VirtualName/]],
];

async function request(source: string, wholeSource = MINIMUM): Promise<Readonly<Record<string, string>>> {
  const rig = new Rig({ wholeSource: wholeSource + source, cloud: { delays: quickDelays } });
  const { error } = await rig.bake();
  expect(error).toBeUndefined();
  assertEmpty(rig.cloud);
  return rig.call('RunInstances');
}

describe('the request that launches the instance', () => {
  it.each(ROWS.map((row): [string, string, Row] => [row.option, row.type ?? 't3.micro', row]))(
    'with %j on a %s says so',
    async (_option, type, { option, has = {}, lacks = [] }) => {
      const parameters = await request(option, ofType(type));
      expect(parameters).toMatchObject(has);
      for (const pattern of lacks) expect(Object.keys(parameters).filter((name) => pattern.test(name))).toEqual([]);
    },
  );

  it.each(DEVICES)('with a block device of %j has it so', async (option, has, lacks) => {
    const parameters = await request(`launch_block_device_mappings {\ndevice_name = "/dev/sdf"\n${option}\n}`);
    const device = Object.fromEntries(
      Object.entries(parameters).flatMap(([name, value]) =>
        name.startsWith('BlockDeviceMapping.1.') ? [[name.slice('BlockDeviceMapping.1.'.length), value]] : [],
      ),
    );
    expect(device).toMatchObject({ DeviceName: '/dev/sdf', ...has });
    for (const pattern of lacks) expect(Object.keys(device).filter((name) => pattern.test(name))).toEqual([]);
  });

  it.each([
    ['as text', 'plain text'],
    ['as base64', Buffer.from('plain text').toString('base64')],
    ['as base64 in lines', 'cGxh\\naW4g\\ndGV4\\ndA==\\n'],
    ['as base64 in lines of which the last is not ended', 'cGxhaW4g\\ndGV4dA=='],
  ])('takes user data %s', async (_, text) => {
    const { UserData = '' } = await request(`user_data = "${text}"`);
    expect(Buffer.from(UserData, 'base64').toString()).toBe('plain text');
  });

  it('takes user data with blanks around what looks like base64 as text, as Packer does', async () => {
    const { UserData = '' } = await request('user_data = " YWJj"');
    expect(Buffer.from(UserData, 'base64').toString()).toBe(' YWJj');
  });
});

describe('a public address without a subnet', () => {
  const asks = 'associate_public_ip_address = true';

  it('takes the subnet with the most free addresses, of the zones that offer the type, asked for in one call', async () => {
    const rig = new Rig({ source: asks, cloud: { delays: quickDelays } });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    const offerings = rig.realCalls.filter(({ action }) => action === 'DescribeInstanceTypeOfferings');
    expect(offerings.map(({ parameters }) => parameters)).toMatchObject([
      { LocationType: 'availability-zone', 'Filter.1.Name': 'instance-type', 'Filter.1.Value.1': 't3.micro' },
    ]);
  });

  it('asks for all types of a spot instance at once', async () => {
    const wholeSource = MINIMUM.replace(TYPE, 'spot_instance_types = ["t3.large", "m5.large"]\nspot_price = "auto"');
    const rig = new Rig({ wholeSource: wholeSource + asks, cloud: { delays: quickDelays } });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.call('DescribeInstanceTypeOfferings')).toMatchObject({
      'Filter.1.Value.1': 't3.large',
      'Filter.1.Value.2': 'm5.large',
    });
  });

  it('is still given where the credentials may not ask which zones offer the type', async () => {
    const rig = new Rig({
      source: asks,
      cloud: { delays: quickDelays, deniedActions: ['ec2:DescribeInstanceTypeOfferings'] },
    });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.call('RunInstances')).toMatchObject({ 'NetworkInterface.1.AssociatePublicIpAddress': 'true' });
    expect(rig.logs()).toContain(
      'info: Whether a zone offers t3.micro could not be found out (ec2:DescribeInstanceTypeOfferings is not allowed): the subnet with the most free addresses is taken',
    );
  });
});

describe('the network of the template', () => {
  it.each([
    ['vpc_filter {\n  filters = { isDefault = "true" }\n}', true],
    ['vpc_filter {\n  filter {\n    name  = "cidr"\n    value = "172.31.0.0/16"\n  }\n}', true],
    ['vpc_filter {\n  filters = { cidr = "10.0.0.0/8" }\n}', false],
  ])('with %j is that VPC: %s', async (source, isFound) => {
    const rig = new Rig({ source, cloud: { delays: quickDelays } });
    const { error } = await rig.bake();
    assertEmpty(rig.cloud);
    if (isFound) expect(rig.call('CreateSecurityGroup')['VpcId']).toMatch(/^vpc-/);
    else expect(error).toMatchObject({ code: 'vpc-not-found' });
    // Packer adds this filter when it is too late.
    expect(Object.values(rig.call('DescribeVpcs'))).toContain('available');
  });

  it('is any of those that match, in the zone of the template, where it may be chosen at random', async () => {
    const source = `availability_zone = "us-east-1b"\nsubnet_filter {\n  filters = { default-for-az = "true" }\n  random  = true\n}`;
    expect(await request(source)).toMatchObject({
      SubnetId: expect.stringMatching(/^subnet-/),
      'Placement.AvailabilityZone': 'us-east-1b',
    });
  });

  it('has the groups of the template, all of them', async () => {
    const groups = new Rig({ cloud: { delays: quickDelays } });
    const ec2 = (await groups.connections.open({ region: 'us-east-1' })).ec2('us-east-1');
    const { SecurityGroups = [] } = await ec2.describeSecurityGroups({}, new AbortController().signal);
    const id = SecurityGroups[0]?.GroupId ?? '';
    for (const source of [`security_group_id = "${id}"`, `security_group_ids = ["${id}"]`]) {
      const parameters = await request(source);
      expect(parameters['SecurityGroupId.1']).toBe(id);
      expect(parameters).not.toHaveProperty('SecurityGroupId.2');
    }
  });
});

describe('disable_stop_instance', () => {
  it('leaves the stop to the machine and waits for it', async () => {
    const rig: Rig = new Rig({
      source: 'disable_stop_instance = true',
      cloud: { delays: quickDelays },
      provision: async (_communicator, generated) => {
        // What Sysprep does at the end.
        const ec2 = (await rig.connections.open({ region: 'us-east-1' })).ec2('us-east-1');
        await rig.clock.sleep(2_000);
        await ec2.stopInstances({ InstanceIds: [generated['ID'] as string] }, new AbortController().signal);
      },
    });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.calls().filter((call) => call === 'StopInstances')).toHaveLength(1);
    expect(await rig.ownImages()).toHaveLength(1);
    assertEmpty(rig.cloud);
  });
});

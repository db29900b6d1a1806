import type { Route } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { Site } from '../../../src/builders/amazon-ebs/site.ts';
import { checkRoute } from '../../../src/builders/amazon-ebs/steps/check-route.ts';
import type { Network } from '../../../src/builders/amazon-ebs/steps/choose-network.ts';
import type { BakeEvent } from '../../../src/kernel/events.ts';
import { type LocalCloudOptions, quickDelays } from '../../../src/local-cloud/options.ts';
import { decode, MINIMUM } from './support/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const FILTER = `subnet_filter {
  filters   = { default-for-az = "true" }
  most_free = true
}`;
const NO_CHANGE = /^(Describe|Get)/;

function rigWith(cloud: Partial<LocalCloudOptions>, options: RigOptions = {}): Rig {
  return new Rig({ source: FILTER, ...options, cloud: { delays: quickDelays, ...cloud } });
}

async function zoneOf(rig: Rig): Promise<string | undefined> {
  const { error } = await rig.bake();
  expect(error).toBeUndefined();
  return rig.call('RunInstances')['Placement.AvailabilityZone'];
}

describe('the zone of a subnet', () => {
  it('must offer the instance type, which is found out before anything is made', async () => {
    const zones = ['a', 'b', 'c'].map((letter) => ({ zone: `us-east-1${letter}`, error: 'Unsupported' as const }));
    const rig = rigWith(
      { shortages: zones.slice(1).map((zone) => ({ ...zone, type: 't3.micro' })) },
      { source: 'availability_zone = "us-east-1b"' },
    );
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'instance-type-not-in-zone',
      message: 'The instance type t3.micro is not offered in us-east-1b',
      hint: 'Take a subnet or availability_zone in us-east-1a, or another instance_type.',
    });
    expect(rig.calls().filter((call) => !NO_CHANGE.test(call))).toEqual([]);
  });

  it('is one that offers it, where several subnets match', async () => {
    expect(await zoneOf(rigWith({}))).toBe('us-east-1a');
    const shortages = [{ zone: 'us-east-1a', type: 't3.micro', error: 'Unsupported' as const }];
    const rig = rigWith({ shortages });
    expect(await zoneOf(rig)).toBe('us-east-1b');
    expect(rig.calls().filter((call) => call === 'RunInstances')).toHaveLength(1);
  });

  it('may offer only the type to fall back to', async () => {
    const shortages = [{ zone: 'us-east-1b', type: 't3.micro', error: 'Unsupported' as const }];
    const options = { source: 'availability_zone = "us-east-1b"', fallbackInstanceTypes: ['m5.large'] };
    expect(await zoneOf(rigWith({ shortages }, options))).toBe('us-east-1b');
  });

  it('is not asked about where EC2 chooses it, nor missed where that may not be asked', async () => {
    const plain = rigWith({}, { source: '' });
    await plain.bake();
    expect(plain.calls()).not.toContain('DescribeInstanceTypeOfferings');
    const denied = rigWith({ deniedActions: ['ec2:DescribeInstanceTypeOfferings'] });
    expect(await zoneOf(denied)).toBe('us-east-1a');
    expect(denied.logs().filter((line) => line.includes('DescribeInstanceTypeOfferings'))).toEqual([]);
  });
});

describe('the way to a public address', () => {
  it.each([
    ['no route', 'none', 'has no route to 0.0.0.0/0'],
    ['a NAT gateway only', 'nat-gateway', 'leads 0.0.0.0/0 to nat-'],
  ] as const)('ends a build whose subnet has %s', async (_, defaultRoute, why) => {
    const rig = rigWith({ defaultRoute });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'subnet-not-public',
      message: expect.stringMatching(new RegExp(`^The subnet subnet-\\w+ has no way to an internet gateway, .*${why}`)),
      hint: expect.stringContaining('ssh_interface = "private_ip"'),
    });
    expect(rig.calls().filter((call) => !NO_CHANGE.test(call))).toEqual([]);
  });

  it.each<readonly [string, RigOptions]>([
    ['the private address is wanted', { source: `${FILTER}\nssh_interface = "private_ip"` }],
    ['there is no public address', { source: `${FILTER}\nassociate_public_ip_address = false` }],
    ['a jump host is gone through', { source: `${FILTER}\nssh_bastion_host = "jump.example"` }],
    ['nobody connects', { connector: { type: 'none' } }],
    ['the host is given', { connector: { fixedHost: '192.0.2.7' } }],
    ['EC2 chooses the subnet', { source: '' }],
  ])('does not matter where %s', async (_, options) => {
    const rig = rigWith({ defaultRoute: 'none' }, options);
    expect((await rig.bake()).error).toBeUndefined();
    expect(rig.calls()).not.toContain('DescribeRouteTables');
  });

  it('is not missed where it may not be asked', async () => {
    const rig = rigWith({ defaultRoute: 'none', deniedActions: ['ec2:DescribeRouteTables'] });
    expect((await rig.bake()).error).toBeUndefined();
  });

  const LOCAL: Route = { DestinationCidrBlock: '172.31.0.0/16', GatewayId: 'local' };
  const INTERNET: Route = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' };
  const to = (route: Partial<Route>): Route => ({ ...INTERNET, GatewayId: undefined, ...route });

  it.each<readonly [string, Route, 'fine' | 'a warning' | 'an error']>([
    ['an internet gateway', INTERNET, 'fine'],
    [
      'an internet gateway for the networks of an office',
      { ...INTERNET, DestinationCidrBlock: '198.51.0.0/16' },
      'fine',
    ],
    ['the endpoint of a firewall', to({ GatewayId: 'vpce-1' }), 'fine'],
    ['a gateway of a Wavelength zone', to({ CarrierGatewayId: 'cagw-1' }), 'fine'],
    ['a transit gateway', to({ TransitGatewayId: 'tgw-1' }), 'a warning'],
    ['an appliance', to({ NetworkInterfaceId: 'eni-1' }), 'a warning'],
    ['an endpoint of S3', { DestinationPrefixListId: 'pl-1', GatewayId: 'vpce-1', State: 'active' }, 'an error'],
    ['a gateway that is gone', { ...INTERNET, State: 'blackhole' }, 'an error'],
    ['an egress-only gateway', to({ EgressOnlyInternetGatewayId: 'eigw-1' }), 'an error'],
  ])('through %s is %s', async (_, route, expected) => {
    const events: BakeEvent[] = [];
    const tables = [
      { RouteTableId: 'rtb-main', Routes: [LOCAL], Associations: [{ Main: true }] },
      { RouteTableId: 'rtb-1', Routes: [LOCAL, route], Associations: [{ SubnetId: 'subnet-1' }] },
    ];
    const { decoded } = decode(MINIMUM);
    const site = {
      options: decoded.options,
      given: () => false,
      connector: { type: 'ssh', fixedHost: undefined },
      ec2: { describeRouteTables: async () => ({ RouteTables: tables }) },
      context: { signal: new AbortController().signal, build: 'app', emit: (event: BakeEvent) => events.push(event) },
    } as unknown as Site;
    const network = { subnetId: 'subnet-1', vpcId: 'vpc-1', isPublic: true } as Network;
    const outcome = await checkRoute(site, network).then(
      () => (events.length > 0 ? 'a warning' : 'fine'),
      () => 'an error',
    );
    expect(outcome).toBe(expected);
  });
});

import type { Instance } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { Ec2Api } from '../../../src/aws/api.ts';
import { isWithin } from '../../../src/builders/amazon-ebs/diagnosis/cidr.ts';
import { consoleTail } from '../../../src/builders/amazon-ebs/diagnosis/console-tail.ts';
import { instanceState } from '../../../src/builders/amazon-ebs/diagnosis/instance-state.ts';
import { login } from '../../../src/builders/amazon-ebs/diagnosis/login.ts';
import { networkAcl } from '../../../src/builders/amazon-ebs/diagnosis/network-acl.ts';
import { publicAddress } from '../../../src/builders/amazon-ebs/diagnosis/public-address.ts';
import type { Facts } from '../../../src/builders/amazon-ebs/diagnosis/question.ts';
import { route } from '../../../src/builders/amazon-ebs/diagnosis/route.ts';
import { securityGroups } from '../../../src/builders/amazon-ebs/diagnosis/security-groups.ts';
import { silentPort } from '../../../src/builders/amazon-ebs/diagnosis/silent-port.ts';
import type { Bake } from '../../../src/builders/amazon-ebs/site.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { Rig, type RigOptions } from './support/rig.ts';

const $metadata = {};

interface Given extends Partial<Omit<Facts, 'bake' | 'error' | 'instance'>> {
  readonly ec2?: Partial<Ec2Api>;
  readonly instance?: Instance;
  readonly code?: string;
  readonly username?: string;
  readonly sourceName?: string;
}

/** A machine on the internet that did not answer in time, and what is otherwise about it. */
function facts(given: Given = {}): Facts {
  const { ec2 = {}, code = 'ssh-timeout', username = 'ubuntu', sourceName = 'ubuntu/images/jammy', ...rest } = given;
  const bake: Partial<Bake> = {
    ec2: ec2 as Ec2Api,
    connector: { port: 22, username } as Bake['connector'],
    data: { SourceAMIName: sourceName },
  };
  return {
    bake: bake as Bake,
    instanceId: 'i-1',
    instance: {
      InstanceId: 'i-1',
      State: { Name: 'running' },
      SubnetId: 'subnet-1',
      VpcId: 'vpc-1',
      PublicIpAddress: '203.0.113.9',
      SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'web' }],
    },
    address: '203.0.113.9',
    isPublic: true,
    from: ['198.51.100.4'],
    signal: new AbortController().signal,
    ...rest,
    error: new BakeError('Cannot connect', { code, category: 'connection' }),
  };
}

describe('networks', () => {
  it.each([
    ['10.1.2.3', '10.0.0.0/8', true],
    ['11.1.2.3', '10.0.0.0/8', false],
    ['203.0.113.9', '0.0.0.0/0', true],
    ['2001:db8::1', '2001:db8::/32', true],
    ['2001:db8::1', '0.0.0.0/0', false],
    ['10.1.2.3', 'no network', false],
    ['10.1.2.3', '10.0.0.0/64', false],
    ['name.example', '0.0.0.0/0', false],
  ])('%s in %s: %s', (address, cidr, expected) => {
    expect(isWithin(address, cidr)).toBe(expected);
  });
});

describe('whether the instance is still there', () => {
  it('is answered with its state and the reason', () => {
    const gone: Instance = {
      State: { Name: 'terminated' },
      StateReason: { Code: 'Client.InternalError', Message: 'Client.InternalError: Client error on launch' },
    };
    expect(instanceState(facts({ instance: gone }))).toEqual({
      what: 'The instance i-1 is terminated: Client.InternalError: Client error on launch',
      remedy: expect.stringContaining('KMS key'),
    });
    expect(instanceState(facts())).toBeUndefined();
  });
});

describe('whether the address can be reached', () => {
  it('is doubted for a private address from a machine without one in that range', async () => {
    const here = { isPublic: false, address: '10.0.1.5', from: ['192.168.0.2'] };
    expect(await publicAddress(facts({ ...here, instance: {} }))).toEqual({
      what: expect.stringContaining('has no network in common with, and it has no public address'),
      remedy: expect.stringContaining('associate_public_ip_address = true'),
    });
    expect(await publicAddress(facts(here))).toMatchObject({ remedy: expect.stringContaining('Remove ssh_interface') });
    expect(await publicAddress(facts({ ...here, from: ['10.9.9.9'] }))).toBeUndefined();
    expect(await publicAddress(facts())).toBeUndefined();
    expect(await publicAddress(facts({ ...here, code: 'ssh-login-refused' }))).toBeUndefined();
  });
});

describe('whether there is a route', () => {
  const tables = (own: object[], main: object[] = []): Partial<Ec2Api> => ({
    describeRouteTables: async () => ({
      $metadata,
      RouteTables: [
        ...main.map((each) => ({ ...each, Associations: [{ Main: true }] })),
        ...own.map((each) => ({ ...each, Associations: [{ Main: false, SubnetId: 'subnet-1' }] })),
      ],
    }),
  });
  const table = (...Routes: object[]) => [{ RouteTableId: 'rtb-1', Routes }];
  const internet = { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1', State: 'active' };

  it.each([
    ['has none to 0.0.0.0/0', table(), 'has no route to 0.0.0.0/0'],
    [
      'has a NAT gateway only',
      table({ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: 'nat-1' }),
      'leads 0.0.0.0/0 to nat-1, which lets nobody in',
    ],
    [
      'leads nowhere',
      table({ ...internet, State: 'blackhole' }),
      'leads 0.0.0.0/0 to igw-1 that does not exist any more',
    ],
  ])('is denied for a subnet whose table %s', async (_, own, why) => {
    expect(await route(facts({ ec2: tables(own) }))).toMatchObject({
      what: `The subnet subnet-1 is not public: its route table rtb-1 ${why}`,
    });
  });

  it('looks at the main table where the subnet has none of its own', async () => {
    expect(await route(facts({ ec2: tables([], table(internet)) }))).toBeUndefined();
    expect(await route(facts({ ec2: tables([], table()) }))).toBeDefined();
  });

  it('does not matter for private addresses, nor where the server was reached', async () => {
    expect(await route(facts({ ec2: tables(table()), isPublic: false }))).toBeUndefined();
    expect(await route(facts({ ec2: tables(table()), code: 'host-key-not-proven' }))).toBeUndefined();
  });
});

describe('whether a security group lets this machine in', () => {
  const group = (...IpPermissions: object[]): Partial<Ec2Api> => ({
    describeSecurityGroups: async () => ({
      $metadata,
      SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'web', IpPermissions }],
    }),
  });
  const ssh = (...cidrs: string[]) => ({
    IpProtocol: 'tcp',
    FromPort: 22,
    ToPort: 22,
    IpRanges: cidrs.map((CidrIp) => ({ CidrIp })),
  });

  it('names whom it lets in instead', async () => {
    expect(await securityGroups(facts({ ec2: group(ssh('192.0.2.0/24')) }))).toMatchObject({
      what: 'The security group sg-1 (web) lets only 192.0.2.0/24 in on port 22, and this machine comes from 198.51.100.4',
    });
    expect(
      await securityGroups(facts({ ec2: group({ ...ssh('0.0.0.0/0'), FromPort: 443, ToPort: 443 }) })),
    ).toMatchObject({
      what: expect.stringContaining('lets nobody in on port 22'),
    });
  });

  it.each([
    ['this machine', ssh('198.51.100.4/32')],
    ['everybody, with every protocol', { IpProtocol: '-1', IpRanges: [{ CidrIp: '0.0.0.0/0' }] }],
    ['members of a group, which nobody can judge here', { ...ssh(), UserIdGroupPairs: [{ GroupId: 'sg-2' }] }],
  ])('is fine with a rule for %s', async (_, permission) => {
    expect(await securityGroups(facts({ ec2: group(permission) }))).toBeUndefined();
  });
});

describe('whether the network ACL lets this machine in', () => {
  const acl = (...Entries: object[]): Partial<Ec2Api> => ({
    describeNetworkAcls: async () => ({ $metadata, NetworkAcls: [{ NetworkAclId: 'acl-1', Entries }] }),
  });
  const rule = (RuleNumber: number, RuleAction: string, Egress: boolean, more: object = {}) => ({
    RuleNumber,
    RuleAction,
    Egress,
    Protocol: '-1',
    CidrBlock: '0.0.0.0/0',
    ...more,
  });

  it('goes by the first rule that matches', async () => {
    const open = [rule(100, 'allow', false), rule(100, 'allow', true)];
    expect(await networkAcl(facts({ ec2: acl(...open) }))).toBeUndefined();
    const blocked = rule(50, 'deny', false, { CidrBlock: '198.51.100.0/24' });
    expect(await networkAcl(facts({ ec2: acl(...open, blocked) }))).toMatchObject({
      what: 'The network ACL acl-1 of the subnet subnet-1 lets 198.51.100.4 not in on port 22',
    });
    const later = rule(200, 'deny', false, { CidrBlock: '198.51.100.0/24' });
    expect(await networkAcl(facts({ ec2: acl(...open, later) }))).toBeUndefined();
  });

  it('also asks for the way back', async () => {
    const wellKnown = rule(100, 'allow', true, { Protocol: '6', PortRange: { From: 443, To: 443 } });
    expect(await networkAcl(facts({ ec2: acl(rule(100, 'allow', false), wellKnown) }))).toMatchObject({
      what: expect.stringContaining('lets no answers out'),
    });
  });
});

describe('whether it is the wrong user', () => {
  it.each([
    ['al2023-ami-2023.1-x86_64', 'ubuntu', 'ec2-user'],
    ['debian-12-amd64-20240101', 'ubuntu', 'admin'],
    ['ubuntu/images/hvm-ssd/ubuntu-noble', 'root', 'ubuntu'],
  ])('for %s and %s says: %s', (sourceName, username, usual) => {
    expect(login(facts({ code: 'ssh-login-refused', sourceName, username }))).toEqual({
      what: `Images like ${sourceName} usually let the user "${usual}" log in, and ssh_username is "${username}"`,
      remedy: `Set ssh_username = "${usual}".`,
    });
  });

  it('is not asked where the user is the usual one, the image unknown, or nobody refused a login', () => {
    expect(login(facts({ code: 'ssh-login-refused' }))).toBeUndefined();
    expect(login(facts({ code: 'ssh-login-refused', sourceName: 'our-base-7', username: 'x' }))).toBeUndefined();
    expect(login(facts({ username: 'root' }))).toBeUndefined();
  });
});

describe('whether the port is silent', () => {
  it('follows from what was seen there', () => {
    expect(silentPort(facts({ code: 'ssh-silent' }))).toMatchObject({
      what: 'Port 22 of 203.0.113.9 accepts connections, and no SSH server answers there',
    });
    expect(silentPort(facts())).toBeUndefined();
  });
});

describe('the end of the console output', () => {
  const console = (text: string, latest = true): Partial<Ec2Api> => ({
    getConsoleOutput: async (input) => {
      if (input.Latest === true && !latest) {
        throw Object.assign(new Error('not supported'), { name: 'UnsupportedOperation' });
      }
      return { $metadata, Output: Buffer.from(text).toString('base64') };
    },
  });

  it('is twenty lines, none of which can do harm', async () => {
    const boot = Array.from({ length: 40 }, (_, index) => `line ${index}`).join('\r\n');
    const hostile = `\u001b[2J\u001b]0;title\u0007gotcha${'x'.repeat(500)}\n\n`;
    const lines = await consoleTail(facts({ ec2: console(`${boot}\n${hostile}`) }));
    expect(lines).toHaveLength(20);
    expect(lines[0]).toBe('line 21');
    expect(lines.at(-1)).toBe(`gotcha${'x'.repeat(194)}`);
  });

  it('is the older one where the instance does not show the latest', async () => {
    expect(await consoleTail(facts({ ec2: console('Welcome', false) }))).toEqual(['Welcome']);
  });
});

describe('a build that can not connect', () => {
  const unreachable: RigOptions['connector'] = {
    connect: async (target, signal) => {
      await target.address(signal);
      throw new BakeError('Cannot connect to i-1 by SSH within 5 minutes', {
        code: 'ssh-timeout',
        category: 'connection',
        hint: 'Check that this machine can reach that address.',
      });
    },
  };

  it('says that the group does not let this machine in, shows the console, and leaves nothing', async () => {
    const rig = new Rig({
      cloud: { delays: quickDelays },
      connector: unreachable,
      source: 'temporary_security_group_source_cidrs = ["192.0.2.0/24"]',
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'ssh-timeout',
      category: 'connection',
      message: expect.stringMatching(
        /^Cannot connect to i-1 by SSH within 5 minutes\. The security group sg-\w+ \(packer_[\w-]+\) lets only 192\.0\.2\.0\/24 in on port 22, and this machine comes from 198\.51\.100\.4$/,
      ),
      hint: expect.stringMatching(/^Add a rule for this machine/),
    });
    expect(rig.calls()).toEqual(
      expect.arrayContaining(['DescribeRouteTables', 'DescribeNetworkAcls', 'GetConsoleOutput']),
    );
    assertEmpty(rig.cloud);
  });

  it('is told the same as ever, and without a word about it, where nothing of that may be asked', async () => {
    const rig = new Rig({
      cloud: {
        delays: quickDelays,
        deniedActions: ['ec2:DescribeRouteTables', 'ec2:DescribeNetworkAcls', 'ec2:GetConsoleOutput'],
      },
      connector: unreachable,
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      message: 'Cannot connect to i-1 by SSH within 5 minutes',
      hint: 'Check that this machine can reach that address.',
    });
    expect(rig.logs().filter((line) => /RouteTables|NetworkAcls|Console/.test(line))).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('does not wait for answers that do not come', async () => {
    const rig = new Rig({
      cloud: { delays: quickDelays, faults: [{ action: 'DescribeNetworkAcls', fault: 'hang' }] },
      connector: unreachable,
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'ssh-timeout' });
    assertEmpty(rig.cloud);
  });

  it('asks nothing when it connects', async () => {
    const rig = new Rig({ cloud: { delays: quickDelays } });
    await rig.bake();
    expect(rig.calls()).not.toContain('DescribeRouteTables');
    expect(rig.calls()).not.toContain('GetConsoleOutput');
  });
});

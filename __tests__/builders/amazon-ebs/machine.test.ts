import { describe, expect, it } from '@jest/globals';
import type { Connector } from '../../../src/engine/ports.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { assertEmpty } from '../../../src/local-cloud/cloud.ts';
import { quickDelays } from '../../../src/local-cloud/options.ts';
import { connectorFor } from '../../communicators/ssh/machine.ts';
import { MINIMUM } from './support/options.ts';
import { PUBLIC_KEY, Rig } from './support/rig.ts';

const quick = { delays: quickDelays };

/** The blocks that the temporary security group lets in. */
function admitted(rig: Rig): string[] {
  return Object.entries(rig.call('AuthorizeSecurityGroupIngress'))
    .filter(([name]) => /CidrIp(v6)?$/.test(name))
    .map(([, value]) => value);
}

/** What stands between the type and the comment of a connector's public key. */
function keyOf({ login }: Connector): string {
  return login.kind === 'temporary-key' ? (login.publicKey.split(' ')[1] ?? '') : '';
}

function userData(rig: Rig): string {
  return Buffer.from(rig.call('RunInstances')['UserData'] ?? '', 'base64').toString();
}

describe('the temporary security group', () => {
  it('lets in the public address of this machine and its private ones, and only to the port of the communicator', async () => {
    const rig = new Rig({ cloud: quick, connector: { port: 2222 } });
    await rig.bake();
    expect(admitted(rig)).toEqual(['198.51.100.4/32', '10.1.2.3/32']);
    expect(rig.call('AuthorizeSecurityGroupIngress')).toMatchObject({
      'IpPermissions.1.IpProtocol': 'tcp',
      'IpPermissions.1.FromPort': '2222',
      'IpPermissions.1.ToPort': '2222',
    });
  });

  it('lets in what the template says, and nothing else', async () => {
    const rig = new Rig({
      cloud: quick,
      source: 'temporary_security_group_source_cidrs = ["0.0.0.0/0", "2001:db8::/32"]',
    });
    await rig.bake();
    expect(admitted(rig)).toEqual(['0.0.0.0/0', '2001:db8::/32']);
  });

  it('lets in only this computer when the cloud runs on it', async () => {
    const rig = new Rig({ cloud: quick, environment: { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566' } });
    await rig.bake();
    expect(admitted(rig)).toEqual(['127.0.0.0/8']);
  });

  it.each([
    ['the jump host (ssh_bastion_host)', { source: 'ssh_bastion_host = "jump.example.com"' }],
    ['what listens at 192.0.2.1 (ssh_host)', { connector: { fixedHost: '192.0.2.1' } }],
  ])('lets in private networks when %s connects, and says how to let fewer in', async (who, options) => {
    const rig = new Rig({ cloud: quick, ...options });
    await rig.bake();
    expect(admitted(rig)).toEqual([
      '198.51.100.4/32',
      '10.0.0.0/8',
      '172.16.0.0/12',
      '192.168.0.0/16',
      '100.64.0.0/10',
    ]);
    expect(rig.logs()).toContain(
      `info: The address that ${who} connects from is not known here, so all private ones may reach the instance (10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10): to let fewer in, write temporary_security_group_source_cidrs`,
    );
  });

  it.each([
    ['ssh_interface = "private_ip"'],
    ['ssh_interface = "private_dns"'],
    ['associate_public_ip_address = false'],
  ])("lets in this machine's own addresses, not whole networks, with %s", async (source) => {
    const rig = new Rig({ cloud: quick, source, localAddresses: ['10.1.2.3', 'fe80::1', '172.17.0.1'] });
    await rig.bake();
    expect(admitted(rig)).toEqual(['198.51.100.4/32', '10.1.2.3/32', '172.17.0.1/32']);
    expect(rig.logs()).toContain(
      "info: Only this machine's own addresses may reach the instance (198.51.100.4/32, 10.1.2.3/32, 172.17.0.1/32): where others take their place on the way (a container's host, a NAT gateway), write temporary_security_group_source_cidrs",
    );
  });

  it.each(['', 'ssh_interface = "private_ip"', 'ssh_bastion_host = "jump.example.com"'])(
    'lets in only the public address where the template says so, also with %j',
    async (more) => {
      const rig = new Rig({ cloud: quick, source: `temporary_security_group_source_public_ip = true\n${more}` });
      const { error } = await rig.bake();
      expect(error).toBeUndefined();
      expect(admitted(rig)).toEqual(['198.51.100.4/32']);
    },
  );

  it('is not opened for others when only the public address may come in, and that is not known', async () => {
    const rig = new Rig({
      cloud: quick,
      source: 'temporary_security_group_source_public_ip = true',
      publicAddress: () => Promise.reject(new Error('no way out')),
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'source-address-unknown',
      message:
        'temporary_security_group_source_public_ip lets only the public address of this machine in, which could not be found out (no way out)',
    });
    expect(rig.calls()).not.toContain('AuthorizeSecurityGroupIngress');
    assertEmpty(rig.cloud);
  });

  it('does without the public address where it can not be found out, and says what to do', async () => {
    const rig = new Rig({ cloud: quick, publicAddress: () => new Promise(() => undefined) });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(admitted(rig)).toEqual(['10.1.2.3/32']);
    expect(rig.logs()).toContain(
      'warning: The public address of this machine could not be found out (no answer within 5 seconds), so only private ones may reach the instance; if connecting fails, write temporary_security_group_source_cidrs',
    );
  });

  it('is not made where the template names groups', async () => {
    const rig = new Rig({ cloud: quick, source: 'security_group_filter {\n  filters = { group-name = "default" }\n}' });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.calls()).not.toContain('CreateSecurityGroup');
    expect(rig.call('RunInstances')['SecurityGroupId.1']).toMatch(/^sg-/);
    assertEmpty(rig.cloud);
  });
});

describe('the key pair', () => {
  it('is made by us: EC2 gets the public half only', async () => {
    const rig = new Rig({ cloud: quick });
    await rig.bake();
    const { PublicKeyMaterial = '', KeyName } = rig.call('ImportKeyPair');
    expect(Buffer.from(PublicKeyMaterial, 'base64').toString()).toBe(PUBLIC_KEY);
    expect(rig.call('RunInstances')['KeyName']).toBe(KeyName);
    expect(KeyName).toMatch(/^packer_/);
  });

  it('is made by EC2 where the credentials may not import one, and said so', async () => {
    const rig = new Rig({ cloud: { ...quick, deniedActions: ['ec2:ImportKeyPair'] } });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.call('CreateKeyPair')['KeyType']).toBe('ed25519');
    expect(rig.adopted[0]).toMatch(/^-----BEGIN .*PRIVATE KEY-----/);
    expect(rig.logs()).toContain(
      'info: The credentials may not import a key (ec2:ImportKeyPair), so EC2 makes the temporary one',
    );
    assertEmpty(rig.cloud);
  });

  it.each(['ed25519', 'rsa'] as const)(
    'of EC2, an %s one, is the one that is cleared from the machine',
    async (type) => {
      let atEc2: string | undefined;
      const keysOf = await connectorFor({ temporary_key_pair_type: type });
      const ours = keyOf(keysOf);
      const rig: Rig = new Rig({
        cloud: { ...quick, deniedActions: ['ec2:ImportKeyPair'] },
        keysOf,
        provision: async () => {
          const ec2 = (await rig.connections.open({ region: 'us-east-1' })).ec2('us-east-1');
          const { KeyPairs } = await ec2.describeKeyPairs({ IncludePublicKey: true }, new AbortController().signal);
          atEc2 = KeyPairs?.[0]?.PublicKey?.split(' ')[1];
        },
      });
      const { error } = await rig.bake();
      expect(error).toBeUndefined();
      expect(atEc2).toMatch(/^AAAA/);
      expect(keysOf.login).toMatchObject({ kind: 'temporary-key', keyType: type });
      expect(keyOf(keysOf)).toBe(atEc2);
      const [clearing] = rig.communicator.calls;
      expect(clearing).toContain(`grep -qF ${atEc2} `);
      expect(clearing).not.toContain(ours);
    },
  );

  it('is none where the template brings its own way to log in', async () => {
    const rig = new Rig({ cloud: quick, connector: { login: { kind: 'given' } } });
    await rig.bake();
    expect(rig.call('RunInstances')).not.toHaveProperty('KeyName');
    expect(rig.communicator.calls).toEqual(['close']);
  });

  it('must be there where the template names it, which is found out before anything is made', async () => {
    const source = 'ssh_keypair_name = "mine"\nssh_agent_auth = true';
    const connector = { login: { kind: 'given' } } as const;
    const rig = new Rig({ cloud: quick, source, connector });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'key-pair-not-found', message: 'There is no key pair "mine" in us-east-1' });
    expect(rig.calls()).not.toContain('CreateSecurityGroup us-east-1');

    const denied = new Rig({ cloud: { ...quick, deniedActions: ['ec2:DescribeKeyPairs'] }, source, connector });
    await denied.bake();
    expect(denied.logs()).toContainEqual(
      expect.stringContaining('Whether the key pair mine exists could not be checked'),
    );
  });

  it('must have its private half here: a name alone is refused before anything is made', async () => {
    const rig = new Rig({ cloud: quick, source: 'ssh_keypair_name = "mine"' });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'private-key-missing',
      message: 'The private key of the key pair "mine" is not known',
    });
    expect(rig.calls()).toEqual([]);
  });
});

describe('user data', () => {
  it('plants the host key', async () => {
    const rig = new Rig({ cloud: quick });
    await rig.bake();
    expect(userData(rig)).toBe('#cloud-config\nssh_keys: {}\n');
  });

  it('plants it beside the user data of the template', async () => {
    const rig = new Rig({ cloud: quick, source: 'user_data = "#!/bin/sh\\necho hello"' });
    await rig.bake();
    expect(userData(rig)).toContain(Buffer.from('#!/bin/sh\necho hello').toString('base64'));
    expect(userData(rig)).toContain(
      'Content-Type: text/cloud-config; charset="utf-8"\n\n#cloud-config\nssh_keys: {}\n',
    );
  });

  it('stays as it is where nothing can be added, and said so', async () => {
    const rig = new Rig({ cloud: quick, source: 'user_data = "<powershell>hi</powershell>"' });
    await rig.bake();
    expect(userData(rig)).toBe('<powershell>hi</powershell>');
    expect(rig.pinsFirstHostKey).toBe(true);
    expect(rig.logs()).toContain(
      'info: No SSH host key is planted, because the user data is for Windows: the first key that it shows is pinned',
    );
  });
});

describe('the user data of a Windows image', () => {
  const wholeSource = MINIMUM.replace(/ubuntu\/images\S+"/, 'Windows_Server-2022-English-Full-Base-*"').replace(
    '099720109477',
    '801119661308',
  );

  it.each([
    ['', ''],
    ['user_data = "#!/bin/sh"', '#!/bin/sh'],
  ])('is left alone, and the first host key pinned, with %j', async (source, expected) => {
    const rig = new Rig({ cloud: quick, wholeSource: `${wholeSource}\n${source}` });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(userData(rig)).toBe(expected);
    expect(rig.pinsFirstHostKey).toBe(true);
    expect(rig.logs()).toContain(
      'info: No SSH host key is planted, because the image is Windows: the first key that it shows is pinned',
    );
  });
});

describe('the address of the machine', () => {
  it.each([
    ['', /^(?!10\.|172\.)/],
    ['ssh_interface = "private_ip"', /^172\.31\./],
    ['ssh_interface = "private_dns"', /^ip-172-31-.*\.internal$/],
  ])('is chosen by %j', async (source, expected) => {
    const rig = new Rig({ cloud: quick, source });
    await rig.bake();
    const address = await rig.targets[0]?.address(new AbortController().signal);
    expect(address?.host).toMatch(expected);
  });

  it('is the IPv6 one where that is asked for, and who may reach it comes by IPv6 too', async () => {
    const rig = new Rig({
      cloud: { ...quick, ipv6: true },
      source: 'ssh_interface = "ipv6"',
      localAddresses: ['10.1.2.3', '2001:db8:ffff::7', 'fe80::1'],
    });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    const address = await rig.targets[0]?.address(new AbortController().signal);
    expect(address?.host).toMatch(/^2001:db8:0:1::[0-9a-f]{4}$/);
    expect(admitted(rig)).toEqual(['2001:db8:ffff::7/128']);
    assertEmpty(rig.cloud);
  });

  it('is missed where the subnet gives none of IPv6', async () => {
    const rig = new Rig({ cloud: quick, source: 'ssh_interface = "ipv6"', localAddresses: ['2001:db8:ffff::7'] });
    const { error } = await rig.bake();
    expect(error).toMatchObject({ code: 'no-address' });
    assertEmpty(rig.cloud);
  });

  it('is the private one of a machine that has no other', async () => {
    const rig = new Rig({ cloud: quick, source: 'associate_public_ip_address = false' });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.call('RunInstances')).toMatchObject({
      'NetworkInterface.1.AssociatePublicIpAddress': 'false',
      'NetworkInterface.1.SubnetId': expect.stringMatching(/^subnet-/),
    });
    expect(rig.logs()).toContainEqual(
      expect.stringMatching(/^info: The instance i-\w+ has no public address: connecting to 172\.31\./),
    );
    expect(admitted(rig)).toContain('10.1.2.3/32');
  });

  it('is missed with a remedy', async () => {
    const rig = new Rig({
      cloud: quick,
      source: 'associate_public_ip_address = false\nssh_interface = "public_ip"',
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'no-address',
      message: expect.stringMatching(/^The instance i-\w+ runs and has no public_ip$/),
      hint: expect.stringContaining('associate_public_ip_address = true'),
    });
    assertEmpty(rig.cloud);
  });

  it('is not asked for when the template fixes the host', async () => {
    const rig = new Rig({ cloud: quick, connector: { fixedHost: '192.0.2.1' } });
    await rig.bake();
    expect(await rig.targets[0]?.address(new AbortController().signal)).toEqual({ host: '192.0.2.1' });
  });
});

describe('the console as proof of the host key', () => {
  it('is closed once it may not be read', async () => {
    const rig = new Rig({ cloud: { ...quick, deniedActions: ['ec2:GetConsoleOutput'] } });
    await rig.bake();
    const [target] = rig.targets;
    expect(await target?.provenHostKeys?.(new AbortController().signal)).toEqual([]);
    expect(target?.provenHostKeys).toBeUndefined();
    expect(rig.logs()).toContain(
      'info: The console output can not prove the host key: ec2:GetConsoleOutput is not allowed',
    );
  });
});

describe('the instance', () => {
  it('is launched with what the template says and nothing more', async () => {
    const rig = new Rig({ cloud: quick });
    await rig.bake();
    const parameters = Object.entries(rig.call('RunInstances')).filter(
      ([name]) => !/^(Action|Version|TagSpecification|UserData|ImageId|KeyName|SecurityGroupId|ClientToken)/.test(name),
    );
    expect(Object.fromEntries(parameters)).toEqual({
      InstanceType: 't3.micro',
      MinCount: '1',
      MaxCount: '1',
      EbsOptimized: 'false',
      InstanceInitiatedShutdownBehavior: 'stop',
      'CreditSpecification.CpuCredits': 'standard',
      'CapacityReservationSpecification.CapacityReservationPreference': 'none',
    });
  });

  it('gets only those metadata options that are written', async () => {
    const rig = new Rig({ cloud: quick, source: 'metadata_options {\n  http_tokens = "required"\n}' });
    await rig.bake();
    const options = Object.entries(rig.call('RunInstances')).filter(([name]) => name.startsWith('MetadataOptions'));
    expect(options).toEqual([['MetadataOptions.HttpTokens', 'required']]);
  });

  it('gets a public address in the emptiest subnet of a zone that offers its type', async () => {
    const rig = new Rig({ cloud: quick, source: 'associate_public_ip_address = true' });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.call('DescribeInstanceTypeOfferings')['LocationType']).toBe('availability-zone');
    expect(rig.call('RunInstances')).toMatchObject({
      'NetworkInterface.1.AssociatePublicIpAddress': 'true',
      'NetworkInterface.1.SecurityGroupId.1': expect.stringMatching(/^sg-/),
    });
  });

  it('goes into a subnet that the filter finds, and its group into the VPC of that', async () => {
    const rig = new Rig({
      cloud: quick,
      source: 'subnet_filter {\n  filters = { "default-for-az" = "true" }\n  most_free = true\n}',
    });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(rig.call('CreateSecurityGroup')['VpcId']).toMatch(/^vpc-/);
    expect(rig.call('RunInstances')['SubnetId']).toMatch(/^subnet-/);
  });

  it('needs a subnet that is meant: several that match are an error', async () => {
    const rig = new Rig({ cloud: quick, source: 'subnet_filter {\n  filters = { "default-for-az" = "true" }\n}' });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'subnet-ambiguous',
      message: expect.stringMatching(/^\d subnets in us-east-1 match subnet_filter: subnet-\w+, /),
      hint: 'Take the one with the most free addresses with most_free = true, any one with random = true, or add filters.',
    });
  });

  it('waits for what was made just now to be known everywhere', async () => {
    const rig = new Rig({ cloud: { ...quick, consistency: { milliseconds: 2_500 } } });
    const { error, left } = await rig.bake();
    expect(error).toBeUndefined();
    expect(left).toEqual([]);
    assertEmpty(rig.cloud);
  });

  it('is explained when AWS has no room for it', async () => {
    const rig = new Rig({
      cloud: {
        ...quick,
        faults: [
          {
            action: 'RunInstances',
            fault: { error: 'InsufficientInstanceCapacity', message: 'No room.', status: 500 },
          },
        ],
      },
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'insufficient-capacity',
      hint: expect.stringContaining('in the input fallback-instance-types'),
    });
    assertEmpty(rig.cloud);
  });
});

describe('a source image', () => {
  it('that nothing matches is an error that names the filters', async () => {
    const rig = new Rig({ cloud: quick, wholeSource: MINIMUM.replace('ubuntu-jammy-22.04', 'ubuntu-jammy-22.05') });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'source-ami-not-found',
      message:
        'No AMI in us-east-1 matches source_ami_filter: name = ubuntu/images/*ubuntu-jammy-22.05-amd64-server-*, owner 099720109477',
    });
  });

  it('must be the only one unless the newest is asked for', async () => {
    const rig = new Rig({ cloud: quick, wholeSource: MINIMUM.replace('most_recent = true', '') });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'source-ami-ambiguous',
      message: expect.stringMatching(/^3 AMIs in us-east-1 match source_ami_filter: ami-\w+ \(ubuntu\//),
    });
  });

  it('must exist in the region', async () => {
    const rig = new Rig({
      cloud: quick,
      wholeSource:
        'region = "us-east-1"\nami_name = "app"\ninstance_type = "t3.micro"\nsource_ami = "ami-0123456789abcdef0"',
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'source-ami-not-found',
      message: 'There is no AMI ami-0123456789abcdef0 in us-east-1 that this account may use',
    });
  });
});

describe('a build without a connection', () => {
  it('waits until the machine runs, and lets only what stays on this side work with it', async () => {
    let refusal: unknown;
    const rig = new Rig({
      cloud: quick,
      connector: { type: 'none', port: 0, login: { kind: 'given' }, plantedHostKey: undefined },
      provision: async (communicator) => {
        refusal = await communicator.exec('ls', { signal: new AbortController().signal }).catch((thrown) => thrown);
      },
    });
    const { error } = await rig.bake();
    expect(error).toBeUndefined();
    expect(refusal).toMatchObject({ code: 'no-communicator' });
    expect(rig.calls()).not.toContain('AuthorizeSecurityGroupIngress');
    expect(rig.targets).toEqual([]);
  });
});

describe('a machine that goes away while it is provisioned', () => {
  const never = new AbortController().signal;
  const disconnected = () =>
    new BakeError('Script disconnected unexpectedly: inline script', {
      code: 'script-disconnected',
      category: 'provision',
    });
  const terminate = async (rig: Rig): Promise<void> => {
    const ec2 = (await rig.connections.open({ region: 'us-east-1' })).ec2('us-east-1');
    const { Reservations = [] } = await ec2.describeInstances({}, never);
    const ids = Reservations.flatMap(({ Instances = [] }) => Instances).flatMap(({ InstanceId }) => InstanceId ?? []);
    await ec2.terminateInstances({ InstanceIds: ids }, never);
  };

  it('is why the script ended, and that is what is said', async () => {
    const rig: Rig = new Rig({
      cloud: quick,
      provision: async () => {
        await terminate(rig);
        throw disconnected();
      },
    });
    const { error } = await rig.bake();
    expect(error).toMatchObject({
      code: 'instance-lost',
      message: expect.stringMatching(
        /^The instance i-\w+ is (shutting-down|terminated): .+\. Script disconnected unexpectedly: inline script$/,
      ),
      cause: { code: 'script-disconnected' },
    });
    assertEmpty(rig.cloud);
  });

  it('is not waited for by whoever connects anew', async () => {
    let found: unknown;
    const rig: Rig = new Rig({
      cloud: quick,
      provision: async () => {
        const [target] = rig.targets;
        await target?.checkAlive?.(never);
        await terminate(rig);
        await rig.clock.sleep(10_000);
        await target?.checkAlive?.(never).catch((thrown: unknown) => {
          found = thrown;
        });
      },
    });
    await rig.bake();
    expect(found).toMatchObject({ code: 'instance-lost', message: expect.stringContaining('terminated') });
  });

  it('has nothing to do with a script that fails on a machine that runs', async () => {
    const rig = new Rig({ cloud: quick, provision: async () => Promise.reject(disconnected()) });
    expect((await rig.bake()).error).toMatchObject({ code: 'script-disconnected' });
  });

  it('can not be told by who may not look, and then the error stays what it was', async () => {
    const rig: Rig = new Rig({
      cloud: quick,
      provision: async () => {
        rig.cloud.addFault({ action: 'DescribeInstances', fault: { error: 'RequestExpired', status: 400 } });
        throw disconnected();
      },
    });
    expect((await rig.bake()).error).toMatchObject({ code: 'script-disconnected' });
  });
});

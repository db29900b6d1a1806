import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { makeEd25519KeyPair } from '../../../src/kernel/ssh-keys.ts';
import { fingerprint } from '../../../src/local-cloud/sandbox/cloud-init/console.ts';
import { Bench, eventually, run } from './support.ts';

jest.setTimeout(60_000);

let bench: Bench;

beforeAll(async () => {
  bench = await Bench.open();
});

const cloudConfig = (key: { privateKey: string; publicKey: string }): string =>
  [
    '#cloud-config',
    'ssh_deletekeys: true',
    'ssh_keys:',
    '  ed25519_private: |',
    ...key.privateKey
      .trim()
      .split('\n')
      .map((line) => `    ${line}`),
    `  ed25519_public: ${key.publicKey}`,
    '',
  ].join('\n');

describe('the host key of a machine', () => {
  it('is the one on its console, in cloud-init’s format', async () => {
    const machine = await bench.boot();
    const scanned = await run('ssh-keyscan', ['-t', 'ed25519', machine.address]);
    const key = scanned.stdout.trim().split(' ').slice(1).join(' ');
    const name = /ip-10-0-0-\d+/.exec(machine.consoleOutput())?.[0];
    const lines = machine.consoleOutput().split('\r\n');
    expect(lines).toContain(`${key} root@${name}`);
    expect(
      lines
        .filter((line) => /SSH HOST KEY/.test(line))
        .map((line) => line.replace(/^<14>\w+ [ \d]\d \d\d:\d\d:\d\d /, '')),
    ).toEqual([
      'cloud-init: -----BEGIN SSH HOST KEY FINGERPRINTS-----',
      'cloud-init: -----END SSH HOST KEY FINGERPRINTS-----',
      '-----BEGIN SSH HOST KEY KEYS-----',
      '-----END SSH HOST KEY KEYS-----',
    ]);
    expect(lines.some((line) => line.endsWith(`cloud-init: 256 ${fingerprint(key)} root@${name} (ED25519)`))).toBe(
      true,
    );
    await machine.terminate();
  });

  it('is the one that user data plants, as a part of a multipart message beside a script', async () => {
    const key = makeEd25519KeyPair('planted');
    const userData = [
      'Content-Type: multipart/mixed; boundary="==BOUNDARY=="',
      'MIME-Version: 1.0',
      '',
      '--==BOUNDARY==',
      'Content-Type: text/cloud-config; charset="us-ascii"',
      '',
      cloudConfig(key),
      '--==BOUNDARY==',
      'Content-Type: text/x-shellscript; charset="us-ascii"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from('#!/bin/bash\necho "the script ran as $(id -un)"; echo done >/var/by-script\n').toString('base64'),
      '--==BOUNDARY==--',
      '',
    ].join('\n');
    const machine = await bench.boot({ userData: Buffer.from(userData) });
    const scanned = await run('ssh-keyscan', ['-t', 'ed25519', machine.address]);
    expect(scanned.stdout.trim().split(' ').slice(1, 3)).toEqual(key.publicKey.split(' ').slice(0, 2));
    expect(
      await bench.output(
        machine,
        'cloud-init status --wait; cat /var/by-script; sudo stat -c %a /etc/ssh/ssh_host_ed25519_key',
      ),
    ).toBe('status: done\ndone\n600\n');
    expect(machine.consoleOutput()).toContain('the script ran as root\r\n');
    await machine.terminate();
  });

  it('is made anew when a machine starts without one', async () => {
    const machine = await bench.boot();
    await bench.output(machine, 'sudo rm /etc/ssh/ssh_host_*');
    await machine.stop();
    await machine.start();
    expect(await bench.output(machine, 'ls /etc/ssh/ssh_host_ed25519_key')).toBe('/etc/ssh/ssh_host_ed25519_key\n');
    await machine.terminate();
  });
});

describe('the first boot', () => {
  it('makes the default user, with its key, groups and sudo, whatever its name', async () => {
    const machine = await bench.boot({ defaultUser: 'ec2-user' });
    const { stdout } = await bench.ssh(
      machine,
      'id -un; sudo id -un; stat -c "%a %U" ~ ~/.ssh ~/.ssh/authorized_keys; cat ~/.ssh/authorized_keys; getent passwd ec2-user',
      { user: 'ec2-user' },
    );
    expect(stdout).toBe(
      `ec2-user\nroot\n750 ec2-user\n700 ec2-user\n600 ec2-user\n${bench.publicKey}\nec2-user:x:1000:1000:ec2-user:/home/ec2-user:/bin/bash\n`,
    );
    await machine.terminate();
  });

  it('keeps the keys that an image brings, and adds its own', async () => {
    const machine = await bench.boot();
    await bench.output(machine, 'echo "ssh-ed25519 AAAA someone" >> ~/.ssh/authorized_keys');
    await machine.stop();
    const child = await bench.boot({ diskId: await machine.snapshot() });
    expect(await bench.output(child, 'cat ~/.ssh/authorized_keys')).toBe(
      `${bench.publicKey}\nssh-ed25519 AAAA someone\n`,
    );
    await Promise.all([machine.terminate(), child.terminate()]);
  });

  it('writes files and runs commands of cloud-config in order, and tells on the console what it leaves out', async () => {
    const userData = `#cloud-config
packages: [nginx]
write_files:
  - path: /etc/app/settings
    content: "a=1\\n"
    permissions: '0640'
    owner: ubuntu
  - path: /etc/app/late
    content: aGVsbG8K
    encoding: b64
    owner: ubuntu:ubuntu
    defer: true
runcmd:
  - echo "one \${HOME}" > /var/order
  - [sh, -c, 'echo "two $0" >> /var/order', "it's"]
`;
    const machine = await bench.boot({ userData: Buffer.from(userData) });
    expect(
      await bench.output(
        machine,
        'cloud-init status --wait; cat /var/order; stat -c "%a %U" /etc/app/settings /etc/app/late; cat /etc/app/late',
      ),
    ).toBe("status: done\none /root\ntwo it's\n640 root\n644 ubuntu\nhello\n");
    expect(machine.consoleOutput()).toContain('cloud-config key "packages" is ignored in a sandbox machine\r\n');
    expect(machine.consoleOutput()).toContain(
      'write_files: /etc/app/settings: there is no user ubuntu; it belongs to root\r\n',
    );
    await machine.terminate();
  });

  it('says on the console how a script failed, and finishes all the same', async () => {
    const machine = await bench.boot({ userData: Buffer.from('#!/bin/sh\necho before\nexit 3\n') });
    await eventually('it has finished', () => machine.consoleOutput().includes('finished at'));
    expect(machine.consoleOutput()).toContain('before\r\n');
    expect(machine.consoleOutput()).toContain('scripts/part-001: Failed to run, ended with 3\r\n');
    await machine.terminate();
  });

  it('lets people in while a long script still runs', async () => {
    const machine = await bench.boot({
      userData: Buffer.from('#!/bin/sh\nwhile [ ! -e /tmp/go ]; do sleep 0.05; done\n'),
    });
    expect(await bench.output(machine, 'cloud-init status; touch /tmp/go; cloud-init status --wait')).toBe(
      'status: running\nstatus: done\n',
    );
    await machine.terminate();
  });

  it('comes again after `cloud-init clean`', async () => {
    const machine = await bench.boot({ userData: Buffer.from('#!/bin/sh\necho ran >>/var/ran\n') });
    await bench.output(machine, 'cloud-init status --wait; sudo cloud-init clean --logs');
    await machine.stop();
    await machine.start();
    expect(await bench.output(machine, 'cloud-init status --wait; cat /var/ran')).toBe('status: done\nran\nran\n');
    await machine.terminate();
  });
});

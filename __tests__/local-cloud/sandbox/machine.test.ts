import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Machine } from '../../../src/local-cloud/machine-host.ts';
import { Bench, eventually, run } from './support.ts';

jest.setTimeout(60_000);

let bench: Bench;
let machine: Machine;

beforeAll(async () => {
  bench = await Bench.open();
  machine = await bench.boot();
});

describe('a sandbox machine', () => {
  it('has an SSH server on a loopback address of its own', async () => {
    const other = await bench.boot();
    expect(machine.address).toMatch(/^127\.\d+\.\d+\.\d+$/);
    expect(other.address).not.toBe(machine.address);
    expect(machine.sshPort).toBe(22);
    await other.terminate();
  });

  it('runs commands as a real unprivileged user with a login’s environment', async () => {
    const lines = await bench.output(machine, 'id -un; id -u; pwd; hostname; echo "$HOME $USER $SHELL"; umask');
    expect(lines.split('\n')).toEqual([
      'ubuntu',
      '1000',
      '/home/ubuntu',
      expect.stringMatching(/^ip-10-0-0-/),
      '/home/ubuntu ubuntu /bin/bash',
      '0022',
      '',
    ]);
  });

  it('has a process tree of its own, whose first process reaps orphans', async () => {
    await bench.output(machine, "sh -c '(sleep 0.05 &) '");
    expect(await bench.output(machine, 'cat /proc/1/comm; ls -d /proc/[0-9]* | wc -l')).toMatch(
      /^ld-linux.*\n\d{1,2}\n$/,
    );
    await eventually('no zombie is left', async () => !(await bench.output(machine, 'ps axo stat')).includes('Z'));
  });

  it('does not see the host’s homes, credentials, temporary files, state, or this checkout', async () => {
    const seen = await bench.output(
      machine,
      `sudo ls -A / /root /home /tmp /mnt /opt /srv /var/tmp; sudo find /etc/ssh /etc/sudoers.d -type f; sudo ls -d ${process.cwd()} ${bench.folder} 2>&1 || true`,
    );
    expect(seen).toContain(`cannot access '${process.cwd()}'`);
    expect(seen).toContain(`cannot access '${bench.folder}'`);
    for (const top of await readdir('/')) {
      const kept = /^(bin|boot|dev|etc|home|lib\w*|media|mnt|opt|proc|root|run|sbin|srv|sys|tmp|usr|var)$/.test(top);
      if (!kept) expect(seen.split('\n')).not.toContain(top);
    }
    for (const home of await readdir('/home')) expect(seen.split('\n')).not.toContain(home);
    for (const name of ['.aws', '.npmrc', '.gitconfig', '.cache']) expect(seen.split('\n')).not.toContain(name);
  });

  it('holds no password of the host', async () => {
    const shadow = await bench.output(machine, 'sudo cat /etc/shadow');
    const passwords = shadow
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(':')[1]);
    expect(new Set(passwords)).toEqual(new Set(['*', '!']));
  });

  it.each([
    ['mount', 'mount -t tmpfs none /mnt'],
    ['remount a read-only mount for writing', 'mount -o remount,rw /proc/sys'],
    ['make a device', 'mknod /root/disk b 8 0'],
    ['set a kernel parameter', 'sh -c "echo x >/proc/sys/kernel/core_pattern"'],
    ['write to sysfs', 'sh -c "echo x >/sys/kernel/uevent_helper"'],
    ['change the host name of others', 'sh -c "echo x >/proc/sys/kernel/hostname"'],
    ['change the mode of a device', 'chmod 600 /dev/null'],
    ['overwrite a tool of the host', 'sh -c ": >/run/bake-ami/tools/node"'],
    ['overwrite the program of process 1', 'sh -c "echo x >/proc/1/exe"'],
    ['enter the namespaces of process 1 with more rights', 'nsenter -t 1 -m mount -t tmpfs none /mnt'],
  ])('does not let root %s', async (_, command) => {
    const { code } = await bench.ssh(machine, `sudo ${command}`);
    expect(code).not.toBe(0);
  });

  it('keeps what it writes in its own layer', async () => {
    const before = await readFile('/etc/passwd', 'utf8');
    await bench.output(
      machine,
      'sudo useradd -m somebody && sudo sh -c "echo x >/etc/only-inside; rm -rf /usr/share/doc /boot/*"',
    );
    expect(await readFile('/etc/passwd', 'utf8')).toBe(before);
    expect(existsSync('/etc/only-inside')).toBe(false);
    expect(existsSync('/usr/share/doc')).toBe(true);
    expect(existsSync('/home/somebody')).toBe(false);
  });

  it('has a network of its own, without the host’s services and ports', async () => {
    const { createServer } = await import('node:net');
    const service = createServer((socket) => socket.end('host')).listen(0, '127.0.0.1');
    await new Promise((resolve) => service.once('listening', resolve));
    const address = service.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const { code } = await bench.ssh(
      machine,
      `perl -MIO::Socket::INET -e 'IO::Socket::INET->new("127.0.0.1:${port}") or exit 3'`,
    );
    service.close();
    expect(code).toBe(3);
  });

  it('keeps its disk over stop and start, and does not boot for the first time again', async () => {
    const own = await bench.boot({ userData: Buffer.from('#!/bin/sh\necho ran >>/var/ran\n') });
    await bench.output(own, 'cloud-init status --wait; echo kept >kept; sudo rm /etc/issue.net');
    const hostKey = /ssh-ed25519 (\S+)/.exec(own.consoleOutput().split('BEGIN SSH HOST KEY KEYS')[1] ?? '')?.[1];
    await own.stop();
    await expect(bench.ssh(own, 'true')).resolves.toMatchObject({ code: 255 });
    await own.start();
    const seen = await bench.output(own, 'cloud-init status --wait; cat kept /var/ran; ls /etc/issue.net 2>&1 || true');
    expect(seen).toBe("status: done\nkept\nran\nls: cannot access '/etc/issue.net': No such file or directory\n");
    expect(own.consoleOutput().split('BEGIN SSH HOST KEY KEYS')[2]).toContain(hostKey);
    await own.terminate();
  });

  it.each(['stopped', 'running'])(
    'makes a disk of a %s machine, from which others boot as new instances',
    async (state) => {
      const own = await bench.boot();
      await bench.output(
        own,
        'echo baked >baked; sudo sh -c "rm -rf /usr/share/man; mkdir /usr/share/man; echo 1 >/usr/share/man/one"; sync',
      );
      if (state === 'stopped') await own.stop();
      const diskId = await own.snapshot();
      if (state === 'stopped') await own.start();
      await bench.output(own, 'echo changed >baked');
      await own.terminate();
      const child = await bench.boot({ diskId, userData: Buffer.from('#!/bin/sh\necho first >/var/first\n') });
      const seen = await bench.output(
        child,
        'cloud-init status --wait >/dev/null; cat baked /var/first; ls /usr/share/man; hostname; cat /etc/hostname',
      );
      const name = /ip-10-0-0-\d+/.exec(child.consoleOutput())?.[0];
      expect(seen).toBe(`baked\nfirst\none\n${name}\n${name}\n`);
      await child.stop();
      const grandchild = await bench.boot({ diskId: await child.snapshot() });
      await child.terminate();
      await bench.host.removeDisk(diskId);
      expect(await bench.output(grandchild, 'cat baked /var/first')).toBe('baked\nfirst\n');
      await grandchild.terminate();
    },
  );

  it('gives every instance of an image a host key of its own', async () => {
    const own = await bench.boot();
    await own.stop();
    const child = await bench.boot({ diskId: await own.snapshot() });
    const key = (console: string): string =>
      /ssh-ed25519 \S+/.exec(console.split('BEGIN SSH HOST KEY KEYS')[1] ?? '')?.[0] ?? '';
    expect(key(child.consoleOutput())).toMatch(/^ssh-ed25519 AAAA/);
    expect(key(child.consoleOutput())).not.toBe(key(own.consoleOutput()));
    await Promise.all([own.terminate(), child.terminate()]);
  });

  it('refuses a disk that does not exist', async () => {
    await expect(bench.boot({ diskId: 'disk-none' })).rejects.toMatchObject({ code: 'disk-not-found' });
  });

  it('leaves nothing behind when it is terminated', async () => {
    const layers = `${bench.stateFolder}/data/layers`;
    const machines = `${bench.stateFolder}/data/machines`;
    const before = [await readdir(layers), await readdir(machines)];
    const own = await bench.boot();
    await bench.output(own, '(sleep 86399.5 >/dev/null 2>&1 &)');
    await own.stop();
    const diskId = await own.snapshot();
    await own.terminate();
    await own.terminate();
    await bench.host.removeDisk(diskId);
    await bench.host.removeDisk('disk-none');
    expect([await readdir(layers), await readdir(machines)]).toEqual(before);
    expect((await run('pgrep', ['-fx', 'sleep 86399.5'])).stdout).toBe('');
  });

  it('lets its root choose nothing that runs before the capabilities are dropped at the next boot', async () => {
    const guarded = await Bench.open();
    const own = await guarded.boot();
    await guarded.output(own, 'echo /tmp/evil.so | sudo tee /etc/ld.so.preload >/dev/null');
    await own.stop();
    await own.start();
    expect(await guarded.output(own, 'ls /etc/ld.so.preload 2>/dev/null || echo gone')).toBe('gone\n');
    await guarded.close();
  });

  it('shares the host’s network where that is wanted', async () => {
    const shared = await Bench.open({ network: 'host' });
    const own = await shared.boot();
    const inside = await shared.output(own, 'readlink /proc/self/ns/net');
    expect(inside.trim()).toBe((await run('readlink', ['/proc/self/ns/net'])).stdout.trim());
    await shared.close();
  });

  it('boots a root file system of another folder, one that is an overlay itself, with its layers on a tmpfs', async () => {
    const setUp = await Bench.open();
    const { folder } = setUp;
    await run('mount', ['-t', 'tmpfs', 'test', folder]);
    try {
      await run('sh', [
        '-ec',
        `cd ${folder}; mkdir upper work root; mount -t overlay -o lowerdir=/,upperdir=upper,workdir=work test root; mkdir root/state`,
      ]);
      await writeFile(`${folder}/root/etc/marker`, 'this root');
      const inOverlay = await Bench.open({ rootFolder: `${folder}/root`, stateFolder: `${folder}/root/state` });
      try {
        const own = await inOverlay.boot();
        expect(
          await inOverlay.output(own, 'cat /etc/marker; sudo id -un; echo; sudo touch /etc/new; ls /etc/new'),
        ).toBe('this rootroot\n\n/etc/new\n');
        await own.stop();
        const child = await inOverlay.boot({ diskId: await own.snapshot() });
        expect(await inOverlay.output(child, 'ls /etc/new')).toBe('/etc/new\n');
        expect(existsSync(`${folder}/root/etc/new`)).toBe(false);
      } finally {
        await inOverlay.close();
      }
      expect((await readFile('/proc/mounts', 'utf8')).includes(`${folder}/root/state`)).toBe(false);
    } finally {
      await run('umount', [`${folder}/root`]);
      await run('umount', [folder]);
      await setUp.close();
    }
  });
});

import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Machine } from '../../../src/local-cloud/machine-host.ts';
import { Bench, type Ended, eventually } from './support.ts';

jest.setTimeout(60_000);

let bench: Bench;
let machine: Machine;

beforeAll(async () => {
  bench = await Bench.open();
  machine = await bench.boot();
  await bench.output(machine, 'sudo useradd --create-home --shell /bin/bash app; sudo groupadd ops');
});

/** A program of our own, since the root of this computer may have the real one. */
const isStandIn = async (program: string): Promise<boolean> =>
  (await bench.output(machine, `cat "$(command -v ${program})" | head -c 300 | tr -d '\\0'`)).includes('bake-ami');

describe('sudo', () => {
  it('is a stand-in where the root file system has none', async () => {
    const real = await bench.ssh(machine, 'test -e /etc/sudo.conf');
    expect(await isStandIn('sudo')).toBe(real.code !== 0);
  });

  it.each([
    ['sudo id -un', 'root\n'],
    ['sudo -n true && echo yes', 'yes\n'],
    ['sudo -u app id -un', 'app\n'],
    ['sudo --user=app id -un', 'app\n'],
    ['sudo -uapp id -un', 'app\n'],
    ['sudo -u "#$(id -u app)" id -un', 'app\n'],
    ['sudo -g ops id -gn', 'ops\n'],
    ['sudo bash -c "echo \\$HOME; id -un"', '/root\nroot\n'],
    ["sudo sh -c 'exit 7'; echo $?", '7\n'],
    ['sudo sh -c "echo a  b"', 'a b\n'],
    ['sudo printf "%s|" "a b" "" "*" "\\$x" "it\'s"', "a b||*|$x|it's|"],
    ['sudo A=1 B="x y" sh -c \'echo "$A/$B"\'', '1/x y\n'],
    ['A=1 B=2 sudo sh -c \'echo "$A/$B"\'', '/\n'],
    ['A="1 2" sudo -E sh -c \'echo "$A/$HOME"\'', '1 2/home/ubuntu\n'.replace('/home', '//home')],
    ['A=1 sudo -E -H sh -c \'echo "$A/$HOME"\'', '1//root\n'],
    ['A=1 B=2 sudo --preserve-env=A sh -c \'echo "$A/$B"\'', '1/\n'],
    [
      "sudo -H -S -n -u root /bin/sh -c 'echo BECOME-SUCCESS-abc; /bin/echo done' </dev/null",
      'BECOME-SUCCESS-abc\ndone\n',
    ],
    ['echo input | sudo -S cat', 'input\n'],
    ['sudo -i pwd', '/root\n'],
    ['sudo -i sh -c "echo \'a  b\'"', 'a  b\n'],
    ['sudo -iu app pwd', '/home/app\n'],
    ['cd /usr; sudo pwd; sudo -u app pwd', '/usr\n/usr\n'],
    ['sudo -D /etc pwd', '/etc\n'],
    ['echo "echo from-shell; id -un" | sudo -s', 'from-shell\nroot\n'],
    ['sudo -- echo -n', ''],
    ['sudo -u app sudo -n true 2>/dev/null; echo $?', '1\n'],
    [
      'sudo env | grep -E "^(USER|LOGNAME|SUDO_USER|SUDO_UID)=" | sort',
      'LOGNAME=root\nSUDO_UID=1000\nSUDO_USER=ubuntu\nUSER=root\n',
    ],
    ['sudo sh -c "sudo -u app id -un"', 'app\n'],
    ['sudo -v && sudo -k && echo ok', 'ok\n'],
    ['sudo nothing-like-that 2>/dev/null; echo $?', '127\n'],
  ])('understands: %s', async (command, expected) => {
    expect(await bench.output(machine, command)).toBe(expected);
  });

  it('refuses an unknown user', async () => {
    expect(await bench.ssh(machine, 'sudo -u nobody-here id')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'sudo: unknown user nobody-here\n',
    });
  });

  it('gives nothing to users who are not in the group sudo', async () => {
    const { stdout } = await bench.ssh(
      machine,
      'sudo -u app sh -c "sudo id; /usr/lib/bake-ami/become --reuid=0 id" 2>&1; echo; ls -l /usr/lib/bake-ami/become',
    );
    expect(stdout).not.toContain('uid=0');
    expect(stdout).toMatch(/-rwsr-x--- 1 root sudo /);
  });

  it('works with a terminal', async () => {
    const { stdout } = await bench.ssh(machine, 'sudo tty', { options: ['-tt'] });
    expect(stdout).toMatch(/^\/dev\/pts\/\d+\r\n$/);
  });
});

describe('systemctl', () => {
  const unit = `[Unit]
Description=A test

[Service]
User=app
WorkingDirectory=/home/app
EnvironmentFile=-/etc/default/none
EnvironmentFile=/etc/default/test
Environment="GREETING=hello world" OTHER=1
ExecStartPre=/bin/sh -c 'echo pre >> /home/app/log'
ExecStart=/bin/sh -c 'echo "$GREETING $NAME $OTHER $(id -un) $(pwd) %n" >> log; exec sleep 86391'

[Install]
WantedBy=multi-user.target
`;

  it('starts, reports, restarts and stops a service as its unit says', async () => {
    await bench.ssh(
      machine,
      'sudo tee /etc/systemd/system/test.service >/dev/null; echo NAME=me | sudo tee /etc/default/test',
      { input: unit },
    );
    await bench.output(machine, 'sudo systemctl daemon-reload && sudo systemctl start test');
    expect(await bench.output(machine, 'systemctl is-active test; ps -o user= -C sleep')).toBe('active\napp\n');
    await bench.output(machine, 'sudo systemctl restart test.service');
    await eventually(
      'it has been started twice',
      async () => (await bench.output(machine, 'sudo cat /home/app/log')).split('\n').length === 5,
    );
    expect(await bench.output(machine, 'sudo cat /home/app/log')).toBe(
      'pre\nhello world me 1 app /home/app test.service\n'.repeat(2),
    );
    await bench.output(machine, 'sudo systemctl stop test');
    expect((await bench.ssh(machine, 'systemctl is-active test; pgrep -x sleep')).stdout).toBe('inactive\n');
  });

  it('starts at the next boot what was enabled', async () => {
    const own = await bench.boot();
    await bench.ssh(own, 'sudo tee /etc/systemd/system/up.service >/dev/null', {
      input: '[Service]\nExecStart=/bin/sleep 86392\n',
    });
    await bench.output(own, 'sudo systemctl enable up; systemctl is-enabled up');
    await own.stop();
    const child = await bench.boot({ diskId: await own.snapshot() });
    expect(await bench.output(child, 'cloud-init status --wait; systemctl is-active up')).toBe(
      'status: done\nactive\n',
    );
    await bench.output(child, 'sudo systemctl disable --now up');
    expect((await bench.ssh(child, 'systemctl is-enabled up; systemctl is-active up')).stdout).toBe(
      'disabled\ninactive\n',
    );
    await Promise.all([own.terminate(), child.terminate()]);
  });

  it('fails as systemctl does for units that do not exist, and for those who are not root', async () => {
    expect(await bench.ssh(machine, 'sudo systemctl start none')).toEqual({
      code: 5,
      stdout: '',
      stderr: 'Failed to start none.service: Unit none.service not found.\n',
    });
    expect((await bench.ssh(machine, 'sudo systemctl enable none')).code).toBe(1);
    expect((await bench.ssh(machine, 'systemctl start test')).code).toBe(4);
  });

  it('says that a service ended at once', async () => {
    await bench.ssh(machine, 'sudo tee /etc/systemd/system/bad.service >/dev/null', {
      input: '[Service]\nExecStart=/bin/false\n',
    });
    const { code, stderr } = await bench.ssh(machine, 'sudo systemctl start bad');
    expect([code, stderr]).toEqual([1, 'Job for bad.service failed. See /var/log/bake-ami-units/bad.service.log.\n']);
  });
});

describe('switching a machine off from inside', () => {
  it.each(['shutdown -h now', 'shutdown now "see you"', 'poweroff', 'halt -p', 'systemctl poweroff', 'shutdown -P +0'])(
    'works with %s',
    async (command) => {
      const own = await bench.boot();
      const off = new Promise<void>((resolve) => own.onShutdown(resolve));
      await bench.ssh(own, `echo kept | sudo tee /var/kept; sudo ${command}`);
      await off;
      expect((await bench.ssh(own, 'true')).code).toBe(255);
      await own.start();
      expect(await bench.output(own, 'cat /var/kept')).toBe('kept\n');
      await own.terminate();
    },
  );

  it('is not for everybody', async () => {
    expect(await bench.ssh(machine, 'poweroff')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'poweroff: must be superuser.\n',
    });
  });

  it.each(['reboot', 'shutdown -r now'])('reboots with %s, and is the same machine afterwards', async (command) => {
    const own = await bench.boot();
    const told = jest.fn();
    own.onShutdown(told);
    await bench.output(own, 'echo x | sudo tee /var/kept /run/gone /tmp/gone');
    await bench.ssh(own, `sudo ${command}`);
    let ended: Ended | undefined;
    await eventually('it is back', async () => {
      ended = await bench.ssh(own, 'cat /var/kept; ls /run/gone /tmp/gone 2>&1');
      return ended.stdout.includes('No such file');
    });
    expect(ended?.stdout).toBe(
      "x\nls: cannot access '/run/gone': No such file or directory\nls: cannot access '/tmp/gone': No such file or directory\n",
    );
    expect(told).not.toHaveBeenCalled();
    await own.terminate();
  });

  it('can be planned and cancelled', async () => {
    expect((await bench.ssh(machine, 'sudo shutdown -h +5')).stderr).toMatch(/^Shutdown scheduled, in 300 seconds/);
    expect(await bench.output(machine, 'pgrep -fc "sleep 300"')).toBe('1\n');
    await bench.output(machine, 'sudo shutdown -c');
    await eventually('the plan is gone', async () => (await bench.ssh(machine, 'pgrep -x sleep')).code === 1);
  });

  it('is what the end of process 1’s agent is taken for', async () => {
    const own = await bench.boot();
    const off = new Promise<void>((resolve) => own.onShutdown(resolve));
    await bench.ssh(own, 'sudo kill -9 "$(cat /run/bake-ami/agent.pid)"');
    await off;
    await own.terminate();
  });
});

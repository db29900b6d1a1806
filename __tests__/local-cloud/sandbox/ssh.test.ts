import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import ssh2, { type Client, type ClientChannel, type SFTPWrapper } from 'ssh2';
import { makeEd25519KeyPair } from '../../../src/kernel/ssh-keys.ts';
import type { Machine } from '../../../src/local-cloud/machine-host.ts';
import { afterFile } from '../../support/temporary-folder.ts';
import { Bench, eventually, exec } from './support.ts';

jest.setTimeout(60_000);

let bench: Bench;
let machine: Machine;
let client: Client;

beforeAll(async () => {
  bench = await Bench.open();
  machine = await bench.boot();
  client = await bench.client(machine);
  afterFile(() => void client.end());
});

describe('logging in', () => {
  const refusal = async (username: string, privateKey: string): Promise<string> => {
    const stranger = new ssh2.Client();
    return new Promise((resolve, reject) => {
      stranger.on('error', (error) => resolve(error.message)).on('ready', () => reject(new Error('logged in')));
      stranger.connect({ host: machine.address, port: machine.sshPort, username, privateKey });
    });
  };

  it.each([
    ['a key that is not in the file', 'ubuntu', (): string => makeEd25519KeyPair('test').privateKey],
    ['a user without an authorized_keys file', 'nobody', (): string => bench.privateKey],
    ['a user that does not exist', 'stranger', (): string => bench.privateKey],
  ])('is refused to %s', async (_, user, key) => {
    expect(await refusal(user, key())).toBe('All configured authentication methods failed');
  });

  it('is refused with a password', async () => {
    const { stderr, code } = await bench.ssh(machine, 'true', { options: ['-o', 'PubkeyAuthentication=no'] });
    expect([code, stderr]).toEqual([255, `ubuntu@${machine.address}: Permission denied (publickey).\r\n`]);
  });

  it('follows what the file inside the machine says at that moment', async () => {
    const own = await bench.boot();
    const later = makeEd25519KeyPair('test');
    await bench.output(own, `echo '${later.publicKey}' > ~/.ssh/authorized_keys`);
    expect((await bench.ssh(own, 'true')).code).toBe(255);
    await writeFile(path.join(bench.folder, 'later'), later.privateKey, { mode: 0o600 });
    const { stdout } = await bench.ssh(own, 'id -un', { options: ['-i', path.join(bench.folder, 'later')] });
    expect(stdout).toBe('ubuntu\n');
    await own.terminate();
  });

  it('takes RSA and ECDSA keys as well', async () => {
    const own = await bench.boot();
    for (const [name, key] of [
      ['rsa', ssh2.utils.generateKeyPairSync('rsa', { bits: 2048 })],
      ['ecdsa', ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 })],
    ] as const) {
      await bench.output(own, `echo '${key.public}' >> ~/.ssh/authorized_keys`);
      const file = path.join(bench.folder, name);
      await writeFile(file, key.private, { mode: 0o600 });
      const { stdout } = await bench.ssh(own, 'echo in', { options: ['-o', 'IdentitiesOnly=yes', '-i', file] });
      expect(stdout).toBe('in\n');
    }
    await own.terminate();
  });

  it('never follows a link of the machine’s to a file of the host', async () => {
    const own = await bench.boot();
    const key = makeEd25519KeyPair('test');
    await writeFile(path.join(bench.folder, 'host_keys'), key.publicKey);
    await writeFile(path.join(bench.folder, 'host_key'), key.privateKey, { mode: 0o600 });
    await bench.output(own, `ln -sf ${bench.folder}/host_keys ~/.ssh/authorized_keys2`);
    const options = ['-o', 'IdentitiesOnly=yes', '-i', path.join(bench.folder, 'host_key')];
    await bench.output(own, 'rm ~/.ssh/authorized_keys');
    expect((await bench.ssh(own, 'true', { options })).code).toBe(255);
    await own.terminate();
  });

  it('tells root to come as the default user, as cloud images do', async () => {
    const { code, stdout } = await bench.ssh(machine, 'id', { user: 'root' });
    expect([code, stdout]).toEqual([142, 'Please login as the user "ubuntu" rather than the user "root".\n\n']);
  }, 20_000);

  it('is possible for root when its file allows it', async () => {
    const own = await bench.boot();
    await bench.output(own, 'sudo cp ~/.ssh/authorized_keys /root/.ssh/authorized_keys');
    expect((await bench.ssh(own, 'id -un; pwd', { user: 'root' })).stdout).toBe('root\n/root\n');
    await own.terminate();
  });
});

describe('running a command', () => {
  it('keeps stdout and stderr apart and gives the exit status', async () => {
    expect(await exec(client, 'echo out; echo err >&2; exit 42')).toEqual({
      code: 42,
      signal: undefined,
      stdout: 'out\n',
      stderr: 'err\n',
    });
  });

  it('names the signal that ended it', async () => {
    expect(await exec(client, 'kill -TERM $$')).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  it('passes stdin on, whatever its size, and its end', async () => {
    const input = 'x'.repeat(20_000_000);
    expect((await bench.ssh(machine, 'wc -c', { input })).stdout).toBe('20000000\n');
  });

  it('does not lose what is written last', async () => {
    const { stdout } = await exec(client, 'head -c 5000000 /dev/zero | tr "\\0" y; echo end');
    expect([stdout.length, stdout.slice(-5)]).toEqual([5_000_004, 'yend\n']);
  });

  it('waits for a program that does not read, without taking more than the window', async () => {
    const { stdout } = await bench.ssh(machine, 'sleep 0.3; wc -c', { input: 'z'.repeat(8_000_000) });
    expect(stdout).toBe('8000000\n');
  });

  it('takes signals', async () => {
    const ended = await new Promise<string | undefined>((resolve, reject) => {
      client.exec('echo ready; exec sleep 1000', (error, channel) => {
        if (error) return reject(error);
        channel.once('data', () => channel.signal('INT'));
        channel.on('exit', (_code: number | null, signal?: string) => resolve(signal));
      });
    });
    expect(ended).toBe('SIGINT');
  });

  it('lets LANG through and refuses other variables, as sshd does', async () => {
    const { stdout } = await exec(client, 'echo "$LANG/$LC_TIME/$LD_PRELOAD/$FOO"', {
      env: { LC_TIME: 'de_DE.UTF-8', LD_PRELOAD: '/x', FOO: 'bar' },
    });
    expect(stdout).toBe('C.UTF-8/de_DE.UTF-8//\n');
  });

  it('reads /etc/environment, as a login does', async () => {
    const own = await bench.boot();
    await bench.output(own, 'echo \'APP_HOME="/opt/my app"\' | sudo tee -a /etc/environment');
    expect(await bench.output(own, 'echo $APP_HOME')).toBe('/opt/my app\n');
    await own.terminate();
  });

  it('runs many at once on one connection', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, index) => exec(client, `echo ${index}`)));
    expect(all.map(({ stdout }) => Number(stdout))).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('starts a login shell when no command is given', async () => {
    const output = await new Promise<string>((resolve, reject) => {
      client.shell(false, (error, channel) => {
        if (error) return reject(error);
        let text = '';
        channel.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        channel.on('close', () => resolve(text));
        channel.end('shopt -q login_shell && echo login\nexit 0\n');
      });
    });
    expect(output).toBe('login\n');
  });
});

describe('a terminal', () => {
  it('is a real one of the asked size, which follows the window', async () => {
    const script =
      'tty; stty size; echo $TERM; trap "stty size; exit 5" WINCH; echo ready; while :; do sleep 0.05; done';
    const seen = await new Promise<{ text: string; code: number }>((resolve, reject) => {
      client.exec(script, { pty: { rows: 33, cols: 111, term: 'screen' } }, (error, channel: ClientChannel) => {
        if (error) return reject(error);
        let text = '';
        let exitCode = -1;
        channel.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.includes('ready\r\n')) channel.setWindow(44, 122, 0, 0);
        });
        channel.on('exit', (code: number) => {
          exitCode = code;
        });
        channel.on('close', () => resolve({ text, code: exitCode }));
      });
    });
    expect(seen.text.split('\r\n')).toEqual([
      expect.stringMatching(/^\/dev\/pts\/\d+$/),
      '33 111',
      'screen',
      'ready',
      '44 122',
      '',
    ]);
    expect(seen.code).toBe(5);
  });

  it('ends what runs in it when the client hangs up', async () => {
    const other = await bench.client(machine);
    await new Promise<void>((resolve, reject) => {
      other.exec('echo ready; sleep 86397.5', { pty: true }, (error, channel) => {
        if (error) return reject(error);
        channel.once('data', () => resolve());
      });
    });
    other.end();
    await eventually(
      'the program has ended',
      async () => !(await exec(client, 'ps axo args')).stdout.includes('86397.5'),
    );
  });
});

describe('copying files', () => {
  const md5 = (content: Buffer): string => createHash('md5').update(content).digest('hex');

  it.each([
    ['scp over SFTP', []],
    ['scp over its own protocol', ['-O']],
  ])('works with %s, both ways', async (name, flags) => {
    const content = randomBytes(3_000_000);
    const local = path.join(bench.folder, 'upload');
    await writeFile(local, content, { mode: 0o754 });
    const remote = `there${flags.length}`;
    expect(await bench.scp(machine, ...flags, '-p', local, `machine:${remote}`)).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(await bench.output(machine, `md5sum < ${remote}; stat -c '%a %U' ${remote}`)).toBe(
      `${md5(content)}  -\n754 ubuntu\n`,
    );
    const back = path.join(bench.folder, name);
    await bench.scp(machine, ...flags, `machine:${remote}`, back);
    expect(md5(await readFile(back))).toBe(md5(content));
  });

  it('works for folders', async () => {
    const folder = path.join(bench.folder, 'tree');
    await mkdir(path.join(folder, 'a/b'), { recursive: true });
    await Promise.all(
      Array.from({ length: 150 }, (_, index) => writeFile(path.join(folder, `a/b/${index}`), String(index))),
    );
    expect((await bench.scp(machine, '-r', folder, 'machine:')).code).toBe(0);
    expect(await bench.output(machine, 'ls tree/a/b | wc -l; cat tree/a/b/149')).toBe('150\n149');
    expect((await bench.scp(machine, '-r', 'machine:tree', path.join(bench.folder, 'tree-back'))).code).toBe(0);
    expect(await readFile(path.join(bench.folder, 'tree-back/a/b/7'), 'utf8')).toBe('7');
  });

  it('works with OpenSSH’s sftp and all that it can ask for', async () => {
    const local = path.join(bench.folder, 'note');
    await writeFile(local, 'first');
    const batch = `mkdir s\nput ${local} s/one\nrename s/one s/two\nln s/two s/hard\nsymlink two s/soft\nchmod 600 s/two\nls -l s\nget s/soft ${local}-back\nrm s/hard\nrm s/soft\nrm s/two\nrmdir s\npwd\n`;
    const { code, stdout, stderr } = await bench.sftp(machine, batch);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/-rw------- .* s\/hard\n/);
    expect(stdout).toMatch(/lrwxrwxrwx .* s\/soft\n/);
    expect(stdout).toContain('Remote working directory: /home/ubuntu\n');
    expect(await readFile(`${local}-back`, 'utf8')).toBe('first');
  });

  it('works as the user that logged in, with SFTP’s own errors', async () => {
    const sftp = await new Promise<SFTPWrapper>((resolve, reject) => {
      client.sftp((error, wrapper) => (error ? reject(error) : resolve(wrapper)));
    });
    const codeOf = (call: (done: (error?: Error | null) => void) => void): Promise<unknown> =>
      new Promise((resolve) => call((error) => resolve(error && 'code' in error ? error.code : error)));
    expect(await codeOf((done) => sftp.writeFile('/etc/not-mine', 'x', done))).toBe(3);
    expect(await codeOf((done) => sftp.readFile('/etc/none', (error) => done(error)))).toBe(2);
    expect(await codeOf((done) => sftp.mkdir('/home/ubuntu', done))).toBe(4);
    expect(await codeOf((done) => sftp.writeFile('appended', 'one', done))).toBeUndefined();
    expect(await codeOf((done) => sftp.appendFile('appended', ' two', done))).toBeUndefined();
    expect(await codeOf((done) => sftp.utimes('appended', 1000, 2000, done))).toBeUndefined();
    expect(await bench.output(machine, 'cat appended; stat -c " %Y" appended')).toBe('one two 2000\n');
    expect(await codeOf((done) => sftp.rename('appended', '.bashrc', done))).toBe(4);
    sftp.end();
  });

  it('moves a large file both ways through ssh2 unharmed', async () => {
    const content = randomBytes(20_000_000);
    const [local, back] = [path.join(bench.folder, 'large'), path.join(bench.folder, 'large-back')];
    await writeFile(local, content);
    const sftp = await new Promise<SFTPWrapper>((resolve, reject) => {
      client.sftp((error, wrapper) => (error ? reject(error) : resolve(wrapper)));
    });
    const done = (call: (callback: (error?: Error | null) => void) => void): Promise<void> =>
      new Promise((resolve, reject) => call((error) => (error ? reject(error) : resolve())));
    await done((callback) => sftp.fastPut(local, 'large', callback));
    await done((callback) => sftp.fastGet('large', back, callback));
    sftp.end();
    expect(md5(await readFile(back))).toBe(md5(content));
  });
});

describe('forwarding', () => {
  const open = (port: number): Promise<ClientChannel> =>
    new Promise((resolve, reject) => {
      client.forwardOut('127.0.0.1', 0, '127.0.0.1', port, (error, channel) =>
        error ? reject(error) : resolve(channel),
      );
    });

  it('reaches a service on the machine’s own loopback', async () => {
    await exec(
      client,
      `perl -MIO::Socket::INET -e '$s = IO::Socket::INET->new(LocalAddr => "127.0.0.1:8080", Listen => 1); print "up\\n"; close STDOUT; close STDERR; exit if fork; $c = $s->accept; print $c "you said ", <$c>' </dev/null`,
    );
    const channel = await open(8080);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      channel.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      channel.on('close', () => resolve(text));
      channel.end('hello');
    });
    expect(answer).toBe('you said hello');
  });

  it('is refused where nothing listens', async () => {
    await expect(open(9)).rejects.toThrow('Channel open failure');
  });
});

import { execFile } from 'node:child_process';
import { mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { pack } from 'tar-stream';
import { parse } from 'yaml';
import type { Clock } from '../../../src/kernel/clock.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { fingerprint, makeKeyPair } from '../../../src/kernel/ssh-keys.ts';
import { freePort } from '../../support/free-port.ts';
import { buildContext } from '../../support/plugin-context.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type Behaviour, FaultyServer } from './faulty-server.ts';
import { connectorFor, targetAt } from './machine.ts';

const signal = new AbortController().signal;

/** Real time, but short waits take none at all; time still counts as if they had. */
function hurriedClock(): Clock & { readonly slept: number[] } {
  const slept: number[] = [];
  let passed = 0;
  return {
    slept,
    now: () => passed,
    monotonic: () => passed,
    sleep: async (milliseconds, cancel) => {
      // Limits (of a dial, a handshake, the whole search) are never reached in these tests.
      if (milliseconds > 30_000 || milliseconds === 2_500) {
        await new Promise((_, reject) => {
          if (cancel?.aborted) reject(cancel.reason);
          cancel?.addEventListener('abort', () => reject(cancel.reason), { once: true });
        });
      }
      slept.push(milliseconds);
      passed += milliseconds;
      cancel?.throwIfAborted();
      await new Promise(setImmediate);
    },
  };
}

async function open(behaviour: Behaviour = {}) {
  const server = await FaultyServer.start(behaviour);
  const connector = await connectorFor({});
  const machine = await connector.connect(targetAt(server.port), signal);
  return {
    server,
    machine,
    [Symbol.asyncDispose]: async () => {
      await machine.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

describe('connecting', () => {
  it('asks for the login with the key at once, without a question before', async () => {
    await using opened = await open();
    // The question for the key, and the signature with it.
    expect(opened.server.seen).toEqual(['auth publickey', 'auth publickey']);
  });

  it('goes on while there is no address, nobody listens, and connections are cut', async () => {
    const clock = hurriedClock();
    await using server = await FaultyServer.start({ hangUpOn: (connection) => connection < 2 });
    const deaf = await freePort();
    const connector = await connectorFor({}, 'first', buildContext({ clock }));
    const addresses = [undefined, { host: '127.0.0.1', port: deaf }, { host: '127.0.0.1', port: server.port }];
    let asked = 0;
    await using machine = await connector.connect(
      targetAt(server.port, { address: async () => addresses[Math.min(asked++, 2)] }),
      signal,
    );
    expect(machine.port).toBe(server.port);
    expect(asked).toBe(5);
    expect(clock.slept).toEqual([250, 250, 250, 250]);
  });

  it('tries refused logins again, ever more slowly, since cloud-init may still have to add the key', async () => {
    const clock = hurriedClock();
    let refusals = 0;
    await using server = await FaultyServer.start({ login: () => refusals++ >= 6 });
    const connector = await connectorFor({}, 'first', buildContext({ clock }));
    await using machine = await connector.connect(targetAt(server.port), signal);
    expect(await machine.exec('true', { signal })).toEqual({ exitCode: 0 });
    expect(clock.slept).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  });

  it('gives up after ten refused logins, and says who was refused where', async () => {
    await using server = await FaultyServer.start({ login: () => false });
    const connector = await connectorFor({ ssh_username: 'ubuntu' }, 'first', buildContext({ clock: hurriedClock() }));
    await expect(connector.connect(targetAt(server.port), signal)).rejects.toMatchObject({
      code: 'ssh-login-refused',
      category: 'connection',
      message: `Cannot log in to i-0123456789abcdef0 by SSH: 127.0.0.1:${server.port} as ubuntu, 10 tries, the last one: the login was refused`,
      hint: expect.stringMatching(/^Check ssh_username: it depends on the image/),
    });
    expect(server.connections).toBe(10);
  });

  it('tries on until ssh_timeout where that is written', async () => {
    await using server = await FaultyServer.start({ login: () => false });
    const cancel = new AbortController();
    const connector = await connectorFor({ ssh_timeout: 60_000 }, 'first', buildContext({ clock: hurriedClock() }));
    const search = connector.connect(
      targetAt(server.port, {
        address: async () => {
          if (server.connections === 15) cancel.abort();
          return { host: '127.0.0.1', port: server.port };
        },
      }),
      cancel.signal,
    );
    await expect(search).rejects.toMatchObject({
      code: 'cancelled',
      message: 'Cancelled connecting to i-0123456789abcdef0',
    });
  });

  it('ends with the last cause when the time is up', async () => {
    const port = await freePort();
    const connector = await connectorFor({ ssh_timeout: 700, ssh_username: 'admin' });
    await expect(connector.connect(targetAt(port), signal)).rejects.toMatchObject({
      code: 'ssh-timeout',
      category: 'connection',
      message: expect.stringMatching(
        new RegExp(
          `^Cannot connect to i-0123456789abcdef0 by SSH within 700 milliseconds: 127\\.0\\.0\\.1:${port} as admin, \\d tries, the last one: connect ECONNREFUSED 127\\.0\\.0\\.1:${port}$`,
        ),
      ),
    });
  });

  it('ends at once when cancelled, also in the middle of a handshake', async () => {
    const cancel = new AbortController();
    await using server = await FaultyServer.start({
      login: () => {
        cancel.abort();
        return false;
      },
    });
    const connector = await connectorFor({});
    await expect(connector.connect(targetAt(server.port), cancel.signal)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('logs in with a password, also where the server asks for it in a dialogue', async () => {
    await using server = await FaultyServer.start({
      login: (context) => {
        if (context.method !== 'keyboard-interactive') return false;
        context.prompt('Password: ', (answers) => {
          if (answers[0] === 'hunter2-hunter2') context.accept();
          else context.reject();
        });
        return 'answered';
      },
    });
    const context = buildContext();
    const connector = await connectorFor({ ssh_password: 'hunter2-hunter2' }, 'first', context);
    expect(connector.login).toEqual({ kind: 'given' });
    await using machine = await connector.connect(targetAt(server.port), signal);
    expect(machine.access.privateKey).toBeUndefined();
    expect(server.seen).toEqual(['auth password', 'auth keyboard-interactive']);
    expect(context.secrets.mask('it is hunter2-hunter2')).toBe('it is ***');
  });

  it('says when it has no way of encrypting in common with the machine', async () => {
    await using server = await FaultyServer.start();
    const connector = await connectorFor({ ssh_ciphers: ['rot13'] });
    await expect(connector.connect(targetAt(server.port), signal)).rejects.toMatchObject({
      code: 'ssh-no-common-algorithm',
      hint: 'Check ssh_ciphers and ssh_key_exchange_algorithms.',
    });
  });

  it('pauses after the first login where the template says so', async () => {
    const clock = hurriedClock();
    await using server = await FaultyServer.start();
    const connector = await connectorFor({ pause_before_connecting: 15_000 }, 'first', buildContext({ clock }));
    await using machine = await connector.connect(targetAt(server.port), signal);
    expect(machine.host).toBe('127.0.0.1');
    expect(clock.slept).toEqual([15_000]);
    expect(server.connections).toBe(2);
  });
});

describe("the machine's host key", () => {
  const connect = async (behaviour: Behaviour, proofs: readonly (readonly string[])[] | undefined) => {
    const server = await FaultyServer.start(behaviour);
    const clock = hurriedClock();
    const connector = await connectorFor({}, 'proven', buildContext({ clock }));
    let asked = 0;
    const provenHostKeys =
      proofs === undefined ? undefined : async () => proofs[Math.min(asked++, proofs.length - 1)] ?? [];
    const target = targetAt(server.port, { provenHostKeys });
    return { server, connector, clock, result: connector.connect(target, signal), asked: () => asked };
  };

  it('that was planted is accepted, also when the image presents another one at first', async () => {
    const connector = await connectorFor({}, 'proven', buildContext({ clock: hurriedClock() }));
    const cloudConfig = connector.plantedHostKey?.cloudConfig ?? '';
    const planted = {
      privateKey: (/_private: \|\n((?: {4}.*\n)+)/.exec(cloudConfig)?.[1] ?? '').replaceAll('    ', ''),
    };
    const image = await makeKeyPair('ed25519', 'image');
    await using server = await FaultyServer.start({ hostKey: (connection) => (connection === 0 ? image : planted) });
    await using machine = await connector.connect(targetAt(server.port), signal);
    expect(server.connections).toBe(2);
    const [, publicKey = ''] = /ed25519_public: (\S+ \S+)/.exec(cloudConfig) ?? [];
    expect(machine.access.knownHosts).toEqual([`[127.0.0.1]:${server.port} ${publicKey}`]);
  });

  it('is planted as cloud-config that says nothing else, and its private half is a secret', async () => {
    const context = buildContext();
    const connector = await connectorFor({}, 'proven', context);
    const { cloudConfig = '', fingerprint: planted } = connector.plantedHostKey ?? {};
    const parsed = parse(cloudConfig);
    expect(cloudConfig.startsWith('#cloud-config\n')).toBe(true);
    expect(Object.keys(parsed)).toEqual(['ssh_deletekeys', 'ssh_keys']);
    const blob = Buffer.from(parsed.ssh_keys.ed25519_public.split(' ')[1], 'base64');
    expect(fingerprint(blob)).toBe(planted);
    expect(context.secrets.mask(parsed.ssh_keys.ed25519_private)).not.toContain('b3BlbnNzaC1rZXktdjE');
  });

  it('is waited for in the console output, and accepted when it is listed there', async () => {
    const hostKey = await makeKeyPair('ed25519', 'machine');
    const { server, result, asked, clock } = await connect({ hostKey: () => hostKey }, [
      [],
      [],
      [fingerprint(hostKey.publicBlob)],
    ]);
    await using machine = await result;
    expect(machine.type).toBe('ssh');
    expect(asked()).toBe(3);
    expect(clock.slept).toEqual([3_000, 3_000]);
    await server[Symbol.asyncDispose]();
  });

  it('that nothing proves is refused before the login, with the remedy', async () => {
    const hostKey = await makeKeyPair('ed25519', 'impostor');
    const { server, result, clock } = await connect({ hostKey: () => hostKey }, undefined);
    await expect(result).rejects.toMatchObject({
      code: 'host-key-not-proven',
      category: 'connection',
      message: `Cannot tell whether i-0123456789abcdef0 is the machine that was launched: it presents the ssh-ed25519 key ${fingerprint(hostKey.publicBlob)}, which neither was planted by us nor is listed in its console output`,
      hint: 'For an image without cloud-init, accept the first key with the input ssh-host-key: first (flag -ssh-host-key=first).',
    });
    expect(server.seen).toEqual([]);
    expect(clock.monotonic()).toBe(60_000);
    await server[Symbol.asyncDispose]();
  });

  it('that differs from the proven ones is refused', async () => {
    const { server, result } = await connect({}, [['SHA256:the-right-one']]);
    await expect(result).rejects.toMatchObject({ code: 'host-key-not-proven' });
    expect(server.seen).toEqual([]);
    await server[Symbol.asyncDispose]();
  });

  it('is the first one where the machine can neither be told one nor prove its own', async () => {
    const hostKey = await makeKeyPair('ed25519', 'windows');
    await using server = await FaultyServer.start({ hostKey: () => hostKey });
    const connector = await connectorFor({}, 'proven');
    connector.pinFirstHostKey();
    await using machine = await connector.connect(targetAt(server.port), signal);
    expect(machine.access.knownHosts).toEqual([
      `[127.0.0.1]:${server.port} ssh-ed25519 ${hostKey.publicBlob.toString('base64')}`,
    ]);
  });

  it('is the first one where the user accepts that, and no other later', async () => {
    const image = await makeKeyPair('ed25519', 'second');
    const keys = [await makeKeyPair('ed25519', 'first')];
    await using server = await FaultyServer.start({ hostKey: (connection) => keys[connection] ?? image });
    const connector = await connectorFor({}, 'first');
    expect(connector.plantedHostKey).toBeUndefined();
    await using machine = await connector.connect(targetAt(server.port), signal);
    await expect(machine.reconnect(signal)).rejects.toMatchObject({ code: 'host-key-changed' });
  });
});

describe('a machine that is known to be gone', () => {
  it('is not tried again', async () => {
    const gone = new BakeError('The instance i-1 is terminated', { code: 'instance-lost', category: 'cloud' });
    let isGone = false;
    await using server = await FaultyServer.start();
    const connector = await connectorFor({}, 'first');
    const target = targetAt(server.port, {
      checkAlive: async () => {
        if (isGone) throw gone;
      },
    });
    await using machine = await connector.connect(target, signal);
    isGone = true;
    await expect(machine.reconnect(signal)).rejects.toBe(gone);
  });
});

describe('a running command', () => {
  it('whose connection is cut has not succeeded', async () => {
    await using opened = await open({ exec: (_channel, _command, server) => server.drop() });
    await expect(opened.machine.exec('make', { signal })).rejects.toMatchObject({
      code: 'connection-lost',
      retryable: false,
      message: "The connection to i-0123456789abcdef0 ended before the command's exit status came",
    });
  });

  it('that may have been started, or not, is not taken for one that was not', async () => {
    await using opened = await open({ refuses: 'silently' });
    await expect(opened.machine.exec('make', { signal })).rejects.toMatchObject({
      code: 'connection-lost',
      retryable: false,
    });
  });

  it('that the server refuses can be tried again', async () => {
    await using opened = await open({ refuses: 'openly' });
    await expect(opened.machine.exec('make', { signal })).rejects.toMatchObject({
      code: 'ssh-channel-refused',
      retryable: true,
      message: 'The SSH server of i-0123456789abcdef0 does not run commands: Unable to exec',
    });
  });

  it('has a terminal when asked for, by the call or by the template', async () => {
    await using server = await FaultyServer.start();
    const connector = await connectorFor({ ssh_pty: true });
    await using machine = await connector.connect(targetAt(server.port), signal);
    await machine.exec('a', { signal });
    await machine.exec('b', { signal, pty: false });
    expect(server.seen.filter((entry) => /^(pty|exec)/.test(entry))).toEqual(['pty xterm 80x40', 'exec a', 'exec b']);
  });

  it('whose channel is closed without an exit status has not succeeded', async () => {
    await using opened = await open({ exec: (channel) => channel.end() });
    await expect(opened.machine.exec('make', { signal })).rejects.toMatchObject({ code: 'connection-lost' });
  });

  it('is told to end when it is cancelled, and its channel is closed', async () => {
    const cancel = new AbortController();
    await using opened = await open({
      exec: (channel) => {
        channel.resume();
        channel.write('started\n');
      },
    });
    // ssh2 can send a signal only while standard input is open.
    const stdin = new PassThrough();
    const running = opened.machine.exec('make', { signal: cancel.signal, stdin, onLine: () => cancel.abort() });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    while (!opened.server.seen.includes('close')) await new Promise(setImmediate);
    expect(opened.server.seen.slice(-3)).toEqual(['exec make', 'signal TERM', 'close']);
  });

  it('may print characters in any pieces, and lines of any length', async () => {
    const bytes = Buffer.from(`ä${'x'.repeat(70_000)}\n`);
    await using opened = await open({
      exec: (channel) => {
        channel.write(bytes.subarray(0, 1));
        channel.write(bytes.subarray(1), () => {
          channel.exit(0);
          channel.end();
        });
      },
    });
    const lines: string[] = [];
    await opened.machine.exec('x', { signal, onLine: (_, line) => lines.push(line) });
    expect(lines.map((line) => line.length)).toEqual([65_536, 4_465]);
    expect(lines.join('')).toBe(`ä${'x'.repeat(70_000)}`);
  });
});

describe('files on a machine without SFTP', () => {
  const withShell: Behaviour = {
    sftp: false,
    exec: (channel, command) => {
      const child = execFile(
        '/bin/sh',
        ['-c', command],
        { encoding: 'buffer', maxBuffer: 1e8 },
        (error, stdout, stderr) => {
          channel.write(stdout);
          channel.stderr.write(stderr);
          channel.exit(typeof error?.code === 'number' ? error.code : 0);
          channel.end();
        },
      );
      if (child.stdin !== null) channel.pipe(child.stdin);
    },
  };

  it('go through a shell, with their mode', async () => {
    const folder = temporaryFolder();
    await using opened = await open(withShell);
    const remote = path.join(folder, "it's here");
    await opened.machine.upload({ bytes: Buffer.from('text') }, remote, { mode: 0o640, signal });
    expect(await readFile(remote, 'utf8')).toBe('text');
    expect((await stat(remote)).mode & 0o777).toBe(0o640);
    const local = path.join(folder, 'local');
    await writeFile(local, Buffer.alloc(300_000, 'z'));
    await opened.machine.upload({ path: local }, `${remote}-2`, { mode: 0o600, signal });
    await opened.machine.download(`${remote}-2`, `${local}-back`, { signal });
    expect((await readFile(`${local}-back`)).equals(Buffer.alloc(300_000, 'z'))).toBe(true);
    await expect(
      opened.machine.upload({ bytes: Buffer.from('') }, '/no/such/x', { mode: 0o600, signal }),
    ).rejects.toThrow(/^Cannot write \/no\/such\/x on i-0123456789abcdef0: .*\/no\/such\/x/);
  });
});

describe('a hostile archive', () => {
  const download = async (
    fill: (archive: ReturnType<typeof pack>) => void,
    before: (local: string) => Promise<void> = async () => undefined,
  ) => {
    const folder = temporaryFolder();
    const local = path.join(folder, 'local');
    await mkdir(local);
    await before(local);
    await using opened = await open({
      exec: (channel, command) => {
        if (command.startsWith('for t in')) channel.write('tar\n');
        else {
          const archive = pack();
          fill(archive);
          archive.finalize();
          archive.on('data', (chunk: unknown) => Buffer.isBuffer(chunk) && channel.write(chunk));
          archive.on('end', () => {
            channel.exit(0);
            channel.end();
          });
          return;
        }
        channel.exit(0);
        channel.end();
      },
    });
    await opened.machine.downloadDirectory('/remote', local, { signal });
    return folder;
  };

  it.each<[string, (archive: ReturnType<typeof pack>) => void]>([
    ['../escaped leads outside', (archive) => archive.entry({ name: '../escaped' }, 'x')],
    ['/tmp/escaped leads outside', (archive) => archive.entry({ name: '/tmp/escaped' }, 'x')],
    ['a/../../escaped leads outside', (archive) => archive.entry({ name: 'a/../../escaped' }, 'x')],
    ['link is a symbolic link', (archive) => archive.entry({ name: 'link', type: 'symlink', linkname: '/etc' })],
    [
      '../../etc/passwd leads outside',
      (archive) => archive.entry({ name: 'l', type: 'link', linkname: '../../etc/passwd' }),
    ],
  ])('is refused: %s', async (why, fill) => {
    await expect(download(fill)).rejects.toMatchObject({
      code: 'unsafe-archive',
      message: `The archive from i-0123456789abcdef0 is refused: ${why}`,
    });
  });

  it('can not write through a link that already is there', async () => {
    await expect(
      download(
        (archive) => archive.entry({ name: 'deep/file' }, 'x'),
        async (local) => symlink('/tmp', path.join(local, 'deep')),
      ),
    ).rejects.toThrow('deep already is there and is no folder');
  });

  it('may hold hard links, which become files', async () => {
    const folder = await download((archive) => {
      archive.entry({ name: './a', mode: 0o4755 }, 'content');
      archive.entry({ name: './b', type: 'link', linkname: './a' });
      archive.entry({ name: './device', type: 'character-device' });
    });
    expect(await readFile(path.join(folder, 'local', 'b'), 'utf8')).toBe('content');
    expect((await stat(path.join(folder, 'local', 'a'))).mode & 0o7777).toBe(0o755);
  });
});

describe('a connection', () => {
  it('on which nothing comes or goes for too long is lost, where the template says how long', async () => {
    await using server = await FaultyServer.start({ exec: (channel) => channel.write('started\n') });
    const connector = await connectorFor({ ssh_read_write_timeout: 100, ssh_keep_alive_interval: 0 });
    await using machine = await connector.connect(targetAt(server.port), signal);
    await expect(machine.exec('x', { signal })).rejects.toMatchObject({ code: 'connection-lost' });
  });

  it('that a command finds lost is opened anew, once for all who need it', async () => {
    await using opened = await open();
    opened.server.drop();
    await expect(opened.machine.exec('lost', { signal })).rejects.toMatchObject({ code: 'connection-lost' });
    const results = ['a', 'b', 'c'].map((command) => opened.machine.exec(command, { signal }));
    expect(await Promise.all(results)).toEqual([{ exitCode: 0 }, { exitCode: 0 }, { exitCode: 0 }]);
    expect(opened.server.connections).toBe(2);
  });

  it('that was closed stays closed', async () => {
    await using opened = await open();
    await opened.machine.close();
    await expect(opened.machine.exec('x', { signal })).rejects.toMatchObject({
      code: 'connection-lost',
      retryable: true,
    });
    expect(opened.server.connections).toBe(1);
  });
});

describe('a server that never answers the request for SFTP', () => {
  it('holds nobody beyond the signal, not those either who wait for the same session', async () => {
    await using opened = await open({ sftp: 'unanswered' });
    const { machine, server } = opened;
    const controller = new AbortController();
    const file = { bytes: Buffer.from('x') };
    const upload = () => machine.upload(file, '/tmp/x', { mode: 0o600, signal: controller.signal });
    const uploads = [upload(), upload()].map((each) => each.catch((thrown: unknown) => thrown));
    while (!server.seen.includes('sftp')) await new Promise((resolve) => setImmediate(resolve));
    const reason = new BakeError('It takes too long', { code: 'too-long', category: 'provision' });
    controller.abort(reason);
    expect(await Promise.all(uploads)).toEqual([reason, reason]);
  });
});

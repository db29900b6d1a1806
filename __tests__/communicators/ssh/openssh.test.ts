import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, readFile, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Communicator } from '../../../src/engine/ports.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { freePort } from '../../support/free-port.ts';
import { hasOpenSsh, type OpenSshServer, startOpenSsh } from '../../support/openssh-server.ts';
import { connectorFor, loginTo, targetAt } from './machine.ts';

const signal = new AbortController().signal;

/** Sends back what it is sent. */
async function echoServer() {
  const server = createServer((socket) => socket.pipe(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    [Symbol.asyncDispose]: async () => {
      server.close();
    },
  };
}

/** What a port of this computer answers. */
async function ask(port: number, question: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.end(question);
  let answer = '';
  for await (const chunk of socket) answer += String(chunk);
  return answer;
}

const real = hasOpenSsh() ? describe : describe.skip;

real('the SSH communicator with a real OpenSSH server', () => {
  let server: OpenSshServer;
  let machine: Communicator;
  let lines: string[] = [];
  const run = (command: string, options: { stdin?: string; pty?: boolean } = {}) => {
    lines = [];
    return machine.exec(command, { signal, onLine: (stream, line) => lines.push(`${stream}: ${line}`), ...options });
  };

  beforeAll(async () => {
    server = await startOpenSsh();
    machine = await loginTo(server);
  });
  afterAll(async () => {
    await machine.close();
    await server[Symbol.asyncDispose]();
  });

  it('runs a command and tells its exit status and both outputs', async () => {
    expect(await run('echo out; echo err >&2; exit 3')).toEqual({ exitCode: 3 });
    expect(lines.sort()).toEqual(['stderr: err', 'stdout: out']);
  });

  it('tells the signal that ended a command', async () => {
    expect(await run('kill -KILL $$')).toEqual({ exitCode: 128, exitSignal: 'KILL' });
  });

  it('gives a command its standard input, and its end', async () => {
    await run('cat; echo done', { stdin: 'one\ntwo\n' });
    expect(lines).toEqual(['stdout: one', 'stdout: two', 'stdout: done']);
  });

  it('does not wait for the rest of the input of a command that ends without reading it', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(65_536);
      })(),
    );
    expect(await machine.exec('head -c 1 >/dev/null; exit 7', { signal, stdin: endless })).toEqual({ exitCode: 7 });
  });

  it('shows what a terminal would show of a progress bar', async () => {
    await run(`printf '10%%\\r20%%\\r100%%\\nnext\\r\\n'`);
    expect(lines).toEqual(['stdout: 100%', 'stdout: next']);
  });

  // Only root's sshd may make a terminal.
  (process.getuid?.() === 0 ? it : it.skip)('gives a command a terminal when asked to', async () => {
    expect(await run('test -t 0 && test -t 1', { pty: true })).toEqual({ exitCode: 0 });
    expect((await run('test -t 1')).exitCode).toBe(1);
  });

  it('ends at once when it is cancelled, with the reason where there is one', async () => {
    const cancel = new AbortController();
    // It writes, so that it ends by itself when nobody reads any more.
    const running = machine.exec('while :; do echo tick; sleep 0.05; done', {
      signal: cancel.signal,
      onLine: () => cancel.abort(),
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled', category: 'cancelled' });
    const late = new BakeError('Too late', { code: 'provisioner-timeout', category: 'provision' });
    await expect(machine.exec('true', { signal: AbortSignal.abort(late) })).rejects.toBe(late);
    expect(await run('true')).toEqual({ exitCode: 0 });
  });

  it('uploads bytes with exactly the mode that was asked for', async () => {
    const remote = path.join(server.folder, "it's a file");
    await machine.upload({ bytes: Buffer.from('secret\n') }, remote, { mode: 0o600, signal });
    expect(await readFile(remote, 'utf8')).toBe('secret\n');
    expect((await stat(remote)).mode & 0o777).toBe(0o600);
    await machine.upload({ bytes: Buffer.alloc(0) }, remote, { mode: 0o755, signal });
    expect(await readFile(remote, 'utf8')).toBe('');
    expect((await stat(remote)).mode & 0o777).toBe(0o755);
  });

  it('uploads and downloads a file that needs many packets', async () => {
    const local = path.join(server.folder, 'large');
    const content = randomBytes(20_000_003);
    await writeFile(local, content);
    await machine.upload({ path: local }, `${local}-up`, { mode: 0o644, signal });
    await machine.download(`${local}-up`, `${local}-down`, { signal });
    const sum = async (file: string) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
    expect(await sum(`${local}-up`)).toBe(createHash('sha256').update(content).digest('hex'));
    expect(await sum(`${local}-down`)).toBe(await sum(local));
  });

  it("understands the shell's names in remote paths, as scp does", async () => {
    await machine.upload({ bytes: Buffer.from('home') }, '~/.bake-ami-test-file', { mode: 0o644, signal });
    await run('cat ~/.bake-ami-test-file');
    expect(lines).toEqual(['stdout: home']);
    await machine.download('$HOME/.bake-ami-test-file', path.join(server.folder, 'from-home'), { signal });
    expect(await readFile(path.join(server.folder, 'from-home'), 'utf8')).toBe('home');
    await run('rm ~/.bake-ami-test-file');
  });

  it('says what to do when the folder of an upload is missing', async () => {
    await expect(
      machine.upload({ bytes: Buffer.from('x') }, `${server.folder}/missing/file`, { mode: 0o644, signal }),
    ).rejects.toMatchObject({
      code: 'remote-file-not-found',
      message: `Cannot write ${server.folder}/missing/file on i-0123456789abcdef0: No such file`,
      hint: 'The folder must exist on the machine: make it with a shell provisioner before.',
    });
  });

  it('leaves no local file behind when a download fails', async () => {
    const local = path.join(server.folder, 'never');
    await expect(machine.download('/no/such/file', local, { signal })).rejects.toMatchObject({
      code: 'remote-file-not-found',
    });
    await expect(stat(local)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('uploads a folder with modes, long names, empty folders and links', async () => {
    const local = path.join(server.folder, 'tree');
    const long = 'x'.repeat(120);
    await mkdir(path.join(local, 'sub', long), { recursive: true });
    await mkdir(path.join(local, 'empty'));
    await writeFile(path.join(local, 'script.sh'), '#!/bin/sh\n');
    await chmod(path.join(local, 'script.sh'), 0o750);
    await writeFile(path.join(local, 'sub', long, 'ümlaut.txt'), 'deep');
    await writeFile(path.join(server.folder, 'outside.txt'), 'from outside');
    await symlink('script.sh', path.join(local, 'inside-link'));
    await symlink('../outside.txt', path.join(local, 'outside-link'));
    await symlink('/nowhere/at/all', path.join(local, 'dangling-link'));
    const remote = path.join(server.folder, 'made', 'on the way');
    await machine.uploadDirectory(local, remote, { signal });
    expect((await stat(path.join(remote, 'script.sh'))).mode & 0o777).toBe(0o750);
    expect(await readFile(path.join(remote, 'sub', long, 'ümlaut.txt'), 'utf8')).toBe('deep');
    expect((await stat(path.join(remote, 'empty'))).isDirectory()).toBe(true);
    expect(await readlink(path.join(remote, 'inside-link'))).toBe('script.sh');
    expect(await readlink(path.join(remote, 'dangling-link'))).toBe('/nowhere/at/all');
    await expect(readlink(path.join(remote, 'outside-link'))).rejects.toMatchObject({ code: 'EINVAL' });
    expect(await readFile(path.join(remote, 'outside-link'), 'utf8')).toBe('from outside');
  });

  it('changes neither the mode of folders that exist nor links to folders', async () => {
    const local = path.join(server.folder, 'overlay');
    const remote = path.join(server.folder, 'root');
    await mkdir(path.join(local, 'lib'), { recursive: true });
    await mkdir(path.join(local, 'tmp'));
    await writeFile(path.join(local, 'lib', 'new'), 'new');
    await mkdir(path.join(remote, 'usr', 'lib'), { recursive: true });
    await mkdir(path.join(remote, 'tmp'));
    await chmod(path.join(remote, 'tmp'), 0o1777);
    await symlink('usr/lib', path.join(remote, 'lib'));
    await machine.uploadDirectory(local, remote, { signal });
    expect((await stat(path.join(remote, 'tmp'))).mode & 0o7777).toBe(0o1777);
    expect(await readlink(path.join(remote, 'lib'))).toBe('usr/lib');
    expect(await readFile(path.join(remote, 'usr', 'lib', 'new'), 'utf8')).toBe('new');
  });

  it("writes archives that the system's tar reads without a word", async () => {
    const local = path.join(server.folder, 'plain');
    await mkdir(local);
    await writeFile(path.join(local, 'a'), 'a');
    await machine.uploadDirectory(local, path.join(server.folder, 'plain-up'), { signal });
    expect(execFileSync('diff', ['-r', local, path.join(server.folder, 'plain-up')], { encoding: 'utf8' })).toBe('');
  });

  it('says which file of a folder can not be uploaded', async () => {
    const local = path.join(server.folder, 'with-pipe');
    await mkdir(local);
    execFileSync('mkfifo', [path.join(local, 'pipe')]);
    await expect(machine.uploadDirectory(local, `${server.folder}/up`, { signal })).rejects.toMatchObject({
      code: 'not-a-file',
      message: `Cannot upload ${local}/pipe: it is neither a file nor a folder nor a link`,
    });
    await symlink(local, path.join(local, 'around'));
    await rm(path.join(local, 'pipe'));
    await expect(machine.uploadDirectory(local, `${server.folder}/up`, { signal })).rejects.toMatchObject({
      code: 'endless-link',
    });
  });

  it('does not open a pipe or a device, which might never end', async () => {
    const pipe = path.join(server.folder, 'single-pipe');
    execFileSync('mkfifo', [pipe]);
    for (const source of [pipe, '/dev/zero']) {
      await expect(
        machine.upload({ path: source }, `${server.folder}/from-pipe`, { mode: 0o600, signal }),
      ).rejects.toMatchObject({ code: 'not-a-file', message: expect.stringContaining(`Cannot upload ${source}: `) });
    }
  });

  it('says which name in a folder is no UTF-8', async () => {
    const local = path.join(server.folder, 'old-names');
    await mkdir(local);
    await writeFile(Buffer.concat([Buffer.from(`${local}/caf`), Buffer.from([0xe9])]), 'x');
    await expect(machine.uploadDirectory(local, `${server.folder}/up`, { signal })).rejects.toMatchObject({
      code: 'file-name-not-utf8',
      message: `Cannot upload ${local}/caf\ufffd: the bytes of its name (636166e9) are no UTF-8`,
    });
  });

  it('says what the machine says when it can not take a folder', async () => {
    await writeFile(path.join(server.folder, 'a-file'), '');
    await mkdir(path.join(server.folder, 'something'), { recursive: true });
    await expect(
      machine.uploadDirectory(path.join(server.folder, 'something'), `${server.folder}/a-file/x`, { signal }),
    ).rejects.toMatchObject({
      code: 'folder-transfer-failed',
      message: expect.stringMatching(/^Cannot unpack the files of .*: mkdir: .*Not a directory/),
    });
  });

  it('downloads a folder with its links as files', async () => {
    const remote = path.join(server.folder, 'to-fetch');
    await mkdir(path.join(remote, 'deep'), { recursive: true });
    await writeFile(path.join(remote, 'deep', 'file'), 'content');
    await chmod(path.join(remote, 'deep', 'file'), 0o640);
    await symlink('deep/file', path.join(remote, 'link'));
    const local = path.join(server.folder, 'fetched');
    await machine.downloadDirectory(remote, local, { signal });
    expect(await readFile(path.join(local, 'deep', 'file'), 'utf8')).toBe('content');
    expect((await stat(path.join(local, 'deep', 'file'))).mode & 0o777).toBe(0o640);
    expect(await readFile(path.join(local, 'link'), 'utf8')).toBe('content');
  });

  it('says what is wrong when a folder to download does not exist', async () => {
    await expect(
      machine.downloadDirectory('/no/such/folder', path.join(server.folder, 'none'), { signal }),
    ).rejects.toMatchObject({
      code: 'folder-transfer-failed',
      message: expect.stringMatching(
        /^Cannot read the folder \/no\/such\/folder on i-0123456789abcdef0: .*\/no\/such\/folder/,
      ),
    });
  });

  it('tells OpenSSH how to recognise the machine', () => {
    const [line = ''] = machine.access.knownHosts;
    expect(line).toMatch(new RegExp(`^\\[127\\.0\\.0\\.1\\]:${server.port} ssh-ed25519 AAAA`));
    expect(machine.access.privateKey).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/);
  });

  it('logs in with an RSA key too', async () => {
    await using other = await loginTo(server, { temporary_key_pair_type: 'rsa' });
    expect(await other.exec('true', { signal })).toEqual({ exitCode: 0 });
  });

  it('goes through a jump host', async () => {
    const keyFile = path.join(server.folder, 'jump_key');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', keyFile]);
    await server.authorize((await readFile(`${keyFile}.pub`, 'utf8')).trim());
    await using behind = await loginTo(server, {
      ssh_bastion_host: '127.0.0.1',
      ssh_bastion_port: server.port,
      ssh_bastion_private_key_file: keyFile,
    });
    expect(await behind.exec('true', { signal })).toEqual({ exitCode: 0 });
    expect(behind.access.knownHosts).toHaveLength(2);
    expect(behind.access.bastion).toMatchObject({ host: '127.0.0.1', port: server.port, privateKeyFile: keyFile });
  });

  it('ssh_local_tunnels, ssh_remote_tunnels: lead through the connection, both ways, and go with it', async () => {
    await using here = await echoServer();
    const [local, remote] = [await freePort(), await freePort()];
    const tunnels = {
      ssh_local_tunnels: [`${local}:localhost:${here.port}`],
      ssh_remote_tunnels: [`${remote}:127.0.0.1:${here.port}`],
    };
    {
      await using through = await loginTo(server, tunnels);
      expect(await ask(local, 'from here')).toBe('from here');
      const lines: string[] = [];
      const script = `exec 3<>/dev/tcp/localhost/${remote}; echo from there >&3; head -n 1 <&3`;
      const onLine = (_: string, line: string) => lines.push(line);
      expect(await through.exec(`bash -c '${script}'`, { signal, onLine })).toEqual({ exitCode: 0 });
      expect(lines).toEqual(['from there']);
      await expect(loginTo(server, tunnels)).rejects.toMatchObject({ code: 'ssh-tunnel-refused' });
      // After a reboot, say.
      await through.reconnect(signal);
      expect(await ask(local, 'again')).toBe('again');
    }
    await expect(ask(local, 'too late')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('accepts a host key that the console output proves, and refuses others with the remedy', async () => {
    const connector = await connectorFor({ ssh_username: server.username }, 'proven');
    if (connector.login.kind === 'temporary-key') await server.authorize(connector.login.publicKey);
    await using proven = await connector.connect(
      targetAt(server.port, { provenHostKeys: async () => [server.fingerprint] }),
      signal,
    );
    expect(await proven.exec('true', { signal })).toEqual({ exitCode: 0 });
    await expect(
      connector.connect(targetAt(server.port, { provenHostKeys: async () => ['SHA256:other'] }), signal),
    ).rejects.toMatchObject({
      code: 'host-key-not-proven',
      message: `Cannot tell whether i-0123456789abcdef0 is the machine that was launched: it presents the ssh-ed25519 key ${server.fingerprint}, but its console output lists SHA256:other`,
    });
  });
});

real('a connection that a reboot ends', () => {
  it('is a lost command, and the next one opens a new connection', async () => {
    await using server = await startOpenSsh();
    await using machine = await loginTo(server);
    const command = machine.exec('echo up; sleep 1000', { signal, onLine: () => void server.stop() });
    await expect(command).rejects.toMatchObject({ code: 'connection-lost', category: 'connection', retryable: false });
    const next = machine.exec('echo back', { signal });
    await server.start();
    expect(await next).toEqual({ exitCode: 0 });
  });
});

real('a machine without tar', () => {
  it('gets and gives folders file by file', async () => {
    await using server = await startOpenSsh(['SetEnv PATH=/nonexistent']);
    await using machine = await loginTo(server);
    const local = path.join(server.folder, 'tree');
    await mkdir(path.join(local, 'deep', 'empty'), { recursive: true });
    await writeFile(path.join(local, 'deep', 'file'), 'content', { mode: 0o750 });
    await machine.uploadDirectory(local, `${server.folder}/made/up`, { signal });
    expect((await stat(`${server.folder}/made/up/deep/file`)).mode & 0o777).toBe(0o750);
    await machine.downloadDirectory(`${server.folder}/made/up`, `${server.folder}/down`, { signal });
    expect(await readFile(`${server.folder}/down/deep/file`, 'utf8')).toBe('content');
    expect((await stat(`${server.folder}/down/deep/empty`)).isDirectory()).toBe(true);
    await symlink('deep', path.join(local, 'link'));
    await expect(machine.uploadDirectory(local, `${server.folder}/made/up`, { signal })).rejects.toMatchObject({
      code: 'remote-tar-missing',
    });
  });
});

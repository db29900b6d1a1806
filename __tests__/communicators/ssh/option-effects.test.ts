import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import ssh2, { type AuthContext } from 'ssh2';
import { type KeyPair, makeKeyPair } from '../../../src/kernel/ssh-keys.ts';
import { freePort } from '../../support/free-port.ts';
import { buildContext } from '../../support/plugin-context.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { FaultyServer } from './faulty-server.ts';
import { connectorFor, targetAt } from './machine.ts';

const signal = new AbortController().signal;

/** An SSH agent that holds one key, at a socket of its own. */
async function agentWith(key: KeyPair) {
  const parsed = ssh2.utils.parseKey(key.privateKey);
  if (parsed instanceof Error) throw parsed;
  const socket = path.join(temporaryFolder('agent'), 'socket');
  const server = createServer((connection) => {
    const protocol = new ssh2.AgentProtocol(false);
    connection.on('error', () => undefined);
    protocol.on('identities', (request) => protocol.getIdentitiesReply(request, [parsed]));
    protocol.on('sign', (request, _key, data) => protocol.signReply(request, parsed.sign(data)));
    connection.pipe(protocol).pipe(connection);
  });
  await new Promise<void>((resolve) => {
    server.listen(socket, resolve);
  });
  return {
    environment: { SSH_AUTH_SOCK: socket },
    [Symbol.asyncDispose]: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** Accepts a key, and nothing else. */
const onlyKey =
  ({ publicBlob }: KeyPair) =>
  (context: AuthContext): boolean =>
    context.method === 'publickey' && context.key.data.equals(publicBlob);

describe('logging in', () => {
  it('ssh_private_key_file: with the key of that file, and no temporary one is made', async () => {
    const key = await makeKeyPair('ed25519', 'mine');
    const file = path.join(temporaryFolder('key'), 'id');
    writeFileSync(file, key.privateKey);
    await using server = await FaultyServer.start({ login: onlyKey(key) });
    const connector = await connectorFor({ ssh_private_key_file: file });
    expect(connector.login).toEqual({ kind: 'given' });
    await using machine = await connector.connect(targetAt(server.port), signal);
    expect(await machine.exec('true', { signal })).toEqual({ exitCode: 0 });
    const other = await connectorFor({ ssh_handshake_attempts: 1 });
    await expect(other.connect(targetAt(server.port), signal)).rejects.toMatchObject({ code: 'ssh-login-refused' });
  });

  it('ssh_agent_auth: with the key that the agent at SSH_AUTH_SOCK holds', async () => {
    const key = await makeKeyPair('ed25519', 'in the agent');
    await using agent = await agentWith(key);
    await using server = await FaultyServer.start({ login: onlyKey(key) });
    const connector = await connectorFor(
      { ssh_agent_auth: true },
      'first',
      buildContext({ environment: agent.environment }),
    );
    expect(connector.login).toEqual({ kind: 'given' });
    await using machine = await connector.connect(targetAt(server.port), signal);
    expect(await machine.exec('true', { signal })).toEqual({ exitCode: 0 });
  });

  it('ssh_username: as that user', async () => {
    const users: string[] = [];
    await using server = await FaultyServer.start({ login: ({ username }) => users.push(username) > 0 });
    await using machine = await (await connectorFor({ ssh_username: 'admin' })).connect(targetAt(server.port), signal);
    expect(machine.username).toBe('admin');
    expect(new Set(users)).toEqual(new Set(['admin']));
  });

  it('ssh_port: at that port', async () => {
    expect((await connectorFor({ ssh_port: 2222 })).port).toBe(2222);
    expect((await connectorFor({})).port).toBe(22);
  });

  it('ssh_key_exchange_algorithms: offers these and no others', async () => {
    await using server = await FaultyServer.start();
    const connect = async (method: string) =>
      (await connectorFor({ ssh_key_exchange_algorithms: [method] })).connect(targetAt(server.port), signal);
    await expect(connect('diffie-hellman-group1-sha1')).rejects.toMatchObject({ code: 'ssh-no-common-algorithm' });
    await using machine = await connect('ecdh-sha2-nistp256');
    expect(await machine.exec('true', { signal })).toEqual({ exitCode: 0 });
  });

  it('ssh_handshake_attempts: no more often than that', async () => {
    await using server = await FaultyServer.start({ login: () => false });
    const connector = await connectorFor({ ssh_handshake_attempts: 2 });
    await expect(connector.connect(targetAt(server.port), signal)).rejects.toMatchObject({ code: 'ssh-login-refused' });
    expect(server.connections).toBe(2);
  });

  it('ssh_wait_timeout: no longer than that, whatever ssh_timeout says', async () => {
    const connector = await connectorFor({ ssh_wait_timeout: 400, ssh_timeout: 3_600_000 });
    await expect(connector.connect(targetAt(await freePort()), signal)).rejects.toMatchObject({
      code: 'ssh-timeout',
      message: expect.stringContaining('within 400 milliseconds'),
    });
  });
});

describe('a connection', () => {
  it("ssh_file_transfer_method: leaves the shell's names in remote paths to the machine, or takes them as they are", async () => {
    const commands = async (ssh_file_transfer_method: string): Promise<readonly string[]> => {
      await using server = await FaultyServer.start({ sftp: false });
      const connector = await connectorFor({ ssh_file_transfer_method });
      await using machine = await connector.connect(targetAt(server.port), signal);
      await machine.upload({ bytes: Buffer.from('x') }, '$HOME/x', { mode: 0o644, signal }).catch(() => undefined);
      return server.seen.filter((each) => each.startsWith('exec '));
    };
    const asked = `exec printf '%s\\n' "$HOME/x"`;
    expect(await commands('scp')).toContain(asked);
    const literal = await commands('sftp');
    expect(literal).not.toContain(asked);
    expect(literal).toEqual([expect.stringContaining("'$HOME/x'")]);
  });

  it('ssh_keep_alive_interval: is asked so often whether it still is alive, or never', async () => {
    const questions = async (interval: number): Promise<number> => {
      await using server = await FaultyServer.start();
      const connector = await connectorFor({ ssh_keep_alive_interval: interval });
      await using machine = await connector.connect(targetAt(server.port), signal);
      await machine.exec('true', { signal });
      await setTimeout(50);
      const before = server.received;
      await setTimeout(400);
      return server.received - before;
    };
    expect(await questions(20)).toBeGreaterThan(2);
    expect(await questions(0)).toBe(0);
  });
});

describe('the jump host', () => {
  /** What it is shown, before it refuses the login. */
  async function shown(options: Parameters<typeof connectorFor>[0], environment = {}) {
    const logins: { username: string; method: string; password?: string; key?: Buffer }[] = [];
    await using bastion = await FaultyServer.start({
      login: (context) => {
        const { username, method } = context;
        logins.push({
          username,
          method,
          ...(context.method === 'password' ? { password: context.password } : {}),
          ...(context.method === 'publickey' ? { key: context.key.data } : {}),
        });
        return false;
      },
    });
    const connector = await connectorFor(
      {
        ssh_username: 'ubuntu',
        ssh_bastion_host: '127.0.0.1',
        ssh_bastion_port: bastion.port,
        ssh_timeout: 1_000,
        ...options,
      },
      'first',
      buildContext({ environment }),
    );
    await expect(connector.connect(targetAt(await freePort()), signal)).rejects.toMatchObject({
      category: 'connection',
    });
    return logins;
  }

  it('ssh_bastion_username, ssh_bastion_password: is logged in to with these', async () => {
    const [first] = await shown({ ssh_bastion_username: 'jumper', ssh_bastion_password: 'hunter2-hunter2' });
    expect(first).toEqual({ username: 'jumper', method: 'password', password: 'hunter2-hunter2' });
    const [other] = await shown({ ssh_bastion_password: 'hunter2-hunter2' });
    expect(other).toMatchObject({ username: 'ubuntu' });
  });

  it('ssh_bastion_agent_auth: is logged in to with the keys of the agent', async () => {
    const key = await makeKeyPair('ed25519', 'in the agent');
    await using agent = await agentWith(key);
    const [first] = await shown({ ssh_bastion_agent_auth: true }, agent.environment);
    expect(first).toMatchObject({ method: 'publickey', key: key.publicBlob });
  });
});

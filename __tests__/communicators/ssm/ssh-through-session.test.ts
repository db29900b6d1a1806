import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDataChannel } from '../../../src/communicators/ssm/data-channel.ts';
import type { Communicator } from '../../../src/engine/ports.ts';
import { hasOpenSsh, type OpenSshServer, startOpenSsh } from '../../support/openssh-server.ts';
import { connectorFor, targetAt } from '../ssh/machine.ts';
import { type ServedMachine, servedMachine } from './support/served-machine.ts';

/** A real SSH server behind a session; what is at the other end of the tunnel's address is nobody. */
(hasOpenSsh() ? describe : describe.skip)('SSH through Session Manager', () => {
  let server: OpenSshServer;
  let machine: ServedMachine;
  let communicator: Communicator;

  beforeAll(async () => {
    server = await startOpenSsh();
    machine = await servedMachine((socket) => {
      const inside = connect(server.port, '127.0.0.1');
      inside.on('error', () => socket.destroy());
      socket.pipe(inside).pipe(socket);
    });
    const connector = await connectorFor({ ssh_username: server.username });
    if (connector.login.kind === 'temporary-key') await server.authorize(connector.login.publicKey);
    const { signal } = new AbortController();
    const tunnel = {
      name: 'Session Manager',
      host: '127.0.0.1',
      port: 1,
      open: async (until: AbortSignal) => openDataChannel(await machine.start(), machine.settings, until),
    };
    communicator = await connector.connect(targetAt(1, { tunnel }), signal);
  });

  afterAll(async () => {
    await communicator?.close();
    await machine?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  async function run(command: string, onLine?: (line: string) => void) {
    const lines: string[] = [];
    const { exitCode } = await communicator.exec(command, {
      signal: new AbortController().signal,
      onLine: (_, line) => {
        lines.push(line);
        onLine?.(line);
      },
    });
    return { exitCode, lines };
  }

  it('names the door of the tunnel to programs that connect by themselves, with the host key for it', () => {
    expect(communicator).toMatchObject({ host: '127.0.0.1', port: 1 });
    expect(communicator.access.knownHosts[0]).toMatch(/^\[127\.0\.0\.1\]:1 /);
  });

  it('runs a command to its end though the connection breaks in the middle of it', async () => {
    const dropped: string[] = [];
    const { exitCode, lines } = await run('for i in 1 2 3 4 5 6; do echo $i; sleep 0.1; done; exit 7', (line) => {
      if (line !== '2' && line !== '4') return;
      dropped.push(line);
      for (const { agent } of machine.cloud.sessions.all()) agent.drop();
    });
    expect(dropped).toEqual(['2', '4']);
    expect(lines).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(exitCode).toBe(7);
  });

  it('calls a command lost whose session somebody ends, and opens another session for the next one', async () => {
    const lost = run('echo started; sleep 20', () => {
      for (const { id } of machine.cloud.sessions.all()) machine.cloud.sessions.end(id, 'by an administrator');
    });
    await expect(lost).rejects.toMatchObject({ code: 'connection-lost' });
    expect(await run('echo again')).toEqual({ exitCode: 0, lines: ['again'] });
  });
});

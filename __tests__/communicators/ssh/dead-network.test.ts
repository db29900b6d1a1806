import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import type { Clock } from '../../../src/kernel/clock.ts';
import { freePort } from '../../support/free-port.ts';
import { buildContext } from '../../support/plugin-context.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { FaultyServer } from './faulty-server.ts';
import { connectorFor, targetAt } from './machine.ts';
import { StallingProxy } from './stalling-proxy.ts';

const signal = new AbortController().signal;
const SSH_TIMEOUT_MS = 654_321;
const GOODBYE_MS = 1_000;
const PROBE_PAUSE_MS = 250;
const PASSWORD = 'hunter2-hunter2';

/** A clock on which only those waits end that `ends` gives an event for. */
function clockOf(ends: (milliseconds: number) => Promise<unknown> | undefined): Clock {
  return {
    now: () => 0,
    monotonic: () => 0,
    sleep: async (milliseconds, cancel) => {
      const cancelled = new Promise<never>((_, reject) => {
        if (cancel?.aborted) reject(cancel.reason);
        cancel?.addEventListener('abort', () => reject(cancel.reason), { once: true });
      });
      const end = ends(milliseconds);
      await (end === undefined ? cancelled : Promise.race([end, cancelled]));
    },
  };
}

/** The time is up when `event` has happened. */
function timeIsUpAfter(event: Promise<unknown>) {
  return buildContext({ clock: clockOf((milliseconds) => (milliseconds === SSH_TIMEOUT_MS ? event : undefined)) });
}

async function seen(server: FaultyServer, what: string): Promise<void> {
  while (!server.seen.includes(what)) await new Promise((resolve) => setImmediate(resolve));
}

describe('when the time is up in the middle of the first try', () => {
  it('a machine that never answers is called silent, not one without an address', async () => {
    await using way = await StallingProxy.start();
    const connector = await connectorFor({ ssh_timeout: SSH_TIMEOUT_MS }, 'first', timeIsUpAfter(way.heard));
    await expect(connector.connect(targetAt(way.port), signal)).rejects.toMatchObject({
      code: 'ssh-silent',
      message: expect.stringMatching(new RegExp(`: 127\\.0\\.0\\.1:${way.port} as root, 1 try: no answer$`)),
    });
    await way.isFree();
  });

  it('a jump host that never answers is named, and not the machine behind it', async () => {
    await using way = await StallingProxy.start();
    const connector = await connectorFor(
      {
        ssh_timeout: SSH_TIMEOUT_MS,
        ssh_bastion_host: '127.0.0.1',
        ssh_bastion_port: way.port,
        ssh_bastion_username: 'jumper',
        ssh_bastion_password: PASSWORD,
      },
      'first',
      timeIsUpAfter(way.heard),
    );
    await expect(connector.connect(targetAt(await freePort()), signal)).rejects.toMatchObject({
      code: 'ssh-bastion-unreachable',
      message: expect.stringMatching(
        new RegExp(`: the jump host 127\\.0\\.0\\.1:${way.port} as jumper, 1 try: no answer$`),
      ),
      hint: expect.stringContaining('ssh_bastion_host'),
    });
    await way.isFree();
  });
});

describe('a jump host', () => {
  it('that refuses the connection is named, and not the machine behind it', async () => {
    const port = await freePort();
    const tried = new EventTarget();
    const clock = clockOf((milliseconds) => {
      if (milliseconds === SSH_TIMEOUT_MS) return once(tried, 'pause');
      if (milliseconds === PROBE_PAUSE_MS) tried.dispatchEvent(new Event('pause'));
      return undefined;
    });
    const connector = await connectorFor(
      {
        ssh_timeout: SSH_TIMEOUT_MS,
        ssh_bastion_host: '127.0.0.1',
        ssh_bastion_port: port,
        ssh_bastion_username: 'jumper',
        ssh_bastion_password: PASSWORD,
      },
      'first',
      buildContext({ clock }),
    );
    await expect(connector.connect(targetAt(await freePort()), signal)).rejects.toMatchObject({
      code: 'ssh-bastion-unreachable',
      message: expect.stringMatching(
        new RegExp(
          `: the jump host 127\\.0\\.0\\.1:${port} as jumper, 1 try: connect ECONNREFUSED 127\\.0\\.0\\.1:${port}$`,
        ),
      ),
    });
  });

  it('that leaves the way to the machine unanswered is named beside it, and let go', async () => {
    await using bastion = await FaultyServer.start({ tunnels: 'unanswered' });
    await using way = await StallingProxy.start(bastion.port);
    const asked = seen(bastion, 'tcpip').then(() => way.stall());
    const clock = clockOf((milliseconds) =>
      milliseconds === SSH_TIMEOUT_MS || milliseconds === GOODBYE_MS ? asked : undefined,
    );
    const connector = await connectorFor(
      {
        ssh_timeout: SSH_TIMEOUT_MS,
        ssh_bastion_host: '127.0.0.1',
        ssh_bastion_port: way.port,
        ssh_bastion_password: PASSWORD,
      },
      'first',
      buildContext({ clock }),
    );
    const machinePort = await freePort();
    await expect(connector.connect(targetAt(machinePort), signal)).rejects.toMatchObject({
      code: 'ssh-timeout',
      message: expect.stringMatching(
        new RegExp(
          `: 127\\.0\\.0\\.1:${machinePort} through the jump host 127\\.0\\.0\\.1:${way.port} as root, 1 try: no answer$`,
        ),
      ),
    });
    await way.isFree();
  });
});

describe('a connection whose network is dead', () => {
  it('is closed all the same, also after a command that was cancelled', async () => {
    await using server = await FaultyServer.start({ exec: (channel) => void channel.write('half a line') });
    await using way = await StallingProxy.start(server.port);
    const clock = clockOf((milliseconds) => (milliseconds === GOODBYE_MS ? Promise.resolve() : undefined));
    const connector = await connectorFor({}, 'first', buildContext({ clock }));
    const machine = await connector.connect(targetAt(way.port), signal);
    const cancel = new AbortController();
    const command = machine.exec('make', { signal: cancel.signal });
    await seen(server, 'exec make');
    way.stall();
    cancel.abort();
    await expect(command).rejects.toMatchObject({ code: 'cancelled' });
    await machine.close();
    await way.isFree();
  });

  it('is given up after ssh_read_write_timeout, although this side goes on asking whether it is alive', async () => {
    const limit = 54_321;
    await using server = await FaultyServer.start({ exec: (channel) => void channel.write('half a line') });
    await using way = await StallingProxy.start(server.port);
    const stalled = seen(server, 'exec make').then(() => way.stall());
    let heard = 0;
    // Each look at the connection comes after one more question.
    const nextQuestion = async () => {
      await stalled;
      heard = await way.heardMoreThan(heard);
    };
    const clock = clockOf((milliseconds) => (milliseconds === limit ? nextQuestion() : undefined));
    const connector = await connectorFor(
      { ssh_read_write_timeout: limit, ssh_keep_alive_interval: 20 },
      'first',
      buildContext({ clock }),
    );
    await using machine = await connector.connect(targetAt(way.port), signal);
    await expect(machine.exec('make', { signal })).rejects.toMatchObject({ code: 'connection-lost' });
  });

  it('is not taken for a machine without SFTP when it is lost before the answer', async () => {
    await using server = await FaultyServer.start({ sftp: 'cut' });
    const connector = await connectorFor({});
    await using machine = await connector.connect(targetAt(server.port), signal);
    await expect(machine.uploadDirectory(temporaryFolder(), '/tmp/x', { signal })).rejects.toMatchObject({
      code: 'connection-lost',
      retryable: true,
    });
  });
});

describe('a tunnel', () => {
  it('that the machine never answers holds nobody beyond the signal', async () => {
    await using server = await FaultyServer.start({ tunnels: 'unanswered' });
    await using way = await StallingProxy.start(server.port);
    const connector = await connectorFor({ ssh_remote_tunnels: ['8080:localhost:80'] });
    const cancel = new AbortController();
    const opening = connector.connect(targetAt(way.port), cancel.signal);
    opening.catch(() => undefined);
    await seen(server, 'tcpip-forward');
    cancel.abort();
    await expect(opening).rejects.toMatchObject({ code: 'cancelled' });
    await way.isFree();
  });

  it('takes a client that is gone before the other end is there', async () => {
    await using server = await FaultyServer.start({ tunnels: 'unanswered' });
    const port = await freePort();
    const connector = await connectorFor({ ssh_local_tunnels: [`${port}:localhost:80`] });
    await using machine = await connector.connect(targetAt(server.port), signal);
    const client = connect(port, '127.0.0.1');
    await once(client, 'connect');
    await seen(server, 'tcpip');
    client.resetAndDestroy();
    expect(await machine.exec('true', { signal })).toEqual({ exitCode: 0 });
  });
});

import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { type WebSocket, WebSocketServer } from 'ws';
import { openDataChannel } from '../../../src/communicators/ssm/data-channel.ts';
import { portSessions } from '../../../src/communicators/ssm/index.ts';
import type { PortSessionGrant } from '../../../src/engine/ports.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { BakeError } from '../../../src/kernel/errors.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { SecretRegistry } from '../../../src/kernel/secrets.ts';
import {
  type AgentMessage,
  PayloadType,
  readAgentMessage,
  writeAgentMessage,
} from '../../../src/session-manager/agent-message.ts';
import { freePort } from '../../support/free-port.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { type ServedMachine, servedMachine } from './support/served-machine.ts';

const { signal } = new AbortController();
const SETTINGS = {
  clock: systemClock,
  ids: randomIds,
  secrets: new SecretRegistry(),
  agentFor: async () => undefined,
};

/** Greets as an SSH server does, and sends back what it gets. */
function echo(socket: Socket): void {
  socket.write('hello\n');
  socket.pipe(socket);
}

async function open(machine: ServedMachine): Promise<{ readonly grant: PortSessionGrant; readonly stream: Duplex }> {
  const grant = await machine.start();
  return { grant, stream: await openDataChannel(grant, machine.settings, signal) };
}

/** The next so many bytes. */
async function take(stream: Duplex, length: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream.iterator({ destroyOnReturn: false })) {
    parts.push(part);
    size += part.length;
    if (size >= length) break;
  }
  return Buffer.concat(parts);
}

describe('a stream through a session', () => {
  it('carries what is written there and back, whole and in order', async () => {
    await using machine = await servedMachine(echo);
    const { stream } = await open(machine);
    expect((await take(stream, 6)).toString()).toBe('hello\n');
    const sent = randomBytes(2_000_003);
    stream.write(sent);
    const back = await take(stream, sent.length);
    expect(back.equals(sent)).toBe(true);
    stream.destroy();
  });

  it('ends its session when it is closed', async () => {
    await using machine = await servedMachine(echo);
    const { stream, grant } = await open(machine);
    expect(machine.cloud.sessions.get(grant.sessionId)).toBeDefined();
    stream.end();
    await once(stream, 'close');
    await until(() => machine.cloud.sessions.get(grant.sessionId) === undefined);
  });

  it('loses nothing when the connection breaks again and again', async () => {
    await using machine = await servedMachine(echo);
    const { stream, grant } = await open(machine);
    await take(stream, 6);
    const sent = randomBytes(600_000);
    const back = take(stream, sent.length);
    for (let at = 0; at < sent.length; at += 100_000) {
      stream.write(sent.subarray(at, at + 100_000));
      await systemClock.sleep(20);
      machine.cloud.sessions.get(grant.sessionId)?.agent.drop();
    }
    expect((await back).equals(sent)).toBe(true);
    expect(machine.cloud.calls.filter(({ action }) => action === 'ResumeSession').length).toBeGreaterThan(1);
    stream.destroy();
  });

  it('ends with the reason when somebody ends the session, which cannot draw on the terminal', async () => {
    await using machine = await servedMachine(echo);
    const { stream, grant } = await open(machine);
    machine.cloud.sessions.end(grant.sessionId, 'terminated by \u001b[2Jadmin');
    const [error] = await once(stream, 'error');
    expect(error.message).toBe('the session has ended: terminated by admin');
    expect(stream.destroyed).toBe(true);
  });

  it('ends when the connection is lost and may not be resumed', async () => {
    await using machine = await servedMachine(echo);
    const grant = await machine.start();
    const denied = new BakeError('not allowed', { code: 'not-authorised', category: 'auth' });
    const stream = await openDataChannel({ ...grant, resume: () => Promise.reject(denied) }, machine.settings, signal);
    machine.cloud.sessions.get(grant.sessionId)?.agent.drop();
    const [error] = await once(stream, 'error');
    expect(error.message).toBe('the connection to Session Manager is lost: not allowed');
  });

  it('is not opened where nobody listens: the agent says so', async () => {
    await using machine = await servedMachine(echo);
    await machine.closePort();
    const grant = await machine.start();
    await expect(openDataChannel(grant, machine.settings, signal)).rejects.toThrow(
      'Unable to connect to specified port',
    );
  });

  it('is not opened with a token that is not the one of the session', async () => {
    await using machine = await servedMachine(echo);
    const grant = { ...(await machine.start()), token: 'guessed' };
    await expect(openDataChannel(grant, machine.settings, signal)).rejects.toThrow(/closed \(1008/);
  });

  it('is not opened where nothing answers', async () => {
    await using machine = await servedMachine(echo);
    const grant = { ...(await machine.start()), streamUrl: `ws://127.0.0.1:${await freePort()}/v1/data-channel/x` };
    await expect(openDataChannel(grant, machine.settings, signal)).rejects.toThrow("Session Manager can't be reached");
  });

  it('stops waiting when it is told to', async () => {
    await using machine = await servedMachine(() => undefined);
    const grant = await machine.start();
    const stop = new AbortController();
    const opening = openDataChannel(grant, machine.settings, stop.signal);
    setTimeout(() => stop.abort(new Error('enough')), 50);
    await expect(opening).rejects.toThrow('enough');
    await until(() => machine.cloud.sessions.get(grant.sessionId) === undefined);
  });
});

describe('the door for programs that connect by themselves', () => {
  it('leads each connection into a session of its own', async () => {
    await using machine = await servedMachine(echo);
    const sessions = portSessions(machine.settings);
    await using listener = await sessions.listen(0, async () => sessions.open(await machine.start(), signal));
    expect(listener.host).toBe('127.0.0.1');
    const clients = [1, 2, 3].map(() => connect(listener.port, listener.host));
    await Promise.all(
      clients.map(async (client, index) => {
        client.write(`from ${index}\n`);
        expect((await take(client, 13)).toString()).toBe(`hello\nfrom ${index}\n`);
      }),
    );
    expect(machine.cloud.sessions.all()).toHaveLength(3);
    for (const client of clients) client.end();
    await until(() => machine.cloud.sessions.all().length === 0);
  });

  it('says which port is taken, and by which option to take another', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const opens = (): never => {
      throw new Error('nobody connects');
    };
    await expect(portSessions(SETTINGS).listen(port, opens)).rejects.toMatchObject({
      code: 'tunnel-port',
      hint: expect.stringContaining('session_manager_port'),
    });
    taken.close();
  });
});

describe('what a hostile machine sends', () => {
  it.each([
    ['a frame of nothing', Buffer.alloc(0), "can't be read"],
    ['a frame of noise', Buffer.alloc(500, 0xff), "can't be read"],
    ['a handshake that is no JSON', handshake('{'), "can't be read"],
    ['a handshake that asks for a KMS key', handshake(asking('KMSEncryption')), 'encryption by a KMS key'],
    ['a handshake for a shell', handshake(asking('SessionType')), 'leads to no port'],
    ['more than a frame may hold', Buffer.alloc(300 * 1_024), 'closed|Max payload'],
  ])('%s: the session ends, and says why', async (_, frame, expected) => {
    await using service = await fakeService((client) => client.send(frame));
    await expect(openDataChannel(service.grant, SETTINGS, signal)).rejects.toThrow(new RegExp(expected));
  });
});

describe('an agent that does not do what agents do', () => {
  it('is answered one handshake, however many it asks for', async () => {
    await using service = await fakeService((client) => {
      for (let at = 0; at < 50; at += 1) client.send(stream(at, PayloadType.handshakeRequest, askingForPort()));
      client.send(stream(50, PayloadType.handshakeComplete, '{}'));
      client.send(stream(51, PayloadType.output, 'hello'));
    });
    const opened = await openDataChannel(service.grant, SETTINGS, signal);
    expect((await take(opened, 5)).toString()).toBe('hello');
    opened.destroy();
    await service.goodbye;
    const answers = service.received.filter(({ payloadType }) => payloadType === PayloadType.handshakeResponse);
    expect(new Set(answers.map(({ sequenceNumber }) => sequenceNumber)).size).toBe(1);
  });

  it('is not answered about thousands of things', async () => {
    const RequestedClientActions = Array.from({ length: 5_000 }, () => ({ ActionType: 'x' }));
    await using service = await fakeService((client) => {
      client.send(stream(0, PayloadType.handshakeRequest, JSON.stringify({ RequestedClientActions })));
    });
    await expect(openDataChannel(service.grant, SETTINGS, signal)).rejects.toThrow(
      'its handshake asks for 5000 things',
    );
    expect(service.received.every(({ payloadType }) => payloadType !== PayloadType.handshakeResponse)).toBe(true);
  });

  it('is given up when every new connection is closed as soon as it is there', async () => {
    let connections = 0;
    await using service = await fakeService((client) => {
      connections += 1;
      if (connections > 1) {
        client.close(1008, 'no');
        return;
      }
      client.send(stream(0, PayloadType.handshakeRequest, askingForPort()));
      client.send(stream(1, PayloadType.handshakeComplete, '{}'));
      client.send(stream(2, PayloadType.output, 'hello'));
    });
    const clock = new VirtualClock();
    const grant = { ...service.grant, resume: async () => ({ streamUrl: service.grant.streamUrl, token: 'next' }) };
    const opened = await openDataChannel(grant, { ...SETTINGS, clock }, signal);
    const failed = once(opened, 'error');
    service.drop();
    for (let seconds = 0; !opened.destroyed && seconds < 600; seconds += 1) {
      await clock.advance(1_000);
      await systemClock.sleep(2);
    }
    const [error] = await failed;
    expect(error.message).toBe('the connection to Session Manager is lost: the connection was closed (1008: no)');
  });

  it.each([
    ['the service never answers the question for a new one', async () => new Promise<never>(() => undefined)],
    ['a new one never comes about, a byte at a time', async (port: number) => `ws://127.0.0.1:${port}/`],
  ])('is given up when %s', async (_, resumed) => {
    const sockets = new Set<Socket>();
    const slow = createServer((socket) => {
      sockets.add(socket);
      const drip = setInterval(() => socket.write('H'), 20);
      socket.on('error', () => undefined).resume();
      socket.once('close', () => {
        clearInterval(drip);
        sockets.delete(socket);
      });
      socket.write('HTTP/1.1 101 ');
    }).listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const address = slow.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await using service = await fakeService((client) => {
      client.send(stream(0, PayloadType.handshakeRequest, askingForPort()));
      client.send(stream(1, PayloadType.handshakeComplete, '{}'));
      client.send(stream(2, PayloadType.output, 'hello'));
    });
    const clock = new VirtualClock();
    const grant = { ...service.grant, resume: async () => ({ streamUrl: await resumed(port), token: 'next' }) };
    const opened = await openDataChannel(grant, { ...SETTINGS, clock }, signal);
    const failed = once(opened, 'error');
    service.drop();
    for (let seconds = 0; !opened.destroyed && seconds < 600; seconds += 1) {
      await clock.advance(1_000);
      await systemClock.sleep(2);
    }
    const [error] = await failed;
    expect(error.message).toBe('the connection to Session Manager is lost: Session Manager does not answer');
    await until(() => sockets.size === 0);
    slow.close();
  });

  it('is not connected to any more when nobody wants that while the way there is being found', async () => {
    let connections = 0;
    await using service = await fakeService(() => (connections += 1));
    const stop = new AbortController();
    let found = (): void => undefined;
    const agentFor = () =>
      new Promise<undefined>((resolve) => {
        found = () => resolve(undefined);
        stop.abort(new Error('enough'));
      });
    await expect(openDataChannel(service.grant, { ...SETTINGS, agentFor }, stop.signal)).rejects.toThrow('enough');
    found();
    await systemClock.sleep(50);
    expect(connections).toBe(0);
  });
});

interface FakeService extends AsyncDisposable {
  readonly grant: PortSessionGrant;
  /** What clients have sent, all connections together. */
  readonly received: AgentMessage[];
  /** Resolves when a client has closed its connection. */
  readonly goodbye: Promise<void>;
  /** Breaks all connections. */
  drop(): void;
}

/** Session Manager with an agent behind it that says what the test wants, once a client has shown its token. */
async function fakeService(onClient: (client: WebSocket) => void): Promise<FakeService> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const received: AgentMessage[] = [];
  const goodbye = new Promise<void>((resolve) => {
    server.on('connection', (client) => {
      client.once('close', () => resolve());
      client.once('message', () => {
        client.on('message', (data) => Buffer.isBuffer(data) && received.push(readAgentMessage(data)));
        onClient(client);
      });
    });
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const drop = (): void => {
    for (const client of server.clients) client.terminate();
  };
  return {
    grant: {
      machine: 'i-0',
      sessionId: 's',
      streamUrl: `ws://127.0.0.1:${port}/v1/data-channel/s`,
      token: 'token',
      isInsecure: false,
      resume: () => Promise.reject(new Error('no')),
    },
    received,
    goodbye,
    drop,
    [Symbol.asyncDispose]: async () => {
      drop();
      server.close();
    },
  };
}

function stream(sequenceNumber: number, payloadType: number, payload: string): Buffer {
  return writeAgentMessage({
    type: 'output_stream_data',
    createdAt: 1,
    sequenceNumber,
    flags: 0,
    id: randomIds.uuid(),
    payloadType,
    payload: Buffer.from(payload),
  });
}

function askingForPort(): string {
  return JSON.stringify({
    AgentVersion: '3.3.0.0',
    RequestedClientActions: [{ ActionType: 'SessionType', ActionParameters: { SessionType: 'Port' } }],
  });
}

function handshake(payload: string): Buffer {
  return stream(0, PayloadType.handshakeRequest, payload);
}

function asking(ActionType: string): string {
  return JSON.stringify({
    AgentVersion: '3.3.0.0',
    RequestedClientActions: [{ ActionType, ActionParameters: { SessionType: 'Standard_Stream' } }],
  });
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds(); tries += 1) {
    if (tries > 500) throw new Error('it did not come about');
    await systemClock.sleep(10);
  }
}

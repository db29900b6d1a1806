import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import { EC2Client, TerminateInstancesCommand } from '@aws-sdk/client-ec2';
import { describe, expect, it } from '@jest/globals';
import type { WebSocket } from 'ws';
import { openDataChannel } from '../../../src/communicators/ssm/data-channel.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { AgentSession } from '../../../src/local-cloud/session-manager/agent-session.ts';
import { PayloadType, readAgentMessage, writeAgentMessage } from '../../../src/session-manager/agent-message.ts';
import { servedMachine } from '../../communicators/ssm/support/served-machine.ts';
import { clientConfig } from '../../support/local-cloud.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';

/** The agent's end of a connection, as the test's own end sees it. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly readyState = 1;
  readonly bufferedAmount = 0;
  readonly sent: Buffer[] = [];
  closed = false;

  send(frame: Buffer): void {
    this.sent.push(frame);
  }

  close(): void {
    this.closed = true;
  }

  terminate(): void {
    this.closed = true;
  }

  say(sequenceNumber: number, payloadType: number, payload: Buffer): void {
    const message = { type: 'input_stream_data', createdAt: 1, sequenceNumber, flags: 0, id: randomIds.uuid() };
    this.emit('message', writeAgentMessage({ ...message, payloadType, payload }), true);
  }

  acknowledged(): number {
    return this.sent.filter((frame) => readAgentMessage(frame).type === 'acknowledge').length;
  }
}

function session(port: number) {
  const socket = new FakeSocket();
  const agent = new AgentSession({
    sessionId: 's',
    instanceId: 'i-0',
    portNumber: '22',
    localPortNumber: '0',
    clock: new VirtualClock(),
    ids: randomIds,
    where: () => ({ host: '127.0.0.1', port }),
    onEnd: () => undefined,
  });
  // The double has what a session uses of a socket, and no more.
  return { agent, socket, attach: () => agent.attach(socket as unknown as WebSocket) };
}

describe("the agent's side of a session", () => {
  it('keeps only so much for a port that reads nothing: the client has to send the rest again', async () => {
    const door = createServer((connection) => connection.pause()).listen(0, '127.0.0.1');
    await once(door, 'listening');
    const address = door.address();
    const { agent, socket, attach } = session(typeof address === 'object' && address !== null ? address.port : 0);
    attach();
    socket.say(0, PayloadType.handshakeResponse, Buffer.from('{}'));
    const payload = Buffer.alloc(200 * 1_024);
    // All of it within one turn of the event loop: nothing of it is on the way to the port yet.
    for (let sequenceNumber = 1; sequenceNumber <= 200; sequenceNumber += 1) {
      socket.say(sequenceNumber, PayloadType.output, payload);
    }
    // Eight mebibytes that were taken, and sixteen that came before their turn.
    expect(socket.acknowledged() * payload.length).toBeLessThan(26 * 1_024 * 1_024);
    agent.end('');
    door.close();
  });

  it('takes no connection when it has ended', () => {
    const { agent, socket, attach } = session(1);
    agent.end('');
    attach();
    expect(socket.closed).toBe(true);
    expect(socket.sent).toEqual([]);
  });
});

describe('a session', () => {
  it('ends with its instance', async () => {
    await using machine = await servedMachine((socket) => socket.write('hello\n'));
    const grant = await machine.start();
    const stream = await openDataChannel(grant, machine.settings, new AbortController().signal);
    const ended = once(stream, 'error');
    const ec2 = new EC2Client(clientConfig(machine.cloud));
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [machine.instanceId] }));
    while (machine.cloud.leftovers().length > 0) await machine.settings.clock.sleep(10);
    expect(machine.cloud.sessions.all()).toEqual([]);
    const [error] = await ended;
    expect(error.message).toBe('the other side has ended the session');
  });
});

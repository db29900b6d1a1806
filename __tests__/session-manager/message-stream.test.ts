import { describe, expect, it } from '@jest/globals';
import { PayloadType, writeAgentMessage } from '../../src/session-manager/agent-message.ts';
import { MessageStream } from '../../src/session-manager/message-stream.ts';
import { countingIds } from '../support/local-cloud.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

/** Two ends, and a wire between them that does with each frame what the test wants. */
function pair(wire: (frame: Buffer, deliver: (frame: Buffer) => void) => void = (frame, deliver) => deliver(frame)) {
  const clock = new VirtualClock();
  const ids = countingIds();
  const taken: string[] = [];
  const closed: string[] = [];
  const state = { isReady: true, room: Number.POSITIVE_INFINITY, stalls: 0, frames: 0 };
  const common = {
    clock,
    ids,
    onClosed: (reason: string) => closed.push(reason),
    onStalled: () => (state.stalls += 1),
  };
  const client: MessageStream = new MessageStream({
    ...common,
    sends: 'input_stream_data',
    takes: 'output_stream_data',
    onMessage: () => true,
  });
  const agent: MessageStream = new MessageStream({
    ...common,
    sends: 'output_stream_data',
    takes: 'input_stream_data',
    onMessage: (_, payload) => {
      if (!state.isReady || taken.length >= state.room) return false;
      taken.push(payload.toString());
      return true;
    },
  });
  const toAgent = (frame: Buffer): void => {
    state.frames += 1;
    wire(frame, (delivered) => agent.receive(delivered));
  };
  client.attach(toAgent);
  agent.attach((frame) => client.receive(frame));
  const say = (text: string) => client.send(PayloadType.output, Buffer.from(text));
  return { client, agent, clock, taken, closed, state, say, toAgent };
}

describe('a stream of messages', () => {
  it('sends again what got lost, until it is acknowledged', async () => {
    let lost = 0;
    const { say, taken, clock, client, state } = pair((frame, deliver) => {
      lost += 1;
      if (lost > 2) deliver(frame);
    });
    void say('one');
    expect(taken).toEqual([]);
    await clock.advance(1_000);
    expect(taken).toEqual(['one']);
    const sent = state.frames;
    await clock.advance(10_000);
    expect(state.frames).toBe(sent);
    client.end();
  });

  it('brings into order what comes out of it, and gives nothing twice', () => {
    const frames: Buffer[] = [];
    const { say, taken, agent, client } = pair((frame) => frames.push(frame));
    for (const text of ['one', 'two', 'three']) void say(text);
    const [one, two, three] = frames;
    for (const frame of [three, two, two, one, one, three]) agent.receive(frame ?? Buffer.alloc(0));
    expect(taken).toEqual(['one', 'two', 'three']);
    client.end();
  });

  it('keeps what nobody can take yet for later, as the agent does before it is connected to its port', async () => {
    const { say, taken, clock, state, client } = pair();
    state.isReady = false;
    void say('early');
    expect(taken).toEqual([]);
    state.isReady = true;
    await clock.advance(500);
    expect(taken).toEqual(['early']);
    client.end();
  });

  it('lets its sender wait when too much is on the way', async () => {
    const held: Buffer[] = [];
    const { say, agent, client } = pair((frame) => held.push(frame));
    let sent = 0;
    const sending = (async () => {
      for (; sent < 2_000; sent += 1) await say(String(sent));
    })();
    await new Promise(setImmediate);
    expect(sent).toBeLessThan(1_000);
    for (let at = 0; sent < 2_000; ) {
      for (; at < held.length; at += 1) agent.receive(held[at] ?? Buffer.alloc(0));
      await new Promise(setImmediate);
    }
    await sending;
    client.end();
  });

  it('sends all of it again over a new connection', () => {
    const { say, taken, client, toAgent } = pair();
    client.detach();
    for (const text of ['one', 'two', 'three']) void say(text);
    expect(taken).toEqual([]);
    client.attach(toAgent);
    expect(taken).toEqual(['one', 'two', 'three']);
    client.end();
  });

  it('says nothing while the service wants it to pause, and goes on when that is over', () => {
    const { say, taken, client } = pair();
    client.receive(ofService('pause_publication'));
    void say('later');
    expect(taken).toEqual([]);
    client.receive(ofService('start_publication'));
    expect(taken).toEqual(['later']);
    client.end();
  });

  it('goes on with all that it kept back, whatever shows that the pause is over', () => {
    const { say, taken, client, agent } = pair();
    client.receive(ofService('pause_publication'));
    for (const text of ['one', 'two', 'three']) void say(text);
    expect(taken).toEqual([]);
    void agent.send(PayloadType.output, Buffer.from('I am here'));
    expect(taken).toEqual(['one', 'two', 'three']);
    client.end();
    agent.end();
  });

  it('takes in the end what came early and could not be taken in its turn', async () => {
    const frames: Buffer[] = [];
    const { say, taken, agent, client, clock, state } = pair((frame) => frames.push(frame));
    for (const text of ['one', 'two']) void say(text);
    state.room = 1;
    for (const frame of frames.toReversed()) agent.receive(frame);
    expect(taken).toEqual(['one']);
    // The client knows that both have arrived: it does not send them again.
    client.end();
    state.room = 2;
    await clock.advance(500);
    expect(taken).toEqual(['one', 'two']);
    agent.end();
  });

  it('tells of a connection that takes everything and brings nothing', async () => {
    const { say, clock, state, client } = pair(() => undefined);
    void say('lost');
    await clock.advance(15_000);
    expect(state.stalls).toBe(0);
    await clock.advance(10_000);
    expect(state.stalls).toBe(1);
    client.end();
  });

  it('tells why the other side has closed the channel', () => {
    const { client, closed } = pair();
    client.receive(ofService('channel_closed', '{"Output":"timed out"}'));
    client.receive(ofService('channel_closed', 'no JSON'));
    expect(closed).toEqual(['timed out', '']);
  });

  it('keeps so many messages that came before their turn, and so many bytes of them, and no more', () => {
    const early = (count: number, bytes: number): { acknowledged: number; taken: number } => {
      const { agent, taken } = pair();
      let acknowledged = 0;
      agent.attach(() => {
        acknowledged += 1;
      });
      for (let sequenceNumber = 1; sequenceNumber <= count; sequenceNumber += 1) {
        agent.receive(ofClient(sequenceNumber, bytes));
      }
      const kept = acknowledged;
      agent.receive(ofClient(0, bytes));
      return { acknowledged: kept, taken: taken.length };
    };
    expect(early(10_100, 1)).toEqual({ acknowledged: 10_000, taken: 10_001 });
    expect(early(300, 64 * 1_024)).toEqual({ acknowledged: 256, taken: 257 });
  });

  it('passes over what a later version of the protocol may add', () => {
    const { client } = pair();
    expect(() => client.receive(ofService('something_new'))).not.toThrow();
  });
});

function ofService(type: string, payload = ''): Buffer {
  const id = '00000000-0000-4000-8000-000000000000';
  const message = { type, createdAt: 1, sequenceNumber: 0, flags: 0, id, payloadType: 0 };
  return writeAgentMessage({ ...message, payload: Buffer.from(payload) });
}

function ofClient(sequenceNumber: number, bytes: number): Buffer {
  const id = '00000000-0000-4000-8000-000000000000';
  const message = { type: 'input_stream_data', createdAt: 1, sequenceNumber, flags: 0, id, payloadType: 1 };
  return writeAgentMessage({ ...message, payload: Buffer.alloc(bytes, 'x') });
}

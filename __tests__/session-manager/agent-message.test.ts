import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type AgentMessage,
  Flag,
  MalformedFrame,
  PayloadType,
  readAgentMessage,
  writeAgentMessage,
} from '../../src/session-manager/agent-message.ts';
import { readAcknowledgement, readClosing, readHandshakeRequest } from '../../src/session-manager/payloads.ts';

/** Frames that AWS's own client has sent. */
const VECTORS: { readonly frames: readonly { readonly name: string; readonly hex: string }[] } = JSON.parse(
  readFileSync(path.join(import.meta.dirname ?? '', 'vectors', 'session-manager-plugin-frames.json'), 'utf8'),
);

function recorded(name: string): Buffer {
  return Buffer.from(VECTORS.frames.find((frame) => frame.name === name)?.hex ?? '', 'hex');
}

const MESSAGE: AgentMessage = {
  type: 'input_stream_data',
  createdAt: 1_700_000_000_000,
  sequenceNumber: 7,
  flags: 1,
  id: '00112233-4455-6677-8899-aabbccddeeff',
  payloadType: PayloadType.output,
  payload: Buffer.from('payload'),
};

describe('frames that the session-manager-plugin has sent', () => {
  it.each(VECTORS.frames.map(({ name }) => name))('are read and written again, byte by byte: %s', (name) => {
    const frame = recorded(name);
    expect(writeAgentMessage(readAgentMessage(frame)).equals(frame)).toBe(true);
  });

  it('say what they are', () => {
    expect(readAgentMessage(recorded('output'))).toMatchObject({
      type: 'input_stream_data',
      payloadType: PayloadType.output,
      sequenceNumber: 1,
      payload: Buffer.from('still there?'),
    });
    expect(readAgentMessage(recorded('flag: terminate session')).payload.readUInt32BE()).toBe(Flag.terminateSession);
    expect(readAgentMessage(recorded('flag: disconnect from port')).payload.readUInt32BE()).toBe(
      Flag.disconnectFromPort,
    );
    const acknowledge = readAgentMessage(recorded('acknowledge'));
    expect(acknowledge).toMatchObject({ type: 'acknowledge', sequenceNumber: 0, flags: 3 });
    expect(readAcknowledgement(acknowledge.payload)).toBe(0);
  });
});

describe('a frame', () => {
  it('has the less significant half of its id first', () => {
    expect(writeAgentMessage(MESSAGE).toString('hex', 64, 80)).toBe('8899aabbccddeeff0011223344556677');
  });

  it('is read as it was written', () => {
    expect(readAgentMessage(writeAgentMessage(MESSAGE))).toEqual(MESSAGE);
  });

  it('may be of the service, which leaves out the type of the payload', () => {
    const whole = writeAgentMessage({ ...MESSAGE, type: 'channel_closed', payload: Buffer.from('{"Output":"bye"}') });
    const short = Buffer.concat([whole.subarray(0, 112), whole.subarray(116)]);
    short.writeUInt32BE(112, 0);
    const read = readAgentMessage(short);
    expect(read).toMatchObject({ type: 'channel_closed', payloadType: 0 });
    expect(readClosing(read.payload)).toBe('bye');
  });

  it.each<[string, (frame: Buffer) => Buffer]>([
    ['cut short', (frame) => frame.subarray(0, -1)],
    ['longer than it says', (frame) => Buffer.concat([frame, Buffer.from('x')])],
    [
      'with another payload than it has the digest of',
      (frame) => Buffer.concat([frame.subarray(0, -1), Buffer.from('x')]),
    ],
    ['with a header that ends beyond it', (frame) => written(frame, () => frame.writeUInt32BE(0xffffffff, 0))],
    ['with a negative sequence number', (frame) => written(frame, () => frame.writeBigInt64BE(-1n, 48))],
    ['with a date that no number holds', (frame) => written(frame, () => frame.writeBigUInt64BE(2n ** 64n - 1n, 40))],
    ['of a quarter of a megabyte and more', () => Buffer.alloc(256 * 1_024 + 1)],
  ])('%s is malformed', (_, change) => {
    expect(() => readAgentMessage(change(writeAgentMessage(MESSAGE)))).toThrow(MalformedFrame);
  });

  it('of noise is malformed, and never anything worse', () => {
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed % below;
    };
    for (let round = 0; round < 3_000; round += 1) {
      const frame = Buffer.from(writeAgentMessage(MESSAGE));
      for (let changes = random(4) + 1; changes > 0; changes -= 1) frame[random(frame.length)] = random(256);
      const cut = frame.subarray(0, random(5) === 0 ? random(frame.length) : frame.length);
      try {
        const { payload } = readAgentMessage(cut);
        for (const read of [readAcknowledgement, readClosing, readHandshakeRequest]) {
          try {
            read(payload);
          } catch (error) {
            expect(error).toBeInstanceOf(MalformedFrame);
          }
        }
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedFrame);
      }
    }
  });
});

function written(frame: Buffer, write: () => unknown): Buffer {
  write();
  return frame;
}

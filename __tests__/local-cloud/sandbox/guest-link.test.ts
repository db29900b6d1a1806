import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { systemClock } from '../../../src/kernel/clock.ts';
import { randomIds } from '../../../src/kernel/ids.ts';
import { lineReader } from '../../../src/local-cloud/sandbox/guest/protocol.ts';
import { GuestLink } from '../../../src/local-cloud/sandbox/guest-link.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('lines', () => {
  it('are cut out of pieces of any size', () => {
    const lines: string[] = [];
    const read = lineReader(10, (line) => lines.push(line));
    for (const piece of ['a', 'b\nc', '', '\n\nde', 'f', '\n']) read(piece);
    expect(lines).toEqual(['ab', 'c', '', 'def']);
    expect(() => read('0123456789x')).toThrow('A line of more than 10 characters');
  });

  it('that come byte by byte are put together once', () => {
    const lines: string[] = [];
    const read = lineReader(2_000_000, (line) => lines.push(line));
    for (let at = 0; at < 2_000_000; at += 1) read('x');
    read('\n');
    expect(lines.map(({ length }) => length)).toEqual([2_000_000]);
  });
});

describe("a machine's streams", () => {
  it('that it does not introduce are closed when there are too many, until others of them have gone', async () => {
    const folder = path.join(temporaryFolder('guest-link'), 'channel');
    // What the host says comes back to it, and is no message.
    const control = new PassThrough().resume();
    const link = await GuestLink.open(folder, control, randomIds, () => undefined);
    const strangers = new Set<Socket>();
    const knock = async (): Promise<void> => {
      const socket = connect(path.join(folder, 'host.sock'));
      strangers.add(socket);
      socket.resume().on('error', () => undefined);
      socket.on('close', () => strangers.delete(socket));
      await once(socket, 'connect');
    };
    for (let at = 0; at < 1_010; at += 1) await knock();
    while (strangers.size > 1_000) await systemClock.sleep(5);
    expect(strangers.size).toBe(1_000);
    for (const socket of strangers) socket.destroy();
    while (strangers.size > 0) await systemClock.sleep(5);
    // The host hears of it a little later.
    while (strangers.size === 0) {
      await knock();
      await systemClock.sleep(20);
    }
    link.close();
    while (strangers.size > 0) await systemClock.sleep(5);
  });
});

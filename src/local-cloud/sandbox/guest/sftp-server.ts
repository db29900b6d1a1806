import { homedir } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import { ANSWER, bytes, number, PacketReader, packet, REQUEST } from './sftp-packets.ts';
import { answer, type OpenFiles } from './sftp-requests.ts';

/** OpenSSH's own limit for a packet (sftp-common.h). */
const LONGEST_PACKET = 256 * 1024;

/** How many requests may be under way at once: OpenSSH's client keeps 64. */
const MOST_AT_ONCE = 128;

const EXTENSIONS = ['posix-rename@openssh.com', 'hardlink@openssh.com', 'fsync@openssh.com', 'lsetstat@openssh.com'];

/**
 * Serves one SFTP session (version 3, with OpenSSH's most used extensions) as the user that this process runs as, for
 * root file systems that have no `sftp-server`. Requests run at the same time, as the protocol allows, except that
 * those on one handle keep their order.
 */
export function serveSftp(input: Readable, output: Writable): void {
  process.chdir(homedir());
  const open: OpenFiles = new Map();
  const last = new Map<string, Promise<void>>();
  let underWay = 0;
  let pending = Buffer.alloc(0);

  const handle = async (body: Buffer): Promise<void> => {
    const reader = new PacketReader(body);
    const type = reader.byte();
    if (type === REQUEST.init) {
      output.write(packet(ANSWER.version, number(3), ...EXTENSIONS.flatMap((name) => [bytes(name), bytes('1')])));
      return;
    }
    const id = reader.number();
    output.write(await answer(type, id, reader, open));
  };

  const inOrder = (body: Buffer): Promise<void> => {
    const key = handleOf(body);
    if (key === undefined) return handle(body);
    const next = (last.get(key) ?? Promise.resolve()).then(() => handle(body));
    last.set(key, next);
    return next.finally(() => {
      if (last.get(key) === next) last.delete(key);
    });
  };

  const drain = (): void => {
    while (underWay < MOST_AT_ONCE && pending.length >= 4) {
      const length = pending.readUInt32BE(0);
      if (length === 0 || length > LONGEST_PACKET) {
        input.destroy(new Error(`A packet of ${length} bytes`));
        return;
      }
      if (pending.length < 4 + length) break;
      const body = Buffer.from(pending.subarray(4, 4 + length));
      pending = pending.subarray(4 + length);
      underWay += 1;
      inOrder(body).then(done, () => input.destroy());
    }
    if (underWay >= MOST_AT_ONCE || output.writableNeedDrain) input.pause();
  };
  const done = (): void => {
    underWay -= 1;
    if (!output.writableNeedDrain) input.resume();
    drain();
  };

  output.on('drain', () => input.resume());
  // The client has gone: what it asked for last has nobody to be told to.
  output.on('error', () => input.destroy());
  input.on('error', () => process.exit(1));
  input.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    drain();
  });
  input.on('close', () => {
    for (const file of open.values()) if (file.kind === 'file') void file.handle.close();
  });
}

/** The handle that a request is about, for requests whose order matters. */
function handleOf(body: Buffer): string | undefined {
  const type = body[0];
  const onHandles: readonly (number | undefined)[] = [
    REQUEST.close,
    REQUEST.read,
    REQUEST.write,
    REQUEST.fstat,
    REQUEST.fsetstat,
    REQUEST.readdir,
  ];
  if (!onHandles.includes(type)) return undefined;
  try {
    const reader = new PacketReader(body.subarray(5));
    return reader.text();
  } catch {
    return undefined;
  }
}

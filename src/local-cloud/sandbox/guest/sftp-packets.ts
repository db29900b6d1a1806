/**
 * SFTP version 3 on the wire (draft-ietf-secsh-filexfer-02): the packet types, reading the fields of a request, and
 * writing those of an answer.
 */

export const REQUEST = {
  init: 1,
  open: 3,
  close: 4,
  read: 5,
  write: 6,
  lstat: 7,
  fstat: 8,
  setstat: 9,
  fsetstat: 10,
  opendir: 11,
  readdir: 12,
  remove: 13,
  mkdir: 14,
  rmdir: 15,
  realpath: 16,
  stat: 17,
  rename: 18,
  readlink: 19,
  symlink: 20,
  extended: 200,
} as const;

export const ANSWER = { version: 2, status: 101, handle: 102, data: 103, name: 104, attributes: 105 } as const;

export const STATUS = {
  ok: 0,
  endOfFile: 1,
  noSuchFile: 2,
  permissionDenied: 3,
  failure: 4,
  badMessage: 5,
  unsupported: 8,
} as const;

const FLAG = { size: 1, owner: 2, permissions: 4, times: 8, extended: 0x80000000 } as const;

export interface Attributes {
  readonly size?: number;
  readonly owner?: { readonly uid: number; readonly gid: number };
  readonly mode?: number;
  /** Seconds since the Unix epoch. */
  readonly times?: { readonly accessed: number; readonly modified: number };
}

/** Reads the fields of one request in their order. Throws a RangeError when the packet ends too early. */
export class PacketReader {
  readonly #packet: Buffer;
  #offset = 0;

  constructor(packet: Buffer) {
    this.#packet = packet;
  }

  byte(): number {
    const value = this.#packet.readUInt8(this.#offset);
    this.#offset += 1;
    return value;
  }

  number(): number {
    const value = this.#packet.readUInt32BE(this.#offset);
    this.#offset += 4;
    return value;
  }

  /** An offset or a size; those above 2^53 can't be files of ours. */
  bigNumber(): number {
    const value = this.#packet.readBigUInt64BE(this.#offset);
    this.#offset += 8;
    return Number(value);
  }

  bytes(): Buffer {
    const length = this.number();
    if (this.#offset + length > this.#packet.length) throw new RangeError('A field reaches beyond its packet');
    const value = this.#packet.subarray(this.#offset, this.#offset + length);
    this.#offset += length;
    return value;
  }

  text(): string {
    return this.bytes().toString('utf8');
  }

  attributes(): Attributes {
    const flags = this.number();
    return {
      ...((flags & FLAG.size) !== 0 ? { size: this.bigNumber() } : {}),
      ...((flags & FLAG.owner) !== 0 ? { owner: { uid: this.number(), gid: this.number() } } : {}),
      ...((flags & FLAG.permissions) !== 0 ? { mode: this.number() } : {}),
      ...((flags & FLAG.times) !== 0 ? { times: { accessed: this.number(), modified: this.number() } } : {}),
    };
  }
}

export function number(value: number): Buffer {
  const field = Buffer.alloc(4);
  field.writeUInt32BE(value >>> 0);
  return field;
}

export function bytes(value: Buffer | string): Buffer {
  const content = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  return Buffer.concat([number(content.length), content]);
}

export interface FileStatus {
  readonly size: number;
  readonly uid: number;
  readonly gid: number;
  readonly mode: number;
  readonly atimeMs: number;
  readonly mtimeMs: number;
}

export function attributes(status: FileStatus): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(status.size));
  return Buffer.concat([
    number(FLAG.size | FLAG.owner | FLAG.permissions | FLAG.times),
    size,
    number(status.uid),
    number(status.gid),
    number(status.mode),
    number(Math.floor(status.atimeMs / 1_000)),
    number(Math.floor(status.mtimeMs / 1_000)),
  ]);
}

/** One whole packet: its length, its type, and its fields. */
export function packet(type: number, ...fields: readonly Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from([type]), ...fields]);
  return Buffer.concat([number(body.length), body]);
}

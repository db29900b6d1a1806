import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { BakeError } from '../../kernel/errors.ts';
import type { LocalEntry } from './folder-walk.ts';

const BLOCK = 512;
/** The archive comes in pieces of this size. */
const PIECE = 256 * 1024;
/** Files up to this size are read at once. */
const SMALL = 64 * 1024;
/** What twelve octal digits hold; larger sizes are written in binary, GNU's extension. */
const LARGEST_OCTAL_SIZE = 8 ** 11 - 1;

/**
 * A tar archive of the entries (POSIX.1-1988 "ustar"), with GNU's extensions for names over 100 bytes and files over 8 GiB:
 * GNU tar, bsdtar, busybox and toybox all read those, while busybox ignores pax headers. Owner and times are left out.
 */
export async function* writeTar(entries: AsyncIterable<LocalEntry>): AsyncGenerator<Buffer> {
  const out = new Pieces();
  for await (const entry of entries) {
    const linkTarget = entry.kind === 'link' ? entry.target : '';
    const name = entry.kind === 'directory' ? `${entry.name}/` : entry.name;
    if (Buffer.byteLength(name) > 100) out.add(longName('L', name));
    if (Buffer.byteLength(linkTarget) > 100) out.add(longName('K', linkTarget));
    const size = entry.kind === 'file' ? entry.size : 0;
    const mode = entry.kind === 'link' ? 0o777 : entry.mode;
    out.add(header({ name, mode, size, type: TYPE[entry.kind], linkTarget }));
    yield* out.full();
    if (entry.kind !== 'file') continue;
    if (size <= SMALL) {
      out.add(readSmall(entry));
    } else {
      for await (const chunk of readLarge(entry)) {
        out.add(chunk);
        yield* out.full();
      }
    }
    out.add(Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK));
  }
  out.add(Buffer.alloc(2 * BLOCK));
  yield* out.rest();
}

type FileEntry = Extract<LocalEntry, { kind: 'file' }>;

const TYPE = { file: '0', link: '2', directory: '5' } as const;

interface HeaderFields {
  readonly name: string;
  readonly mode: number;
  readonly size: number;
  readonly type: string;
  readonly linkTarget: string;
}

function header({ name, mode, size, type, linkTarget }: HeaderFields): Buffer {
  const block = Buffer.alloc(BLOCK);
  Buffer.from(name, 'utf8').copy(block, 0, 0, 100);
  block.write(`${octal(mode, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100, 'latin1');
  if (size <= LARGEST_OCTAL_SIZE) {
    block.write(`${octal(size, 11)}\0`, 124, 'latin1');
  } else {
    block[124] = 0x80;
    block.writeBigUInt64BE(BigInt(size), 128);
  }
  block.write(`${octal(0, 11)}\0`, 136, 'latin1');
  // The checksum is made with blanks in its place.
  block.write(' '.repeat(8), 148, 'latin1');
  block.write(type, 156, 'latin1');
  Buffer.from(linkTarget, 'utf8').copy(block, 157, 0, 100);
  block.write('ustar\u000000', 257, 'latin1');
  let sum = 0;
  for (const byte of block) sum += byte;
  block.write(`${octal(sum, 6)}\0 `, 148, 'latin1');
  return block;
}

/** GNU's entry that gives the next one a name (`L`) or a link target (`K`) of any length. */
function longName(type: 'L' | 'K', name: string): Buffer {
  const content = Buffer.from(`${name}\0`, 'utf8');
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
  return Buffer.concat([
    header({ name: '././@LongLink', mode: 0o644, size: content.length, type, linkTarget: '' }),
    content,
    padding,
  ]);
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

/**
 * A small file at once, without giving up the thread: four turns through the thread pool for each of thousands of files
 * would take ten times as long as the reading.
 */
function readSmall(entry: FileEntry): Buffer {
  const bytes = readFileSync(entry.path);
  if (bytes.length < entry.size) throw changed(entry.path);
  return bytes.subarray(0, entry.size);
}

async function* readLarge(entry: FileEntry): AsyncGenerator<Buffer> {
  const file = await open(entry.path, 'r');
  try {
    for (let position = 0; position < entry.size; ) {
      const length = Math.min(PIECE, entry.size - position);
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(length), 0, length, position);
      if (bytesRead === 0) throw changed(entry.path);
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

function changed(path: string): BakeError {
  return new BakeError(`Cannot upload ${path}: it became shorter while it was read`, {
    code: 'upload-source-changed',
    category: 'provision',
    hint: 'Something else writes to the folder. Upload a copy that stays as it is.',
  });
}

/** Joins what comes in small parts to pieces worth sending. */
class Pieces {
  #parts: Buffer[] = [];
  #length = 0;

  add(part: Buffer): void {
    this.#parts.push(part);
    this.#length += part.length;
  }

  *full(): Generator<Buffer> {
    if (this.#length >= PIECE) yield* this.rest();
  }

  *rest(): Generator<Buffer> {
    if (this.#length > 0) yield Buffer.concat(this.#parts, this.#length);
    this.#parts = [];
    this.#length = 0;
  }
}

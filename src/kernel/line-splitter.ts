import { StringDecoder } from 'node:string_decoder';
import { withoutTrailing } from './without-trailing.ts';

/** Lines longer than this many UTF-16 code units come out in pieces, so that no program can fill our memory. */
export const LONGEST_LINE = 64 * 1024;

/**
 * Cuts a program's output into lines. UTF-8 may be split anywhere; what a carriage return lets the next text overwrite
 * is left out, as on a terminal (progress bars), and `\r\n` is a line end.
 */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  readonly #onLine: (line: string) => void;
  #pending = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Buffer): void {
    const lines = (this.#pending + this.#decoder.write(chunk)).split('\n');
    this.#pending = lines.pop() ?? '';
    for (const line of lines) this.#emit(line);
    if (this.#pending.includes('\r')) this.#pending = forgetOverwritten(this.#pending);
    while (this.#pending.length > LONGEST_LINE) {
      const end = pieceEnd(this.#pending);
      this.#onLine(this.#pending.slice(0, end));
      this.#pending = this.#pending.slice(end);
    }
  }

  /** The output has ended: what is left is the last line. */
  end(): void {
    const rest = this.#pending + this.#decoder.end();
    this.#pending = '';
    if (rest !== '') this.#emit(rest);
  }

  #emit(text: string): void {
    let line = text.includes('\r') ? forgetOverwritten(text).replace(/\r$/, '') : text;
    while (line.length > LONGEST_LINE) {
      const end = pieceEnd(line);
      this.#onLine(line.slice(0, end));
      line = line.slice(end);
    }
    this.#onLine(line);
  }
}

/** Keeps what stands after the last carriage return; returns at the very end overwrite nothing yet. */
function forgetOverwritten(text: string): string {
  const trimmed = withoutTrailing(text, '\r');
  const kept = trimmed.slice(trimmed.lastIndexOf('\r') + 1);
  return trimmed.length === text.length ? kept : `${kept}\r`;
}

/** Where to cut a long line: not between the two halves of a character. */
function pieceEnd(text: string): number {
  const last = text.charCodeAt(LONGEST_LINE - 1);
  return last >= 0xd800 && last <= 0xdbff ? LONGEST_LINE - 1 : LONGEST_LINE;
}

import { createLogUpdate } from 'log-update';
import sliceAnsi from 'slice-ansi';
import type { Output } from './terminal.ts';

/** Below this there is no room for more than the end of a line. */
const LEAST_COLUMNS = 20;
/** The lines above stay readable while several builds run. */
const ROWS_FOR_OTHERS = 6;

/**
 * The last lines of a terminal, rewritten in place; what else is written appears above them. Its lines never go over the
 * edge, whatever their characters are wide.
 */
export class LiveLines implements Output {
  readonly isTTY = true;
  readonly #out: Output;
  readonly #update: ReturnType<typeof createLogUpdate>;
  #lines: readonly string[] = [];

  constructor(out: Output) {
    this.#out = out;
    const stream = {
      isTTY: true,
      get columns() {
        return out.columns;
      },
      get rows() {
        return out.rows;
      },
      write: (text: string) => {
        out.write(text);
        return true;
      },
    };
    // All that it uses of a stream. The cursor stays: a process that is killed could not bring it back.
    this.#update = createLogUpdate(stream as unknown as NodeJS.WritableStream, { showCursor: true });
  }

  get columns(): number | undefined {
    return this.#out.columns;
  }

  get rows(): number | undefined {
    return this.#out.rows;
  }

  /** Text above the live lines, of whole lines. */
  write(text: string): void {
    this.#update.clear();
    this.#out.write(text);
    this.#draw();
  }

  /** Shows these lines, and no others; none: nothing is left of them. */
  show(lines: readonly string[]): void {
    this.#lines = lines;
    if (lines.length === 0) this.#update.clear();
    else this.#draw();
  }

  #draw(): void {
    if (this.#lines.length === 0) return;
    const width = Math.max(LEAST_COLUMNS, this.#out.columns ?? 80) - 1;
    const room = Math.max(1, (this.#out.rows ?? 24) - ROWS_FOR_OTHERS);
    const hidden = this.#lines.length > room ? this.#lines.length - room + 1 : 0;
    const shown = hidden === 0 ? this.#lines : [...this.#lines.slice(0, room - 1), `  and ${hidden} more`];
    this.#update(shown.map((line) => sliceAnsi(line, 0, width)).join('\n'));
  }
}

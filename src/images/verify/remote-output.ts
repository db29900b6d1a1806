import { withoutTrailing } from '../../kernel/without-trailing.ts';

const MOST_LINES = 200;
const LONGEST_LINE = 2_000;

/** The end of what a program on the machine prints, however much that is. */
export class RemoteOutput {
  #lines: string[] = [];
  #left = 0;

  add(line: string): void {
    this.#lines.push(line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line);
    if (this.#lines.length < 2 * MOST_LINES) return;
    this.#left += this.#lines.length - MOST_LINES;
    this.#lines = this.#lines.slice(-MOST_LINES);
  }

  get text(): string {
    const kept = this.#lines.slice(-MOST_LINES);
    const left = this.#left + this.#lines.length - kept.length;
    return withoutTrailing([...(left > 0 ? [`(${left} lines before these)`] : []), ...kept].join('\n'), '\n');
  }
}

/** Room for what closes the blocks that are open where a text is cut, and for a line that is as long as a fence may be. */
const SPARE = 2048;

export interface Cut {
  /** What a text may be long, by `lengthOf`. */
  readonly limit: number;
  readonly lengthOf: (text: string) => number;
  /** What is said in place of the rest. */
  readonly note: string;
}

/**
 * A text in GitHub's Markdown that is no longer than allowed: its first lines, with blocks of code and `<details>` that are
 * open there closed, so that what is said of the rest stands outside of them.
 */
export function cutMarkdown(text: string, { limit, lengthOf, note }: Cut): string {
  if (lengthOf(text) <= limit) return text;
  const room = limit - SPARE - lengthOf(note);
  const kept: string[] = [];
  const open = new OpenBlocks();
  let length = 0;
  for (const line of text.split('\n')) {
    length += lengthOf(line) + 1;
    if (length > room) break;
    kept.push(line);
    open.read(line);
  }
  return [...kept, ...open.closing(), '', note, ''].join('\n');
}

/** Follows, line by line, which blocks are open. */
class OpenBlocks {
  #details = 0;
  #fence: { readonly indent: string; readonly ticks: string } | undefined;

  read(line: string): void {
    const [, indent = '', ticks, info = ''] = /^(\s*)(`{3,})(.*)$/.exec(line) ?? [];
    if (this.#fence !== undefined) {
      if (ticks !== undefined && ticks.length >= this.#fence.ticks.length && info.trim() === '')
        this.#fence = undefined;
    } else if (ticks !== undefined) this.#fence = { indent, ticks };
    else if (line.startsWith('<details>')) this.#details += 1;
    else if (line === '</details>') this.#details -= 1;
  }

  closing(): readonly string[] {
    const fence = this.#fence === undefined ? [] : [this.#fence.indent + this.#fence.ticks];
    return [...fence, ...Array.from({ length: this.#details }, () => '\n</details>')];
  }
}

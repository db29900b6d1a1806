import type { Position, SourceRange } from '../../kernel/source-range.ts';
import { Source } from '../source.ts';

/**
 * A text that a string of another text stands for, such as the template in a JSON string: what is read from it has the
 * places of the text in which it is written.
 */
export class EmbeddedSource extends Source {
  readonly #outer: Source;
  readonly #offsetOf: (offset: number) => number;

  /** `offsetOf` gives where in `outer` a code unit of `text`, or its end, is written. */
  constructor(outer: Source, text: string, offsetOf: (offset: number) => number) {
    super(outer.filename, text);
    this.#outer = outer;
    this.#offsetOf = offsetOf;
  }

  override position(offset: number): Position {
    return this.#outer.position(this.#offsetOf(Math.min(Math.max(offset, 0), this.text.length)));
  }

  override slice(range: SourceRange): string {
    return this.#outer.slice(range);
  }
}

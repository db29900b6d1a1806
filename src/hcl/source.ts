import type { Position, SourceRange } from '../kernel/source-range.ts';
import { graphemeClusters, isPlain } from './values/graphemes.ts';

/** Finding clusters takes microseconds for each; nobody counts columns in a longer line, which has its code units counted. */
const LONGEST_COUNTED = 100_000;

/**
 * A source text with its name: gives lines, and turns offsets into positions whose columns count grapheme clusters
 * (HCL spec, "Source Code Representation"; Unicode UAX #29). Offsets are indexes of UTF-16 code units.
 */
export class Source {
  readonly filename: string;
  readonly text: string;
  /** Where the text starts: after a byte order mark, if there is one. */
  readonly start: number;
  readonly #lineStarts: number[] = [0];
  /** Per line that is not plain ASCII, nor very long, the offsets at which its grapheme clusters start; made when first asked for. */
  readonly #clusters = new Map<number, readonly number[]>();

  constructor(filename: string, text: string) {
    this.filename = filename;
    this.text = text;
    this.start = text.startsWith('\uFEFF') ? 1 : 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** Line number `line` (from 1) without its line ending; empty when there is no such line. */
  line(line: number): string {
    if (line < 1 || line > this.lineCount) return '';
    const end = this.#lineStarts[line] ?? this.text.length + 1;
    const content = this.text.slice(this.lineStart(line), end - 1);
    return content.endsWith('\r') ? content.slice(0, -1) : content;
  }

  /** The offset at which line number `line` (from 1) starts. */
  lineStart(line: number): number {
    return line === 1 ? this.start : (this.#lineStarts[line - 1] ?? this.text.length);
  }

  position(offset: number): Position {
    const bounded = Math.min(Math.max(offset, 0), this.text.length);
    const index = this.#lineIndex(bounded);
    const lineStart = this.lineStart(index + 1);
    return { line: index + 1, column: this.#column(index, lineStart, bounded), offset: bounded };
  }

  /** The half-open range from `start` to `end`. */
  range(start: number, end: number): SourceRange {
    return { filename: this.filename, start: this.position(start), end: this.position(end) };
  }

  slice(range: SourceRange): string {
    return this.text.slice(range.start.offset, range.end.offset);
  }

  #lineIndex(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #column(index: number, lineStart: number, offset: number): number {
    const clusters = this.#clustersOf(index, lineStart);
    if (clusters.length === 0) return Math.max(offset - lineStart, 0) + 1;
    let low = 0;
    let high = clusters.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((clusters[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  }

  #clustersOf(index: number, lineStart: number): readonly number[] {
    let clusters = this.#clusters.get(index);
    if (clusters === undefined) {
      const line = this.text.slice(lineStart, this.#lineStarts[index + 1] ?? this.text.length);
      const content = line.endsWith('\n') ? line.slice(0, -1) : line;
      const byUnits = content.length > LONGEST_COUNTED || isPlain(content);
      clusters = byUnits ? [] : Array.from(graphemeClusters(line), ({ index }) => lineStart + index);
      this.#clusters.set(index, clusters);
    }
    return clusters;
  }
}

/** A place in a source text. */
export interface Position {
  /** Line number, from 1. */
  readonly line: number;
  /** Column in grapheme clusters, from 1 (HCL spec, "Source Code Representation"). */
  readonly column: number;
  /** Index in UTF-16 code units, from 0; what `String.prototype.slice` takes. */
  readonly offset: number;
}

/** A half-open range of a source text: `end` is the first position that no longer belongs to it. */
export interface SourceRange {
  /** The file as the user named it, for messages; not necessarily absolute. */
  readonly filename: string;
  readonly start: Position;
  readonly end: Position;
}

/** The range from the start of `first` to the end of `last`, both in the same file. */
export function rangeBetween(first: SourceRange, last: SourceRange): SourceRange {
  return { filename: first.filename, start: first.start, end: last.end };
}

/** An empty range at the start of a file: for what is missing altogether. */
export function startOf(filename: string): SourceRange {
  const start: Position = { line: 1, column: 1, offset: 0 };
  return { filename, start, end: start };
}

/** What is at a path, links followed. */
export type FileKind = 'file' | 'directory' | 'other';

/**
 * The files that a template may read, as a port: synchronous since expressions are. Paths are absolute. Reading a
 * stranger's template is as safe as the implementation of this.
 */
export interface FileSystem {
  /** Undefined when nothing is there. */
  kind(path: string): FileKind | undefined;
  /** Throws when the file can't be read. */
  read(path: string): Uint8Array;
  /** The names in a folder, in any order. Throws when it can't be read. */
  list(path: string): readonly string[];
}

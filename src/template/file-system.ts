/** What is at a path, links followed. */
export type FileKind = 'file' | 'directory' | 'other';

/** The largest file that is read, in bytes: a template's texts and scripts are far below. */
export const MAXIMUM_FILE_SIZE = 8 * 1024 * 1024;

/**
 * The files that a template may read, as a port: synchronous since expressions are. Paths are absolute. Reading a
 * stranger's template is as safe as the implementation of this: it waits for nothing, and nothing that it gives is
 * endless.
 */
export interface FileSystem {
  /** Undefined when nothing is there. Throws when the system does not tell (a loop of links, no permission). */
  kind(path: string): FileKind | undefined;
  /** Throws when there is no regular file, when it can't be read, and when it is larger than MAXIMUM_FILE_SIZE. */
  read(path: string): Uint8Array;
  /** The names in a folder, in any order. Throws when it can't be read. */
  list(path: string): readonly string[];
}

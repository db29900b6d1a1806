import type { Surroundings } from '../app/surroundings.ts';
import type { Reporter } from '../kernel/events.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';

/** The terminal, or what stands in its place in a pipe; the only things that commands know of the process. */
export interface Terminal {
  readonly out: Output;
  readonly err: Output;
  readonly input: Input;
  /** Absolute. */
  readonly workingDirectory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly secrets: SecretRegistry;
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** What is told when a second signal ends the process at once; masked. Empty: nothing. */
  sayInTheEnd(lastWords: () => string): void;
  /** The folder of the executable's own files (`dist/`), absolute. */
  readonly installation: string;
  /** What a use case needs of the world, with this reporter. */
  surroundings(reporter: Reporter): Surroundings;
}

export interface Output {
  readonly isTTY: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
  /** Lines of the terminal; undefined where there is none. */
  readonly rows?: number | undefined;
  write(text: string): void;
}

/** What somebody types, or what a pipe holds. */
export interface Input {
  readonly isTTY: boolean;
  /** Line by line, until the end. */
  lines(options: LineOptions): AsyncIterable<string | typeof BREAK>;
  /** All of it, byte for byte. */
  bytes(): Promise<Uint8Array>;
}

export interface LineOptions {
  /** What stands before the line that is typed; asked again for each. Not shown in a pipe. */
  prompt(): string;
  /** How the last word of a line may go on. */
  complete(word: string): readonly string[];
}

/** In place of a line: Ctrl-C where nothing is typed. (Where something is, that is dropped.) */
export const BREAK = Symbol('break');

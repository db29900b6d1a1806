import type { Flag, ParsedArguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** One command of the executable. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What follows the flags: `[TEMPLATE]`. */
  readonly positionals: string;
  readonly flags: Readonly<Record<string, Flag>>;
  /** Returns the exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted. */
  run(parsed: ParsedArguments, terminal: Terminal): Promise<number>;
}

export const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

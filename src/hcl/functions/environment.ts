import type { Clock } from '../../kernel/clock.ts';
import type { Diagnosed } from '../../kernel/diagnostics.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { EvaluationBudget } from '../budget.ts';
import type { Value } from '../values/value.ts';

/** All that functions may see of the world outside; validating a stranger's template is as safe as these are. */
export interface FunctionEnvironment {
  /** What the template may still use up. */
  readonly budget: EvaluationBudget;
  readonly files: FunctionFiles;
  /** Is shown every value that is looked up or made, to note what is sensitive of it. */
  readonly watch?: (value: Value) => void;
  readonly clock: Clock;
  /** When this run began, in milliseconds since the epoch: what the `legacy_…` time functions show. */
  readonly startedAt: number;
  readonly ids: Ids;
  /** An environment variable, for `env`; undefined when it is not set. */
  env(name: string): string | undefined;
  /** What a service elsewhere says; see `RemoteAnswer`. `name` is that of the function. */
  readonly remote: (name: string, args: readonly (string | undefined)[]) => RemoteAnswer;
  /**
   * Renders a template text with these variables alone and without `templatefile`; the value is the text it gives.
   * `filename` is for positions in messages.
   */
  renderTemplate(text: string, filename: string, variables: ReadonlyMap<string, Value>): Diagnosed<Value>;
}

/** What is known of the answer of a service elsewhere: `text` is the answer, or a clause that says why there is none. */
export interface RemoteAnswer {
  readonly kind: 'answered' | 'failed' | 'unknown';
  readonly text: string;
}

/** Read-only access to files, synchronous since expressions are; paths given to it are absolute. */
export interface FunctionFiles {
  /** Where the template is: `file`, `fileexists`, `fileset` and `templatefile` start from here. Absolute. */
  readonly templateDirectory: string;
  /** Where the process is: `filebase64` and `abspath` start from here. Absolute. */
  readonly workingDirectory: string;
  /** What `~` stands for; undefined when there is no home. */
  readonly homeDirectory: string | undefined;
  /** What is at the path, links followed; undefined when nothing is. */
  kind(path: string): FileKind | undefined;
  /** The content of a file. Throws when it can't be read. */
  read(path: string): Uint8Array;
  /** The names in a directory, in any order. Throws when it can't be read. */
  list(path: string): readonly string[];
}

export type FileKind = 'file' | 'directory' | 'other';

import type { LeftResource } from '../engine/run-report.ts';
import type { BakeError } from '../kernel/errors.ts';
import type { ResourceRef } from '../kernel/events.ts';
import type { Surroundings } from './build.ts';

/** The post step: removes what a run, ended in whatever way, has left behind. */
export interface CleanUpRequest extends Surroundings {
  /** The one of the run; a folder that does not exist means that nothing was begun. */
  readonly runDirectory: string;
  /** How long to go on; what is not gone by then is reported as left. Milliseconds. */
  readonly budgetMs: number;
}

export interface CleanUpResult {
  /** Nothing of the run is left, as far as can be known. */
  readonly clean: boolean;
  /** Empty when the run had cleaned up after itself. */
  readonly removed: readonly ResourceRef[];
  readonly left: readonly LeftResource[];
  /** Why the clean-up as a whole was not possible: other credentials than the run had, an unreadable journal, … */
  readonly error: BakeError | undefined;
}

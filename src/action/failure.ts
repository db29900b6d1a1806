import { setFailed } from '@actions/core';
import { errorPages } from '../app/texts/error-page.ts';
import { causeChain, describeError } from '../app/texts/narration.ts';
import { type BakeError, toBakeError } from '../kernel/errors.ts';
import type { SecretRegistry } from '../kernel/secrets.ts';
import { runnerLog } from './runner-log.ts';
import { neutralise } from './workflow-commands.ts';

/** What belongs to the error that makes the step fail. */
export interface FailureContext {
  /** What the line begins with, for example the name of the build. */
  readonly where?: string;
  /** Errors whose codes are explained as well. */
  readonly others?: readonly BakeError[];
}

/**
 * The one place that makes a step fail: one line, and below it in the log what caused it and, last, where its code is
 * explained.
 */
export function failStep(
  thrown: unknown,
  secrets: SecretRegistry,
  { where = '', others = [] }: FailureContext = {},
): void {
  const error = toBakeError(thrown);
  setFailed(neutralise(secrets.mask(`${where}${describeError(error)}`)));
  const below = [...causeChain(error).map((cause) => `Caused by: ${cause}`), ...errorPages([error, ...others])];
  for (const line of below) runnerLog.info(neutralise(secrets.mask(line)));
}

import { getInput } from '@actions/core';
import { type CleanUpResult, cleanUp } from '../app/clean-up.ts';
import { describeResource } from '../app/texts/narration.ts';
import { BakeError } from '../kernel/errors.ts';
import { boolean } from './input-values.ts';
import { postSummary } from './post-summary.ts';
import { recallRun } from './state.ts';
import { runStep } from './step.ts';

/** The server ends a cancelled job after 5 minutes, the post step included. */
const BUDGET_MS = 4.5 * 60_000;

/** The post step: removes what the main step, ended in whatever way, has left behind. Fails only when something stays. */
export async function run(): Promise<void> {
  const { runDirectory, workingDirectory, run: known } = recallRun();
  if (runDirectory === '') return;
  await runStep('Out of time.', async ({ surroundings, say, fail, summarise }) => {
    const result = await cleanUp({ ...surroundings(workingDirectory), runDirectory, budgetMs: BUDGET_MS, known });
    const { removed, left, error } = result;
    if (result.clean && removed.length === 0) say('Nothing of the run was left to be removed.');
    const failure = error ?? (left.length > 0 ? leftBehind(result) : undefined);
    if (failure !== undefined) fail(failure);
    const isTold = removed.length > 0 || failure !== undefined;
    if (isTold && boolean('summary', getInput('summary') || 'true')) {
      await summarise((markdown) => postSummary(result, failure, markdown));
    }
  });
}

function leftBehind({ left }: CleanUpResult): BakeError {
  const names = left.map(({ resource }) => describeResource(resource)).join('; ');
  return new BakeError(`Left behind, and may cost money: ${names}`, {
    code: 'resource-left-behind',
    category: 'left-behind',
    hint: 'Remove it by hand.',
  });
}

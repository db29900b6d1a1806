import { getInput, setOutput } from '@actions/core';
import { sweep } from '../app/sweep.ts';
import { describeError } from '../app/texts/narration.ts';
import { sweepHeadline, sweepTable } from '../app/texts/sweep-text.ts';
import { runStep } from './step.ts';
import { readSweepInputs } from './sweep-inputs.ts';
import { sweepOutputs, sweepSummary } from './sweep-results.ts';

/** Removing takes as long as instances take to go away. */
const BUDGET_MS = 20 * 60_000;

/** The action `sweep`: looks for what has expired, says it, and removes it unless it is a dry run. */
await runStep('Out of time: the next sweep goes on.', async ({ surroundings, say, fail, summarise }) => {
  const inputs = readSweepInputs(getInput);
  const result = await sweep({ ...inputs, ...surroundings(process.cwd()), budgetMs: BUDGET_MS });
  for (const cells of sweepTable(result).rows) say(cells.filter((cell) => cell !== '').join('  '));
  if (result.accountId !== undefined) say(sweepHeadline(result, inputs.dryRun));
  for (const { region, error } of result.unread) say(`${region} could not be looked through: ${describeError(error)}`);
  for (const [name, value] of Object.entries(sweepOutputs(result))) setOutput(name, value);
  if (result.error !== undefined) fail(result.error);
  if (inputs.summary) await summarise((markdown) => sweepSummary(result, inputs.dryRun, markdown));
});
